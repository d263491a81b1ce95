"""``papergraph remove``, and ``build --prune``, from outside."""

import json
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Run = Callable[..., Result]
OTHER = """## Daily Papers (2025-05-08)

### [Another Paper on LoRA](https://arxiv.org/abs/2505.00099)

Vote: 3

Authors: Ada Kim

- LoRA로 미세 조정했습니다.
"""


def test_a_day_is_removed(run: Run, digest: Path, tmp_path: Path) -> None:
    """The summary says what is left; a second removal is an error that names the days there are."""
    (tmp_path / "other.md").write_text(OTHER, encoding="utf-8")
    run("build", digest, "other.md")

    done = run("remove", "2025-05-07")

    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr.splitlines()[:2] == [
        "1 day removed",
        "papergraph.store: 1 day, 1 listing, 1 paper, 1 author",
    ]
    again = run("remove", "2025-05-07")
    assert again.exit_code == 2
    assert "no day named '2025-05-07'" in again.stderr
    assert "daily-papers/2025-05-08" in again.stderr


def test_a_file_stands_for_its_days(run: Run, digest: Path, tmp_path: Path) -> None:
    """A file may be named instead of the days in it; --json gives the report."""
    (tmp_path / "other.md").write_text(OTHER, encoding="utf-8")
    run("build", digest, "other.md")

    report = json.loads(run("remove", "other.md", "--json").stdout)

    assert (report["days_removed"], report["days"], report["papers"]) == (1, 1, 2)


def test_prune(run: Run, digest: Path, tmp_path: Path) -> None:
    """With --prune the days that the input does not name go, and the summary says how many."""
    (tmp_path / "other.md").write_text(OTHER, encoding="utf-8")
    run("build", digest)

    done = run("build", "other.md", "--prune")

    assert done.stderr.splitlines()[0] == "1 entry in 1 file; 1 day read, 1 removed"
    assert "1 day, 1 listing" in done.stderr


def test_no_store(run: Run) -> None:
    """Where there is no graph, there is no day to be removed."""
    done = run("remove", "2025-05-07")

    assert done.exit_code == 5
    assert "there is no graph" in done.stderr
