"""How a store grows: time and memory of a build of N papers, and of one more day on top of it.

usage: python benchmarks/growth.py DIGESTS [--papers 5000 20000 200000] [--jobs 2] [--keep FOLDER]

The days are those of DIGESTS, repeated and varied: each round has days, paper ids, four of ten authors and coined names
of its own. Prints for each size the seconds of the build, those per paper, the greatest memory that its processes held
together (sum of proportional set sizes, Linux), and the seconds of a build that finds nothing new, of one that adds a
day, and of a removal; then the exponent of the time between the smallest and the greatest size.
"""

import argparse
import math
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from build_speed import memory

_HEADING = re.compile(r"^## .*$", re.MULTILINE)
_PAPER_ID = re.compile(r"\b\d{4}\.\d{4,5}\b")
_COINED = re.compile(r"\b[A-Z][A-Za-z]*[a-z][A-Z][A-Za-z]*\b")  # MathVista
_AUTHORS = re.compile(r"^(Authors?: )(.*)$", re.MULTILINE)
_LETTERS = str.maketrans("0123456789", "abcdefghij")
_FIRST_DAY = date(2001, 1, 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("digests")
    parser.add_argument("--papers", type=int, nargs="+", default=[5_000, 20_000, 200_000])
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--keep", type=Path, help="leave the generated days and the stores here")
    arguments = parser.parse_args()
    files = sorted(Path(arguments.digests).rglob("*.md"))
    texts = [text for file in files if "\n### [" in (text := file.read_text(encoding="utf-8"))]
    times = []
    with tempfile.TemporaryDirectory() as temporary:
        for papers in arguments.papers:
            folder = (arguments.keep or Path(temporary)) / str(papers)
            real, seconds = grow(texts, papers, folder, arguments.jobs)
            times.append((real, seconds))
    (small, first), (large, last) = times[0], times[-1]
    if large > small:
        print(f"exponent of the time from {small:,} to {large:,} papers: {math.log(last / first, large / small):.2f}")


def grow(texts: list[str], papers: int, folder: Path, jobs: int) -> tuple[int, float]:
    days, store = folder / "days", folder / "papers.store"
    days.mkdir(parents=True, exist_ok=True)
    written = write(texts, papers, days)
    *_, extra = (text for _, text in varied(texts, number=999))
    one_more = folder / "one-more.md"
    one_more.write_text(extra, encoding="utf-8")
    seconds, megabytes = run("build", str(days), "--store", str(store), "-j", str(jobs))
    again, _ = run("build", str(days), "--store", str(store))
    added, added_megabytes = run("build", str(one_more), "--store", str(store))
    removed, _ = run("remove", str(one_more), "--store", str(store))
    print(
        f"{written:8,} papers  build {seconds:7.1f} s {1000 * seconds / written:5.2f} ms a paper {megabytes:6.0f} MB   "
        f"nothing new {again:5.2f} s   one more day {added:6.2f} s {added_megabytes:5.0f} MB   "
        f"removed {removed:6.2f} s",
        flush=True,
    )
    return written, seconds


def write(texts: list[str], papers: int, folder: Path) -> int:
    """Write files of days until there are that many papers; return how many there are."""
    written = number = 0
    while written < papers:
        for place, text in varied(texts, number):
            (folder / f"{number:04}-{place:04}.md").write_text(text, encoding="utf-8")
            written += text.count("\n### ")
            if written >= papers:
                break
        number += 1
    return written


def varied(texts: list[str], number: int) -> Iterator[tuple[int, str]]:
    """Yield the days of one round, with its own dates, ids, coined names, and some authors of its own."""
    mark = str(number).translate(_LETTERS).title()
    for place, text in enumerate(texts):
        day = _FIRST_DAY + timedelta(days=number * len(texts) + place)
        text = _HEADING.sub(f"## Daily Papers ({day})", text, count=1)
        text = _PAPER_ID.sub(lambda found: _own_id(found[0], number), text)
        text = _COINED.sub(rf"\g<0>{mark}", text)
        yield place, _AUTHORS.sub(lambda found: found[1] + _own_authors(found[2], number), text)


def _own_id(paper: str, number: int) -> str:
    month, serial = paper.split(".")
    months = int(month[:2]) * 12 + int(month[2:]) - 1 + number % 800
    return f"{months // 12 % 100:02}{months % 12 + 1:02}.{(int(serial) + 31 * (number // 800 + number)) % 100_000:05}"


def _own_authors(line: str, number: int) -> str:
    letters = str(number).translate(_LETTERS)
    return ", ".join(f"{name}{letters}" if sum(map(ord, name)) % 10 < 4 else name for name in line.split(", "))


def run(command: str, *arguments: str) -> tuple[float, float]:
    """Return the seconds of a command, and the megabytes that its processes held at most."""
    started = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-m", "papergraph.cli", command, *arguments, "--quiet"])
    most = 0.0
    while process.poll() is None:
        most = max(most, memory(process.pid))
        time.sleep(0.1)
    if process.returncode:
        sys.exit(f"papergraph {command} failed with exit code {process.returncode}")
    return time.perf_counter() - started, most


if __name__ == "__main__":
    main()
