"""An alias file of the user's, from outside: where it lies, and what of it stops a build."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[[concept]]\n\nsmae = ["GRPO", "PPO"]\n', "a.toml:3: no statement 'smae'\nhint: try: same\n"),
        ('[[concept]]\nsame = ["GRPO", PPO]\n', "a.toml:2: this is no TOML: Invalid value\n"),
        (
            '[[concept]]\nsame = ["GRPO", "BarTune"]\n[[concept]]\ndifferent = ["grpo", "BarTune"]\n',
            "a.toml:4: 'grpo' and 'BarTune' are different here, the same in a.toml:2\n",
        ),
        ('[[concept]]\nhide = ["\\u001b[31mred"]\n', "a.toml:2: a control character in the name '\\x1b[31mred'\n"),
    ],
)
def test_a_wrong_statement_stops_before_anything_is_written(
    run: Run, digest: Path, tmp_path: Path, text: str, said: str
) -> None:
    """The error names file and line, the exit code is 3, and there is no store."""
    (tmp_path / "a.toml").write_text(text, encoding="utf-8")

    done = run("build", digest, "--aliases", "a.toml")

    assert done.exit_code == 3
    assert said in done.stderr
    assert not (tmp_path / "papergraph.store").exists()


def test_the_file_beside_the_store_counts(run: Run, digest: Path, tmp_path: Path) -> None:
    """A build of my.store takes my.aliases.toml, and no other store's."""
    (tmp_path / "my.aliases.toml").write_text("wrong", encoding="utf-8")

    assert run("build", digest, "--store", "other.store", "-q").exit_code == 0
    assert "my.aliases.toml:1: " in run("build", digest, "--store", "my.store", "-q").stderr


def test_every_file_that_is_named_counts(run: Run, digest: Path, tmp_path: Path) -> None:
    """Two files and the project's own are read together; one that is not there or is no file is told."""
    for name, text in (("a", '[[concept]]\nclass = ["GRPO", "Task"]'), ("b", '[[concept]]\nclass = ["grpo", "Model"]')):
        (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
    os.mkfifo(tmp_path / "pipe")

    both = run("build", digest, "--aliases", "a.toml", "--aliases", "b.toml")
    assert both.exit_code == 3
    assert "b.toml:2: 'grpo' has another class here than in a.toml:2" in both.stderr
    assert "none.toml: the alias file cannot be read" in run("build", digest, "--aliases", "none.toml").stderr
    assert "pipe: the alias file is no file" in run("build", digest, "--aliases", "pipe").stderr
    assert run("build", digest, "--aliases", tmp_path).exit_code == 2
