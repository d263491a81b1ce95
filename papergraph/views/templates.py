"""Our own templates and the files that pages are put together from, escaped by default."""

from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined


@cache
def asset(name: str) -> str:
    """Return the text of a file of ``assets``, with the same line ends on every machine."""
    return files("papergraph.views").joinpath("assets", name).read_text(encoding="utf-8").replace("\r", "")


def render(name: str, **values: Any) -> str:
    """Return the template ``name`` filled with ``values``, each of them escaped; a missing one is an error."""
    return _environment().get_template(name).render(values)


@cache
def _environment() -> Environment:
    return Environment(
        autoescape=True, loader=FunctionLoader(asset), undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
