"""Groups of nodes."""

import os
import subprocess
import sys

import numpy as np

from papergraph.network.communities import communities

_TWO_GROUPS = ([0, 0, 1, 3, 3, 4, 2, 5, 5], [1, 2, 2, 4, 5, 5, 3, 6, 7])


def test_groups_are_numbered_by_size() -> None:
    """Two dense groups with one weak tie between them come apart, the larger first; a lone node has none."""
    first, second = (np.array(ends) for ends in _TWO_GROUPS)
    weight = np.array([5.0, 5, 5, 5, 5, 5, 0.1, 5, 5])
    found = communities(9, first=first, second=second, weight=weight)
    assert found.tolist() == [1, 1, 1, 0, 0, 0, 0, 0, -1]


def test_no_links_no_groups() -> None:
    """Nodes without links are in no group."""
    none = np.zeros(0, dtype=np.int64)
    assert communities(2, first=none, second=none, weight=np.zeros(0)).tolist() == [-1, -1]


def test_the_same_groups_in_every_process() -> None:
    """The order of sets of strings, which differs from process to process, does not reach the result."""
    program = (
        "import random, numpy as np\n"
        "from papergraph.network.communities import communities\n"
        "r = random.Random(5); e = sorted({tuple(sorted(r.sample(range(60), 2))) for _ in range(150)})\n"
        "a, b = (np.array(ends) for ends in zip(*e))\n"
        "print(communities(60, first=a, second=b, weight=np.ones(len(e))).tolist())\n"
    )
    answers = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(answers) == 1
