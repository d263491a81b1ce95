"""How long `papergraph --help` takes, beside a bare interpreter, in the same run.

usage: python benchmarks/start_speed.py [--runs N]
"""

import argparse
import statistics
import subprocess
import sys
import time


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=20)
    runs = parser.parse_args().runs
    pairs = [
        (timed([sys.executable, "-c", "pass"]), timed([sys.executable, "-m", "papergraph.cli", "--help"]))
        for _ in range(runs)
    ]
    bare, ours = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"bare python {bare * 1000:.0f} ms   papergraph --help {ours * 1000:.0f} ms   ratio {ours / bare:.1f}")


def timed(command: list[str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
