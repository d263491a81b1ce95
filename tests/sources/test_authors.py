"""Lines of authors, in all the ways they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papergraph.sources.authors import Authors, read_authors
from papergraph.sources.reader import Place


def _read(line: str) -> Authors:
    return read_authors(line, Place(file="d.md", line=3))


@pytest.mark.parametrize(
    ("line", "names", "codes"),
    [
        ("", (), []),
        ("Ada Kim", ("Ada Kim",), []),
        ("Ada Kim, Bo Lee,, ", ("Ada Kim", "Bo Lee"), []),
        ("Ada Kim; Bo Lee and Cy Roe", ("Ada Kim", "Bo Lee", "Cy Roe"), []),
        ("Ada Kim, Bo Lee, and Cy Roe", ("Ada Kim", "Bo Lee", "Cy Roe"), []),
        ("Ada Anders, Andy Sand", ("Ada Anders", "Andy Sand"), []),
        ("Roland Haas, Armand Roe", ("Roland Haas", "Armand Roe"), []),
        ("Ada Kim, Jr., Bo Lee, III", ("Ada Kim, Jr.", "Bo Lee, III"), []),
        ("  Ada \t Kim ,Ada Kim, Bo\u200b Lee", ("Ada Kim", "Bo Lee"), ["author-repeated"]),
        ("Jose\u0301, José", ("José",), ["author-repeated"]),
        ("Ada Kim, ---, 김민수", ("Ada Kim", "김민수"), ["author-unusable"]),
        ("['Ada Kim', 'Bo Lee']", ("Ada Kim", "Bo Lee"), ["author-list-repr"]),
        ("[]", (), ["author-list-repr"]),
        ("['Ada Kim']", ("Ada Kim",), ["author-list-repr"]),
        ("[\"Sean O'Neil\", 'Kim, Ada', ]", ("Sean O'Neil", "Kim, Ada"), ["author-list-repr"]),
        (
            r"['Sean O\'Neil', 'Jos\xe9', '\uae40', 'C:\\x']",
            ("Sean O'Neil", "José", "김", r"C:\x"),
            ["author-list-repr"],
        ),
        ("['Sean O'Neil', 'Bo Lee']", ("Sean O'Neil", "Bo Lee"), ["author-list-repr"]),
        ("['Ada Kim', 'Bo L", ("Ada Kim", "Bo L"), ["author-list-repr"]),
        ("[Ada Kim, Bo Lee]", ("Ada Kim", "Bo Lee"), ["author-list-repr"]),
    ],
)
def test_names_are_taken_out(line: str, names: tuple[str, ...], codes: list[str]) -> None:
    """Names come out once each, whole, in the order listed; a repair is reported at its line."""
    authors = _read(line)
    assert authors.names == names
    assert not authors.incomplete
    assert [problem.code for problem in authors.problems] == codes
    assert all((problem.file, problem.line) == ("d.md", 3) for problem in authors.problems)


@pytest.mark.parametrize(
    "line",
    [
        "Ada Kim, +, Bo Lee",
        "Ada Kim, Bo Lee, +",
        "Ada Kim, Bo Lee +",
        "Ada Kim, Bo Lee et al.",
        "Ada Kim, Bo Lee, et al",
        "Ada Kim, Bo Lee and others",
        "Ada Kim, Bo Lee, and 12 more others",
        "Ada Kim, Bo Lee, ...",
        "Ada Kim, Bo Lee, …",
        "['Ada Kim', '+', 'Bo Lee']",
    ],
)
def test_and_others_is_nobody(line: str) -> None:
    """The pseudo-author makes the list incomplete and is no name."""
    authors = _read(line)
    assert (authors.names, authors.incomplete) == (("Ada Kim", "Bo Lee"), True)


@given(st.lists(st.from_regex(r"[A-Z][a-z]{1,8} [A-Z][a-z']{2,9}", fullmatch=True), unique=True, max_size=8))
def test_list_repr_reads_like_the_plain_list(names: list[str]) -> None:
    """However Python quotes the names, they are the same names."""
    assert _read(repr(names)).names == _read(", ".join(names)).names


@given(st.text())
def test_no_line_raises(line: str) -> None:
    """Whatever stands there, every name that comes out has a letter or digit and no white space around it."""
    for name in _read(line).names:
        assert any(character.isalnum() for character in name)
        assert name == name.strip()


def test_long_lines_take_no_time() -> None:
    """Lines made to trap patterns are read at once."""
    for line in (" " * 500_000 + "x", "['" + "\\'" * 250_000, "a and " * 80_000, "'," * 200_000):
        _read(line)
