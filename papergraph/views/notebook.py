"""A page inside a notebook: a frame that holds it whole, so nothing is fetched and nothing leaks in or out."""

from papergraph.views.templates import render


def frame(page: str, *, title: str) -> str:
    """Return an ``iframe`` whose content is ``page``.

    The page stands in an attribute, so it is escaped once more. The sandbox lets its scripts run, apart from the
    notebook, and lets links to papers open in a tab of their own.
    """
    return render("frame.html.jinja", page=page, title=title)
