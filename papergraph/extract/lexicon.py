"""Names and terms that are known beforehand, read from plain files.

A file has one term a line: name, class, kind, aliases, separated by tabs; aliases are separated by ``|``; lines that
begin with ``#`` are comments. The class is METHOD, MODEL, DATASET, BENCHMARK, TASK, METRIC, or NOT for what is never a
concept (organisations, hardware, languages …). The kind is ``proper`` or ``general``.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from papergraph.errors import InputError
from papergraph.extract.folding import fold
from papergraph.model import ConceptClass

_CLASSES = {
    "METHOD": ConceptClass.METHOD,
    "MODEL": ConceptClass.MODEL,
    "DATASET": ConceptClass.DATASET,
    "BENCHMARK": ConceptClass.DATASET,
    "TASK": ConceptClass.TASK,
    "METRIC": ConceptClass.METRIC,
    "NOT": None,
}
_KINDS = {"proper": True, "general": False}
_VARIANT = re.compile(
    # A run of digits is taken whole, and "it" behind one as its suffix: each text matches in one way only.
    r"(?:[-_. ]?(?:[vVR]?\d++(?:\.\d++)*+(?:[BMK]|[a-z]{0,2})|VL|Coder|Code|Math|Audio|Omni|Instruct|Chat|"
    r"Base|Turbo|Pro|Flash|Mini|mini|nano|Large|Small|Medium|Plus|Max|Vision|Video|"
    r"Next|NeXT|OneVision|Thinking|Reasoning|Sonnet|Opus|Haiku|XL|XXL|HD|dev|schnell|Lite|Ultra|Nemo|"
    r"Distill|(?<!\d)it|large|base|small|medium|huge|preview))*"
)
_SHIPPED = Path(__file__).parent / "lexicon"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One thing the lexicon knows. ``cls`` is None for what is never a concept."""

    name: str
    cls: ConceptClass | None
    benchmark: bool
    proper: bool
    aliases: tuple[str, ...]

    @property
    def surfaces(self) -> tuple[str, ...]:
        """All forms of the term, the name first."""
        return (self.name, *self.aliases)


class Lexicon:
    """Terms, found by any of their surfaces. Of two terms with one surface, the one read first keeps it."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self.terms = tuple(terms)
        self._by_surface: dict[str, Term] = {}
        self._models: dict[str, Term] = {}
        for term in self.terms:
            for surface in term.surfaces:
                self._by_surface.setdefault(fold(surface), term)
                if term.cls is ConceptClass.MODEL and term.proper:
                    self._models.setdefault(fold(surface), term)

    def find(self, surface: str) -> Term | None:
        """Return the term that has ``surface``, whatever its case, spaces and hyphens; None when there is none."""
        return self._by_surface.get(fold(surface))

    def family(self, name: str) -> Term | None:
        """Return the known model that ``name`` is a version of (``Qwen9.5-Coder`` → Qwen); None when it is of none."""
        for cut in (*range(len(name) - 1, 2, -1),):
            if (name[cut] in "-_. " or name[cut].isdigit()) and _VARIANT.fullmatch(name, cut):
                term = self._models.get(fold(name[:cut]))
                if term is not None:
                    return term
        return None


def load(own: Sequence[Path] = ()) -> Lexicon:
    """Return the lexicon that is shipped with the package, behind the terms of the user's ``own`` files.

    Raises:
        InputError: a file that cannot be read, or a line that is no term; with file and line.
    """
    shipped = (term for file in sorted(_SHIPPED.glob("*.tsv")) for _, term in _lines(file))
    return Lexicon([*read(own), *shipped])


def read(files: Iterable[Path]) -> list[Term]:
    """Return the terms of the user's ``files``, in order.

    Raises:
        InputError: a file that cannot be read, a line that is no term, or a surface that two terms claim; with file
            and line.
    """
    terms: list[Term] = []
    places: dict[str, tuple[Term, str]] = {}
    for file in files:
        for number, term in _lines(file):
            terms.append(term)
            for surface in term.surfaces:
                other, place = places.setdefault(fold(surface), (term, f"{file}:{number}"))
                if other != term:
                    raise InputError(
                        f"{surface!r} is a name of {term.name!r} here and of {other.name!r} in {place}",
                        file=str(file),
                        line=number,
                        hint="a surface may stand for one term only",
                    )
    return terms


def _lines(file: Path) -> Iterator[tuple[int, Term]]:
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = "it is not UTF-8" if isinstance(error, UnicodeDecodeError) else error.strerror
        raise InputError(f"the lexicon cannot be read: {reason}", file=str(file)) from error
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip() and not line.startswith("#"):
            yield number, _parse(line, file=str(file), number=number)


def _parse(line: str, *, file: str, number: int) -> Term:
    cells = [cell.strip() for cell in line.split("\t")]
    if len(cells) not in (3, 4):
        raise InputError(
            f"a lexicon line has three or four cells, not {len(cells)}",
            file=file,
            line=number,
            hint="name<TAB>class<TAB>kind<TAB>alias|alias",
        )
    name, cls, kind = cells[:3]
    if not name:
        raise InputError("a lexicon line without a name", file=file, line=number)
    if cls not in _CLASSES:
        raise InputError(f"no class {cls!r}", file=file, line=number, hint=f"one of {', '.join(_CLASSES)}")
    if kind not in _KINDS:
        raise InputError(f"no kind {kind!r}", file=file, line=number, hint="proper or general")
    aliases = tuple(alias.strip() for alias in cells[3].split("|") if alias.strip()) if len(cells) == 4 else ()
    return Term(name=name, cls=_CLASSES[cls], benchmark=cls == "BENCHMARK", proper=_KINDS[kind], aliases=aliases)
