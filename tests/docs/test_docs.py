"""What is written is executed."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted(ROOT.glob("docs/**/*.md"))]


def test_pages_show_what_their_commands_print() -> None:
    """Every command in README.md and docs/ prints what the page says."""
    done = subprocess.run(
        [sys.executable, "scripts/docs.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, f"run python scripts/docs.py\n{done.stdout[-4000:]}{done.stderr[-2000:]}"


@pytest.mark.parametrize("page", ["README.md", "docs/python.md", "docs/networks.md", "docs/site.md", "docs/views.md"])
def test_python_of_the_pages_runs(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The Python that a page shows runs as it stands."""
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(r"(?ms)^```python\n(.*?)^```$", (ROOT / page).read_text(encoding="utf-8"))

    assert blocks
    for block in blocks:
        subprocess.run([sys.executable, "-W", "error", "-c", block], check=True, capture_output=True)


def test_demo_runs() -> None:
    """The README's first command builds the example, answers a question and writes a picture."""
    done = subprocess.run(["sh", "scripts/demo"], cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    assert "GRPO" in done.stdout
    assert (ROOT / "out" / "coauthors.html").stat().st_size > 10_000


def test_readme_names_the_commands_that_exist() -> None:
    """The two commands of the README are files of the checkout."""
    commands = re.findall(r"(?m)^sh (scripts/\w+)$", (ROOT / "README.md").read_text(encoding="utf-8"))

    assert commands == ["scripts/demo", "scripts/test"]
    assert all((ROOT / command).is_file() for command in commands)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    """Each link to a file of the checkout names a file that is there."""
    for target in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), target


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="not a checkout")
def test_scripts_can_be_run() -> None:
    """What CI starts is executable."""
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
