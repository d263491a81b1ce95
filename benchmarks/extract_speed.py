"""How fast the extractor reads, beside stock spaCy merely tokenising the same texts; its memory; a second process.

usage: python benchmarks/extract_speed.py DIGESTS [--runs N] [--times N]

Each in fresh processes, without garbage collection (as in builds), reading of files not counted. Prints, with medians:

1. the seconds of one core, for the whole extraction and for spaCy's tokenizer on each section, the title among them;
   neither's construction is counted, the extractor's is shown (start);
2. the memory of one process after each of N rounds over the corpus, each of which brings names no other round has;
3. the seconds, start counted, that one process and two need for the corpus and for N rounds of it; then those of the
   processor that the busiest of them takes: what the clock would show if nothing else ran and nobody waited.
"""

import argparse
import gc
import os
import re
import statistics
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import spacy
from build_speed import descendants

from papergraph import sources
from papergraph.extract.pipeline import Extractor
from papergraph.model import Listing
from papergraph.workers import Workers

_CHUNK = 256  # as builds have it
_INVENTED = re.compile(r"\b[A-Z][A-Za-z]*[a-z][A-Z][A-Za-z]*\b")  # MathVista
_LETTERS = str.maketrans("0123456789", "abcdefghij")
_SPEED = (
    "spaCy xx tokenises {:5.2f} s cpu {:5.2f} s wall {:5.0f}/s   papergraph extracts {:5.2f} s cpu {:5.2f} s wall "
    "{:5.0f}/s   ratio {:4.2f} cpu {:4.2f} wall   start {:4.2f} s"
)
_WORK = "×{:<3.0f} one process {:5.2f} s   two {:5.2f} s  ratio {:4.2f}  busiest {:5.2f}, {:5.2f} s cpu   ratio {:4.2f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("digests")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--times", type=int, default=10)
    arguments = parser.parse_args()
    show(_SPEED, speed(arguments.digests, arguments.runs))
    fresh(partial(memory, arguments.digests, arguments.times))
    for times in (1, arguments.times):
        show(_WORK, processes(arguments.digests, arguments.runs, times))


def show(line: str, rows: Iterable[tuple[float, ...]]) -> None:
    shown = []
    for row in rows:
        shown.append(row)
        print(f"run {len(shown):<4}{line.format(*row)}", flush=True)
    print("median  " + line.format(*map(statistics.median, zip(*shown, strict=True))), flush=True)


def speed(digests: str, runs: int) -> Iterator[tuple[float, ...]]:
    entries = len(read(digests))
    for (cpu, wall, _), (own, own_wall, start) in pairs(runs, partial(tokenise, digests), partial(extract, digests)):
        yield cpu, wall, entries / cpu, own, own_wall, entries / own, own / cpu, own_wall / wall, start


def tokenise(digests: str) -> tuple[float, ...]:
    texts = [section.text for listing in read(digests) for section in listing.sections]
    return timed(lambda: partial(map, spacy.blank("xx").tokenizer), texts)


def extract(digests: str) -> tuple[float, ...]:
    return timed(lambda: Extractor().read_many, read(digests))


def timed(build: Callable[[], Callable[..., Iterable[object]]], inputs: Sequence[object]) -> tuple[float, ...]:
    """Return the processor's and the clock's seconds of the work, and the processor's of what ``build`` does first."""
    begun = time.process_time()
    work = build()
    cpu, wall = time.process_time(), time.perf_counter()
    deque(work(inputs), maxlen=0)
    return time.process_time() - cpu, time.perf_counter() - wall, cpu - begun


def memory(digests: str, times: int) -> None:
    listings, extractor = read(digests), Extractor()
    for number in range(times + 1):
        deque(extractor.read_many(renamed(listings if number else [], number)), maxlen=0)
        status = Path("/proc/self/status").read_text(encoding="ascii")
        resident, peak = (int(status.partition(name)[2].split()[0]) / 1024 for name in ("VmRSS:", "VmHWM:"))
        print(f"after {number:3} rounds   resident {resident:6.1f} MB   peak {peak:6.1f} MB", flush=True)


def renamed(listings: Iterable[Listing], number: int) -> Iterator[Listing]:
    """Yield the listings; but for round 0 with names that no other round has, two of them in no other listing."""
    mark = str(number).translate(_LETTERS).title()
    for place, listing in enumerate(listings):
        own = f"Zorb{mark}{str(place).translate(_LETTERS).title()}"
        texts = [_INVENTED.sub(rf"\g<0>{mark}", section.text) for section in listing.sections]
        texts[-1] += f" We propose {own}Net and evaluate it on {own}Bench."
        sections = tuple(map(lambda old, text: replace(old, text=text), listing.sections, texts))
        yield replace(listing, title=texts[0], sections=sections) if number else listing


def processes(digests: str, runs: int, times: int) -> Iterator[tuple[float, ...]]:
    for (one, one_cpu), (two, two_cpu) in pairs(runs, *(partial(work, digests, times, jobs) for jobs in (1, 2))):
        yield times, one, two, one / two, one_cpu, two_cpu, one_cpu / two_cpu


def work(digests: str, times: int, jobs: int) -> tuple[float, ...]:
    """Return the clock's seconds, and the processor's of the busiest process."""
    listings = [listing for number in range(times) for listing in renamed(read(digests), number)]
    chunks = [listings[start : start + _CHUNK] for start in range(0, len(listings), _CHUNK)]
    cpu, wall = time.process_time(), time.perf_counter()
    with Workers(jobs) as workers:
        readings = [reading for chunk in workers.read(chunks, jobs=jobs) for reading in chunk]
        seconds = time.perf_counter() - wall
        assert len(readings) == len(listings)
        return seconds, max([time.process_time() - cpu, *map(processor_time, descendants(os.getpid()))])


def processor_time(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def read(digests: str) -> list[Listing]:
    return [listing for digest in sources.read([digests]).digests for listing in digest.listings]


def pairs(runs: int, *both: Callable[[], tuple[float, ...]]) -> Iterator[list[tuple[float, ...]]]:
    """Yield what both return, run by run; every other run begins with the second."""
    for order in (-1 if number % 2 else 1 for number in range(runs)):
        yield [fresh(function) for function in both[::order]][::order]


def fresh(function: Callable[[], tuple[float, ...] | None]) -> tuple[float, ...]:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=gc.disable) as pool:
        return pool.submit(function).result() or ()


if __name__ == "__main__":
    main()
