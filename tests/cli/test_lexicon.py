"""A lexicon of the user's, from outside."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
TERMS = "# mine\nquiet sorting\tTASK\tgeneral\t조용한 정렬\nGRPO\tMODEL\tproper\nFooNet\tNOT\tproper\n"


def classes(done: Result) -> dict[str, str]:
    """Return the class of each name that ``read --json`` found."""
    return {one["name"]: one["cls"] for entry in json.loads(done.stdout)["entries"] for one in entry["entities"]}


def test_own_terms_go_first(run: Run, tmp_path: Path) -> None:
    """A term is found with a particle behind it, another class overrules the shipped one, NOT hides a name."""
    (tmp_path / "terms.tsv").write_text(TERMS, encoding="utf-8")
    text = "FooNet은 GRPO로 조용한 정렬을 학습합니다."

    assert classes(run("read", text, "--json"))["GRPO"] == "Method"
    assert classes(run("read", text, "--json", "--lexicon", "terms.tsv")) == {"GRPO": "Model", "quiet sorting": "Task"}


def test_the_file_beside_the_store_is_read(run: Run, digest: Path, tmp_path: Path) -> None:
    """A build of my.store takes my.lexicon.tsv; when that changes, days that were read are read again."""
    run("build", digest, "--store", "my.store", "-q")
    (tmp_path / "my.lexicon.tsv").write_text(TERMS, encoding="utf-8")
    (tmp_path / "other.lexicon.tsv").write_text("broken", encoding="utf-8")

    changed = run("build", digest, "--store", "my.store", "--json")
    again = run("build", digest, "--store", "my.store", "--json")

    assert json.loads(changed.stdout)["days_read"] == 1
    assert json.loads(again.stdout)["days_read"] == 0
    assert run("show", "GRPO", "--store", "my.store").stdout.startswith("GRPO  [Model]")
    assert classes(run("read", "GRPO를 쓴다.", "--json", "--store", "my.store")) == {"GRPO": "Model"}


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_each_worker_has_the_terms(run: Run, tmp_path: Path, digest: Path, jobs: str) -> None:
    """What is read does not hang on the number of processes."""
    (tmp_path / "terms.tsv").write_text(TERMS, encoding="utf-8")
    run("build", digest, "--lexicon", "terms.tsv", "--jobs", jobs, "-q")

    assert run("show", "GRPO").stdout.startswith("GRPO  [Model]")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("GRPO\tMODEL\n", "terms.tsv:1: a lexicon line has three or four cells, not 2"),
        ("A1\tMODEL\tproper\na-1\tTASK\tgeneral\n", "terms.tsv:2: 'a-1' is a name of 'a-1' here and of 'A1'"),
    ],
)
def test_a_wrong_line_stops_before_anything_is_written(
    run: Run, digest: Path, tmp_path: Path, text: str, said: str
) -> None:
    """The error names file and line, the exit code is 3, and there is no store."""
    (tmp_path / "terms.tsv").write_text(text, encoding="utf-8")

    done = run("build", digest, "--lexicon", "terms.tsv")

    assert done.exit_code == 3
    assert said in done.stderr
    assert not (tmp_path / "papergraph.store").exists()


def test_a_file_that_is_not_there(run: Run) -> None:
    """The error names the file."""
    done = run("read", "GRPO", "--lexicon", "none.tsv")

    assert done.exit_code == 3
    assert "none.tsv: the lexicon cannot be read: No such file" in done.stderr
