"""``papergraph build`` from outside."""

import json
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

from papergraph.store.embedded import writing

Run = Callable[..., Result]


def test_summary(run: Run, digest: Path) -> None:
    """The summary says what was read, what the graph holds, and what was lost; it goes to standard error."""
    done = run("build", "2025-05-07.md")

    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr.splitlines()[0] == "3 entries in 1 file; 1 day read"
    assert "papergraph.store: 1 day, 2 listings, 2 papers, 3 authors" in done.stderr
    assert "problems: 1 error (--report FILE.json lists them)" in done.stderr
    assert "  error: 2025-05-07.md:22: " in done.stderr


def test_quiet_says_nothing(run: Run, digest: Path) -> None:
    """With --quiet a build that went well prints nothing."""
    done = run("build", digest, "--quiet")

    assert (done.exit_code, done.output) == (0, "")


def test_report_is_written(run: Run, digest: Path, tmp_path: Path) -> None:
    """The intake report names file, line, code and reason of each problem."""
    run("build", digest, "--report", "report.json")

    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    (problem,) = report["problems"]
    assert (problem["severity"], problem["code"], problem["line"]) == ("error", "entry-without-link", 22)
    assert (report["papers"], report["authors"]) == (2, 3)


def test_json_is_the_report(run: Run, digest: Path) -> None:
    """With --json the report goes to standard output."""
    assert json.loads(run("build", digest, "--json").stdout)["listings"] == 2


def test_strict_writes_nothing(run: Run, digest: Path, tmp_path: Path) -> None:
    """With --strict an entry that failed is exit code 3, and there is no store."""
    done = run("build", "2025-05-07.md", "--strict")

    assert done.exit_code == 3
    assert done.stderr.startswith("error: 2025-05-07.md:22: the heading is no link")
    assert not (tmp_path / "papergraph.store").exists()


def test_missing_path(run: Run) -> None:
    """A path that is not there is exit code 3 with a hint, and no traceback."""
    done = run("build", "nowhere.md")

    assert done.exit_code == 3
    assert done.stderr.startswith("error: nowhere.md")
    assert "hint: " in done.stderr


def test_standard_input(run: Run, digest: Path) -> None:
    """A digest comes through a pipe as well."""
    done = run("build", "-", input=digest.read_bytes())

    assert done.exit_code == 0
    assert "2 papers" in done.stderr


def test_unknown_format(run: Run, digest: Path) -> None:
    """A format nobody knows is exit code 2 and names those there are."""
    done = run("build", digest, "--format", "bibtex")

    assert done.exit_code == 2
    assert "daily-papers" in done.stderr


def test_bad_base(run: Run, digest: Path) -> None:
    """A base that is no IRI is refused before anything is read."""
    done = run("build", digest, "--base", "not an iri")

    assert done.exit_code == 3
    assert done.stderr.startswith("error: 'not an iri' cannot be the base")


def test_base_is_used_and_kept(run: Run, digest: Path) -> None:
    """Data IRIs begin with --base, in the next build too."""
    run("build", digest, "--base", "https://example.org/kg/")
    run("build", digest)

    assert "https://example.org/kg/paper/arxiv/2505.00001" in run("show", "2505.00001").stdout


def test_other_days_stay(run: Run, digest: Path, tmp_path: Path) -> None:
    """A second build adds its day; the first stays."""
    run("build", digest)
    (tmp_path / "next.md").write_text(
        digest.read_text(encoding="utf-8").replace("2025-05-07", "2025-05-08").replace("2505.0000", "2505.0001"),
        encoding="utf-8",
    )

    done = run("build", "next.md")

    assert "2 days, 4 listings, 4 papers" in done.stderr


def test_unchanged_input(run: Run, digest: Path) -> None:
    """The same input again reads no day, and the report says the same of the graph."""
    first = json.loads(run("build", digest, "--json").stdout)
    again = json.loads(run("build", digest, "--json").stdout)

    assert (first.pop("days_read"), again.pop("days_read")) == (1, 0)
    assert again == first


def test_no_text(run: Run, digest: Path) -> None:
    """With --no-text no sentence is in the graph, and the evidence check says that it cannot cut."""
    run("build", digest, "--no-text")

    assert "제안합니다" not in run("export", "-o", "-", "--format", "nq").stdout
    assert "cannot be checked" in run("validate", "--evidence").stdout


def test_days_do_not_depend_on_jobs(run: Run, digest: Path, tmp_path: Path) -> None:
    """One process and two give the same bytes."""
    many = "".join(
        digest.read_text(encoding="utf-8")
        .replace("2025-05-07", f"2025-05-{day:02}")
        .replace("2505.0000", f"25{day:02}.0000")
        for day in range(1, 29)
    )
    (tmp_path / "many.md").write_text(many, encoding="utf-8")
    for jobs in ("1", "2"):
        assert run("build", "many.md", "--store", f"store{jobs}", "--jobs", jobs, "-q").exit_code == 0
        assert run("export", "--store", f"store{jobs}", "-o", f"{jobs}.nq").exit_code == 0

    assert (tmp_path / "1.nq").read_bytes() == (tmp_path / "2.nq").read_bytes()


def test_nothing_readable(run: Run, tmp_path: Path) -> None:
    """Where nothing at all could be read the exit code is 3, and no store is made."""
    (tmp_path / "notes.md").write_text("### only a heading\n", encoding="utf-8")

    done = run("build", "notes.md")

    assert done.exit_code == 3
    assert done.stderr.startswith("error: notes.md")
    assert not (tmp_path / "papergraph.store").exists()


def test_second_build_at_once_is_told_to_wait(run: Run, digest: Path, tmp_path: Path) -> None:
    """While one build holds the store another is refused, so that no day of either is lost."""
    with writing(tmp_path / "papergraph.store"):
        done = run("build", digest)

    assert done.exit_code == 5
    assert "is being written by another build" in done.stderr
