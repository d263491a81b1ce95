"""``papergraph search`` from outside."""

import json
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Run = Callable[..., Result]


def test_what_is_found_is_marked(run: Run, digest: Path) -> None:
    """Each line says what was found and marks the words; --json gives the same as data."""
    run("build", digest)

    done = run("search", "GRPO")
    data = json.loads(run("search", "GRPO", "--json").stdout)

    assert done.exit_code == 0
    assert "⟦GRPO⟧" in done.stdout
    assert {"kind", "iri", "title", "snippet"} <= data[0].keys()


def test_nothing_is_found(run: Run, digest: Path) -> None:
    """Where nothing fits the exit code is 1."""
    run("build", digest)

    done = run("search", "zzzz")

    assert (done.exit_code, done.stdout) == (1, "nothing is found\n")


def test_names_that_are_near_are_shown(run: Run, digest: Path) -> None:
    """Where nothing is found, a name that is like it is named beside the answer."""
    run("build", digest)

    done = run("search", "GRPPO")

    assert (done.exit_code, done.stdout) == (1, "nothing is found\n")
    assert done.stderr.startswith("hint: try: GRPO")
