"""The sentences of a picture on what it leaves out: each must be true of the graph that it was made from."""

from dataclasses import replace

import pytest

from papergraph.query.networks import NetworkRows
from papergraph.views.kinds.authors_methods import authors_methods_view
from papergraph.views.kinds.coauthors import coauthors_view
from papergraph.views.kinds.communities import communities_view
from papergraph.views.kinds.drawing import Limits
from papergraph.views.page import html


def test_links_of_too_little_weight_are_said(circles: NetworkRows) -> None:
    """Who has only weaker links than were asked for is not said to have none, and the weaker ones are counted."""
    every, strong = coauthors_view(circles), coauthors_view(circles, min_weight=2)
    weaker = sum(len(edge.papers) < 2 for edge in every.edges)
    assert len(strong.edges) == len(every.edges) - weaker
    assert strong.summary[1:] == (
        f"{weaker} links of less weight than asked for are left out.",
        f"All {len(strong.edges)} other links between them are drawn.",
        f"{len(strong.alone)} authors without a link of that weight are left out of the picture.",
    )


def test_a_single_link_is_told_in_the_singular(circles: NetworkRows) -> None:
    pair = [one for one in circles.authorships if one.paper == circles.authorships[0].paper][:2]
    summary = coauthors_view(replace(circles, authorships=tuple(pair))).summary
    assert "The one link between them is drawn." in summary


def test_nothing_strong_enough_is_not_nothing_at_all(circles: NetworkRows) -> None:
    """A weight that no link has leaves nothing to draw, and the reason is the weight."""
    summary = " ".join(coauthors_view(circles, min_weight=9).summary)
    assert "No author is linked to another by that weight" in summary
    assert "links of less weight than asked for are left out." in summary


def test_communities_say_which_lines_weigh_too_little(circles: NetworkRows) -> None:
    """The map of communities counts the lines that the least weight takes away."""
    every = communities_view(circles, of="papers")
    assert every.edges
    summary = " ".join(communities_view(circles, of="papers", min_weight=1_000).summary)
    assert f"{len(every.edges)} line" in summary
    assert "of less weight than asked for" in summary


def test_too_few_links_do_not_keep_every_node(circles: NetworkRows) -> None:
    """Where fewer links are drawn than keep each node one, the picture does not claim to keep the strongest of each."""
    few = " ".join(coauthors_view(circles, limits=Limits(edges=1)).summary)
    assert "is kept" not in few
    assert "The authors drawn are those with" not in few
    assert "5 authors more with none of these are left out." in few
    many = " ".join(coauthors_view(circles, limits=Limits(edges=6)).summary)
    assert "the strongest link of each author is kept." in many


@pytest.mark.parametrize("listed", [1, 500])
def test_all_without_a_link_are_counted(circles: NetworkRows, listed: int) -> None:
    """The heading over those without a link counts all of them, and a list that is cut says how many more there are."""
    model = authors_methods_view(circles, min_weight=2, limits=Limits(alone=listed))
    whole = authors_methods_view(circles, min_weight=2)
    there = len(whole.alone)
    assert len(model.alone) == min(listed, there)
    page = html(model)
    assert f'Without a link <span class="count">{there}</span>' in page
    assert (f"<li>and {there - 1} more</li>" in page) is (listed == 1)
