"""Where pages lie: readable, stable, and safe on every file system."""

import re

from hypothesis import given
from hypothesis import strategies as st

from papergraph.exports.rows import Concept, Contents, Person
from papergraph.model import ConceptClass
from papergraph.site.paths import paths_of, root

BASE = "https://example.org/papers/"


def contents(*iris: str) -> Contents:
    people = tuple(Person(iri=iri, name="x") for iri in iris)
    return Contents(papers=(), authors=people, concepts=(), namings=())


def test_plain_keys_are_names_of_files() -> None:
    """The key of an IRI is the name of the page."""
    concept = Concept(iri=f"{BASE}concept/qwen2-dot-5", label="Qwen2.5", cls=ConceptClass.MODEL)
    both = Contents(
        papers=(), authors=(Person(iri=f"{BASE}author/yang-yue", name="x"),), concepts=(concept,), namings=()
    )

    assert paths_of(both, base=BASE) == {
        f"{BASE}author/yang-yue": "author/yang-yue",
        f"{BASE}concept/qwen2-dot-5": "model/qwen2-dot-5",
    }


def test_other_keys_are_told_apart_by_digits() -> None:
    """What a plain name cannot say, eight digits do, that follow from the IRI."""
    found = paths_of(contents(f"{BASE}author/조민지", f"{BASE}author/김민지", f"{BASE}author/con"), base=BASE)

    assert len(set(found.values())) == 3
    assert all(re.fullmatch(r"author/(?:con-)?[0-9a-f]{8}", path) for path in found.values())


@given(st.lists(st.text(min_size=1, max_size=120), max_size=12, unique=True))
def test_no_two_share_a_path(keys: list[str]) -> None:
    """Whatever the IRIs are: one folder, safe letters, no two names alike, no name that a system keeps for itself."""
    iris = [f"{BASE}author/{key}" for key in keys] + [f"urn:{key}" for key in keys]

    found = paths_of(contents(*iris), base=BASE)

    assert len(set(found.values())) == len(iris)
    for path in found.values():
        assert re.fullmatch(r"author/[a-z0-9][a-z0-9.-]*(?<!\.)", path)
        assert len(path) < 110
        assert not re.match(r"author/(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", path)


@given(st.lists(st.text(min_size=1, max_size=20), min_size=2, max_size=8, unique=True), st.randoms())
def test_a_path_does_not_depend_on_the_order(keys: list[str], random: "object") -> None:
    """The same things have the same paths, in whatever order they come."""
    iris = [f"{BASE}author/{key}" for key in keys]
    shuffled = iris[:]
    random.shuffle(shuffled)  # type: ignore[attr-defined]

    assert paths_of(contents(*iris), base=BASE) == paths_of(contents(*shuffled), base=BASE)


def test_root_leads_back() -> None:
    """A page knows the way to the folder of the site."""
    assert root("index.html") == ""
    assert root("paper/a.html") == "../"
