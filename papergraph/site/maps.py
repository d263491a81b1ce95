"""The maps of a site: pages of pictures, each whole in itself. Further kinds of pictures get a line here."""

from collections.abc import Iterator
from dataclasses import dataclass

from papergraph.networks.pictures import Wanted, picture
from papergraph.query.select import Select


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    """A picture, the classes that link, and how the first page speaks of it."""

    kind: str
    via: tuple[str, ...]
    title: str
    about: str

    @property
    def path(self) -> str:
        """The path of its page."""
        return f"maps/{self.kind}.html"


MAPS = (
    Map(kind="coauthors", via=("methods",), title="People map", about="Who wrote with whom, and what they wrote about"),
    Map(kind="communities", via=("methods",), title="Communities map", about="Groups of people who write together"),
    Map(kind="methods", via=("methods",), title="Methods map", about="Which methods papers have together"),
    Map(kind="papers", via=("methods",), title="Papers map", about="Which papers share methods; rare ones weigh more"),
    Map(
        kind="authors-methods",
        via=("methods",),
        title="People and methods map",
        about="Who works with which methods",
    ),
)


def map_pages(select: Select) -> Iterator[tuple[str, str]]:
    """Yield the path and text of each map."""
    for one in MAPS:
        yield one.path, picture(one.kind, select=select, wanted=Wanted(via=one.via)).html(home="../index.html")
