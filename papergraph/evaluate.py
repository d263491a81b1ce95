"""A graph held against gold annotations: figures with intervals, and the mistakes with their sentences."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from papergraph.evaluation.figures import Figures, figures_of
from papergraph.evaluation.gold import read_gold
from papergraph.evaluation.matching import Match, PredictedPaper, match
from papergraph.evaluation.mistakes import Mistake, MistakeKind, mistakes_of
from papergraph.evaluation.places import Places
from papergraph.evaluation.predictions import Select, predictions

if TYPE_CHECKING:
    from papergraph.graph import Graph

_KINDS = tuple(MistakeKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """How a graph stands to the gold. ``mistakes`` are sorted by kind, within a kind as the gold stands."""

    papers: int  # in the gold
    papers_found: int  # of them of which the graph names anything
    figures: Figures
    mistakes: tuple[Mistake, ...]

    def value(self, name: str) -> float:
        """Return one figure of the whole by its name: ``R_named``, ``P`` …

        Raises:
            KeyError: there is no such figure.
        """
        return {figure.name: figure.value for figure in self.figures.overall}[name]


def evaluate(golds: Sequence[str | os.PathLike[str]], *, graph: "Graph") -> Evaluation:
    """Hold the graph against the annotations of the files, JSON Lines by arXiv id.

    Raises:
        InputError: a file that cannot be read, or a line that is no annotation; with file and line.
    """
    gold = read_gold(golds)
    predicted = predictions(graph.rows)
    matches = [match(paper, predicted.get(paper.id, PredictedPaper())) for paper in gold]
    figures = figures_of(matches)
    mistakes = sorted(_mistakes(matches, select=graph.rows), key=lambda mistake: _KINDS.index(mistake.kind))
    return Evaluation(
        papers=len(gold),
        papers_found=figures.counts["papers_found"],
        figures=figures,
        mistakes=tuple(mistakes),
    )


def _mistakes(matches: Sequence[Match], *, select: Select) -> Iterator[Mistake]:
    for one in matches:
        if found := list(mistakes_of(one)):
            places = Places(one.predicted.iris, select=select)
            yield from map(places.put, found)
