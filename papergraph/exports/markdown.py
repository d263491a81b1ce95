"""Text of strangers inside a Markdown note, so that it reads as it was written and does nothing."""

import json
import re

from papergraph.exports.addresses import web_address
from papergraph.exports.plain import one_line

# What may begin emphasis, code, a link, a tag, a comment, a formula, a block id, HTML or an entity, in CommonMark or in
# Obsidian.
_ACTIVE = re.compile(r"[\\`*_{}\[\]<>#|~$%^=!&]")
_BLOCK = re.compile(r"(\d+)([.)])|([-+])")
# Escapes do nothing inside [[…]], so what would end or split a link there becomes its full-width form.
_IN_A_LINK = str.maketrans({"[": "［", "]": "］", "|": "｜", "<": "＜", ">": "＞", "`": "｀", "%": "％", "$": "＄"})


def escaped(text: str) -> str:
    """Return ``text`` on one line, with every sign that Markdown would act on escaped."""
    line = one_line(text)
    if begin := _BLOCK.match(line):
        cut = begin.end()
        return f"{begin[1] or ''}\\{begin[2] or begin[3]}{_ACTIVE.sub(_escape, line[cut:])}"
    return _ACTIVE.sub(_escape, line)


def note_link(name: str, shown: str) -> str:
    """Return a link to the note in the file ``name``, showing ``shown``: ``[[name]]`` or ``[[name|shown]]``."""
    label = one_line(shown).translate(_IN_A_LINK)
    return f"[[{name}]]" if label in (name, "") else f"[[{name}|{label}]]"


def web_link(text: str, url: str | None) -> str:
    """Return ``text`` as a link to ``url``, or the text alone when that is no address of the web."""
    address = web_address(url)
    if address is None:
        return escaped(text)
    return f"[{escaped(text)}](<{address.replace('&', '&amp;')}>)"


def front_matter(values: dict[str, object]) -> str:
    """Return the values as YAML between two rules; strings and lists are written as JSON, which YAML reads."""
    lines = (f"{name}: {json.dumps(_clean(value), ensure_ascii=False)}\n" for name, value in values.items())
    return f"---\n{''.join(lines)}---\n"


def _escape(match: re.Match[str]) -> str:
    return {"<": "&lt;", "&": "&amp;"}.get(match[0], f"\\{match[0]}")


def _clean(value: object) -> object:
    if isinstance(value, str):
        return one_line(value)
    return [_clean(item) for item in value] if isinstance(value, list | tuple) else value
