"""Files of questions: what a head must say, and what is said when it does not."""

import pytest

from papergraph.errors import InputError, UnknownNameError
from papergraph.query.catalogue import ParameterType, parse, question

HEAD = """# title: Who works on something
# about: Authors by papers,
# about: most first.
# param concept: concept(Method), required; the method
# param since: date, default 2024-01-01; first listed then or later
# columns: name, papers
# limit: 20
# example: --concept "chain of thought"
"""
QUERY = "SELECT ?name ?papers WHERE { ?a ?concept ?since }\n# a comment of the query\n"


def test_a_head_is_read() -> None:
    """Every line has its place; what follows the head is the query, comments and all."""
    found = parse("works-on", HEAD + QUERY)

    assert (found.title, found.about) == ("Who works on something", "Authors by papers, most first.")
    concept, since = found.parameters
    assert (concept.type, concept.cls, concept.default, concept.about) == (
        ParameterType.CONCEPT,
        "Method",
        None,
        "the method",
    )
    assert (since.type, since.cls, since.default) == (ParameterType.DATE, None, "2024-01-01")
    assert (found.columns, found.limit) == (("name", "papers"), 20)
    assert found.command == "papergraph ask works-on --concept 'chain of thought'"
    assert found.sparql == QUERY


@pytest.mark.parametrize(
    ("old", "new", "message", "line"),
    [
        ("# title: Who works on something\n", "", "no line 'title'", None),
        ("# about: Authors by papers,\n# about: most first.\n", "", "no line 'about'", None),
        ("# limit: 20\n", "# limit: 20\n# limit: 30\n", "not 'limit'", 8),
        ("# columns", "# colums", "not 'colums'", 6),
        ("# limit: 20", "# limit: many", "a number above 0", None),
        ("concept(Method), required", "concept(Paper), required", r"no type concept\(Paper\)", 4),
        ("date, default 2024-01-01;", "dates, default 2024-01-01;", "as a head states it", 5),
        ("date, default 2024-01-01;", "date;", "as a head states it", 5),
        ("; the method", "", "as a head states it", 4),
    ],
)
def test_a_wrong_head_says_where(old: str, new: str, message: str, line: int | None) -> None:
    """The error names the file, and the line when it is one line's."""
    assert old in HEAD
    with pytest.raises(InputError, match=message) as caught:
        parse("works-on", HEAD.replace(old, new) + QUERY)

    assert (caught.value.file, caught.value.line) == ("works-on.rq", line)


def test_a_name_is_a_word_of_the_command_line() -> None:
    """Capitals, blanks and a hyphen in front would not do."""
    with pytest.raises(InputError, match="small letters"):
        parse("-Works", HEAD + QUERY)


def test_an_unknown_question_suggests_near_ones() -> None:
    """A slip finds the name; nonsense is told how to see them all."""
    with pytest.raises(UnknownNameError) as near:
        question("build-on")
    with pytest.raises(UnknownNameError) as far:
        question("§")

    assert near.value.known[0] == "builds-on"
    assert far.value.known == ()
    assert far.value.hint == "papergraph ask --list shows the questions"
