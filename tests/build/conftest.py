"""Days to be added, changed and removed: entries of our own, in the layout of digests."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import pytest

import papergraph

#: (title, arXiv id, authors, text): several share methods, authors, acronyms and long forms.
ENTRIES = (
    ("TinyJudge: A Small Reward Model", "2503.00003", "Cho Min, Ada Kim", "TinyJudge를 GRPO로 학습했습니다."),
    (
        "Reading with Groups",
        "2503.00004",
        "Ada Kim, Il-Hong Suh",
        "그룹 상대 정책 최적화(Group Relative Policy Optimization; GRPO)로 Qwen2.5-7B를 학습해 "
        "GSM8K에서 81.5%를 기록했습니다.",
    ),
    ("SAGE for Graphs", "2503.00005", "Ben Lee", "We introduce Self Attention Graph Engine (SAGE), tested on MMLU."),
    (
        "SAGE for Agents",
        "2503.00006",
        "Dan Roe, Il Hong Suh",
        "Safe Agent Guided Exploration (SAGE) beats PPO on MMLU.",
    ),
    ("Flow-GRPO Again", "2503.00007", "Cho Min", "Flow-GRPO는 GRPO보다 3.5배 빠르고 SAGE와 비슷합니다."),
    (
        "강화학습의 쓸모",
        "2503.00008",
        "Minji Kim, Ada Kim",
        "강화 학습(RL)을 쓰며 강화학습은 PPO보다 쉽습니다.",
    ),
    ("A Note on LoRA", "2503.00009", "R. Rossi, Ben Lee", "LoRA로 LLaMA-2를 미세 조정하여 GSM8K에서 평가했습니다."),
    ("More on LoRA", "2503.00010", "Ryan Rossi, Ben Lee", "We fine-tune Qwen2.5 with QLoRA and LoRA."),
)

#: What a digest says on some days: for each day of March 2025, which entries, each with its votes.
State = Mapping[int, Sequence[tuple[int, int]]]


def _entry(number: int, votes: int) -> str:
    title, paper, authors, text = ENTRIES[number]
    return f"### [{title}](https://arxiv.org/abs/{paper})\n\nVote: {votes}\n\nAuthors: {authors}\n\n- {text}\n"


def write_days(days: State) -> str:
    """Return a digest of all those days, in the order in which they come."""
    return "\n".join(
        f"## Daily Papers (2025-03-{day:02})\n\n" + "\n".join(_entry(*entry) for entry in entries)
        for day, entries in days.items()
    )


@pytest.fixture
def digest() -> Callable[[Path, State], Path]:
    """Write a file of days, and return it."""

    def write(file: Path, days: State) -> Path:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(write_days(days), encoding="utf-8")
        return file

    return write


@pytest.fixture
def quads() -> Callable[[Path], list[str]]:
    """Return the sorted quads of a store."""

    def read(store: Path) -> list[str]:
        with papergraph.open(store) as graph:
            file = store.with_suffix(".nq")
            graph.export(file)
        return file.read_text(encoding="utf-8").splitlines()

    return read


@pytest.fixture
def titles() -> Callable[[Iterable[str]], set[str]]:
    """Return the titles that quads give to papers."""

    def read(lines: Iterable[str]) -> set[str]:
        return {title for title, *_ in ENTRIES if any(f'"{title}"' in line and "/paper/" in line for line in lines)}

    return read
