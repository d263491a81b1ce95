"""Lexicon files: what is read from them, and what is said about a bad line."""

from pathlib import Path

import pytest

from papergraph.errors import InputError
from papergraph.extract.lexicon import Lexicon, load
from papergraph.model import ConceptClass


def write(folder: Path, text: str) -> Path:
    """Return a lexicon file with ``text``."""
    path = folder / "own.tsv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_line_is_a_term(tmp_path: Path) -> None:
    """Class, kind and aliases come from the cells; a benchmark is a dataset; comments and empty lines are nothing."""
    lexicon = load([write(tmp_path, "# names\n\nFooBench\tBENCHMARK\tproper\tFoo Bench|푸벤치\nbar\tNOT\tgeneral\n")])
    term = lexicon.find("푸벤치")
    assert term is not None
    assert (term.name, term.cls, term.benchmark, term.proper) == ("FooBench", ConceptClass.DATASET, True, True)
    nothing = lexicon.find("BAR")
    assert nothing is not None
    assert nothing.cls is None


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("FooBench", "three or four cells"),
        ("FooBench\tTHING\tproper", "no class 'THING'"),
        ("FooBench\tMODEL\tfamous", "no kind 'famous'"),
        ("\tMODEL\tproper", "without a name"),
    ],
)
def test_a_bad_line_is_told_with_its_place(tmp_path: Path, line: str, said: str) -> None:
    """The error names the file, the line and what is wrong."""
    path = write(tmp_path, "# first\n" + line + "\n")
    with pytest.raises(InputError, match=said) as caught:
        load([path])
    assert (caught.value.file, caught.value.line) == (str(path), 2)


def test_a_file_that_cannot_be_read_is_an_input_error(tmp_path: Path) -> None:
    """A missing file and one that is not UTF-8 are reported, not raised through."""
    with pytest.raises(InputError):
        load([tmp_path / "absent.tsv"])
    bad = tmp_path / "bad.tsv"
    bad.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError):
        load([bad])


@pytest.mark.parametrize("name", ["Qwen9", "Qwen2.5-72B", "Qwen-VL-Chat", "Qwen 3"])
def test_versions_belong_to_their_family(lexicon: Lexicon, name: str) -> None:
    """A known model's name with a version, a size or a usual suffix is of its family."""
    assert lexicon.family(name) is not None


@pytest.mark.parametrize("name", ["QwenGuardian", "Qwen-Sonata", "Owen2"])
def test_other_names_do_not(lexicon: Lexicon, name: str) -> None:
    """A name that merely begins like a model is not one of its versions."""
    assert lexicon.family(name) is None
