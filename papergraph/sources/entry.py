"""One entry of a digest: its heading with the link, what is said of votes and authors, and its prose."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from papergraph.model import Listing, Problem, Section
from papergraph.sources import addresses
from papergraph.sources.authors import Authors, read_authors
from papergraph.sources.reader import LONGEST_LINE, Entry, Place, quoted, visible
from papergraph.sources.sections import read_sections

_BEFORE_LINK = re.compile(r"[^\w\[]*(?:[0-9]+[^\w\[]+)?")
_ADDRESS = re.compile(r"\(\s*<?((?:[^\s()<>]|\([^\s()<>]*\))+)>?(?:\s+\"[^\"]*\")?\s*\)")
_FIELD = re.compile(r" {0,3}[*_]{0,3}(votes?|authors?)[*_]{0,3} {0,3}[:\uff1a][*_]{0,3}(.*)", re.IGNORECASE)
_VOTES = re.compile(r"[0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,9}")
_UNKNOWN_VOTES = {"", "-", "–", "—", "?", "n/a", "na", "none", "unknown"}

_PICTURE = re.compile(r"\s*(?:\[?!\[[^\]\n]*\]\([^()\n]*\)(?:\]\([^()\n]*\))?\s*)+")
_VIDEO = re.compile(r"\s*\[watch\b[^\]\n]*\]\s*\(?\S*\s*", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_RULE = re.compile(r"\s*([-*_])(?:[ \t]*\1){2,}\s*")


@dataclass(slots=True)
class _Fields:
    votes: int | None = None
    authors: Authors | None = None
    first: dict[str, str] = field(default_factory=dict)  # by field, as it stands
    problems: list[Problem] = field(default_factory=list)


def read_entry(lines: Sequence[str], place: Place, *, rank: int) -> tuple[Entry | None, tuple[Problem, ...]]:
    """Return the entry, or ``None`` when it is lost, and its problems.

    Args:
        lines: the heading (``### [Title](address)``) and all lines up to the next entry.
        place: where the heading stands.
        rank: the entry's place in its part.
    """
    if any(len(line) > LONGEST_LINE for line in lines):
        return None, (_too_long(place),)
    heading = _read_heading(lines[0].strip().lstrip("#").strip(), place)
    if isinstance(heading, Problem):
        return None, (heading,)
    title, address, after = heading
    if (identity := addresses.identify(address)) is None:
        return None, (_unknown_address(address, place),)
    fields, prose = _read_body(lines[1:], place)
    shown = visible(title).strip()
    if not shown:
        return None, (place.error("entry-without-title", "the link of this entry has no text"),)
    paper, url = identity
    listing = Listing(
        paper=paper,
        url=url,
        title=shown,
        authors=fields.authors.names if fields.authors else (),
        authors_incomplete=fields.authors is not None and fields.authors.incomplete,
        votes=fields.votes,
        rank=rank,
        sections=_sections(shown, prose),
    )
    return Entry(place=place, listing=listing), (*_about_heading(title, after, place), *fields.problems)


def _sections(title: str, prose: list[str]) -> tuple[Section, ...]:
    texts = [(None, title), *read_sections(prose)]
    return tuple(Section(position=i, heading=heading, text=text) for i, (heading, text) in enumerate(texts))


# ---------------------------------------------------------------------------------------------------------------------
# The heading


def _read_heading(heading: str, place: Place) -> tuple[str, str, str] | Problem:
    """Return title, address, and what stands behind the link."""
    begin = _BEFORE_LINK.match(heading)
    start = begin.end() if begin else 0
    if heading[start : start + 1] == "[":
        for end in (_closing_bracket(heading, start), heading.rfind("](", start)):
            if end > start and (match := _ADDRESS.match(heading, end + 1)):
                return heading[start + 1 : end].strip(), match[1], heading[match.end() :].strip(" *_")
    return place.error(
        "entry-without-link",
        f"the heading is no link to a paper: {quoted(heading)}",
        hint="an entry begins with ### [Title](address)",
    )


def _closing_bracket(text: str, start: int) -> int:
    """Return the place of the bracket that closes the one at ``start``; -1 when none does."""
    depth = 0
    for place in range(start, len(text)):
        if text[place] in "[]" and (place == start or text[place - 1] != "\\"):
            depth += 1 if text[place] == "[" else -1
            if depth == 0:
                return place
    return -1


def _about_heading(title: str, after: str, place: Place) -> list[Problem]:
    problems = []
    if visible(title) != title:
        problems.append(place.note("title-characters", "characters that nobody sees were taken out of the title"))
    if after:
        problems.append(place.note("text-after-link", f"what stands behind the link was left out: {quoted(after)}"))
    return problems


def _too_long(place: Place) -> Problem:
    return place.error(
        "entry-line-too-long",
        f"the entry has a line of more than {LONGEST_LINE:,} characters",
        hint="a digest's lines are prose: this one is probably embedded data",
    )


def _unknown_address(address: str, place: Place) -> Problem:
    return place.error(
        "entry-unknown-address",
        f"the link names no paper that has an identity: {quoted(address)}",
        hint=f"link to {addresses.KNOWN}",
    )


# ---------------------------------------------------------------------------------------------------------------------
# The lines below it


def _read_body(lines: Sequence[str], place: Place) -> tuple[_Fields, list[str]]:
    """Return the fields, and the prose with an empty line in place of each line that is none of it."""
    fields = _Fields()
    prose = []
    for number, line in enumerate(lines, start=(place.line or 0) + 1):
        if match := _FIELD.fullmatch(line):
            _read_field(fields, match[1].lower().rstrip("s"), match[2].strip(), Place(file=place.file, line=number))
            prose.append("")
        else:
            prose.append("" if _is_picture(line) else line)
    return fields, prose


def _is_picture(line: str) -> bool:
    stripped = line.lstrip()
    if stripped.startswith("<"):
        return not _TAG.sub("", stripped).strip()
    return any(pattern.fullmatch(line) for pattern in (_PICTURE, _VIDEO, _RULE)) if stripped[:1] in _SIGNS else False


_SIGNS = ("!", "[", "-", "*", "_")


def _read_field(fields: _Fields, name: str, value: str, place: Place) -> None:
    if name in fields.first:
        if fields.first[name] != value:
            fields.problems.append(
                place.warning(f"{name}s-repeated", f"another line with {name}s: the first one holds")
            )
        return
    fields.first[name] = value
    if name == "author":
        fields.authors = read_authors(value, place)
        fields.problems += fields.authors.problems
    elif _VOTES.fullmatch(value):
        fields.votes = int(value.replace(",", ""))
    elif value.lower() not in _UNKNOWN_VOTES:
        fields.problems.append(
            place.warning("votes-unreadable", f"the votes are no number: {quoted(value)}; they count as unknown")
        )
