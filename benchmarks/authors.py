"""How well papergraph tells authors apart, on authorships with curated ids.

usage: python benchmarks/authors.py FOLDER [--half tune|report|all] [--fit] [--errors N]

FOLDER holds dev_papers.jsonl and dev_signatures.jsonl: papers of the ACL Anthology, and who their authors are. The
papers become days (one of each year, titles and authors only) and go through the resolver that a build uses.

Figures: pairs of signatures (precision, recall, F1 of "same person") and B³ (for each signature the share of its
cluster that is its person's, and of its person that is in its cluster; the mean of both over the signatures). All
signatures are clustered; a subset's figures are over its signatures (pairs: with one of them at least in the subset):

  all         every signature of the half
  homonyms    those whose normalised name is the name of several people
  spellings   those of people whose name is spelled in several ways

The columns beside ours: each spelling is a person, each normalised spelling is, each signature is. The interval is the
95 % of a bootstrap over the blocks (1,000 draws).

Blocks are halved by a hash of their names: thresholds are judged on one half, figures told of the other. --fit shows
what each threshold does on the tuning half, one at a time; it changes nothing.
"""

import argparse
import hashlib
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from papergraph.model import Day, DayId, Digest, Listing, PaperId, Reading, Section
from papergraph.names import author_norm
from papergraph.resolve import authors_circles, authors_pairs, authors_variants
from papergraph.resolve.authors import AuthorResolver

SUBSETS = ("all", "homonyms", "spellings")
MODULES: tuple[Any, ...] = (authors_circles, authors_pairs, authors_variants)
THRESHOLDS = {
    "COMMON": (0.1, 0.3, 0.5),
    "CORE": (3, 5, 6),
    "MET": (0.01, 0.15, 0.35, 0.5),
    "ALIKE": (0.6, 0.7, 0.9, 1.0),
    "YEAR": (0, 2 * 366, 100 * 366),
    "TOPICS": (0.0, 0.5, 2.0),
    "RARE": (0.002, 0.05),
}
WAYS: dict[str, tuple[tuple[int, float], ...]] = {
    "never": ((9999, 1.0),),
    "1 shared co-author": ((1, 9999.0),),
    "2 shared co-authors": ((2, 9999.0),),
    "none, if fewer than 0.05 are expected": ((0, 0.05), (1, 9999.0)),
    "none": ((0, 9999.0),),
}
_YEAR_IN_ID = re.compile(r"[A-Z](\d\d)-")
_DRAWS = 1000


class Signature(NamedTuple):
    """One author of one paper, and who it is."""

    paper: str
    name: str
    person: str
    block: str


class Figures(NamedTuple):
    """Precision, recall, F1 over pairs, then B³."""

    pair_precision: float
    pair_recall: float
    pair_f1: float
    precision: float
    recall: float
    f1: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--half", choices=("tune", "report", "all"), default="report")
    parser.add_argument("--fit", action="store_true")
    parser.add_argument("--errors", metavar="N", type=int, default=0)
    arguments = parser.parse_args()
    signatures = read_signatures(arguments.folder)
    days = list(read_days(arguments.folder))
    if arguments.fit:
        fit(days, signatures)
        return
    clusters = columns(days, signatures)
    kept = [n for n, signature in enumerate(signatures) if arguments.half in ("all", half(signature.block))]
    print(f"{arguments.half}: {len(kept):,} signatures, {len({signatures[n].block for n in kept})} blocks")
    for subset in SUBSETS:
        chosen = members(subset, signatures, kept)
        print(f"\n{subset} ({len(chosen):,})".ljust(30) + "pairs: P     R     F1     B³: P     R     F1")
        for column, cluster_of in clusters.items():
            found = figures(signatures, cluster_of, chosen)
            low, high = interval(signatures, cluster_of, chosen)
            print(f"  {column:24}" + "".join(f"{value:7.3f}" for value in found) + f"   [{low:.3f}, {high:.3f}]")
    if arguments.errors:
        show_errors(signatures, clusters["papergraph"], kept, arguments.errors)


def read_signatures(folder: Path) -> list[Signature]:
    """Return the signatures, in the order of the file."""
    rows = map(json.loads, (folder / "dev_signatures.jsonl").read_text(encoding="utf-8").splitlines())
    return [Signature(row["paper"], row["name"], row["person"], row["block"]) for row in rows]


def read_days(folder: Path) -> Iterator[Day]:
    """Yield a day for each year, with its papers."""
    years = defaultdict(list)
    for row in map(json.loads, (folder / "dev_papers.jsonl").read_text(encoding="utf-8").splitlines()):
        years[row["year"] or year_of(row["id"])].append(row)
    for year in sorted(years):
        identity = DayId(source="acl", day=date(year, 1, 1))
        listings = tuple(listing(row, rank) for rank, row in enumerate(years[year], 1))
        yield Day(
            digest=Digest(id=identity, title=str(year), content_hash="", listings=listings),
            readings=(Reading(entities=(), results=()),) * len(listings),
        )


def year_of(paper: str) -> int:
    """Return the year that an id such as ``P93-1005`` tells; it lacks where the id is the only source."""
    match = _YEAR_IN_ID.match(paper)
    if not match:
        raise SystemExit(f"the paper {paper} has no year")
    return 1900 + int(match[1]) + (100 if int(match[1]) < 60 else 0)


def listing(row: dict[str, Any], rank: int) -> Listing:
    return Listing(
        paper=PaperId(scheme="acl", local=row["id"]),
        url=f"https://aclanthology.org/{row['id']}/",
        title=row["title"],
        authors=tuple(dict.fromkeys(row["authors"])),
        authors_incomplete=False,
        votes=None,
        rank=rank,
        sections=(Section(position=0, heading=None, text=row["title"]),),
    )


def half(block: str) -> str:
    """Return the half that a block is of: "tune" or "report"."""
    return "report" if hashlib.sha256(block.encode()).digest()[0] % 2 else "tune"


def members(subset: str, signatures: Sequence[Signature], kept: Iterable[int]) -> list[int]:
    """Return those of ``kept`` that are in a subset."""
    people, spellings = defaultdict(set), defaultdict(set)
    for signature in signatures:
        people[author_norm(signature.name)].add(signature.person)
        spellings[signature.person].add(signature.name)
    return [
        n
        for n in kept
        if subset == "all"
        or (subset == "homonyms" and len(people[author_norm(signatures[n].name)]) > 1)
        or (subset == "spellings" and len(spellings[signatures[n].person]) > 1)
    ]


def columns(days: Iterable[Day], signatures: Sequence[Signature]) -> dict[str, list[Hashable]]:
    """Return the cluster of each signature, by papergraph and by what needs no thought."""
    return {
        "papergraph": resolved(days, signatures),
        "exact string": [signature.name for signature in signatures],
        "normalised string": [author_norm(signature.name) for signature in signatures],
        "everyone different": list(range(len(signatures))),
    }


def resolved(days: Iterable[Day], signatures: Sequence[Signature]) -> list[Hashable]:
    """Return the key that the resolver gives the author of each signature."""
    resolver = AuthorResolver()
    for day in days:
        resolver.add(day)
    people = resolver.finish()
    names = {author.key: {author.name, *author.alternatives} for author in people.authors}
    keys = []
    for signature in signatures:
        on_paper = people.authors_of[PaperId(scheme="acl", local=signature.paper)]
        keys.append(next(key for key in on_paper if signature.name in names[key]))
    return keys


def figures(signatures: Sequence[Signature], cluster_of: Sequence[Hashable], chosen: Sequence[int]) -> Figures:
    """Return the figures over the signatures ``chosen``."""
    clusters = Counter(cluster_of)
    people = Counter(signature.person for signature in signatures)
    both = Counter(zip(cluster_of, (signature.person for signature in signatures), strict=True))
    # A pair within the subset counts twice, a pair that leaves it once: each signature tells of its own pairs.
    right = said = true = precision = recall = 0.0
    for n in chosen:
        cluster, person = cluster_of[n], signatures[n].person
        agreed = both[cluster, person]
        right += agreed - 1
        said += clusters[cluster] - 1
        true += people[person] - 1
        precision += agreed / clusters[cluster] / len(chosen)
        recall += agreed / people[person] / len(chosen)
    pairs = right / said if said else 1.0, right / true if true else 1.0
    return Figures(*pairs, f1(*pairs), precision, recall, f1(precision, recall))


def f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def interval(
    signatures: Sequence[Signature], cluster_of: Sequence[Hashable], chosen: Sequence[int]
) -> tuple[float, float]:
    """Return the 95 % interval of B³ F1 when blocks are drawn anew."""
    blocks = defaultdict(list)
    for n in chosen:
        blocks[signatures[n].block].append(n)
    # No cluster and no person is of two blocks, so each block's sums are its own.
    sums = []
    for block in sorted(blocks):
        found = figures(signatures, cluster_of, blocks[block])
        sums.append((len(blocks[block]), found.precision * len(blocks[block]), found.recall * len(blocks[block])))
    draw = random.Random(0)
    drawn = []
    for _ in range(_DRAWS):
        number, precision, recall = (sum(column) for column in zip(*draw.choices(sums, k=len(sums)), strict=True))
        drawn.append(f1(precision / number, recall / number))
    drawn.sort()
    return drawn[_DRAWS // 40], drawn[-_DRAWS // 40]


def show_errors(
    signatures: Sequence[Signature], cluster_of: Sequence[Hashable], kept: Sequence[int], most: int
) -> None:
    """Print the people that are cut up, and the clusters of several people, the costliest first."""
    for title, mine, other in (
        ("people in several clusters", lambda n: signatures[n].person, lambda n: cluster_of[n]),
        ("clusters of several people", lambda n: cluster_of[n], lambda n: signatures[n].person),
    ):
        print(f"\n{title}")
        groups = defaultdict(Counter)
        for n in kept:
            groups[mine(n)][other(n), signatures[n].name] += 1
        for key, parts in sorted(groups.items(), key=lambda item: (-cost(item[1]), str(item[0])))[:most]:
            print(f"  {cost(parts):6.1f} {key}: " + ", ".join(f"{c}/{n} {k}" for (c, n), k in sorted(parts.items())))


def cost(parts: Counter[tuple[str, str]]) -> float:
    """Return what a group loses of B³, in signatures."""
    sizes = Counter()
    for (part, _), count in parts.items():
        sizes[part] += count
    whole = sum(sizes.values())
    return sum(size * (1 - size / whole) for size in sizes.values())


def fit(days: Sequence[Day], signatures: Sequence[Signature]) -> None:
    """Print B³ F1 on the tuning half for each threshold at several values, the others as they are."""
    kept = [n for n, signature in enumerate(signatures) if half(signature.block) == "tune"]
    chosen = {subset: members(subset, signatures, kept) for subset in SUBSETS}

    def measure(label: str) -> None:
        cluster_of = resolved(days, signatures)
        found = (figures(signatures, cluster_of, chosen[subset]) for subset in SUBSETS)
        print(f"  {label:52}" + "".join(f"{value.f1:11.4f}" for value in found), flush=True)

    print(" " * 54 + "".join(f"{subset:>11}" for subset in SUBSETS))
    measure("as it is")
    for name, values in THRESHOLDS.items():
        modules = [module for module in MODULES if hasattr(module, name)]
        known = getattr(modules[0], name)
        for value in values:
            for module in modules:
                setattr(module, name, value)
            measure(f"{name} {value:g}, not {known:g}")
        for module in modules:
            setattr(module, name, known)
    for kind, known in list(authors_variants.NEEDED.items()):
        for label, needed in WAYS.items():
            authors_variants.NEEDED[kind] = needed
            measure(f"{kind.value}: {label}")
        authors_variants.NEEDED[kind] = known


if __name__ == "__main__":
    main()
