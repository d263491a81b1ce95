"""The panel in a real browser: every line says why, and whatever is kept tells what is known of it."""

from dataclasses import replace

import pytest

from papergraph.query.networks import NetworkRows
from papergraph.views.kinds.coauthors import coauthors_view
from papergraph.views.kinds.papers import papers_view
from papergraph.views.model import ViewModel

from .opened import Opened, Show
from .pictures import methods, people, place_of, works

pytestmark = pytest.mark.browser


def test_a_click_on_a_line_between_people_tells_why(show: Show, rows: NetworkRows) -> None:
    """The panel lists the shared papers with date, link and the marked sentences."""
    model = coauthors_view(rows)
    opened = show(model)
    opened.click_edge(model, 0)
    assert "Ada Stern and Bo Lind wrote 2 papers together" in opened.panel()
    assert "Beta Learners Revisited" in opened.panel()
    assert "2025-05-02" in opened.panel()
    assert "About: Guess Descent, " in opened.panel()
    assert "우리는 정렬을 위한 Guess Descent를 제안한다." in opened.panel()
    marks = opened.page.locator("#panel mark").all_inner_texts()
    assert set(marks) == {"Guess Descent", "시프트 학습", "GridSet"}
    assert opened.page.locator("#panel .paper a").first.get_attribute("href") == "https://example.org/2"
    opened.page.keyboard.press("Escape")
    assert "Ada Stern and Bo Lind wrote" not in opened.panel()


def test_a_click_on_a_line_between_papers_tells_why(show: Show, rows: NetworkRows) -> None:
    """The panel lists the shared concepts with role and sentence of both papers."""
    model = papers_view(rows)
    opened = show(model)
    opened.click_edge(model, 0)
    for text in ("have 1 shared method", "시프트 학습", "uses", "compares with", "시프트 학습보다 4점 높다."):
        assert text in opened.panel()


def _tells_all(opened: Opened, model: ViewModel) -> None:
    for place, edge in enumerate(model.edges):
        one, other = (
            opened.page.evaluate(f"JSON.parse(data.textContent).nodes.key[{end}]") for end in (edge.source, edge.target)
        )
        opened.page.evaluate("hash => { location.hash = hash }", f"link={one},{other}")
        opened.page.wait_for_function(
            "hash => location.hash === hash && document.querySelector('#panel.open')", arg=f"#link={one},{other}"
        )
        told = opened.panel()
        papers = {model.claims[claim].paper for pair in edge.claims for claim in pair} or set(edge.papers)
        for paper in papers:
            assert model.papers[paper].title in told, place
        hrefs = {link.get_attribute("href") for link in opened.page.locator("#panel .paper a").all()}
        assert hrefs == {model.papers[paper].url for paper in papers}
        for claim in (model.claims[claim] for pair in edge.claims for claim in pair):
            assert claim.sentence is not None
            assert model.sentences[claim.sentence] in told
            assert claim.role in told


def test_every_line_explains_itself(show: Show, rows: NetworkRows) -> None:
    """Each drawn line lists all its papers, linked; lines by concepts also each claim's role and sentence."""
    for model in (people(rows), works(rows), methods(rows)):
        _tells_all(show(model), model)


def test_a_line_tells_rule_and_mentions(show: Show, rows: NetworkRows) -> None:
    """What read a claim, and how often the paper names the thing, stand with its role."""
    opened = show(works(rows), at="link=1,3")
    assert "uses 시프트 학습 (method, named 2 times, rule: uses-verb)" in opened.panel()


def test_a_line_between_methods_is_held_against_chance(show: Show, rows: NetworkRows) -> None:
    """Lift and p stand in the panel, in the list of links and in the table."""
    model = methods(rows)
    opened = show(model)
    opened.click_edge(model, 0)
    assert "1.7 times as often as by chance · p = 0.02" in opened.panel()
    assert {row[4] for row in opened.rows("links")} == {"1.7"}


def test_marks_count_code_points(show: Show, rows: NetworkRows) -> None:
    """A sentence with signs beyond the basic plane is marked at the right place."""
    model = coauthors_view(rows)
    opened = show(model)
    opened.click_node(place_of(model, "Eve Ono"))
    assert "🧭" in opened.panel()
    assert "GridSet" in opened.page.locator("#panel mark").all_inner_texts()


def test_a_person_is_told_whole(show: Show, rows: NetworkRows) -> None:
    """Papers, days, other name, community, bridging, co-authors by shared papers, and why the records are one."""
    opened = show(people(rows), at="node=cho")
    for text in ("조민지", "Minji Cho", "2 papers · 2025-05-01 to 2025-05-03 · bridging 0.5", "Community: "):
        assert text in opened.panel()
    opened.go("node=ada")
    assert "Written Ada Stern and A. Stern." in opened.panel()
    assert opened.page.locator("#panel .row").all_inner_texts()[:2] == ["Bo Lind\n2 papers", "조민지\n1 paper"]
    assert opened.page.get_by_role("img", name="Papers over time: 2 from 2025-05-01 to 2025-05-02").is_visible()


def test_korean_is_marked_as_korean(show: Show, rows: NetworkRows) -> None:
    """Korean names and sentences say so, and their words are not broken."""
    opened = show(people(rows), at="node=cho")
    head = opened.page.locator("#panel h2 bdi")
    assert head.get_attribute("lang") == "ko"
    assert head.evaluate("name => getComputedStyle(name).wordBreak") == "keep-all"
    assert opened.page.locator("#panel blockquote[lang=ko]").count() == 3


def test_two_people_and_whom_they_have_in_common(show: Show, rows: NetworkRows) -> None:
    """Shift and a click on a second person compare both; common neighbours are listed."""
    model = people(rows)
    opened = show(model)
    opened.click_node(place_of(model, "Ada Stern"))
    opened.click_node(place_of(model, "Bo Lind"), modifiers=["Shift"])
    assert "In common · 1 author" in opened.panel()
    assert opened.address() == "pair=ada,bo"
    opened.page.locator("#panel .row", has_text="조민지").click()
    assert opened.address() == "node=cho"


def test_a_path_names_a_paper_for_each_step(show: Show, rows: NetworkRows) -> None:
    """From Bo to Dee it goes by Cho, each step with a paper; where no way leads, the page says so."""
    opened = show(people(rows), at="path=bo,dee")
    assert "2 steps" in opened.panel()
    assert "Alpha: Sorting by Guessing" in opened.panel()
    assert "A Long Look at How Guessing Machines Come to Their Guesses" in opened.panel()
    opened.go("path=bo,eve")
    assert "No way leads there over the lines shown." in opened.panel()


def test_a_question_that_needs_another_end_can_be_taken_back(show: Show, rows: NetworkRows) -> None:
    """While the page asks for the other end, a node anywhere answers; Escape asks no more."""
    model = people(rows)
    opened = show(model, at="node=ada")
    opened.press("Path to…")
    assert "Where does it lead?" in opened.panel()
    assert opened.page.evaluate("document.activeElement.id") == "search"
    opened.page.keyboard.press("Escape")
    assert "Where does it lead?" not in opened.panel()
    opened.press("Path to…")
    opened.click_node(place_of(model, "Dee Marsh"))
    assert "Ada Stern → Dee Marsh" in opened.panel()


def test_a_circle_over_time(show: Show, rows: NetworkRows) -> None:
    """Another day between the two periods sorts co-authors anew into gained, kept and lost."""
    opened = show(people(rows), at="circle=ada,2025-05-02")
    assert "Kept · 1" in opened.panel()
    assert "Lost · 1" in opened.panel()
    opened.page.locator("#split").fill("2025-05-01")
    opened.page.locator("#split").blur()
    assert "Gained · 2" in opened.panel()
    assert opened.address() == "circle=ada,2025-05-01"


def test_a_community_tells_members_and_themes(show: Show, rows: NetworkRows) -> None:
    """A click in the legend opens a community; what several papers state is a theme."""
    model = people(rows)
    opened = show(model)
    first = opened.page.locator(".groups button").first
    first.click()
    assert first.get_attribute("aria-pressed") == "true"
    assert "Guess Descent" in opened.panel()
    assert all(node.name in opened.panel() for node in model.nodes if node.group == 0)
    opened.press("Show only these")
    assert f"{model.groups[0].size} of 6 authors" in opened.shown()


def test_listings_of_the_model_open_what_they_are_about(show: Show, rows: NetworkRows) -> None:
    """A row about two people opens both; a listing of numbers alone opens nothing and is shown all the same."""
    opened = show(people(rows), at="list=apart")
    for text in (
        "Pairs that share more methods than chance gives.",
        "shared 2 · by chance 0.3 · p 0.0125",
        "GridSet, Guess Descent",
    ):
        assert text in opened.panel()
    opened.page.locator("#panel .card button").first.click()
    assert opened.address() == "pair=ada,eve"
    opened.go("list=coverage")
    assert "names that were not matched" in opened.panel()
    assert opened.page.locator("#panel tbody button").count() == 0


def test_queries_hold_what_is_shown(show: Show, rows: NetworkRows) -> None:
    """Copied SPARQL is the model's query bound to the IRI; one that could break out of it is not copied."""
    model = people(rows)
    opened = show(model, at="node=ada", permissions=["clipboard-read", "clipboard-write"])
    opened.press("Copy SPARQL")
    opened.page.wait_for_function("() => document.getElementById('status').textContent.includes('copied')")
    copied = opened.page.evaluate("navigator.clipboard.readText()")
    assert (
        copied
        == "SELECT ?paper WHERE {\n  VALUES ?node { <https://example.org/a/ada> }\n  ?paper dcterms:creator ?node }"
    )
    bad = replace(model.nodes[0], key="https://example.org/a/x> } #")
    opened = show(replace(model, nodes=(bad, *model.nodes[1:])), permissions=["clipboard-read", "clipboard-write"])
    opened.page.evaluate("navigator.clipboard.writeText('before')")
    opened.click_node(0)
    opened.press("Copy SPARQL")
    opened.page.wait_for_timeout(100)
    assert opened.page.evaluate("navigator.clipboard.readText()") == "before"


def test_a_long_list_shows_the_rest_when_asked(show: Show, rows: NetworkRows) -> None:
    """Of forty papers the first few stand there, and all after a click."""
    model = people(rows)
    ada = place_of(model, "Ada Stern")
    nodes = tuple(
        replace(node, papers=node.papers * 20) if place == ada else node for place, node in enumerate(model.nodes)
    )
    opened = show(replace(model, nodes=nodes), at="node=ada")
    assert opened.page.locator("#panel .paper").count() == 8
    opened.press("Show all 40")
    assert opened.page.locator("#panel .paper").count() == 40


def test_filters_do_not_hide_that_a_link_is_hidden(show: Show, rows: NetworkRows) -> None:
    """A person's list of links follows the filters and says how many they hide."""
    model = people(rows)
    opened = show(model, at="node=ada&amount=2")
    assert "1 link is hidden by filters." in opened.panel()
    opened.go("node=ada&from=2025-05-04")
    assert "Not in the picture now: filters hide it." in opened.panel()
