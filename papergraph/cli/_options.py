"""Options that several commands share."""

from typing import Any, Protocol

import click

from papergraph.vocab import DEFAULT_STORE, STORE_VARIABLE


class _Decorator(Protocol):
    def __call__(self, function: Any, /) -> Any: ...


CLASSES = ("methods", "models", "datasets", "tasks", "metrics")


class Classes(click.ParamType[tuple[str, ...]]):
    """A comma-separated list of classes of concepts."""

    name = "classes"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        if isinstance(value, tuple):
            return value
        names = tuple(name.strip() for name in str(value).split(",") if name.strip())
        unknown = [name for name in names if name not in CLASSES]
        if unknown or not names:
            self.fail(f"{', '.join(unknown) or 'nothing'} is none of {', '.join(CLASSES)}", param, ctx)
        return names


store: _Decorator = click.option(
    "--store",
    metavar="DIR",
    envvar=STORE_VARIABLE,
    default=DEFAULT_STORE,
    show_default=True,
    help=f"The graph: a store folder, or an RDF file to read. Environment variable: {STORE_VARIABLE}.",
)
quiet: _Decorator = click.option("--quiet", "-q", is_flag=True, help="No progress and no summary.")
as_json: _Decorator = click.option("--json", "as_json", is_flag=True, help="Write JSON, for a machine.")
lexicon: _Decorator = click.option(
    "--lexicon",
    metavar="FILE",
    multiple=True,
    type=click.Path(dir_okay=False),
    help="Further terms, before the shipped ones; may be given again. my.lexicon.tsv beside my.store is always read.",
)
aliases: _Decorator = click.option(
    "--aliases",
    metavar="FILE",
    multiple=True,
    type=click.Path(dir_okay=False),
    help="What you say of names; may be given again. my.aliases.toml beside my.store is always read.",
)
