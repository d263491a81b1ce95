"""Annotations as people write them, good and bad."""

import json
from pathlib import Path
from typing import Any

import pytest

from papergraph.errors import InputError
from papergraph.evaluation.gold import GoldClass, GoldRole, Tier, read_gold

ENTITY = {"type": "METHOD", "name": "FooNet", "aliases": ["푸넷"], "tier": "named", "role": "introduces"}


def written(folder: Path, *lines: str) -> Path:
    file = folder / "gold.jsonl"
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def paper(**changes: Any) -> str:
    return json.dumps({"id": "2505.00001", "entities": [ENTITY], "results": [], **changes}, ensure_ascii=False)


def test_a_line_is_a_paper(tmp_path: Path) -> None:
    """What a line says comes back as values; empty lines do not count."""
    entity = {**ENTITY, "alt_type": "MODEL", "alt_role": "uses"}
    file = written(tmp_path, "", paper(entities=[entity], results=[{"value": "71.5%"}]), "")

    (read,) = read_gold([file])

    (one,) = read.entities
    assert (read.id, one.name, one.aliases, one.tier) == ("2505.00001", "FooNet", ("푸넷",), Tier.NAMED)
    assert one.classes == {GoldClass.METHOD, GoldClass.MODEL}
    assert one.roles == {GoldRole.INTRODUCES, GoldRole.USES}
    assert [result.value for result in read.results] == ["71.5%"]


def test_files_are_read_in_order(tmp_path: Path) -> None:
    """Papers come in the order of the files and their lines."""
    first = written(tmp_path, paper(id="2505.00002"), paper(id="2505.00001"))

    assert [paper.id for paper in read_gold([first, first])] == ["2505.00002", "2505.00001"] * 2


def test_only_optional_results_do_not_count(tmp_path: Path) -> None:
    """Any other tier of a number, and none, means that it must be found."""
    tiers: list[dict[str, str]] = [{}, {"tier": "both"}, {"tier": "optional"}]
    file = written(tmp_path, paper(results=[{"value": "1%", **tier} for tier in tiers]))

    assert [result.optional for result in read_gold([file])[0].results] == [False, False, True]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{", "Expecting"),
        ("[]", "no JSON object"),
        ("[" * 100_000, ""),
        (paper(id=None), "'id' is missing"),
        (paper(id="FooNet"), "no arXiv id"),
        (paper(id="2505.00001v2"), "no arXiv id"),
        (paper(entities=None), "'entities' is no list"),
        (paper(entities=["FooNet"]), "an entity is no JSON object"),
        (paper(entities=[{**ENTITY, "name": " "}]), "'name' is missing"),
        (paper(entities=[{**ENTITY, "aliases": [1]}]), "an alias is missing or no text"),
        (paper(entities=[{**ENTITY, "type": "Method"}]), "'type' is 'Method', not one of METHOD"),
        (paper(entities=[{**ENTITY, "tier": "both"}]), "'tier' is 'both'"),
        (paper(entities=[{**ENTITY, "role": "evaluates"}]), "'role' is 'evaluates'"),
        (paper(entities=[{**ENTITY, "alt_type": "FOO"}]), "'alt_type' is 'FOO'"),
        (paper(results=[{"metric": "FID"}]), "'value' is missing"),
        (paper(results=[{"value": "two thirds"}]), "'value' has no number"),
    ],
)
def test_bad_lines_are_named(tmp_path: Path, line: str, says: str) -> None:
    """A line that is no annotation is refused with its file and number, and with what is wrong."""
    file = written(tmp_path, paper(), line)

    with pytest.raises(InputError) as caught:
        read_gold([file])

    assert (caught.value.file, caught.value.line) == (str(file), 2)
    assert says in caught.value.message


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """A file that cannot be read is refused by its name."""
    with pytest.raises(InputError) as caught:
        read_gold([tmp_path / "none.jsonl"])

    assert caught.value.file == str(tmp_path / "none.jsonl")
