"""Two written names of people: in what way, if any, they may be one name.

The ways are those that bibliographies are full of; each is its own rule, for each needs evidence of its own.
"""

from dataclasses import dataclass
from enum import Enum
from sys import intern

from papergraph.names import GENERATION

_SHORTENED = 3  # "Chris" for "Christopher": so many letters at least, and so many fewer
_LEFT_OUT = 2
#: A slip of one letter is told from another name only in a name with so many letters.
SLIP_IN = 7


class Likeness(Enum):
    """How two names differ. The values are the rules that a decision names."""

    SPELLING = "spelling/1"  # case, diacritics, hyphens, dots: "Il-Hong Suh", "Il Hong Suh"
    SPACING = "spacing/1"  # "Ilhong Suh", "Il Hong Suh"
    MIDDLE_INITIAL = "middle-initial/1"  # "Ryan Rossi", "Ryan A. Rossi", "Ryan Anthony Rossi" for the last
    MIDDLE_NAME = "middle-name/1"  # "Rajiv Shah", "Rajiv Ratn Shah"; "Sammy Davis", "Sammy Davis Jr."
    INITIALS = "initials/1"  # "R. A. Rossi", "Ryan Rossi"
    FIRST_INITIAL = "first-initial/1"  # "J. Zico Kolter", "Zico Kolter"
    ORDER = "order/1"  # "Suh Il-Hong", "Il-Hong Suh"
    SHORT = "short/1"  # "Chris Manning", "Christopher Manning"
    SLIP = "slip/1"  # one letter more, less or other


@dataclass(frozen=True, slots=True)
class Form:
    """A normalised name in its parts. A name of one part is all ``family``."""

    norm: str
    given: tuple[str, ...]
    family: str
    generation: str  # "jr", "iii" …, mostly empty

    @property
    def initial(self) -> bool:
        """Whether the first name is but a letter."""
        return bool(self.given) and len(self.given[0]) == 1

    @property
    def joined(self) -> str:
        """The given names in one."""
        return "".join(self.given)


def parse(norm: str) -> Form:
    """Return the parts of a name that :func:`papergraph.names.author_norm` returned."""
    parts = [intern(part) for part in norm.split(" ")]  # a few thousand names make all the others
    generation = parts.pop() if len(parts) > 2 and GENERATION.fullmatch(parts[-1]) else ""
    return Form(norm, tuple(parts[:-1]), parts[-1], generation)


def likeness(one: Form, other: Form) -> Likeness | None:
    """Return how two different forms of one family name may be one person's; ``None`` when they may not.

    Order of parts and first initials left out are not looked for here: see :func:`turned` and :func:`without_initials`.
    """
    if one.family != other.family or (one.generation and other.generation and one.generation != other.generation):
        return None
    short, long = sorted((one.given, other.given), key=len)
    if not short:
        return None
    if one.joined == other.joined:
        return Likeness.SPACING if one.generation == other.generation else Likeness.MIDDLE_NAME
    kind = _of_first_names(one.given[0], other.given[0])
    left_out = _left_out(short[1:], long[1:])
    if kind is None or left_out is None:
        return Likeness.SLIP if _slip(one, other) else None
    whole = one.generation != other.generation or any(len(part) > 1 for part in left_out)
    if whole and kind is Likeness.SHORT:
        return None  # "Seo Hyun" is not short for "Seonghwan"
    if whole and kind is Likeness.MIDDLE_INITIAL:
        return Likeness.MIDDLE_NAME
    return kind


def family_slip(one: Form, other: Form) -> bool:
    """Whether two forms of the same given names differ by a letter of the family name: "Bowman", "Boman"."""
    return (
        one.given == other.given
        and one.generation == other.generation
        and max(len(one.family), len(other.family)) >= SLIP_IN
        and _one_letter(one.family, other.family)
    )


def turned(form: Form) -> str | None:
    """Return the norm of the name whose family name ``form`` gives first, if it gives it first."""
    return " ".join((*form.given[1:], form.family, form.given[0])) if form.given and not form.generation else None


def without_initials(form: Form) -> str | None:
    """Return the norm of the name without the initials it begins with, if it goes on with a given name."""
    kept = list(form.given)
    while kept and len(kept[0]) == 1:
        kept.pop(0)
    return " ".join((*kept, form.family)) if kept and len(kept) < len(form.given) else None


def _of_first_names(one: str, other: str) -> Likeness | None:
    if one == other:
        return Likeness.MIDDLE_INITIAL
    if _abbreviates(one, other):
        return Likeness.INITIALS
    short, long = sorted((one, other), key=len)
    if len(short) >= _SHORTENED and len(long) - len(short) >= _LEFT_OUT and long.startswith(short):
        return Likeness.SHORT
    return None


def _abbreviates(one: str, other: str) -> bool:
    return one == other or (one[0] == other[0] and 1 in (len(one), len(other)))


def _left_out(short: tuple[str, ...], long: tuple[str, ...]) -> list[str] | None:
    """Return the parts of ``long`` that ``short`` has not; ``None`` when ``short`` has others, or another order."""
    left_out = []
    wanted = list(short)
    for part in long:
        if wanted and _abbreviates(wanted[0], part):
            wanted.pop(0)
        else:
            left_out.append(part)
    return None if wanted else left_out


def _slip(one: Form, other: Form) -> bool:
    # "Robert E." and "Robert L." are two people: initials are no slips.
    initials = [[part for part in form.given if len(part) == 1] for form in (one, other)]
    return (
        initials[0] == initials[1]
        and one.generation == other.generation
        and max(len(one.joined), len(other.joined)) >= SLIP_IN
        and _one_letter(one.joined, other.joined)
    )


def _one_letter(one: str, other: str) -> bool:
    """Whether two names differ by a letter more, less or other, or by two that changed places."""
    short, long = sorted((one, other), key=lambda name: (len(name), name))
    same = next((place for place, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    left, right = short[same:], long[same:]
    if len(short) < len(long):
        return left == right[1:]
    return left[1:] == right[1:] or (left[1::-1] == right[:2] and left[2:] == right[2:])
