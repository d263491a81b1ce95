"""Matched papers → the figures of the whole, and of each class, tier and role."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from papergraph.evaluation.gold import CORE, GoldClass, GoldRole, Tier
from papergraph.evaluation.matching import Match
from papergraph.evaluation.sample import Figure, Sample, Share


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """The figures of one class, tier or role.

    Nodes have no tier: there precision and F1 are None. ``accuracy`` is the share of the matched whose class (for a
    role: whose role) is right. Roles and tiers are those of methods, models and datasets.
    """

    name: str
    recall: Figure
    precision: Figure | None
    f1: Figure | None
    accuracy: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """All figures of a set of papers, and the counts that they are made of."""

    overall: tuple[Figure, ...]
    by_class: tuple[Slice, ...]
    by_tier: tuple[Slice, ...]
    by_role: tuple[Slice, ...]
    counts: dict[str, int]


_RECALL = Share(right="hit_all", of="gold_all")
_PRECISION = Share(right="pred_ok", of="pred")
_BEFORE_F1 = {
    "R_named": Share(right="hit_named", of="gold_named"),
    "R_all": _RECALL,
    "P": _PRECISION,
    "P_all": Share(right="pred5_ok", of="pred5"),
}
_AFTER_F1 = {
    "type_acc": Share(right="type_ok", of="found"),
    "role_acc": Share(right="role_ok", of="found"),
    "result_recall": Share(right="res_hit", of="res_gold"),
    "result_precision": Share(right="res_pred_ok", of="res_pred"),
}
_ALL = {**_BEFORE_F1, **_AFTER_F1}
#: The names of the figures of the whole, in order.
NAMES = (*_BEFORE_F1, "F1", *_AFTER_F1)


def figures_of(matches: Sequence[Match]) -> Figures:
    """Return the figures of the matched papers; the same papers in the same order give the same intervals."""
    sample = Sample([_count(match) for match in matches])
    overall = {name: sample.share(name, share) for name, share in _ALL.items()}
    overall["F1"] = sample.f1(_RECALL, _PRECISION)
    told = ("papers", "papers_found", *(count for share in _ALL.values() for count in (share.of, share.right)))
    return Figures(
        overall=tuple(overall[name] for name in NAMES),
        by_class=tuple(_slice(sample, "class", name) for name in GoldClass),
        by_tier=tuple(_slice(sample, "tier", name, of_nodes=False) for name in Tier),
        by_role=tuple(_slice(sample, "role", name) for name in reversed(GoldRole)),
        counts={name: sample.total(name) for name in dict.fromkeys(told)},
    )


def _slice(sample: Sample, by: str, name: str, *, of_nodes: bool = True) -> Slice:
    key = f"{by}.{name}"
    recall = Share(right=f"{key}.hit", of=f"{key}.gold")
    precision = Share(right=f"{key}.pred_ok", of=f"{key}.pred")
    return Slice(
        name=name,
        recall=sample.share("recall", recall),
        precision=sample.share("precision", precision) if of_nodes else None,
        f1=sample.f1(recall, precision) if of_nodes else None,
        accuracy=sample.share("accuracy", Share(right=f"{key}.right", of=f"{key}.found")),
    )


# ---------------------------------------------------------------------------------------------------------------------
# Counts of one paper


def _count(match: Match) -> Counter[str]:
    count: Counter[str] = Counter(papers=1, papers_found=bool(match.predicted.iris))
    _count_entities(match, count)
    _count_nodes(match, count)
    _count_results(match, count)
    return count


def _count_entities(match: Match, count: Counter[str]) -> None:
    for entity, node in match.entities:
        counted = entity.tier is not Tier.OPTIONAL
        found = node is not None
        of_class = node is not None and bool(node.classes & entity.classes)
        of_role = node is not None and node.role in entity.roles
        _tally(count, f"class.{entity.cls}", gold=counted, found=found, right=of_class)
        if entity.cls not in CORE:
            continue
        _tally(count, f"tier.{entity.tier}", gold=True, found=found, right=of_class)
        _tally(count, f"role.{entity.role}", gold=counted, found=found, right=of_role)
        count["gold_all"] += counted
        count["hit_all"] += counted and found
        count["gold_named"] += entity.tier is Tier.NAMED
        count["hit_named"] += entity.tier is Tier.NAMED and found
        count["found"] += found
        count["type_ok"] += of_class
        count["role_ok"] += of_role


def _tally(count: Counter[str], key: str, *, gold: bool, found: bool, right: bool) -> None:
    count[f"{key}.gold"] += gold
    count[f"{key}.hit"] += gold and found
    count[f"{key}.found"] += found
    count[f"{key}.right"] += right


def _count_nodes(match: Match, count: Counter[str]) -> None:
    extra = {node.iri for node in match.extra}
    for node in match.predicted.nodes:
        is_core = bool(node.classes & CORE) or not node.classes
        keys = ["pred5", *(f"class.{cls}.pred" for cls in node.classes)]
        for key in (*keys, "pred", f"role.{node.role}.pred") if is_core else keys:
            count[key] += 1
            count[f"{key}_ok"] += node.iri not in extra


def _count_results(match: Match, count: Counter[str]) -> None:
    for result, hit in match.results:
        count["res_gold"] += not result.optional
        count["res_hit"] += not result.optional and hit is not None
    count["res_pred"] += len(match.predicted.results)
    count["res_pred_ok"] += len(match.predicted.results) - len(match.extra_results)
