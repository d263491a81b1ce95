"""Whether small judges, trained on entries that we wrote, would better what the rules read in entries of real days.

usage: OPENBLAS_NUM_THREADS=1 python benchmarks/trained_judge.py DIGESTS [--heddes FOLDER] [--strength L2]

The judges are logistic regressions. They accept or reject the methods, models and data sets that the rules found, and
state their roles and classes; p is how sure a judge must be to accept, or to say something else than the rules. The
figures are those of `papergraph evaluate`, but of each entry for itself, before concepts are joined across papers;
behind them: how many things became right, how many wrong. "written": gold/written_*, each fifth of its papers judged by
judges that did not see it. "days": gold/days_dev and days_more, texts from DIGESTS, by judges that saw all of written.
What is set aside is not read. FOLDER: the sentences of Heddes et al. 2021, which teach one more judge of the class.
"""

import argparse
import csv
import re
import time
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from papergraph import sources
from papergraph.evaluation.figures import figures_of
from papergraph.evaluation.gold import CORE, GoldClass, GoldEntity, GoldPaper, GoldRole, read_gold
from papergraph.evaluation.matching import Match, Node, PredictedPaper, match
from papergraph.extract import heads
from papergraph.extract.pipeline import Extractor
from papergraph.model import Entity, Listing, Mention, Role
from papergraph.reading import extractor_with, read_text

GOLD = Path(__file__).resolve().parents[1] / "gold"
FIGURES = {"accept": ("P", "R_all"), "role": ("role_acc",), "class": ("type_acc",)}
SURE = {"accept": (0.2, 0.3, 0.4, 0.5, 0.6, 0.7), "role": (0.0, 0.7, 0.9), "class": (0.0, 0.7, 0.9)}
ROLES = {Role.INTRODUCES: GoldRole.INTRODUCES, Role.COMPARES_WITH: GoldRole.COMPARES, Role.MENTIONS: GoldRole.MENTIONS}
FOLDS, RARE, PLACES, NEAR = 5, 2, 4, 60
WORD, SENTENCE_END = re.compile(r"[a-z가-힣0-9]+"), re.compile(r"[.!?]\s|\n")
Example = tuple[list[str], str]


@dataclass(frozen=True, kw_only=True)
class Row:
    """What the rules found, what the judges are told of it, what it is in the annotation."""

    node: Node
    told: list[str]
    truth: GoldEntity | None

    def lesson(self, what: str) -> str | None:
        right = {"accept": "yes" if self.truth else "no"}
        if self.truth and self.truth.cls in CORE:
            right |= {"role": str(self.truth.role), "class": str(self.truth.cls)}
        return right.get(what) if self.node.classes & CORE else None

    def judged(self, what: str, judge: "Judge", *, least: float) -> Node | None:
        says = judge(self.told) if self.node.classes & CORE else {}
        label = max(says, key=says.__getitem__, default="")
        if what == "accept":
            return self.node if says.get("yes", 1.0) >= least else None
        if says.get(label, -1.0) < least:
            return self.node
        change = {"role": GoldRole(label)} if what == "role" else {"classes": frozenset({GoldClass(label)})}
        return replace(self.node, **change)

    def is_right(self, what: str, node: Node | None) -> bool:
        if what == "accept" or node is None or self.truth is None or self.truth.cls not in CORE:
            return (node is None) == (self.truth is None)
        return node.role in self.truth.roles if what == "role" else bool(node.classes & self.truth.classes)


@dataclass(frozen=True, kw_only=True)
class Entry:
    """An annotated entry. ``fold``: its part in the cross-validation; one paper in two languages is in one."""

    fold: int
    gold: GoldPaper
    listing: Listing
    entities: tuple[Entity, ...]
    rows: list[Row]


class Judge:
    """A logistic regression on features that are there or not; nothing in it is random."""

    def __init__(self, examples: Sequence[Example], *, strength: float) -> None:
        counts = Counter(feature for told, _ in examples for feature in told)
        self._columns = {feature: n for n, feature in enumerate(sorted(f for f, c in counts.items() if c >= RARE))}
        self._labels = sorted({label for _, label in examples})
        rows = [self._known(told) for told, _ in examples]
        ends = np.cumsum([0, *map(len, rows)])
        table = csr_matrix((np.ones(ends[-1]), np.concatenate(rows), ends), shape=(len(rows), len(self._columns)))
        right = np.array([[label == one for one in self._labels] for _, label in examples], dtype=np.float64)
        shape = len(self._columns), len(self._labels)

        def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
            scores = table @ flat.reshape(shape)
            scores -= np.logaddexp.reduce(scores, axis=1, keepdims=True)
            slope = table.T @ (np.exp(scores) - right)
            return float(strength * (flat @ flat) / 2 - (right * scores).sum()), slope.ravel() + strength * flat

        start = np.zeros(shape[0] * shape[1])
        self._weights = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 500}).x.reshape(shape)

    def __call__(self, told: Iterable[str]) -> dict[str, float]:
        raised = np.exp(self._weights[self._known(told)].sum(axis=0))
        return dict(zip(self._labels, (raised / raised.sum()).tolist(), strict=True))

    def _known(self, told: Iterable[str]) -> list[int]:
        return [self._columns[feature] for feature in told if feature in self._columns]


def told_of(entity: Entity, listing: Listing, extractor: Extractor) -> list[str]:
    """Return what the judges are told of an entity: its name, how the rules read it, the words beside it."""
    words, first = WORD.findall(entity.name.lower()) or [""], entity.surfaces[0]
    term, sections = extractor.lexicon.find(entity.name), [mention.section for mention in entity.mentions]
    rules = sorted({mention.rule.partition("/")[0] for mention in entity.mentions})
    told = {f"role {entity.role} {entity.cls}", f"role {entity.role}", f"class {entity.cls}", f"rules {rules}", "all"}
    told |= {f"rule {rule}" for rule in rules} | {f"states {mention.role}" for mention in entity.mentions}
    told |= {f"last {words[-1]}", f"first {words[0]}", f"end {words[-1][-4:]}", f"words {min(len(words), 5)}"}
    told |= {f"places {min(len(sections), 4)}", f"section {sections[0]} {sections[-1]}", f"proper {entity.proper}"}
    told |= {f"head {heads.of_tail(entity.name)}", f"known {term and term.cls}", f"long {entity.expansion is not None}"}
    told |= {f"shape {first[:1].isupper()} {'-' in first} {first.isupper()} {first.isascii()}"}
    told.update(*(_beside(mention, listing.sections[mention.section].text) for mention in entity.mentions[:PLACES]))
    return sorted(told)


def _beside(mention: Mention, text: str) -> Iterator[str]:
    before = SENTENCE_END.split(text[max(0, mention.start - NEAR) : mention.start])[-1].lower()
    after = SENTENCE_END.split(text[mention.end : mention.end + NEAR])[0].lower()
    left, right = WORD.findall(before) or ["^"], WORD.findall(after) or ["$"]
    yield from (f"left {left[-1]} {mention.section == 0}", f"right {right[0][:8]} {mention.section == 0}")
    yield from (f"left end {left[-1][-2:]}", f"bracket {before[-1:] == '('}", f"touches {after[:2]}")
    yield from (f"before {word[: 6 if word.isascii() else 2]}" for word in left[-7:])
    yield from (f"after {word[: 6 if word.isascii() else 2]}" for word in right[:7])


def read_entries(texts: str | Path, names: Iterable[str], extractor: Extractor) -> Iterator[Entry]:
    papers = {paper.id: paper for paper in read_gold(GOLD / f"{name}.jsonl" for name in names)}
    listings = {listing.paper.local: listing for day in sources.read([texts]).digests for listing in day.listings}
    readings = extractor.read_many(listings[identity] for identity in papers)
    for paper, reading in zip(papers.values(), readings, strict=True):
        listing, nodes = listings[paper.id], [_node(entity) for entity in reading.entities]
        told = [told_of(entity, listing, extractor) for entity in reading.entities]
        truths = {node.iri: one for one, node in _match(paper, nodes).entities if node is not None}
        rows = [Row(node=node, told=one, truth=truths.get(node.iri)) for node, one in zip(nodes, told, strict=True)]
        fold = zlib.crc32(paper.id.encode()) % FOLDS
        yield Entry(fold=fold, gold=paper, listing=listing, entities=reading.entities, rows=rows)


def _node(entity: Entity) -> Node:
    labels, classes = frozenset((entity.name, *entity.surfaces)), frozenset({GoldClass[entity.cls.name]})
    role = ROLES.get(entity.role, GoldRole.USES)
    return Node(iri=str(entity.mentions[0]), name=entity.name, labels=labels, classes=classes, role=role)


def _match(gold: GoldPaper, nodes: Iterable[Node]) -> Match:
    return match(gold, PredictedPaper(iris=("read",), nodes=tuple(nodes)))


def heddes(folder: Path, extractor: Extractor) -> Iterator[Example]:
    """Yield lessons in classes: what others marked is a data set, what they did not mark is what the rules say."""
    with (folder / "Train_set_sentences.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            read = read_text(row["text"], extractor=extractor).entries[0]
            for entity in read.reading.entities:
                is_marked = any(surface in row["datasets"] for surface in entity.surfaces)
                if is_marked or entity.cls.name in ("METHOD", "MODEL"):
                    yield told_of(entity, read.listing, extractor), "DATASET" if is_marked else entity.cls.name


def lessons(what: str, entries: Iterable[Entry]) -> list[Example]:
    return [(row.told, right) for entry in entries for row in entry.rows if (right := row.lesson(what))]


def compare(what: str, entries: Sequence[Entry], judges: Sequence[Judge], *, least: float) -> str:
    changes, old, new = Counter[int](), [], []
    for entry in entries:
        judged = [(row, row.judged(what, judges[entry.fold], least=least)) for row in entry.rows]
        changes.update(row.is_right(what, node) - row.is_right(what, row.node) for row, node in judged)
        old.append(_match(entry.gold, [row.node for row in entry.rows]))
        new.append(_match(entry.gold, [node for _, node in judged if node is not None]))
    was, now = ({figure.name: figure.value for figure in figures_of(matches).overall} for matches in (old, new))
    shown = "   ".join(f"{name} {was[name]:.3f} → {now[name]:.3f}" for name in FIGURES[what])
    return f"{shown}   {changes[1]:3} right {changes[-1]:3} wrong"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("digests")
    parser.add_argument("--heddes", type=Path)
    parser.add_argument("--strength", type=float, default=2.0, help="of the penalty on large weights")
    arguments = parser.parse_args()
    extractor = extractor_with()
    days = list(read_entries(arguments.digests, ["days_dev", "days_more"], extractor))
    known = {entry.gold.id for entry in days}
    ours = (read_entries(GOLD / f"{name}.md", [name], extractor) for name in ("written_ko", "written_en"))
    written = [entry for one in ours for entry in one if entry.gold.id not in known]
    others = [("class", list(heddes(arguments.heddes, extractor)))] if arguments.heddes else []
    judges = []
    for what, more in [*((what, list[Example]()) for what in SURE), *others]:
        started = time.process_time()
        judges.append(Judge([*lessons(what, written), *more], strength=arguments.strength))
        print(f"{what}, with {len(more)} of Heddes et al.: trained in {time.process_time() - started:.2f} s")
        parts = [[entry for entry in written if entry.fold != fold] for fold in range(FOLDS)]
        crossed = [Judge([*lessons(what, part), *more], strength=arguments.strength) for part in parts]
        for least in SURE[what]:
            print(f"  p ≥ {least}   written  {compare(what, written, crossed, least=least)}")
            print(f"            days     {compare(what, days, judges[-1:] * FOLDS, least=least)}")
    started = time.process_time()
    for told in (told_of(entity, entry.listing, extractor) for entry in days for entity in entry.entities):
        _ = [judge(told) for judge in judges[: len(SURE)]]
    print(f"{(time.process_time() - started) / len(days) * 1000:.2f} ms more for each entry")


if __name__ == "__main__":
    main()
