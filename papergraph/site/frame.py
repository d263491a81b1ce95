"""What every page has: its head and policy, the way through the site, the search box, links that fit where it lies."""

import re
import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from papergraph import vocab
from papergraph.query.terms import shorten
from papergraph.site import words
from papergraph.site.facts import SiteFacts
from papergraph.site.local_graph import sign
from papergraph.site.paths import FOLDERS, root
from papergraph.views.palette import DARK, LIGHT, Palette
from papergraph.views.text import web_address

#: Nothing but the site's own style and scripts; no inline script or style, whoever wrote it.
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'"

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
#: Several of a kind, as readers say it.
PLURALS = dict(zip(FOLDERS, ("papers", "people", "methods", "models", "datasets", "tasks", "metrics"), strict=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Crumb:
    """A step on the way to a page: its name, and its path in the site."""

    name: str
    path: str


class Frame:
    """Renders pages, each at its path."""

    def __init__(self, facts: SiteFacts, paths: Mapping[str, str], *, base: str) -> None:
        self._facts = facts
        self._paths = paths
        self._prefixes = vocab.prefixes(base)
        self._links: dict[tuple[str, str], Markup] = {}

    def render(
        self,
        template: str,
        path: str,
        *,
        title: str,
        crumbs: Sequence[Crumb] = (),
        described: str | None = None,
        **values: Any,
    ) -> str:
        """Return the page at ``path`` (with its suffix).

        Args:
            template: the name of its template.
            path: where it will lie in the site.
            title: what stands above it; escaped here.
            crumbs: the pages on the way to it.
            described: the path, without suffix, of its description as RDF.
            values: what the template needs beyond that.
        """
        up = root(path)
        return (
            _environment()
            .get_template(template)
            .render(
                values,
                policy=POLICY,
                root=up,
                path=path,
                title=words.line(title),
                crumbs=crumbs,
                described=described,
                kinds=PLURALS,
                facts=self._facts,
                link=lambda iri: self.link(iri, up),
                address=lambda iri: f"{up}{self._paths[iri]}.html",
                ask=self._typed,
            )
        )

    def _typed(self, iri: str) -> str:
        """Return a thing as a command takes it: ``author:yang-yue``."""
        return shlex.quote(words.line(shorten(iri, self._prefixes)))

    def link(self, iri: str, up: str) -> Markup:
        """Return the link to the page of a thing, from a page that has the site's folder at ``up``."""
        made = self._links.get((iri, up))
        if made is None:
            made = Markup('<a href="{}{}.html">{}</a>').format(up, self._paths[iri], words.name(self._facts.name(iri)))
            self._links[iri, up] = made
        return made


@cache
def asset(name: str) -> str:
    """Return the text of a file of ``assets``, with the same line ends on every machine."""
    return files("papergraph.site").joinpath("assets", name).read_text(encoding="utf-8").replace("\r", "")


def style() -> str:
    """Return the style of all pages, the palettes first, so that colours are spelled in one place."""
    dark = f"@media (prefers-color-scheme: dark) {{ :root {{ {_properties(DARK)} }} }}"
    return f":root {{ {_properties(LIGHT)} }}\n{dark}\n{asset('style.css')}"


def _properties(palette: Palette) -> str:
    named = {"background": palette.background, "ink": palette.ink, "quiet": palette.quiet, "line": palette.line}
    named |= {f"group-{place}": value for place, value in enumerate(palette.groups)}
    return " ".join(f"--{name}: {value};" for name, value in named.items())


def _amount(number: int, one: str, several: str | None = None) -> str:
    return f"{number:,} {one if number == 1 else several or f'{one}s'}"


@cache
def _environment() -> Environment:
    environment = Environment(
        autoescape=True, loader=FunctionLoader(asset), undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {
        "amount": _amount,
        "lang": words.language,
        "lang_only": words.language_only,
        "line": words.line,
        "name": words.name,
        "plain": words.escaped,
        "said": words.said,
        "short": words.short,
        "sign": sign,
        "web": web_address,
    }
    environment.tests["day"] = lambda text: _DAY.fullmatch(text) is not None
    environment.globals |= {"verbs": words.VERBS}
    return environment
