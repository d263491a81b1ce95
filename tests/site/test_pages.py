"""What stands on the pages: each fact beside its sentence, each relation with its reason."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import papergraph

from .conftest import Parse


def text_of(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def drawn(tree: Any, name: str) -> list[Any]:
    """Return the elements of drawings with this name."""
    return [element for element in tree.iter() if element.tag.endswith(f"}}{name}")]


def part(tree: Any, identity: str) -> Any:
    """Return the element with this id."""
    return next(element for element in tree.iter() if element.get("id") == identity)


@pytest.fixture
def page(site: Path, parse: Parse) -> Callable[[str], Any]:
    """Read a page of the example site by its path without suffix."""
    return lambda path: parse(site / f"{path}.html")


def test_home_says_what_the_graph_is(page: Callable[[str], Any]) -> None:
    """Counts, days, what is missing, the maps, eight questions, the latest papers, one search box, no drawing."""
    home = page("index")
    said = text_of(home.find("body"))

    assert "38 papers listed on 6 days, 2024-02-06 to 2025-05-07" in said
    assert "278 people" in said
    assert "papers with no result" in said
    doors = [one.get("href") for one in next(e for e in home.iter("ul") if e.get("class") == "doors").iter("a")]
    maps = ["coauthors", "communities", "methods", "papers", "authors-methods"]
    assert doors == [*(f"maps/{kind}.html" for kind in maps), "question/index.html"]
    assert len(list(next(e for e in home.iter("ul") if e.get("class") == "asked").iter("li"))) == 8
    assert "An Empirical Study of Qwen3 Quantization" in said
    assert len(list(home.iter("input"))) == 1
    assert not drawn(home, "svg")


def test_a_paper_shows_each_fact_beside_its_sentence(page: Callable[[str], Any]) -> None:
    """Role, concept, the sentence with the name marked, the day, the heading and the rule."""
    claims = part(page("paper/arxiv-2505.02214"), "claims")
    heads = [text_of(head).rpartition(" ")[0] for head in claims.iter("h3")]
    (item,) = [one for one in claims.iter("li") if text_of(one).startswith("BiLLM")]

    assert heads == ["Is evaluated on", "Uses"] or "Uses" in heads
    assert "method, named by 2 papers" in text_of(item)
    quote = next(item.iter("blockquote"))
    assert [text_of(mark) for mark in quote.iter("mark")] == ["BiLLM"]
    assert "기법 다섯 가지, 곧 RTN, GPTQ, AWQ, SmoothQuant, BiLLM을 적용했습니다." in text_of(quote)
    assert text_of(quote.find("footer")) == "2025-05-07 · Technical Details · rule lexicon/1"


def test_related_papers_come_with_their_reason(page: Callable[[str], Any]) -> None:
    """Three lists apart: rare methods, authors, rare datasets; each row names what is shared."""
    related = part(page("paper/arxiv-2505.02214"), "related")
    heads = [text_of(head) for head in related.iter("h3")]
    first, *_ = related.iter("li")

    assert heads == ["… they share rare methods", "… they share authors", "… they share rare datasets"]
    assert text_of(first).startswith("BiLLM: Pushing the Limit of Post-Training Quantization for LLMs 2024-02-08")
    assert re.search(r"both name: .*GPTQ \(\d papers\)", text_of(first))


def test_related_authors_are_named(page: Callable[[str], Any]) -> None:
    """A paper by the same people says who they are."""
    related = text_of(part(page("paper/arxiv-2505.02922"), "related"))

    assert re.search(r"share authors .*both by: .*Baotong Lu", related)


def test_a_paper_has_its_bibtex_and_digest(page: Callable[[str], Any]) -> None:
    """BibTeX to be copied, and the text of the digest under its headings."""
    paper = page("paper/arxiv-2505.02214")

    assert "@misc{arxiv-2505-02214," in text_of(next(paper.iter("pre")))
    assert "What's New" in text_of(part(paper, "digest"))
    assert "perplexity" in text_of(part(paper, "digest"))


def test_a_number_stands_beside_its_sentence(page: Callable[[str], Any]) -> None:
    """Each number of a paper has its kind, what it measures, and the sentence, at a place that links can name."""
    paper = page("paper/arxiv-2402.04291")
    row = part(paper, "r1")
    rows = list(part(paper, "numbers").iter("tr"))
    under = rows[rows.index(row) + 1]

    assert "8.41" in text_of(row)
    assert "WikiText" in text_of(row)
    assert "8.41" in text_of(next(under.iter("mark")))


def test_the_local_drawing_has_its_twin(page: Callable[[str], Any]) -> None:
    """What is drawn around a thing stands in a table, with the same links."""
    for path in ("paper/arxiv-2505.02214", "author/huiqiang-jiang", "method/billm", "dataset/wikitext-2"):
        near = part(page(path), "near")
        table = [one.get("href") for one in next(near.iter("table")).iter("a")]
        assert table
        assert [one.get("href") for one in drawn(near, "a")] == table


def test_an_author_has_papers_and_people(page: Callable[[str], Any]) -> None:
    """Papers with their days, and co-authors ranked by papers, with the first and the last day."""
    author = page("author/huiqiang-jiang")
    papers = [text_of(one) for one in part(author, "papers").iter("li")]
    rows = [[text_of(cell) for cell in row.iter("td")] for row in part(author, "coauthors").iter("tr")][1:]

    assert papers[0].startswith("2025-05-07 RetroInfer")
    assert papers[-1].startswith("2024-09-17 RetrievalAttention")
    assert ["Yuqing Yang", "2", "2024-09-17", "2025-05-07"] in rows
    assert [int(row[1]) for row in rows] == sorted((int(row[1]) for row in rows), reverse=True)
    assert "co-authors of one paper" in text_of(part(author, "coauthors"))


def test_an_author_writes_among_others(page: Callable[[str], Any]) -> None:
    """The group of people who write with one another, named by what is most its own."""
    aside = text_of(next(page("author/huiqiang-jiang").iter("aside")))

    assert re.search(r"Writes among ?22 people who write with one another; most their own: .*\. Most papers: ", aside)


def test_an_author_says_whether_it_is_one_person(hostile_site: Path, parse: Parse, page: Callable[[str], Any]) -> None:
    """The names used, what was decided about them with rule and papers, and what would overrule it."""
    said = text_of(next(page("author/huiqiang-jiang").iter("aside")))
    decided = text_of(next(parse(hostile_site / "author/a-4.html").iter("aside")))

    assert "Names usedHuiqiang Jiang" in said
    assert "nothing was joined or split" in said
    assert re.search(r"are one: test/1, 1 paper \(2505.00004\)", decided)
    assert "What would overrule it[[author]] different = [" in decided


def test_a_method_tells_where_it_started(page: Callable[[str], Any]) -> None:
    """Who introduced it comes first, then who took it up, by day, each with role and sentence."""
    method = page("method/billm")
    papers = part(method, "papers")
    introduced, taken_up = papers.iter("ol")

    assert text_of(next(introduced.iter("li"))).startswith(
        "2024-02-08 BiLLM: Pushing the Limit of Post-Training Quantization for LLMs introduces it BiLLM"
    )
    assert text_of(next(taken_up.iter("li"))).startswith("2025-05-07 An Empirical Study of Qwen3 Quantization uses it")
    dots = [one.get("class") for one in drawn(papers, "circle")]
    assert dots == ["dot first", "dot"]
    assert "is a post-training quantization (PTQ) method" in text_of(part(method, "definition"))
    assert "rare" in text_of(next(method.iter("main")))


def test_a_concept_has_its_names_and_neighbours(page: Callable[[str], Any]) -> None:
    """Other names, what it stands under and above, and why."""
    aside = text_of(next(page("method/grpo").iter("aside")))

    assert "Also calledGroup Relative Policy Optimization" in aside
    assert "그룹 상대 정책 최적화" in aside
    assert "are one" in aside


def test_a_dataset_lists_results_with_their_sentences(page: Callable[[str], Any]) -> None:
    """Numbers stand together by metric, unit and kind, and each leads to its sentence."""
    results = part(page("dataset/wikitext-2"), "results")
    links = [one.get("href") for one in results.iter("a") if "#r" in (one.get("href") or "")]

    assert "No metric named" in text_of(results)
    assert links
    assert all(re.fullmatch(r"\.\./paper/[\w.-]+\.html#r\d+", link) for link in links)


def test_numbers_of_several_papers_come_with_a_warning(
    hostile_site: Path, parse: Parse, page: Callable[[str], Any]
) -> None:
    """Where papers differ, a visible line says so; one number alone needs none."""
    results = part(parse(hostile_site / "dataset/c-2.html"), "results")
    warned = [text_of(one) for one in results.iter("p") if one.get("class") == "warning"]

    assert warned == [
        "Settings differ: these numbers come from different papers, whose models, splits and prompts need not be the "
        "same. Read the sentences before you rank."
    ]
    rows = [one for one in results.iter("a") if "#r" in (one.get("href") or "")]
    values = [int(re.findall(r"(\d+)\.html", one.get("href"))[0]) for one in rows]
    of_one_unit = values[: len([value for value in values if value % 2 == 0])]
    assert of_one_unit == sorted(of_one_unit, reverse=True)  # the highest first
    alone = part(page("dataset/wikitext-2"), "results")
    assert "warning" not in {one.get("class") for one in alone.iter("p")}


def test_what_is_used_on_a_dataset(page: Callable[[str], Any]) -> None:
    """Methods of the papers that are evaluated there, with these papers, what they do with it, and numbers."""
    rows = [
        [text_of(cell) for cell in row.iter("td")] for row in part(page("dataset/wikitext-2"), "methods").iter("tr")
    ][1:]
    by_name = {row[0]: row[1:] for row in rows}

    assert "BiLLM: Pushing the Limit" in by_name["BiLLM"][0]
    assert "introduces" in by_name["BiLLM"][0]
    assert "8.41" in by_name["BiLLM"][1]


def test_a_question_shows_answer_and_query(page: Callable[[str], Any]) -> None:
    """The answer links to pages, the query can be copied, and the command is there."""
    question = page("question/uptake")
    said = text_of(next(question.iter("main")))

    assert "BiLLM" in said
    assert "papergraph ask uptake --method BiLLM" in said
    assert "SELECT" in text_of(part(question, "sparql"))
    assert [one for one in question.iter("a") if "paper/arxiv-2505.02214.html" in (one.get("href") or "")]


def test_lists_hold_everything(site: Path, parse: Parse) -> None:
    """By month and by letter each page of a thing can be reached without the search box."""
    reached = set()
    for page in (site / "browse").glob("*.html"):
        reached |= {one.get("href").removeprefix("../") for one in parse(page).iter("a")}
    for folder in ("paper", "author", "method", "model", "dataset", "task", "metric"):
        assert {path.relative_to(site).as_posix() for path in (site / folder).glob("*.html")} <= reached


def test_of_a_team_of_hundreds_a_page_lists_a_hundred(tmp_path: Path, parse: Parse) -> None:
    """Two papers by 130 people: each page stays small and says how many it leaves out."""
    people = ", ".join(f"Given{number} Family{number}" for number in range(130))
    for day in (1, 2):
        title = f"### [Zorb{day}: Counting Birds](https://arxiv.org/abs/2405.0000{day})"
        entry = f"{title}\nAuthors: {people}\n\n새를 셉니다.\n"
        (tmp_path / f"2024-05-0{day}.md").write_text(f"## Daily Papers (2024-05-0{day})\n\n{entry}", encoding="utf-8")
    papergraph.build_graph([tmp_path], store=tmp_path / "team.store")
    papergraph.write_site(tmp_path / "team.store", tmp_path / "site")

    author = parse(tmp_path / "site" / "author" / "given7-family7.html")

    told = part(author, "coauthors")
    assert len(list(told.iter("tr"))) == 100 + 2  # two heads
    assert "And 29 more" in text_of(told)
