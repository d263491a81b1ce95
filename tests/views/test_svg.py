"""The static picture."""

import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from dataclasses import replace

from papergraph.query.networks import NetworkRows
from papergraph.views.kinds.coauthors import coauthors_view
from papergraph.views.kinds.local import local_view
from papergraph.views.kinds.papers import papers_view
from papergraph.views.kinds.timeline import timeline_view
from papergraph.views.svg import svg


def _count(picture: str, tag: str) -> int:
    root = ElementTree.fromstring(picture)
    return sum(1 for element in root.iter() if element.tag.endswith(f"}}{tag}"))


def test_everything_drawn_is_in_the_picture(rows: NetworkRows) -> None:
    """Each node is a dot with its name as a title, each link a line, and title, sentence and legend are there."""
    model = coauthors_view(rows)
    picture = svg(model)
    assert _count(picture, "circle") == 6
    assert _count(picture, "path") == 5 + len(model.groups)
    for text in ("Who wrote together", "7 authors of 5 papers", "Legend", "조민지"):
        assert text in picture


def test_all_that_is_said_is_written(rows: NetworkRows) -> None:
    """However much is hidden, the picture says all of it, in lines that stand above every dot; a long title is cut."""
    said = tuple(f"Sentence {number} of what this picture hides from its readers." for number in range(20))
    model = replace(coauthors_view(rows), summary=said, title="On and On " * 30)
    root = ElementTree.fromstring(svg(model))
    texts = [element for element in root.iter() if element.tag.endswith("}text") and element.text]
    lines = [line for line in texts if line.get("x") == "24"][1:]
    assert " ".join(line.text or "" for line in lines) == " ".join(said)
    dots = [element for element in root.iter() if element.tag.endswith("}circle")]
    assert max(float(line.get("y", "")) for line in lines) < min(
        float(dot.get("cy", "")) - float(dot.get("r", "")) for dot in dots
    )
    assert len(texts[0].text or "") <= 101


def test_papers_are_squares(rows: NetworkRows) -> None:
    """A paper's mark is a square, as on the page."""
    assert _count(svg(papers_view(rows)), "circle") == 0


def test_each_kind_has_its_shape(rows: NetworkRows) -> None:
    """Kinds differ by shape too, and the legend names each: no dot stands for anything but a person."""
    model = local_view(rows, centre="p/2", depth=1)
    assert set(model.kinds) == {"paper", "author", "method", "dataset"}
    picture = svg(model)
    assert _count(picture, "circle") == sum(node.kind == "author" for node in model.nodes) + 1
    for kind in model.kinds:
        assert f">{kind}</text>" in picture


def test_days_and_lanes_are_written(rows: NetworkRows) -> None:
    """A picture with an axis names its days and lanes, inside the picture; what is only mentioned is dashed."""
    picture = svg(timeline_view(rows, concept="c/guess"))
    for word in ("2025-05-01", "introduces", "uses", "mentions", "Dashed: only mentioned"):
        assert f">{word}</text>" in picture
    assert picture.count("stroke-dasharray") == 1


def test_same_model_same_bytes(rows: NetworkRows) -> None:
    """A picture depends on its model alone."""
    assert svg(papers_view(rows)) == svg(papers_view(rows))


def test_hostile_text_stays_text(with_hostile: Callable[[str], NetworkRows], hostile: str) -> None:
    """Whatever strangers write, the picture is well-formed and has no script, link or foreign element."""
    for view in (coauthors_view, papers_view):
        picture = svg(view(with_hostile(hostile), title=hostile))
        picture.encode("utf-8")
        tags = {element.tag.split("}")[1] for element in ElementTree.fromstring(picture).iter()}
        assert tags <= {"svg", "title", "desc", "rect", "text", "tspan", "g", "path", "circle"}
