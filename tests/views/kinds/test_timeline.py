"""The model of who took up a method, and when."""

from dataclasses import replace

from papergraph.query.networks import NetworkRows, PaperRow
from papergraph.views.kinds.timeline import timeline_view


def test_papers_stand_in_the_order_of_their_days(circles: NetworkRows) -> None:
    """Across are days, lanes are roles with the introducing one first, and the axis names both."""
    model = timeline_view(circles, concept="c/guess")
    across = {node.name: node.x for node in model.nodes}
    assert sorted(across, key=lambda name: across[name]) == [
        f"Paper {number}" for number in ("10", "01", "02", "03", "04", "07", "09")
    ]
    assert model.axis is not None
    heights, lanes = zip(*model.axis.lanes, strict=True)
    assert lanes == ("introduces", "uses", "compares with", "mentions")
    assert list(heights) == sorted(heights)
    lane_of = {node.name: model.groups[node.group].name for node in model.nodes}
    assert (lane_of["Paper 01"], lane_of["Paper 07"]) == ("introduces", "compares with")
    ticks = [label for _, label in model.axis.ticks]
    assert ticks == sorted(ticks)
    assert 2 <= len(ticks) <= 9


def test_lines_go_from_the_introducer_forward(circles: NetworkRows) -> None:
    """Lines join the first paper that introduces it to later ones; what came before has no line, and that is said."""
    model = timeline_view(circles, concept="c/guess")
    names = [{model.nodes[edge.source].name, model.nodes[edge.target].name} for edge in model.edges]
    assert all("Paper 01" in pair for pair in names)
    assert {name for pair in names for name in pair} == {f"Paper {n}" for n in ("01", "02", "03", "04", "07", "09")}
    assert "1 paper had it before; no line leads there." in model.summary
    assert [edge.faint for edge in model.edges] == [False, False, False, False, True]


def test_each_line_has_both_claims(circles: NetworkRows) -> None:
    """Behind a line stand what the introducing paper says and what the other one says."""
    model = timeline_view(circles, concept="c/guess")
    for edge in model.edges:
        [(first, second)] = edge.claims
        assert model.claims[first].paper == model.nodes[edge.source].papers[0]
        assert model.claims[second].paper == model.nodes[edge.target].papers[0]


def test_no_introducer(circles: NetworkRows) -> None:
    """Where no paper introduces it there are papers, no lines, and a sentence that says so."""
    model = timeline_view(circles, concept="c/sift")
    assert len(model.nodes) == 4
    assert not model.edges
    assert "No paper of this graph introduces it" in " ".join(model.summary)


def test_papers_of_one_day_stand_side_by_side(circles: NetworkRows) -> None:
    """Many papers of one day and role do not stand on each other."""
    papers = tuple(replace(row, date="2025-03-01") for row in circles.papers)
    model = timeline_view(replace(circles, papers=papers), concept="c/guess")
    places = [(node.x, node.y) for node in model.nodes]
    assert len(set(places)) == len(places)
    for number, (x, y) in enumerate(places):
        assert all(abs(x - other[0]) >= 16 or abs(y - other[1]) >= 16 for other in places[:number])


def test_many_papers_make_no_tower(circles: NetworkRows) -> None:
    """However many papers there are, the picture is no higher than wide."""
    papers = [
        replace(circles.papers[0], iri=f"q/{number}", date=f"2025-{number % 12 + 1:02}-{number % 28 + 1:02}")
        for number in range(900)
    ]
    links = [replace(circles.links[0], paper=paper.iri, concept="c/guess") for paper in papers]
    rows = replace(circles, papers=(*circles.papers, *papers), links=(*circles.links, *links))
    model = timeline_view(rows, concept="c/guess")
    across, down = [node.x for node in model.nodes], [node.y for node in model.nodes]
    assert len(model.nodes) > 900
    assert max(across) - min(across) > max(down) - min(down)


def test_papers_without_a_day_stand_beside(circles: NetworkRows) -> None:
    """A paper whose day nobody knows is listed, not placed."""

    def undated(row: PaperRow) -> PaperRow:
        return replace(row, date=None) if row.iri == "p/02" else row

    model = timeline_view(replace(circles, papers=tuple(map(undated, circles.papers))), concept="c/guess")
    assert [node.name for node in model.alone] == ["Paper 02"]
    assert "1 paper without a day left out of the picture." in model.summary


def test_who_introduces_it_may_have_no_day(circles: NetworkRows) -> None:
    """Where the paper that introduces it has no day, the picture does not say that there is none."""
    papers = tuple(replace(row, date=None) if row.iri == "p/01" else row for row in circles.papers)
    model = timeline_view(replace(circles, papers=papers), concept="c/guess")
    assert model.summary[1] == "No paper with a day introduces it, so no line says where it came from."


def test_the_cut_is_said(circles: NetworkRows) -> None:
    """Of too many the strongest roles stay, then the earliest."""
    model = timeline_view(circles, concept="c/guess", most=3)
    assert {node.name for node in model.nodes} == {"Paper 01", "Paper 10", "Paper 02"}
    assert "Drawn: 3 of 7" in " ".join(model.summary)
