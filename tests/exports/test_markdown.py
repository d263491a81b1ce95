"""Names and sentences read in a note as they were written, and do nothing."""

import html
import re

import pytest
import yaml
from hypothesis import given
from markdown_it import MarkdownIt

from papergraph.exports.markdown import escaped, front_matter, note_link, web_link
from papergraph.exports.plain import one_line

from .conftest import HOSTILE, WORDS

READER = MarkdownIt("commonmark").enable(["strikethrough", "table"])


def rendered(text: str) -> str:
    """What a reader of CommonMark shows for a list item of this text; nothing in it is markup."""
    page = READER.render(f"- {text}\n")
    found = re.fullmatch(r"<ul>\n<li>(.*)</li>\n</ul>\n", page, re.DOTALL)
    assert found, page
    assert "<" not in found[1], page
    return html.unescape(found[1])


@given(WORDS)
def test_escaped_text_reads_as_it_was(text: str) -> None:
    """Markdown shows exactly the text, on one line."""
    assert rendered(escaped(text)) == one_line(text)


@pytest.mark.parametrize(
    "text", ["1. one", "- one", "+ one", "> one", "# one", "=== ===", "--- ---", "12) x", "[ ] todo"]
)
def test_a_sentence_begins_no_block(text: str) -> None:
    """What would begin a list, a quotation or a heading at the begin of a line is text."""
    assert rendered(escaped(text)) == text


@pytest.mark.parametrize("text", ["[[note]]", "#tag", "%%gone%%", "==marked==", "$x$", "^block", "![[embed]]"])
def test_nothing_of_obsidian_is_left(text: str) -> None:
    """Each sign that Obsidian acts on stands behind a backslash."""
    assert not re.search(r"(?<!\\)[\[\]#%=$^!]", escaped(text))


@given(WORDS)
def test_a_link_ends_where_it_ends(text: str) -> None:
    """Whatever is shown, a link has one begin, one end, and at most one bar."""
    link = note_link("file", text)
    assert re.fullmatch(r"\[\[file(\|[^\[\]|\n\r]+)?\]\]", link)


def test_a_link_shows_the_name() -> None:
    """A name that is the file's needs no second; brackets and bars become wide."""
    assert note_link("GRPO", "GRPO") == "[[GRPO]]"
    assert note_link("MAE 5e87a1b3", "MAE") == "[[MAE 5e87a1b3|MAE]]"
    assert note_link("f", "x]] | [[y") == "[[f|x］］ ｜ ［［y]]"


@pytest.mark.parametrize("text", HOSTILE)
def test_a_web_link_is_one_link(text: str) -> None:
    """A title neither ends its link nor adds another; what is no address is no link."""
    page = READER.render(web_link(text, "https://a.example/x?a=1&b=2"))
    assert page.count("<a ") == 1
    assert 'href="https://a.example/x?a=1&amp;b=2"' in page
    assert "<a " not in READER.render(web_link(text, "javascript:alert(1)"))


@given(WORDS, WORDS)
def test_front_matter_is_yaml(first: str, second: str) -> None:
    """A YAML reader gets the values back."""
    text = front_matter({"aliases": [first, second], "class": second, "support": 3})
    body = text.removeprefix("---\n").removesuffix("---\n")
    assert yaml.safe_load(body) == {
        "aliases": [one_line(first), one_line(second)],
        "class": one_line(second),
        "support": 3,
    }
    assert "\n---" not in body
