"""A lexicon of the user's, from outside."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

import papergraph

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


def test_the_canonical_name_is_what_is_shown(run: Run, tmp_path: Path) -> None:
    """However the text spells a name, the concept has the one of its line."""
    (tmp_path / "terms.tsv").write_text("ZorbNet\tMODEL\tproper\tZorb Net\n", encoding="utf-8")

    assert classes(run("read", "Zorb Net을 쓴다.", "--json", "--lexicon", "terms.tsv")) == {"ZorbNet": "Model"}


def test_a_project_lexicon_that_is_no_file_is_told(run: Run, tmp_path: Path) -> None:
    """Terms that were meant to count are not passed over in silence."""
    (tmp_path / "my.lexicon.tsv").mkdir()

    done = run("read", "GRPO를 쓴다.", "--store", "my.store")

    assert done.exit_code == 3
    assert "my.lexicon.tsv: the lexicon is no file" in done.stderr


def test_no_store_lies_at_the_root(run: Run) -> None:
    """A folder without a name has nothing beside it."""
    assert run("read", "GRPO를 쓴다.", "--store", "/").exit_code == 3


def test_a_file_is_not_its_own_text(run: Run, tmp_path: Path) -> None:
    """``read entry.md`` is told how to read the file."""
    (tmp_path / "entry.md").write_text("GRPO를 쓴다.", encoding="utf-8")

    done = run("read", "entry.md")

    assert done.exit_code == 2
    assert "papergraph read < entry.md" in done.stderr


@pytest.mark.parametrize("jobs", [1, 2])
def test_one_process_reads_a_changed_lexicon_again(tmp_path: Path, digest: Path, jobs: int) -> None:
    """Two builds by one Python process, between which a class changed: the second has the new one."""
    terms = tmp_path / "my.lexicon.tsv"
    for cls, shown in (("MODEL", "Model"), ("TASK", "Task")):
        terms.write_text(f"GRPO\t{cls}\tproper\n", encoding="utf-8")
        papergraph.build_graph([digest], store=tmp_path / "my.store", jobs=jobs)
        with papergraph.open(tmp_path / "my.store") as graph:
            rows = graph.query("SELECT ?c WHERE { ?g skos:prefLabel 'GRPO'@en ; a ?c }").rows
            assert any(str(row[0]).endswith(f"#{shown}") for row in rows), rows
