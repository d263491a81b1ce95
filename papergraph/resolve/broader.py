"""Which concepts stand under others, as their names tell: precise rather than complete.

Four rules, each between nodes that are there and of one class. What comes between and is not there is skipped.

- *variant*: a version, a size or an edition under what it is one of (``Qwen2.5-7B`` under ``Qwen2.5`` under ``Qwen``).
- *subset*: a part of a data set under the whole (``SWE-bench Verified`` under ``SWE-bench``). A successor that was made
  anew (``MMLU-Pro``, ``HumanEval+``) is no part and stands by itself.
- *compound*: ``Flow-GRPO`` under ``GRPO``: methods and models, for a benchmark of that form is another benchmark.
- *head*: a term under its head (``offline reinforcement learning`` and ``reinforcement learning from human feedback``
  under ``reinforcement learning``, ``text-to-video generation`` under ``video generation``).
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Protocol

from papergraph.model import ConceptClass
from papergraph.names import language_of
from papergraph.resolve.labels import Draft

VARIANT = "variant/1"
SUBSET = "subset/1"
COMPOUND = "compound/1"
HEAD = "head/1"

_NUMBER = r"[vVR]?\d+(?:\.\d+)*[ovVn]?|\d+(?:\.\d+)?[BMKT]|\d+[x×]\d+(?:\.\d+)?[BMK]"
_SIZE = r"(?:XS|S|M|B|L|XL|XXL)(?:/\d+)?|[HG]/\d+|[Tt]iny|[Ss]mall|[Bb]ase|[Mm]edium|[Ll]arge|[Hh]uge"
_EDITION = (
    r"Instruct|[Ii]nst|[Cc]hat|it|Turbo|Pro|Flash|[Mm]ini|[Nn]ano|Plus|Max|Ultra|Lite|VL|Coder|Code|Math|Audio|Omni|"
    r"Vision|Thinking|Sonnet|Opus|Haiku|preview|HD|dev|schnell"
)
_PART = r"Verified|Lite|[Mm]ini|Hard|Easy|Challenge|Diamond|Full|[Tt]est|[Vv]al|dev|test-dev|[Tt]rain"


def _tail(*parts: str) -> re.Pattern[str]:
    joined = "|".join(parts)
    return re.compile(rf"(?:[-_ ](?:{joined})|(?<=[A-Za-z])(?:[vV]?\d+(?:\.\d+)*))+$")


_TAILS: Mapping[ConceptClass, tuple[str, re.Pattern[str]]] = {
    ConceptClass.MODEL: (VARIANT, _tail(_NUMBER, _SIZE, _EDITION)),
    ConceptClass.METHOD: (VARIANT, _tail(_NUMBER, _SIZE)),
    ConceptClass.DATASET: (SUBSET, _tail(_NUMBER, _PART)),
    ConceptClass.METRIC: (VARIANT, re.compile(r"[-@](?:\d{1,2}|L|Lsum)$")),
}
_STEP = re.compile(r"[-_ @]|(?<=[A-Za-z])(?=[vV]?\d)")
_NAME = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9+]+)+")
#: Prefixes with which a name says that it is something else: a defence, a rebuilt one, a smaller one by others.
_NOT_A_KIND = frozenset(
    ["anti", "non", "un", "open", "mini", "auto", "pseudo", "pre", "post", "beyond", "de", "no", "vs", "re"]
)
#: Words that a compound has inside when its last part is not its head (``Mixture-of-Agents``), and names that have
#: become a word for any language model.
_NOT_INSIDE = frozenset(["of", "a", "an", "the", "without", "with", "for", "to", "in", "and", "or"])
_ANY_MODEL = re.compile(r"(?:Chat)?GPT(?![A-Za-z]{2})")
#: Words before a term that make no kind of it.
_NO_KIND = frozenset(
    [
        "high",
        "low",
        "fast",
        "faster",
        "better",
        "best",
        "overall",
        "new",
        "original",
        "standard",
        "base",
        "across",
        "various",
        "root",
        "average",
        "pre-trained",
    ]
)
_HEAD_ENDS = re.compile(r"[ -](?:from|with|via|for|by|using|without|through|on|in|of)[ -]")
_TO = re.compile(r"(?:[\w\-]+-)?to-(?=[^\s\-]+ )|.+ to (?=\S+ )", re.IGNORECASE)
_SHORTEST = 3
_NAME_CAPITALS = 2
#: Papers that name what something else is to stand under: that the lexicon knows, that it does not, and never.
_KNOWN, _WELL_KNOWN, _NEVER = 2, 3, 1 << 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Broader:
    """One concept stands under another."""

    rule: str
    narrow: int
    broad: int
    text: str  # the name that tells; empty when the user says so


class Names(Protocol):
    """What names tell of concepts."""

    def full_names(self, number: int, /) -> Iterable[str]:
        """Return what spells out a concept that goes by an acronym."""
        ...

    def named(self, text: str, /) -> int | None:
        """Return the concept that a text names, where it names one."""
        ...


class Hierarchy:
    """Finds what stands under what; ``said`` is what the user says of it, which stays."""

    def __init__(self, drafts: Mapping[int, Draft], names: Names, *, said: Iterable[Broader] = ()) -> None:
        self._drafts = drafts
        self._names = names
        self._above: dict[int, dict[int, Broader]] = {}
        for link in said:
            self._above.setdefault(link.narrow, {})[link.broad] = link

    def run(self) -> list[Broader]:
        """Return the links that are left when what follows from others is taken out, in order."""
        for number in sorted(self._drafts):
            one = self._drafts[number]
            for text in dict.fromkeys((one.preferred, *self._names.full_names(number))):
                # Letters alone hold no other name, and what is not in English is not looked into.
                if not text.isalpha() and (text.isascii() or language_of(text) == "en"):
                    self._add(next(self._told(number, one.cls, text), None))
        return [link for number in sorted(self._above) for link in self._reduced(number)]

    def _add(self, link: Broader | None) -> None:
        if link is not None and not self._reaches(link.broad, link.narrow):
            self._above.setdefault(link.narrow, {}).setdefault(link.broad, link)

    def _reaches(self, start: int, goal: int) -> bool:
        left, seen = [start], {start}
        while left:
            one = left.pop()
            if one == goal:
                return True
            further = self._above.get(one, {}).keys() - seen
            seen |= further
            left.extend(further)
        return False

    def _reduced(self, number: int) -> Iterator[Broader]:
        above = self._above[number]
        for broad in sorted(above):
            if not above[broad].text or not any(other != broad and self._reaches(other, broad) for other in above):
                yield above[broad]

    def _told(self, number: int, cls: ConceptClass, text: str) -> Iterator[Broader]:
        """Yield what a name says that it stands under, the nearest first."""
        for rule, found, least in chain(_variants(text, cls), _compounds(text, cls), _heads(text)):
            broad = self._names.named(found)
            if broad is None or broad == number:
                continue
            above = self._drafts[broad]
            if found[-1] == "s" and above.preferred[-1] == "S":
                continue  # agents are no Agent S
            if above.cls is cls and above.support >= (min(least, _KNOWN) if above.known else least):
                yield Broader(rule=rule, narrow=number, broad=broad, text=text)


def _variants(text: str, cls: ConceptClass) -> Iterator[tuple[str, str, int]]:
    if cls not in _TAILS:
        return
    rule, pattern = _TAILS[cls]
    tail = pattern.search(text)
    if tail is None:
        return
    cuts = [step.start() for step in _STEP.finditer(text, tail.start()) if step.start() > 0]
    for cut in reversed(cuts):
        if pattern.fullmatch(text, cut) or pattern.match(text, cut):
            yield rule, text[:cut], 1


def _compounds(text: str, cls: ConceptClass) -> Iterator[tuple[str, str, int]]:
    if cls not in (ConceptClass.METHOD, ConceptClass.MODEL) or not _NAME.fullmatch(text):
        return
    parts = text.split("-")
    if parts[0].casefold() in _NOT_A_KIND:
        return
    for place in range(1, len(parts)):
        found = "-".join(parts[place:])
        if parts[place - 1].casefold() in _NOT_INSIDE or _ANY_MODEL.match(found):
            return
        if len(found) >= _SHORTEST and any(map(str.isupper, found)):
            yield COMPOUND, found, _WELL_KNOWN


def _heads(text: str) -> Iterator[tuple[str, str, int]]:
    if " and " in text:
        return
    head = _HEAD_ENDS.split(text, maxsplit=1)[0]
    if head != text:
        if " " in head:
            yield HEAD, head, 1
        return
    to = _TO.match(text)
    if to:
        yield HEAD, text[to.end() :], _WELL_KNOWN
    words = text.split()
    if not words or words[0].casefold() in _NO_KIND or (words[0][0].isdigit() and words[0][-1] == "x"):
        return
    for place in range(1, len(words)):
        found = " ".join(words[place:])
        # A last word means much, unless it is a name or the lexicon has it as a term.
        means_much = place == len(words) - 1 and sum(map(str.isupper, found)) < _NAME_CAPITALS
        yield HEAD, found, _NEVER if means_much else _WELL_KNOWN
    if len(words) == 1 and text.islower():
        parts = text.split("-")
        if parts[0] not in _NOT_A_KIND:
            for place in range(1, len(parts)):
                yield HEAD, "-".join(parts[place:]), _NEVER
