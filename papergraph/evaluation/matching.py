"""One paper: what the graph says of it against what the gold says, one to one."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from papergraph.evaluation.gold import GoldClass, GoldEntity, GoldPaper, GoldResult, GoldRole
from papergraph.evaluation.sameness import Value, predicted_value, same_name, same_value, value_of


@dataclass(frozen=True, kw_only=True)
class Node:
    """A concept that the graph links to a paper. ``classes`` has one element unless the graph is somebody else's."""

    iri: str
    name: str  # preferred, for people
    labels: frozenset[str]  # as written
    classes: frozenset[GoldClass]
    role: GoldRole

    @cached_property
    def names(self) -> frozenset[str]:
        """The labels in the form in which they are compared."""
        return frozenset(same_name(label) for label in self.labels)


@dataclass(frozen=True, slots=True, kw_only=True)
class PredictedResult:
    """A number that the graph says a paper reports, as lexical forms; None for what the graph does not say."""

    iri: str
    raw: str | None
    value: str | None
    unit: str | None

    @property
    def compared(self) -> Value:
        """The value in the form in which it is compared."""
        return predicted_value(raw=self.raw, value=self.value, unit=self.unit)


@dataclass(frozen=True, slots=True, kw_only=True)
class PredictedPaper:
    """What the graph says of one arXiv id. ``iris`` is empty when it does not have the paper."""

    iris: tuple[str, ...] = ()
    nodes: tuple[Node, ...] = ()  # sorted by IRI
    results: tuple[PredictedResult, ...] = ()  # sorted by paper, then IRI


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A paper after matching: pairs, and what is left on either side. All in the order of gold and graph."""

    gold: GoldPaper
    predicted: PredictedPaper
    entities: tuple[tuple[GoldEntity, Node | None], ...]  # one for each of the gold
    extra: tuple[Node, ...]
    results: tuple[tuple[GoldResult, PredictedResult | None], ...]  # one for each of the gold
    extra_results: tuple[PredictedResult, ...]


def match(gold: GoldPaper, predicted: PredictedPaper) -> Match:
    """Return the one-to-one match: pairs of one class first, then pairs by name alone."""
    found = _match_entities(gold.entities, predicted.nodes)
    taken = {node.iri for node in found.values()}
    results, extra_results = _match_results(gold.results, predicted.results)
    return Match(
        gold=gold,
        predicted=predicted,
        entities=tuple((entity, found.get(place)) for place, entity in enumerate(gold.entities)),
        extra=tuple(node for node in predicted.nodes if node.iri not in taken),
        results=results,
        extra_results=extra_results,
    )


def _match_entities(entities: Iterable[GoldEntity], nodes: Iterable[Node]) -> dict[int, Node]:
    wanted = [
        (place, entity, {same_name(name) for name in (entity.name, *entity.aliases)})
        for place, entity in enumerate(entities)
    ]
    free = {node.iri: node for node in nodes}
    found: dict[int, Node] = {}
    for of_one_class in (True, False):
        for place, entity, names in wanted:
            if place in found:
                continue
            for node in free.values():
                if node.names & names and (not of_one_class or node.classes & entity.classes):
                    found[place] = free.pop(node.iri)
                    break
    return found


def _match_results(
    gold: Iterable[GoldResult], predicted: Iterable[PredictedResult]
) -> tuple[tuple[tuple[GoldResult, PredictedResult | None], ...], tuple[PredictedResult, ...]]:
    left = list(predicted)
    pairs: list[tuple[GoldResult, PredictedResult | None]] = []
    for wanted in gold:
        value = value_of(wanted.value)
        hit = next((result for result in left if same_value(result.compared, value)), None)
        if hit is not None:
            left.remove(hit)
        pairs.append((wanted, hit))
    return tuple(pairs), tuple(left)
