"""The model of the co-authorship picture."""

from dataclasses import replace

from papergraph.query.networks import AuthorRow, Authorship, NetworkRows, PaperRow
from papergraph.views.kinds.coauthors import coauthors_view
from papergraph.views.kinds.drawing import Limits
from papergraph.views.kinds.listings import Apart
from papergraph.views.model import Edge, ViewModel


def _ends(model: ViewModel, edge: Edge) -> tuple[str, str]:
    return model.nodes[edge.source].name, model.nodes[edge.target].name


def test_each_line_lists_its_papers(rows: NetworkRows) -> None:
    """A line's papers are those that both wrote; the most shared stands first, its strength is Newman's."""
    model = coauthors_view(rows)
    lines = {_ends(model, edge): [model.papers[paper].id for paper in edge.papers] for edge in model.edges}
    assert lines == {
        ("Ada Stern", "Bo Lind"): ["1", "2"],
        ("Ada Stern", "조민지"): ["1"],
        ("Bo Lind", "조민지"): ["1"],
        ("조민지", "Dee Marsh"): ["3"],
        ("Eve Ono", "Fay Roth"): ["4"],
    }
    assert _ends(model, model.edges[0]) == ("Ada Stern", "Bo Lind")
    assert model.edges[0].weight == 1.5
    assert [edge.step for edge in model.edges] == [1, 0, 0, 0, 0]


def test_papers_say_what_they_are_about(rows: NetworkRows) -> None:
    """Behind a paper stand the sentences that say what it introduces and uses, with their spans."""
    model = coauthors_view(rows)
    paper = next(fact for fact in model.papers if fact.id == "1")
    told = [model.claims[claim] for claim in paper.claims]
    assert [(claim.role, model.concepts[claim.concept].label) for claim in told] == [
        ("introduces", "Guess Descent"),
        ("uses", "시프트 학습"),
    ]
    for claim in told:
        assert claim.sentence is not None
        assert model.sentences[claim.sentence][claim.start : claim.end] == model.concepts[claim.concept].label


def test_people_without_coauthors_stand_beside_the_picture(rows: NetworkRows) -> None:
    """Who wrote alone is listed and counted, not drawn."""
    model = coauthors_view(rows)
    assert [node.name for node in model.alone] == ["Gus Aalto"]
    assert "Gus Aalto" not in {node.name for node in model.nodes}
    assert model.summary == (
        "7 authors of 5 papers listed from 2025-05-01 to 2025-05-05.",
        "All 5 links between them are drawn.",
        "1 author without a link is left out of the picture.",
    )


def test_a_list_of_people_without_links_that_is_cut_says_so(rows: NetworkRows) -> None:
    """Whoever is neither drawn nor listed is counted all the same."""
    more = tuple(AuthorRow(iri=f"a/more-{number}", name=f"More {number}") for number in range(3))
    wrote = tuple(Authorship(author=author.iri, paper=f"p/more-{author.name}") for author in more)
    papers = tuple(PaperRow(iri=one.paper, id=one.paper, title="T", date=None, url=None) for one in wrote)
    model = coauthors_view(
        replace(
            rows,
            papers=rows.papers + papers,
            authors=rows.authors + more,
            authorships=rows.authorships + wrote,
        ),
        limits=Limits(alone=2),
    )
    assert len(model.alone) == 2
    assert "4 authors without a link are left out of the picture; 2 of them are listed below it." in model.summary


def test_groups_cover_every_drawn_node(rows: NetworkRows) -> None:
    """Each node is in a group, sizes add up, and a group says what it is about."""
    model = coauthors_view(rows)
    assert sum(group.size for group in model.groups) == len(model.nodes)
    assert all(0 <= node.group < len(model.groups) for node in model.nodes)
    assert any("Guess Descent" in group.about for group in model.groups)


def test_what_is_cut_is_said() -> None:
    """A network beyond the limits is cut, and the summary counts what was there."""
    people, papers = 60, 40
    rows = NetworkRows(
        papers=tuple(
            PaperRow(iri=f"p{n:02}", id=str(n), title=f"Paper {n}", date=None, url=None) for n in range(papers)
        ),
        authors=tuple(AuthorRow(iri=f"a{n:02}", name=f"Person {n}") for n in range(people)),
        authorships=tuple(
            Authorship(author=f"a{(n * 7 + k * 5) % people:02}", paper=f"p{n:02}")
            for n in range(papers)
            for k in range(5)
        ),
        concepts=(),
        links=(),
        evidence=(),
    )
    model = coauthors_view(rows, limits=Limits(nodes=30, edges=40))
    assert len(model.nodes) <= 30
    assert len(model.edges) <= 40
    linked = {end for edge in model.edges for end in (edge.source, edge.target)}
    assert linked == set(range(len(model.nodes)))
    said = " ".join(model.summary)
    assert f"{len(model.nodes)} of 60 authors" in said
    assert f"{len(model.edges)} of " in said
    # All with so many papers are there, whoever they are: no lot decides among equals.
    least = min(len(node.papers) for node in model.nodes)
    assert f"those with {least} papers or more" in said


def test_where_all_are_alike_the_first_are_drawn() -> None:
    """Where a whole number of papers cannot tell whom to draw, the limit does, and links are cut to theirs."""
    rows = _crowd(papers=12, people=60, authors=5)
    model = coauthors_view(rows, limits=Limits(nodes=40, edges=20))
    assert len(model.edges) == 20
    assert len(model.nodes) <= 40
    assert "those with most papers" in " ".join(model.summary)


def test_papers_of_a_crowd_link_nobody() -> None:
    """A paper of thousands of authors makes no links, and the summary says so; its authors are counted as alone."""
    rows = _crowd(papers=1, people=5_000, authors=5_000)
    pair = replace(rows, authorships=(*rows.authorships, *(Authorship(author=f"a{n:04}", paper="q") for n in (1, 2))))
    papers = (*rows.papers, PaperRow(iri="q", id="q", title="Of two", date=None, url=None))
    model = coauthors_view(replace(pair, papers=papers))
    assert [_ends(model, edge) for edge in model.edges] == [("Person 1", "Person 2")]
    assert "1 paper of more than 100 authors makes no links." in model.summary
    assert "4,998 authors without a link are left out of the picture; 500 of them are listed below it." in model.summary


def _crowd(*, papers: int, people: int, authors: int) -> NetworkRows:
    return NetworkRows(
        papers=tuple(PaperRow(iri=f"p{n}", id=str(n), title=f"Paper {n}", date=None, url=None) for n in range(papers)),
        authors=tuple(AuthorRow(iri=f"a{n:04}", name=f"Person {n}") for n in range(people)),
        authorships=tuple(
            Authorship(author=f"a{(n * authors + k) % people:04}", paper=f"p{n}")
            for n in range(papers)
            for k in range(authors)
        ),
        concepts=(),
        links=(),
        evidence=(),
    )


def test_who_bridges_joins_groups(circles: NetworkRows) -> None:
    """Who stands between two circles bridges most, and the table names the groups that are joined."""
    model = coauthors_view(circles)
    [table] = [listing for listing in model.listings if listing.key == "bridging"]
    assert table.rows[0].cells[0] == "Dee Marsh"
    assert table.rows[0].cells[1] == 1
    assert len(str(table.rows[0].cells[3]).split("; ")) == 2
    assert model.nodes[table.rows[0].node].bridging == 1


def test_people_have_their_other_names_and_why_they_are_one(circles: NetworkRows) -> None:
    """A name in other letters is the alias, either way; other spellings and decisions stand in the identity."""
    nodes = {node.key: node for node in coauthors_view(circles).nodes}
    assert (nodes["a/ada"].name, nodes["a/ada"].alias) == ("Ada Stern", "에이다 스턴")
    assert nodes["a/ada"].identity == (
        "Also written A. Stern.",
        "A. Stern, Ada Stern are one: initials/1, 2 papers (2501.00001, …).",
    )
    korean = {node.key: node for node in coauthors_view(circles, labels="ko").nodes}
    assert (korean["a/ada"].label, korean["a/ada"].alias) == ("에이다 스턴", "Ada Stern")
    english = {node.key: node for node in coauthors_view(circles, labels="en").nodes}
    assert (english["a/cho"].label, english["a/cho"].alias) == ("Minji Cho", "조민지")
    assert english["a/bo"].alias is None


def test_who_should_talk_stands_beside(circles: NetworkRows) -> None:
    """Pairs that come in are named, with their places in the picture."""
    pair = Apart(one="a/ada", other="a/eve", by=("c/grid",), expected=0.25, p=0.012345)
    model = coauthors_view(circles, apart=[pair])
    [table] = [listing for listing in model.listings if listing.key == "apart"]
    [row] = table.rows
    assert row.cells == ("Ada Stern", "Eve Ono", 1, 0.25, 0.0123, "GridSet")
    assert (model.nodes[row.node].name, model.nodes[row.other].name) == ("Ada Stern", "Eve Ono")


def test_what_is_missing_is_counted(circles: NetworkRows) -> None:
    """The table of what is missing counts people without a link and papers that lack something."""
    model = coauthors_view(replace(circles, links=circles.links[:-1]))
    [table] = [listing for listing in model.listings if listing.key == "coverage"]
    counts = {row.cells[0]: row.cells[1] for row in table.rows}
    assert counts["authors without a link"] == 2
    assert counts["papers without a method"] == 1
    assert counts["papers without an author"] == 0


def test_min_weight_counts_shared_papers(rows: NetworkRows) -> None:
    """With a threshold of two only those who wrote two papers together are linked."""
    model = coauthors_view(rows, min_weight=2)
    assert [_ends(model, edge) for edge in model.edges] == [("Ada Stern", "Bo Lind")]


def test_order_of_the_rows_leaves_no_trace(rows: NetworkRows) -> None:
    """Rows in another order give an equal model."""
    backwards = replace(
        rows,
        authorships=rows.authorships[::-1],
        authors=rows.authors[::-1],
        papers=rows.papers[::-1],
        links=rows.links[::-1],
        concepts=rows.concepts[::-1],
        evidence=rows.evidence[::-1],
    )
    assert coauthors_view(backwards) == coauthors_view(rows)


def test_nothing_to_draw() -> None:
    """A graph without papers makes an empty picture that says so."""
    model = coauthors_view(NetworkRows(papers=(), authors=(), authorships=(), concepts=(), links=(), evidence=()))
    assert not model.nodes
    assert not model.edges
    assert "nothing to draw" in " ".join(model.summary)


def test_too_many_people_are_told_of_and_led_on() -> None:
    """Beyond what a page can hold the picture says what it draws of how many, and which has all."""
    pairs = 5_001
    rows = NetworkRows(
        papers=tuple(
            PaperRow(iri=f"p/{place}", id=str(place), title="T", date=None, url=None) for place in range(pairs)
        ),
        authors=tuple(AuthorRow(iri=f"a/{place:05}", name=f"A {place}") for place in range(2 * pairs)),
        authorships=tuple(Authorship(author=f"a/{place:05}", paper=f"p/{place // 2}") for place in range(2 * pairs)),
        concepts=(),
        links=(),
        evidence=(),
    )
    model = coauthors_view(rows, limits=Limits(nodes=20))
    assert len(model.nodes) == 20
    summary = " ".join(model.summary)
    assert "Drawn: 20 of 10,002 authors and 10 of 5,001 links." in summary
    assert "the picture of communities has them in groups" in summary
