"""``papergraph site``: pages in a folder, one line on standard error, nothing of others lost."""

import re
from pathlib import Path

from .conftest import Run


def test_a_site_is_written(built: Run, tmp_path: Path) -> None:
    """The first page is there, and one line tells how much was written."""
    done = built("site", "-o", "pages")

    assert (done.exit_code, done.stdout) == (0, "")
    assert re.fullmatch(r"pages: \d+ pages of things, \d+ files, \d\.\d MB\n", done.stderr)
    assert "2 papers listed on 1 day" in (tmp_path / "pages/index.html").read_text(encoding="utf-8")


def test_an_earlier_site_is_replaced_quietly(built: Run) -> None:
    """The same folder again is no error, and --quiet says nothing."""
    assert built("site", "-o", "pages", "--quiet").exit_code == 0
    done = built("site", "-o", "pages", "--quiet")

    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "")


def test_a_folder_of_others_is_refused(built: Run, tmp_path: Path) -> None:
    """A folder with other files stays as it is, and the error says what to do."""
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis/main.tex").write_text("mine", encoding="utf-8")
    done = built("site", "-o", "thesis")

    assert done.exit_code == 5
    assert done.stderr == (
        "error: thesis holds files and no site\nhint: name another folder; only an earlier site is replaced\n"
    )
    assert [path.name for path in (tmp_path / "thesis").iterdir()] == ["main.tex"]


def test_without_a_graph_nothing_is_written(run: Run, tmp_path: Path) -> None:
    """No store, no folder."""
    done = run("site", "-o", "pages")

    assert done.exit_code == 5
    assert "there is no graph" in done.stderr
    assert not (tmp_path / "pages").exists()
