"""File names are safe everywhere, and no two are one to any file system."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from papergraph.exports.file_names import file_names

from .conftest import HOSTILE, WORDS


def check(names: list[str]) -> list[str]:
    """What must hold of any names; returns the files."""
    files = list(file_names([(f"urn:{n}", name) for n, name in enumerate(names)], taken=["index"]).values())
    assert len(files) == len(names)
    compared = [unicodedata.normalize("NFKC", file).casefold() for file in [*files, "index"]]
    assert len(set(compared)) == len(compared)
    for file in files:
        assert 0 < len(f"{file}.md".encode()) <= 255
        assert not set(file) & set('\\/:*?"<>|[]#^\n\r\x00')
        assert file == file.strip() == unicodedata.normalize("NFC", file)
        assert not file.startswith(".")
        assert not file.endswith(".")
        assert file.split(".")[0].casefold() not in {"con", "prn", "aux", "nul", "com1", "lpt1"}
    return files


@given(st.lists(WORDS, max_size=8))
def test_any_names(names: list[str]) -> None:
    """Whatever the names, files are safe and distinct."""
    check([*names, *names])


def test_hostile_names() -> None:
    """The hostile ones too, and those that differ in case or width only, or are too long."""
    check([*HOSTILE, "LoRA", "LORA", "ＬｏＲＡ", "C#", "C＃", "Index", "aux.x", "...", " ", "", "긴" * 300, "긴" * 301])


def test_names_stay_readable() -> None:
    """A harmless name is its own file, a forbidden sign becomes its wide form, and the first of several is plain."""
    first, second, third, fourth = check(["GRPO", "A/B test", "C++", "grpo"])
    assert (first, second, third) == ("GRPO", "A／B test", "C++")
    assert fourth.startswith("grpo ")


def test_a_name_does_not_depend_on_what_comes_after() -> None:
    """Further things, later in order, rename nothing."""
    some = file_names([("urn:1", "X"), ("urn:2", "x")])
    more = file_names([("urn:1", "X"), ("urn:2", "x"), ("urn:3", "X"), ("urn:4", "y")])
    assert some.items() <= more.items()
