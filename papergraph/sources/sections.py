"""The prose of an entry → its sections: one for each item or paragraph at the top level, text as it stands."""

import re
from dataclasses import dataclass, field

_BULLET = re.compile(r"\s*[-*+•](?:\s+|$)")
_NUMBER = re.compile(r"\s*[0-9]{1,2}[.)]\s+")
_HASHES = re.compile(r"\s*#{1,6}\s(.*)")
_EMPHASIS = re.compile(r"(?:\*{2,3}([^*\n]{1,100})\*{2,3}|__([^_\n]{1,100})__)[ \t]{0,3}([:\uff1a]?)\s*")


@dataclass(slots=True)
class _Block:
    kind: str  # "item", "number", "paragraph"
    indent: int
    heading: str | None  # of the heading line above
    lines: list[str] = field(default_factory=list)


def read_sections(lines: list[str]) -> list[tuple[str | None, str]]:
    """Return (heading, text) of each section, in order.

    Nested items and lines that continue an item stay in its text. A heading on a line of its own holds for all that
    follows it, until the next; with nothing below it, it is text.
    """
    return [section for block in _blocks(lines) if (section := _section(block))[1]]


def _blocks(lines: list[str]) -> list[_Block]:
    blocks: list[_Block] = []
    block: _Block | None = None
    heading: str | None = None
    unused: str | None = None  # the line of a heading that nothing has followed so far
    gap = 0
    for line in lines:
        if not line.strip():
            gap += 1
            continue
        indent = _indent(line)
        if block and block.kind != "paragraph" and indent > block.indent + 1:
            block.lines += [""] * gap + [line]
        elif (found := _heading(line)) and (
            block is None or gap or block.kind == "paragraph" or line.lstrip()[0] == "#"
        ):
            blocks += _as_text(unused)
            block, heading, unused = None, found, line
        elif kind := _starts(line, block, gap):
            block, unused = _Block(kind=kind, indent=indent, heading=heading, lines=[line]), None
            blocks.append(block)
        elif block:
            block.lines.append(line)
        gap = 0
    return blocks + _as_text(unused)


def _indent(line: str) -> int:
    expanded = line.expandtabs(4)
    return len(expanded) - len(expanded.lstrip())


def _heading(line: str) -> str | None:
    """Return the heading that fills the line: one with hashes, or one in bold type."""
    if hashes := _HASHES.fullmatch(line):
        return _plain(hashes[1]) or None
    bold = _EMPHASIS.fullmatch(line.lstrip())
    return _plain(bold[1] or bold[2]) or None if bold else None


def _label(text: str) -> tuple[str, str] | None:
    """Return the heading that begins the text (``**Dataset**: …``, or in bold type on its first line), and the rest."""
    match = _EMPHASIS.match(text)
    if match is None:
        return None
    name = (match[1] or match[2]).rstrip()
    alone = "\n" in match[0]
    rest = text[match.end() :]
    return (_plain(name), rest) if rest and _plain(name) and (match[3] or name[-1] in ":\uff1a" or alone) else None


def _plain(heading: str) -> str:
    return " ".join(heading.strip("#*_ \t:\uff1a").split())


def _starts(line: str, block: _Block | None, gap: int) -> str | None:
    """Return the kind of block that begins with this line, ``None`` when it continues the one before."""
    if _BULLET.match(line):
        return "item"
    fresh = block is None or gap > 0
    if _NUMBER.match(line) and (fresh or (block is not None and block.kind == "number")):
        return "number"
    return "paragraph" if fresh else None


def _as_text(line: str | None) -> list[_Block]:
    return [] if line is None else [_Block(kind="paragraph", indent=0, heading=None, lines=[line.lstrip("# \t")])]


def _section(block: _Block) -> tuple[str | None, str]:
    marker = {"item": _BULLET, "number": _NUMBER}.get(block.kind)
    text = "\n".join(block.lines)
    if marker and (match := marker.match(text)):
        text = text[match.end() :]
    text = text.strip()
    return _label(text) or (block.heading, text)
