"""The sentences of a picture: what it shows, from when, and what it hides."""

from collections.abc import Iterable

from papergraph.views.kinds.drawing import LARGE, Drawing
from papergraph.views.text import clean

#: How positions are made, for the notes of a picture.
POSITIONS = (
    "Positions: forces within each component (ForceAtlas2, on a mesh where it is large), overlaps removed, components "
    "packed (seed 7). Distance has no unit."
)


def amount(number: int, one: str, many: str) -> str:
    """Return "1 author", "1,204 authors"."""
    return f"{number:,} {one if number == 1 else many}"


def period(dates: Iterable[str | None]) -> str:
    """Return "listed on 2025-05-07" or "listed from … to …"; nothing when no date is known."""
    known = sorted(clean(date) for date in dates if date)
    if not known:
        return ""
    if known[0] == known[-1]:
        return f" listed on {known[0]}"
    return f" listed from {known[0]} to {known[-1]}"


def shown_and_hidden(drawing: Drawing, *, node: str, nodes: str, chosen_by: str, counted: str = "") -> list[str]:
    """Return the sentences on what is drawn, what was cut, and what stands beside the picture.

    ``chosen_by`` is what those have that were chosen, ``counted`` what a whole number was counted of.
    """
    drawn_nodes, drawn_links = len(drawing.nodes), len(drawing.links)
    hidden_nodes, hidden_links = drawing.linked - drawn_nodes, drawing.links_in_all - drawn_links
    other = "other " if drawing.weaker else ""
    said = [left_out(amount(drawing.weaker, "link", "links"), "of less weight than asked for")] if other else []
    if not drawn_nodes:
        said.append(f"No {node} is linked to another{' by that weight' if other else ''}, so there is nothing to draw.")
    elif hidden_nodes or hidden_links:
        links = _of(drawn_links, drawing.links_in_all, f"{other}links")
        said.append(f"Drawn: {_of(drawn_nodes, drawing.linked, nodes)} and {links}.")
        if drawing.chosen < drawing.linked:
            most = chosen_by if drawing.least is None else f"{amount(drawing.least, counted, f'{counted}s')} or more"
            said.append(f"The {nodes} drawn are those with {most}.")
            if drawing.linked > LARGE[0]:
                said.append("All of them would be too many to read; the picture of communities has them in groups.")
        if drawing.links_among > drawn_links:
            said.append(_strongest(drawing, node, nodes))
    elif drawn_links == 1:
        said.append(f"The one {other}link between them is drawn.")
    else:
        said.append(f"All {drawn_links:,} {other}links between them are drawn.")
    if len(drawing.alone):
        alone = amount(len(drawing.alone), node, nodes)
        listed = f"; {drawing.listed:,} of them are listed below it" if drawing.unlisted else ""
        said.append(left_out(alone, f"without a link{' of that weight' if other else ''}", f"of the picture{listed}"))
    return said


def _strongest(drawing: Drawing, node: str, nodes: str) -> str:
    """Return how the drawn links were chosen: too few of them cannot keep every chosen node."""
    said = "The links drawn are those that say most"
    lost = drawing.chosen - len(drawing.nodes)
    if lost:
        return f"{said}; {left_out(amount(lost, f'{node} more', f'{nodes} more'), 'with none of these')}"
    return f"{said}; the strongest link of each {node} is kept."


def left_out(number: str, what: str, of: str = "") -> str:
    """Return "3 links of some sort are left out"; ``number`` begins with the amount, ``of`` says of what."""
    return f"{number} {what} {'is' if number.startswith('1 ') else 'are'} left out{f' {of}' if of else ''}."


def _of(drawn: int, there: int, things: str) -> str:
    return f"{drawn:,} of {there:,} {things}" if drawn < there else f"all {there:,} {things}"
