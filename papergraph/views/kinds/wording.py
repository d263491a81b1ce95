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
    if not drawn_nodes:
        said = [f"No {node} is linked to another, so there is nothing to draw."]
    elif hidden_nodes or hidden_links:
        said = [
            f"Drawn: {_of(drawn_nodes, drawing.linked, nodes)} and {_of(drawn_links, drawing.links_in_all, 'links')}."
        ]
        if hidden_nodes:
            most = chosen_by if drawing.least is None else f"{amount(drawing.least, counted, f'{counted}s')} or more"
            said.append(f"The {nodes} drawn are those with {most}.")
            if drawing.linked > LARGE[0]:
                said.append("All of them do not read in one picture; the picture of communities has them in groups.")
        if drawing.links_among > drawn_links:
            said.append(f"The links drawn are those that say most; the strongest link of each {node} is kept.")
    else:
        said = [f"All {amount(drawn_links, 'link', 'links')} between them are drawn."]
    if len(drawing.alone):
        alone = amount(len(drawing.alone), node, nodes)
        listed = f"; {drawing.listed:,} of them are listed below it" if drawing.listed < len(drawing.alone) else ""
        verb = "is" if len(drawing.alone) == 1 else "are"
        said.append(f"{alone} without a link {verb} left out of the picture{listed}.")
    return said


def _of(drawn: int, there: int, things: str) -> str:
    return f"{drawn:,} of {there:,} {things}" if drawn < there else f"all {there:,} {things}"
