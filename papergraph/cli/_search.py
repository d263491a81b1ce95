"""What was found, on a terminal."""

from collections.abc import Iterable, Iterator

from papergraph.cli._errors import one_line
from papergraph.query.searching import Found, Snippet

_MARKS = "⟦{}⟧"


def lines(found: Iterable[Found]) -> str:
    """Return what was found as lines of text; sections of one paper stand below its title once."""
    return "\n".join(_lines(found))


def _lines(found: Iterable[Found]) -> Iterator[str]:
    last = None
    for one in found:
        if one.kind != "section":
            name = "" if one.title == one.snippet.text else f"{one.title}: "
            yield one_line(f"{one.kind:<8}{name}{_marked(one.snippet)}")
            last = one.iri if one.kind == "paper" else None
            continue
        if one.paper != last:
            yield one_line(f"{'paper':<8}{one.title}")
        place = " ".join(filter(None, (one.date, one.heading)))
        yield one_line(f"        {_marked(one.snippet)}  ({place})")
        last = one.paper


def _marked(snippet: Snippet) -> str:
    pieces = []
    end = 0
    for start, stop in snippet.marks:
        pieces += [snippet.text[end:start], _MARKS.format(snippet.text[start:stop])]
        end = stop
    return "".join([*pieces, snippet.text[end:]])
