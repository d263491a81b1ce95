"""The text of an alias file → aliases, each with its line. tomllib knows no lines, so each statement is read alone."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any
from urllib.parse import quote

from papergraph.errors import InputError
from papergraph.model import Alias, AliasKind, ConceptClass, NameRef, PaperId, Subject
from papergraph.query.decisions import written
from papergraph.sources.addresses import identify

_KINDS = {
    Subject.CONCEPT: tuple(AliasKind),
    Subject.AUTHOR: (AliasKind.SAME, AliasKind.DIFFERENT, AliasKind.HIDE),
}
_FEWEST = {AliasKind.HIDE: 1}
_MOST = {AliasKind.BROADER: 2, AliasKind.CLASS: 2}
_EXAMPLES = {
    AliasKind.SAME: 'same = ["one name", "another name"]',
    AliasKind.DIFFERENT: 'different = ["one name", "another name"]',
    AliasKind.BROADER: 'broader = ["the narrower", "the broader"]',
    AliasKind.CLASS: 'class = ["a name", "Method"]',
    AliasKind.HIDE: 'hide = ["a name"]',
}
_CLASSES = {cls.value: (cls, False) for cls in ConceptClass} | {"Benchmark": (ConceptClass.DATASET, True)}
_ADDRESSES = {"arxiv": "https://arxiv.org/abs/", "doi": "https://doi.org/", "acl": "https://aclanthology.org/"}
_UNCLOSED = {r"Illegal character '\n'": "A string does not end on its line"}
_CONTROL = re.compile(r"[\x00-\x1f]")  # what the names of a digest never hold

#: What decides where a statement of TOML ends: strings and comments as a whole, brackets, line ends; and anything else.
#: A string that nobody closes is taken to its end, so that each character is looked at once.
_TOKEN = re.compile(
    r'"""(?:\\.|"(?!"")|[^"\\])*+(?:"{3,5})?'
    r"|'''(?:'(?!'')|[^'])*+(?:'{3,5})?"
    r'|"(?:\\[^\n]|[^"\\\n])*+"?'
    r"|'[^'\n]*+'?"
    r"|\#[^\n]*+"
    r"|[\n\[\]{}]"
    r"""|[^\n\[\]{}\#"']++""",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where a statement stands."""

    file: str
    line: int

    def error(self, message: str, *, hint: str | None = None) -> InputError:
        return InputError(message, file=self.file, line=self.line, hint=hint)


def read(text: str, *, file: str) -> Iterator[Alias]:
    """Return the aliases of the text of a file, in order.

    Raises:
        InputError: a statement that is none, with its line.
    """
    subject: Subject | None = None
    seen: set[AliasKind] = set()  # in this table
    for line, statement in _statements(text):
        place = _Place(file=file, line=line)
        said = _parsed(statement, place)
        if statement.lstrip().startswith("["):
            subject = _subject(said, place)
            seen.clear()
            continue
        for key, value in said.items():  # one
            kind, subject = _kind(key, subject, place)
            if kind in seen:
                raise place.error(f"{key!r} stands twice in one table", hint=f"begin another [[{subject.value}]]")
            seen.add(kind)
            yield from _aliases(kind, subject, value, place)


# ---------------------------------------------------------------------------------------------------------------------
# TOML


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """Return each header and each key with its value, with the line in which it begins."""
    line, start, depth = 1, 0, 0
    for token in _TOKEN.finditer(text + "\n"):
        sign = token.group()
        depth += (sign in ("[", "{")) - (sign in ("]", "}"))
        if sign == "\n" and depth == 0:
            statement = text[start : token.start()]
            if statement.strip() and not statement.lstrip().startswith("#"):
                yield line, statement
            line += statement.count("\n") + 1
            start = token.end()
    if text[start:].strip():  # a bracket that nobody closes
        yield line, text[start:]


def _parsed(statement: str, place: _Place) -> dict[str, Any]:
    try:
        return tomllib.loads(statement)
    except tomllib.TOMLDecodeError as error:
        reason, _, where = str(error).partition(" (at ")
        found = re.match(r"line (\d+)", where)
        line = place.line + int(found[1]) - 1 if found else place.line
        began = f", in what begins in line {place.line}" if line != place.line else ""
        raise InputError(
            f"this is no TOML: {_UNCLOSED.get(reason, reason)}{began}",
            file=place.file,
            line=line,
            hint=f"names stand in quotes, lists in brackets: {_EXAMPLES[AliasKind.SAME]}",
        ) from error
    except (ValueError, RecursionError) as error:  # a number of thousands of digits, thousands of brackets
        raise place.error("this is no list of names", hint=_EXAMPLES[AliasKind.SAME]) from error


def _subject(header: Mapping[str, Any], place: _Place) -> Subject:
    for subject in Subject:
        if header == {subject.value: [{}]}:
            return subject
        if header == {subject.value: {}}:
            raise place.error(f"[{subject.value}] has one pair of brackets only", hint=f"write [[{subject.value}]]")
    name = ".".join(_path(header))
    raise place.error(f"no table {name!r}", hint=_near(name, [subject.value for subject in Subject]))


def _path(header: Mapping[str, Any]) -> Iterator[str]:
    while header:
        name, inner = next(iter(header.items()))
        yield name
        header = inner[0] if isinstance(inner, list) else inner


# ---------------------------------------------------------------------------------------------------------------------
# Statements → aliases


def _kind(key: str, subject: Subject | None, place: _Place) -> tuple[AliasKind, Subject]:
    if subject is None:
        raise place.error(f"{key!r} stands before any table", hint="write [[concept]] or [[author]] above it")
    for kind in _KINDS[subject]:
        if kind.value == key:
            return kind, subject
    there_is = [kind.value for kind in _KINDS[subject]]
    if any(kind.value == key for kind in AliasKind):
        raise place.error(f"{key!r} can be said of concepts only", hint=f"one of {', '.join(there_is)}")
    raise place.error(f"no statement {key!r}", hint=_near(key, there_is))


def _near(name: str, known: Sequence[str]) -> str:
    near = get_close_matches(name.lower(), known, n=1)
    return f"try: {near[0]}" if near else f"one of {', '.join(known)}"


def _aliases(kind: AliasKind, subject: Subject, value: object, place: _Place) -> Iterator[Alias]:
    names = _names(kind, value, place)
    cls, benchmark = _class(names.pop(), place) if kind is AliasKind.CLASS else (None, False)
    refs: dict[NameRef, None] = {}
    for name in names:
        ref = _ref(name, place)
        if ref in refs:
            raise place.error(f"{written(ref)!r} stands twice in one list")
        refs[ref] = None
    for together in [(ref,) for ref in refs] if kind is AliasKind.HIDE else [tuple(refs)]:
        yield Alias(
            kind=kind, subject=subject, names=together, cls=cls, benchmark=benchmark, file=place.file, line=place.line
        )


def _names(kind: AliasKind, value: object, place: _Place) -> list[str]:
    example = _EXAMPLES[kind]
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        raise place.error(f"{kind.value!r} takes a list of names", hint=example)
    names = [name.strip() for name in value]
    fewest, most = _FEWEST.get(kind, 2), _MOST.get(kind, len(names))
    if not fewest <= len(names) <= most:
        number = f"{fewest} name{'s' * (fewest != 1)}"
        raise place.error(
            f"{kind.value!r} takes {'' if kind in _MOST else 'at least '}{number}, not {len(names)}", hint=example
        )
    if "" in names:
        raise place.error("an empty name", hint=example)
    wrong = next((name for name in names if _CONTROL.search(name)), None)
    if wrong is not None:
        raise place.error(f"a control character in the name {wrong!r}", hint="a name stands on one line")
    return names


def _class(name: str, place: _Place) -> tuple[ConceptClass, bool]:
    found = _CLASSES.get(name.capitalize())
    if found is None:
        raise place.error(f"no class {name!r}", hint=f"one of {', '.join(_CLASSES)}")
    return found


# ---------------------------------------------------------------------------------------------------------------------
# Names, and the papers that use them


def _ref(text: str, place: _Place) -> NameRef:
    """Return a name, with its paper when one stands in brackets behind it; brackets without an id are of the name."""
    begin = _last_bracket(text)
    paper = _paper(text[begin + 1 : -1].strip()) if begin is not None else None
    name = text[:begin].strip() if paper else text
    if not name:
        raise place.error(f"{text!r} is a paper without a name", hint='write "name (paper)"')
    return NameRef(name=name, paper=paper)


def _last_bracket(text: str) -> int | None:
    """Return where the bracket opens that closes at the end of ``text``."""
    depth = 0
    for position in reversed(range(len(text))) if text.endswith(")") else ():
        depth += (text[position] == ")") - (text[position] == "(")
        if depth == 0:
            return position
    return None


def _paper(text: str) -> PaperId | None:
    scheme, colon, local = text.partition(":")
    if not colon:
        scheme, local = "arxiv", text
    address = _ADDRESSES.get(scheme.strip().lower())
    found = identify(address + quote(local.strip(), safe="/")) if address else None
    return found[0] if found else None
