"""The line that lists the authors of an entry → their names, in the forms that people and scripts write it."""

import re
import unicodedata
from dataclasses import dataclass

from papergraph.model import Problem
from papergraph.sources.reader import Place, quoted, visible

_STRING = re.compile(r"""\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")\s*(,(?! ?\]?$)|,? ?\]?$)""")
_LOOSE_STRING_BREAK = re.compile(r"""['"]\s*,\s*['"]""")
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|(['\"\\]))")
_BREAK = re.compile(r"[,;\u3001\uff0c]| and (?!others\b)", re.IGNORECASE)
_AND = re.compile(r"\A(?:and(?! others\b)|&) ", re.IGNORECASE)
_GENERATION = re.compile(r"(?:[JS]r\.?|I{2,3}|IV)", re.IGNORECASE)
_OTHERS = r"(?:\+|\.{2,}|…|(?:and )?(?:[0-9]+ (?:more )?)?others|et al\.?)"
_AND_OTHERS = re.compile(rf"(?:(.+?) )??{_OTHERS}", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Authors:
    """Names in the order listed, each once; ``incomplete`` when the list ends in "and others"."""

    names: tuple[str, ...]
    incomplete: bool
    problems: tuple[Problem, ...]


def read_authors(line: str, place: Place) -> Authors:
    """Return the authors that the line names, without white space, unseen characters, repetitions and empty names."""
    line = " ".join(visible(line).split())
    problems = []
    if line.startswith("["):
        problems.append(place.note("author-list-repr", "the authors were a Python list; its names were taken out"))
        listed = _parse_list(line)
    else:
        listed = _split(line)
    names: list[str] = []
    incomplete = False
    for name in (" ".join(unicodedata.normalize("NFC", name).split()) for name in listed):
        others = _AND_OTHERS.fullmatch(name)
        incomplete = incomplete or others is not None
        name = (others[1] or "") if others else name
        if name and not any(map(str.isalnum, name)):
            problems.append(place.warning("author-unusable", f"{quoted(name)} is no name; it was left out"))
        elif name:
            names.append(name)
    kept = tuple(dict.fromkeys(names))
    if repeated := len(names) - len(kept):
        problems.append(place.note("author-repeated", f"names that are listed again: {repeated}; each was kept once"))
    return Authors(names=kept, incomplete=incomplete, problems=tuple(problems))


def _split(line: str) -> list[str]:
    names: list[str] = []
    for part in _BREAK.split(line):
        name = _AND.sub("", part.strip(), count=1)
        if names and _GENERATION.fullmatch(name):
            names[-1] = f"{names[-1]}, {name}"
        else:
            names.append(name)
    return names


def _parse_list(line: str) -> list[str]:
    """Return the strings of a Python list, read without evaluating it; as well as can be when its quotes are broken."""
    names = []
    position = 1
    while position < len(line) and (match := _STRING.match(line, position)):
        names.append(_unescaped(match[1] if match[1] is not None else match[2]))
        position = match.end()
        if match[3] != ",":
            return names
    inside = line.strip().removeprefix("[").removesuffix("]").strip()
    loose = _LOOSE_STRING_BREAK.split(inside) if _LOOSE_STRING_BREAK.search(inside) else inside.split(",")
    return [_unescaped(name.strip().strip("'\"")) for name in loose]


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda match: match[3] or _character(match[1] or match[2]), text)


def _character(digits: str) -> str:
    code = int(digits, 16)
    return "" if 0xD800 <= code <= 0xDFFF else chr(code)
