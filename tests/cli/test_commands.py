"""The commands that read a graph, from outside."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from papergraph.cli import main

Run = Callable[..., Result]


@pytest.mark.parametrize("command", main.list_commands(None))  # type: ignore[arg-type]
def test_help_has_an_example(run: Run, command: str) -> None:
    """Each command explains itself with an example."""
    done = run(command, "--help")

    assert done.exit_code == 0
    assert "Example:" in done.stdout
    assert f"papergraph {command}" in done.stdout


def test_no_store(run: Run) -> None:
    """Where no graph is, the exit code is 5 and the hint says how to make one."""
    done = run("stats")

    assert done.exit_code == 5
    assert done.stderr.splitlines()[0] == "error: there is no graph at papergraph.store"
    assert "papergraph build" in done.stderr


def test_show_concept(built: Run) -> None:
    """A method is shown with the papers that use it and the span in its sentence."""
    done = built("show", "grpo")

    assert done.exit_code == 0
    assert done.stdout.splitlines()[0] == "GRPO  [Method] https://w3id.org/papergraph/concept/grpo"
    assert "uses: FooNet: Graphs that Read" in done.stdout
    assert "FooNet은 ⟦GRPO⟧를 활용하여 학습합니다." in done.stdout


def test_show_paper(built: Run) -> None:
    """A paper is shown with its listing, authors, links and results."""
    done = built("show", "2505.00001v2")

    assert "listed 2025-05-07, place 1, 12 votes" in done.stdout
    assert "authors: Ada Kim, Ben Lee" in done.stdout
    assert "introduces" in done.stdout
    assert "FooNet은 GSM8K에서 ⟦71.5%⟧의 정확도를 기록했습니다." in done.stdout


def test_unknown_votes_are_not_zero(built: Run) -> None:
    """A dash for the votes is shown as unknown."""
    assert "votes unknown" in built("show", "2505.00002").stdout


def test_show_author_as_json(built: Run) -> None:
    """With --json an author's papers and co-authors come as data."""
    data = json.loads(built("show", "ben lee", "--json").stdout)

    assert [companion["author"]["name"] for companion in data["companions"]] == ["Ada Kim", "Cho Min"]
    assert len(data["papers"]) == 2


def test_show_suggests(built: Run) -> None:
    """A name that is not there is exit code 2, with names that are near."""
    done = built("show", "GRPPO")

    assert done.exit_code == 2
    assert "GRPO" in done.stderr


def test_why_two_papers(built: Run) -> None:
    """Two papers are linked by the method that both use, with a sentence of each."""
    done = built("why", "2505.00001", "2505.00002")

    assert done.exit_code == 0
    assert "share concepts: 1" in done.stdout
    assert "BarTune은 ⟦GRPO⟧를 사용합니다." in done.stdout


def test_why_two_authors(built: Run) -> None:
    """Two authors are linked by the paper that they wrote together."""
    assert "wrote together: 1" in built("why", "Ada Kim", "Ben Lee").stdout


def test_why_nothing(built: Run) -> None:
    """Where nothing links two things the exit code is 1."""
    done = built("why", "Ada Kim", "Cho Min")

    assert done.exit_code == 1
    assert "nothing links them" in done.stdout


def test_query_table(built: Run) -> None:
    """Rows come as a table with the columns in the order of the SELECT."""
    done = built("query", "SELECT ?name ?a { ?a a pg:Author ; foaf:name ?name } ORDER BY ?name LIMIT 1")

    assert done.stdout.splitlines()[0].split() == ["name", "a"]
    assert done.stdout.splitlines()[2].split() == ["Ada", "Kim", "author:ada-kim"]


def test_query_csv_from_a_file(built: Run, tmp_path: Path) -> None:
    """A query may come from a file and its answer may be CSV."""
    (tmp_path / "q.rq").write_text("SELECT ?v { ?l pg:votes ?v }", encoding="utf-8")

    assert built("query", "--file", "q.rq", "--format", "csv").stdout.splitlines() == ["v", "12"]


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("SELECT ?x {", 2),
        ("DELETE WHERE { ?s ?p ?o }", 2),
        ("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", 2),
        ("LOAD <file:///etc/passwd>", 2),
    ],
)
def test_query_refuses(built: Run, query: str, code: int) -> None:
    """A query that is wrong, writes or calls out is refused in words."""
    done = built("query", query)

    assert (done.exit_code, done.stdout) == (code, "")
    assert done.stderr.startswith("error: ")


def test_query_stops_at_its_limit(built: Run) -> None:
    """A runaway aggregate ends at the time limit with exit code 5."""
    runaway = "SELECT (COUNT(*) AS ?n) {?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l}"

    done = built("query", runaway, "--timeout", "1")

    assert done.exit_code == 5
    assert done.stderr.startswith("error: the query was stopped after 1 s")


def test_query_needs_one_query(built: Run) -> None:
    """No query, or two, is a matter of usage."""
    assert built("query").exit_code == 2


def test_export_is_sorted_and_stable(built: Run, tmp_path: Path) -> None:
    """Two exports are equal, and N-Quads are sorted."""
    for name in ("one.nq", "two.nq"):
        assert built("export", "-o", name).exit_code == 0

    lines = (tmp_path / "one.nq").read_text(encoding="utf-8").splitlines()
    assert lines == sorted(lines)
    assert (tmp_path / "one.nq").read_bytes() == (tmp_path / "two.nq").read_bytes()


def test_export_can_be_opened_again(built: Run) -> None:
    """An exported file is a graph that the other commands read."""
    built("export", "-o", "graph.trig")

    assert built("show", "GRPO", "--store", "graph.trig").stdout == built("show", "GRPO").stdout


def test_export_to_an_unknown_format(built: Run, tmp_path: Path) -> None:
    """A suffix nobody knows is refused, and nothing is written."""
    done = built("export", "-o", "graph.xlsx")

    assert done.exit_code == 2
    assert not (tmp_path / "graph.xlsx").exists()


def test_stats_as_json(built: Run) -> None:
    """Counts come as data."""
    data = json.loads(built("stats", "--json").stdout)

    assert (data["classes"]["Paper"], data["classes"]["Author"]) == (2, 3)
    assert data["days"] == {"daily-papers/2025-05-07": 2}


def test_own_output_is_valid(built: Run) -> None:
    """A build's own output keeps its shapes and its evidence."""
    assert built("validate").exit_code == 0
    assert built("validate", "--evidence").exit_code == 0


def test_broken_evidence_is_found(built: Run, tmp_path: Path) -> None:
    """A label that no longer stands in the text is reported, with exit code 1."""
    built("export", "-o", "graph.nq")
    file = tmp_path / "graph.nq"
    file.write_text(file.read_text(encoding="utf-8").replace('"GRPO"@en', '"GRPX"@en'), encoding="utf-8")

    done = built("validate", "--evidence", "--store", "graph.nq")

    assert done.exit_code == 1
    assert "GRPO" in done.stdout


def test_broken_shape_is_found(built: Run, tmp_path: Path) -> None:
    """A mention without its start is reported, with exit code 1."""
    built("export", "-o", "graph.nq")
    file = tmp_path / "graph.nq"
    lines = [line for line in file.read_text(encoding="utf-8").splitlines(keepends=True) if "oa#start" not in line]
    file.write_text("".join(lines), encoding="utf-8")

    assert built("validate", "--store", "graph.nq").exit_code == 1


@pytest.mark.parametrize("kind", ["coauthors", "papers"])
def test_view(built: Run, tmp_path: Path, kind: str) -> None:
    """A view is one page that loads nothing, and says on standard error what it shows."""
    done = built("view", kind, "-o", "page.html")

    assert done.exit_code == 0
    assert done.stderr.startswith("page.html: ")
    assert "<title>" in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_view_as_picture(built: Run, tmp_path: Path) -> None:
    """With .svg the view is a picture."""
    built("view", "papers", "-o", "picture.svg")

    assert (tmp_path / "picture.svg").read_text(encoding="utf-8").startswith("<svg")


@pytest.mark.parametrize(("kind", "name"), [("paper", "2505.00001"), ("author", "Ben Lee"), ("timeline", "GRPO")])
def test_view_of_one_thing(built: Run, tmp_path: Path, kind: str, name: str) -> None:
    """A picture of one thing takes its name; without one it is refused with the command to give."""
    assert built("view", kind, name, "-o", "page.html").exit_code == 0
    refused = built("view", kind, "-o", "other.html")

    assert refused.exit_code == 2
    assert f"papergraph view {kind} NAME" in refused.stderr
    assert not (tmp_path / "other.html").exists()


def test_view_of_another_suffix(run: Run) -> None:
    """A file that no picture can become is refused before the graph is even looked for."""
    refused = run("view", "papers", "-o", "page.bmp")

    assert refused.exit_code == 2
    assert ".html, .svg, .png, .pdf" in refused.stderr


def test_view_into_a_folder_that_is_not_there(run: Run) -> None:
    """Nor is a large graph drawn for a file that has no folder."""
    refused = run("view", "papers", "-o", "nowhere/page.html")

    assert refused.exit_code == 5
    assert "there is no folder nowhere" in refused.stderr


def test_view_for_a_machine(built: Run) -> None:
    """With --json standard output says what was written, and how much is in it."""
    done = built("view", "coauthors", "--json", "--until", "2025-05-07", "-o", "page.html")
    said = json.loads(done.stdout)

    assert (said["kind"], said["file"], said["nodes"], said["links"]) == ("coauthors", "page.html", 3, 2)
    assert said["summary"][0].startswith("3 authors of 2 papers")
    assert done.stderr == ""


def test_view_in_a_part_of_the_days(built: Run) -> None:
    """Days outside which no paper lies draw nothing, and say so."""
    done = built("view", "papers", "--since", "2026-01-01", "-o", "page.html")

    assert done.exit_code == 0
    assert "nothing to draw" in done.stderr


def test_view_via_unknown_class(built: Run) -> None:
    """A class of concepts that is none is refused."""
    assert built("view", "papers", "--via", "colours", "-o", "page.html").exit_code == 2


def test_control_characters_do_not_reach_the_terminal(built: Run) -> None:
    """An escape sequence in a name is shown, not obeyed."""
    done = built("show", "\x1b[31mred")

    assert "\x1b" not in done.output


def test_debug_shows_the_traceback(run: Run) -> None:
    """With --debug an error of ours comes with its traceback."""
    done = run("--debug", "stats")

    assert type(done.exception).__name__ == "StoreNotFoundError"
