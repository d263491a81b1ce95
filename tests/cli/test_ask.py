"""Named questions, from outside."""

import json
from collections.abc import Callable

from click.testing import Result

Run = Callable[..., Result]


def test_the_list_names_every_question(run: Run) -> None:
    """Without a graph: each question with its title and what it must be given; as data with --json."""
    shown = run("ask", "--list").stdout
    listed = json.loads(run("ask", "--list", "--json").stdout)

    assert len(shown.splitlines()) == len(listed) >= 30
    assert "builds-on " in shown
    by_name = {one["name"]: one for one in listed}
    assert by_name["coauthors"]["example"] == "papergraph ask coauthors --author 'Huiqiang Jiang'"
    assert by_name["coauthors"]["parameters"] == [
        {"name": "author", "type": "author", "required": True, "default": None, "about": "whose co-authors"}
    ]


def test_the_help_of_a_question(run: Run) -> None:
    """It says what the question takes, with types and defaults, and an example."""
    done = run("ask", "results-on", "--help")

    assert done.exit_code == 0
    assert "Usage: papergraph ask results-on --dataset CONCEPT(DATASET)" in done.stdout
    assert "--dataset concept(Dataset)  the dataset or benchmark  [required]" in done.stdout
    assert "papergraph ask results-on --dataset MATH" in done.stdout


def test_an_answer_is_a_table(built: Run) -> None:
    """Labels first, the IRI last; a parameter is given with a blank or with an equals sign."""
    done = built("ask", "coauthors", "--author", "ben lee")

    assert done.exit_code == 0
    assert [line.split("  ")[0] for line in done.stdout.splitlines()] == ["name", "───────", "Ada Kim", "Cho Min"]
    assert done.stdout.splitlines()[2].endswith("author:ada-kim")
    assert built("ask", "coauthors", "--author=ben lee").stdout == done.stdout


def test_an_answer_in_each_format(built: Run) -> None:
    """The same rows, as query writes them; --limit cuts them."""
    ask = ("ask", "papers-on", "--concept", "grpo", "--format")

    assert built(*ask, "csv").stdout.startswith("date,role,title,votes,paper\n2025-05-07,uses,")
    assert len(json.loads(built(*ask, "json").stdout)["results"]["bindings"]) == 2
    assert built(*ask, "xml").stdout.count("<result>") == 2
    assert built(*ask, "tsv", "--limit", "1").stdout.count("\n") == 2


def test_the_query_is_printed_and_can_be_pasted(built: Run) -> None:
    """--sparql prints what would be run; papergraph query gives the same answer."""
    text = built("ask", "papers-on", "--concept", "grpo", "--sparql").stdout

    assert "VALUES (?concept) { (<https://w3id.org/papergraph/concept/grpo>) }" in text
    assert built("query", text).stdout == built("ask", "papers-on", "--concept", "grpo").stdout


def test_nothing_found_is_a_no(built: Run) -> None:
    """An empty answer has the exit code 1, in every format."""
    for format_name in ("table", "csv", "tsv", "json", "xml"):
        done = built("ask", "compared-with", "--concept", "GRPO", "--format", format_name)
        assert done.exit_code == 1
        assert done.stdout


def test_slips_are_told_with_what_is_near(built: Run) -> None:
    """A wrong question, parameter or name suggests others; a missing parameter is named, with an example."""
    assert "try: builds-on" in built("ask", "build-on").stderr
    assert "it takes --method" in built("ask", "builds-on", "--methd", "GRPO").stderr
    assert "try: GRPO" in built("ask", "builds-on", "--method", "GRPX").stderr
    missing = built("ask", "builds-on")
    assert missing.exit_code == 2
    assert missing.stderr.startswith("error: builds-on needs --method: ")
    assert "hint: example: papergraph ask builds-on --method" in missing.stderr


def test_arguments_that_cannot_be(built: Run) -> None:
    """What is no parameter, has no value, or is given twice, is a mistake of usage, before any graph is opened."""
    for arguments in (
        (),
        ("--method", "GRPO"),
        ("builds-on", "GRPO"),
        ("builds-on", "--method"),
        ("builds-on", "--method", "GRPO", "--method", "DPO"),
        ("builds-on", "--json", "--method", "GRPO"),
    ):
        assert built("ask", *arguments, "--store", "nowhere").exit_code == 2, arguments


def test_what_is_given_cannot_add_to_the_query(built: Run) -> None:
    """Text that looks like SPARQL is a text."""
    done = built("ask", "best-gains", "--unit", '%" } SELECT * {', "--sparql")

    assert '("%\\" } SELECT * {" "0001-01-01"^^' in done.stdout
    assert built("ask", "best-gains", "--unit", '%" } SELECT * {').exit_code == 1
