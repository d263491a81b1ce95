"""A small digest of our own, and its store."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from papergraph.cli import main

DIGEST = """## Daily Papers (2025-05-07)

### [FooNet: Graphs that Read](https://arxiv.org/abs/2505.00001)

Vote: 12

Authors: Ada Kim, Ben Lee

- ***What's New***: 이 논문은 그래프를 읽는 새로운 프레임워크 FooNet을 제안합니다.
- ***Technical Details***: FooNet은 GRPO를 활용하여 학습합니다.
- ***Performance Highlights***: FooNet은 GSM8K에서 71.5%의 정확도를 기록했습니다.

### [BarTune: Tuning with Rewards](https://arxiv.org/abs/2505.00002)

Vote: -

Authors: Ben Lee, Cho Min

- ***What's New***: BarTune이라는 새로운 학습 방법을 소개합니다.
- ***Technical Details***: BarTune은 GRPO를 사용합니다.

### a heading without a link
"""

Run = Callable[..., Result]


@pytest.fixture
def digest(tmp_path: Path) -> Path:
    file = tmp_path / "2025-05-07.md"
    file.write_text(DIGEST, encoding="utf-8")
    return file


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in a folder of its own; stdout and stderr stay apart."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PAPERGRAPH_STORE", raising=False)

    def invoke(*arguments: str | os.PathLike[str], input: str | bytes | None = None) -> Result:
        return CliRunner().invoke(main, [os.fspath(argument) for argument in arguments], input=input)

    return invoke


@pytest.fixture
def built(run: Run, digest: Path) -> Run:
    """A folder in which ``papergraph.store`` holds the graph of the digest."""
    assert run("build", digest, "--quiet").exit_code == 0
    return run
