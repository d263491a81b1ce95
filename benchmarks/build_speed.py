"""How long a whole build takes, beside stock spaCy merely tokenising the same texts, in the same run.

usage: python benchmarks/build_speed.py DIGESTS [--runs N]

Prints, for each run, the seconds of both (spaCy's import not counted, papergraph's start counted), their ratio, and the
greatest memory that the build's processes held together (sum of proportional set sizes, Linux). Then the medians.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import spacy

from papergraph import sources


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("digests")
    parser.add_argument("--runs", type=int, default=3)
    arguments = parser.parse_args()
    texts = [
        section.text
        for digest in sources.read([arguments.digests]).digests
        for listing in digest.listings
        for section in listing.sections
    ]
    rows = []
    for _ in range(arguments.runs):
        peer = tokenise(texts)
        ours, megabytes = build(arguments.digests)
        rows.append((peer, ours, ours / peer, megabytes))
        print(
            f"spaCy xx tokenises {peer:6.2f} s   papergraph builds {ours:6.2f} s   "
            f"ratio {ours / peer:5.2f}   {megabytes:5.0f} MB"
        )
    peer, ours, ratio, megabytes = (statistics.median(column) for column in zip(*rows, strict=True))
    print(
        f"median              {peer:6.2f} s                     {ours:6.2f} s   "
        f"ratio {ratio:5.2f}   {megabytes:5.0f} MB"
    )


def tokenise(texts: list[str]) -> float:
    tokenizer = spacy.blank("xx").tokenizer
    started = time.perf_counter()
    for text in texts:
        tokenizer(text)
    return time.perf_counter() - started


def build(digests: str) -> tuple[float, float]:
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "papergraph.cli",
                "build",
                digests,
                "--store",
                f"{folder}/store",
                "--quiet",
                "-j",
                "2",
            ]
        )
        most = 0.0
        while process.poll() is None:
            most = max(most, memory(process.pid))
            time.sleep(0.05)
        seconds = time.perf_counter() - started
        if process.returncode:
            sys.exit(f"the build failed with exit code {process.returncode}")
        return seconds, most


def memory(pid: int) -> float:
    """Return the proportional set size, in megabytes, of a process and all below it."""
    total = 0.0
    for each in [pid, *descendants(pid)]:
        try:
            rollup = Path(f"/proc/{each}/smaps_rollup").read_text(encoding="ascii")
        except OSError:  # it has just ended
            continue
        total += sum(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:")) / 1024
    return total


def descendants(pid: int) -> list[int]:
    try:
        children = [
            int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
        ]
    except OSError:
        return []
    return [*children, *(below for child in children for below in descendants(child))]


if __name__ == "__main__":
    main()
