"""The index of the search box: each thing stands in the file of each of its words."""

import json
import re
from pathlib import Path

import pytest

from papergraph.site.search import file_of, folded, key_of


def rows(site: Path, word: str) -> list[list[object]]:
    """Return what the file of a word's key lists: [kind, name, path, beside, other names]."""
    text = (site / file_of(key_of(folded(word)))).read_text(encoding="utf-8")
    listed = re.fullmatch(r"papergraphFound\((\".*?\"),(\[.*\])\);\n", text, re.DOTALL)
    assert listed is not None
    assert json.loads(listed[1]) == key_of(folded(word))
    found: list[list[object]] = json.loads(listed[2])
    return found


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("BiLLM", "BiLLM"),
        ("yang", "Yang Yue"),
        ("YUE", "Yang Yue"),
        ("강화", "reinforcement learning"),
        ("WikiText-2", "WikiText-2"),
        ("quantization", "An Empirical Study of Qwen3 Quantization"),
    ],
)
def test_a_thing_is_listed_under_its_words(word: str, name: str, site: Path) -> None:
    """Papers, people and concepts are found by any word of any of their names, Korean ones too."""
    assert name in [row[1] for row in rows(site, word)]


def test_every_thing_is_listed(site: Path) -> None:
    """Each page of a thing can be searched for."""
    folders = ("paper", "author", "method", "model", "dataset", "task", "metric")
    listed = set()
    for file in (site / "search").glob("*.js"):
        text = file.read_text(encoding="utf-8")
        for row in json.loads(text[text.index("[") : text.rindex("]") + 1]):
            listed.add(f"{folders[row[0]]}/{row[2]}.html")

    there = {path.relative_to(site).as_posix() for folder in folders for path in (site / folder).glob("*.html")}
    assert listed == there


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Søren Ébène", "søren ebene"),
        ("ＧＲＰＯ", "grpo"),
        ("강화", "강화"),
        ("STRASSE", "strasse"),
        ("Ångström", "angstrom"),
    ],
)
def test_folding(text: str, plain: str) -> None:
    """Case, accents and width make no difference; Hangul stays whole, however it is written."""
    assert folded(text) == plain


@pytest.mark.parametrize("word", ["con", "a", "강", "é", "../", "ß", "日本", "12"])
def test_files_have_safe_names(word: str) -> None:
    """The file of any word lies in the folder and has small letters, digits and hyphens only."""
    assert re.fullmatch(r"search/[a-z0-9-]+\.js", file_of(key_of(folded(word)))) or not word.isalnum()
