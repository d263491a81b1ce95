"""A site of a graph whose papers have no day: nothing is said of when."""

from collections.abc import Callable

import pytest

from papergraph.publishing import write_site
from papergraph.vocab import prefixes

_GRAPH = """
paper:old a pg:Paper ; dcterms:title "Undated" ; dcterms:creator author:ada ; pg:introduces concept:foo ;
  pg:mentions concept:foo .
paper:new a pg:Paper ; dcterms:title "Dated" ; dcterms:creator author:ada, author:bo ; pg:introduces concept:foo ;
  dcterms:date "2025-05-07" ; pg:mentions concept:foo .
author:ada a pg:Author ; foaf:name "Ada" . author:bo a pg:Author ; foaf:name "Bo" .
concept:foo a pg:Concept, pg:Method ; skos:prefLabel "Foo"@en ; pg:support 2 .
"""


@pytest.fixture(scope="module")
def lead(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], str]:
    """What gives the first sentence of a page of the site."""
    folder = tmp_path_factory.mktemp("undated")
    head = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in prefixes().items())
    (folder / "graph.ttl").write_text(head + _GRAPH, encoding="utf-8")
    write_site(folder / "graph.ttl", folder / "site")

    def read(path: str) -> str:
        text = (folder / "site" / path).read_text(encoding="utf-8")
        assert 'datetime=""' not in text
        return text.split('<p class="lead">')[1].split("</p>")[0]

    return read


def test_a_person_has_the_days_that_are_known(lead: Callable[[str], str]) -> None:
    """Papers without a day are counted, and the others say from when to when."""
    assert lead("author/ada.html") == "2 papers, 2025-05-07; 1 co-author."


def test_who_is_first_has_a_day(lead: Callable[[str], str]) -> None:
    """The first paper that introduces something is one of which the day is known."""
    assert "the first here to introduce it is" in lead("method/foo.html")
    assert "<bdi>Dated</bdi></a> (2025-05-07)" in lead("method/foo.html")
