"""A picture as one HTML file that asks for nothing else: no request, no inline handler, nothing a stranger wrote run.

The page's own policy (CSP) forbids everything but its two scripts and its style, by their hashes. Text of strangers
stands in escaped HTML or in a JSON block, and the script puts it into the page as text, never as markup.
"""

import base64
import hashlib
from functools import cache
from importlib.metadata import version
from typing import Any

from markupsafe import Markup

from papergraph.errors import UnknownNameError
from papergraph.views import painter as painters
from papergraph.views.model import PAINTERS, Edge, ViewModel
from papergraph.views.palette import DARK, LIGHT, Palette
from papergraph.views.payload import payload
from papergraph.views.templates import asset, render
from papergraph.views.text import clean

_WITHOUT_SCRIPT = 50  # links that a reader without JavaScript sees
#: What page.css names for light, in the dark.
_DARKER = (
    "--link: #7CC4FF; --panel: #1A2333; --edge: #2F3B4E; --hover: #243044; --mark: #7A5B00;"
    " --shadow: 0 8px 28px rgb(0 0 0 / 0.5);"
)


def html(model: ViewModel, *, painter: str | None = None, home: str | None = None) -> str:
    """Return ``model`` as a whole HTML page: write it as UTF-8, it needs nothing else.

    ``painter`` is one of :data:`papergraph.views.model.PAINTERS`; by default the size of the picture chooses. ``home``
    is the address of the page that leads to this one, for a link back. The same model gives the same page, byte for
    byte.

    Raises:
        UnknownNameError: there is no such painter.
    """
    painter = painters.choose(model) if painter is None else painter
    if painter not in PAINTERS:
        raise UnknownNameError("painter", painter, PAINTERS)
    by_vis = painter == "vis"
    library = painters.library() if by_vis else None
    script = asset("shell.js")  # built from web/src
    style = _style()
    return render(
        "page.html.jinja",
        model=model,
        title=clean(model.title),
        home=home,
        painter=painters.said(painter),
        policy=_policy(scripts=(library, script) if library else (script,), style=style),
        library=Markup(library) if library else None,  # our own files, not text of strangers
        version=version("papergraph"),
        script=Markup(script),
        style=Markup(style),
        data=Markup(payload(model, painter=painter, drawn=painters.objects(model) if by_vis else None)),  # escaped
        strongest=[_plain_link(model, edge) for edge in model.edges[:_WITHOUT_SCRIPT]],
    )


def _plain_link(model: ViewModel, edge: Edge) -> dict[str, Any]:
    shared = [model.concepts[model.claims[first].concept].label for first, _ in edge.claims]
    papers = [] if shared else [model.papers[paper] for paper in edge.papers]
    ends = (model.nodes[edge.source].name, model.nodes[edge.target].name)
    return {"ends": ends, "shared": shared, "papers": papers}


def _policy(*, scripts: tuple[str, ...], style: str) -> str:
    allowed = " ".join(_hash(script) for script in scripts)
    return f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; base-uri 'none'; form-action 'none'"


@cache
def _hash(source: str) -> str:
    digest = hashlib.sha256(source.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


@cache
def _style() -> str:
    return f"{asset('page.css')}\n{_variables()}"


def _variables() -> str:
    """Return the palettes as custom properties, so that colours are spelled in one place.

    A reader's choice of scheme comes before the system's, and paper is always light.
    """
    dark = f"color-scheme: dark; {_properties(DARK)} {_DARKER}"
    return (
        f":root {{ {_properties(LIGHT)} }}\n"
        f"@media screen and (prefers-color-scheme: dark) {{ :root:not([data-scheme=light]) {{ {dark} }} }}\n"
        f"@media screen {{ :root[data-scheme=dark] {{ {dark} }} }}"
    )


def _properties(palette: Palette) -> str:
    named = {"background": palette.background, "ink": palette.ink, "quiet": palette.quiet, "line": palette.line}
    named |= {"other": palette.other} | {f"group-{place}": value for place, value in enumerate(palette.groups)}
    return " ".join(f"--{name}: {value};" for name, value in named.items())
