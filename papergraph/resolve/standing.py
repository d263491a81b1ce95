"""What a hierarchy of concepts is found from: what each is called in full, and which concept a name names."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from papergraph.names import concept_norm
from papergraph.resolve.broader import Node
from papergraph.resolve.joins import Claim
from papergraph.resolve.labels import Draft
from papergraph.resolve.senses import Senses
from papergraph.resolve.units import Units
from papergraph.resolve.uses import Uses

#: A name names the concept that this many times as many papers mean by it as mean any other.
_CLEARLY = 3


def node(uses: Uses, one: Draft, members: Sequence[tuple[int, int]]) -> Node:
    """Return what tells where a concept stands: its label and, for an acronym, the forms that spell it out."""
    texts = [one.preferred]
    if " " not in one.preferred and len(one.labels) > 1:
        long_forms = Counter(form for kind, _ in members if (form := uses.long_forms[kind]) is not None)
        names = Counter(name for kind, _ in members if " " in (name := uses.names[kind]))
        texts += [min(forms, key=lambda form: (-forms[form], form)) for forms in (long_forms, names) if forms]
    return Node(texts=tuple(dict.fromkeys(texts)), cls=one.cls, known=one.known, support=one.support)


def named(
    uses: Uses,
    senses: Senses,
    units: Units,
    *,
    claims: Mapping[int, Mapping[int, Claim]],
    nodes: Mapping[int, Node],
) -> dict[str, int]:
    """Return the concept that each norm names, where one is meant clearly."""
    split = {one.name for one in senses.splits}
    found: dict[str, int] = {}
    for name, norm in enumerate(uses.norms):
        if name in split or name in claims:
            root = _meant(uses, senses, units, name, claims.get(name, {}))
        else:
            root = units.find(name)
        if root is not None and root in nodes:
            found[norm] = root
    spelled_out: defaultdict[str, set[int]] = defaultdict(set)
    for root, one in nodes.items():
        for text in one.texts[1:]:
            spelled_out[concept_norm(text)].add(root)
    names = set(uses.norms)
    found.update((norm, min(roots)) for norm, roots in spelled_out.items() if len(roots) == 1 and norm not in names)
    return found


def _meant(uses: Uses, senses: Senses, units: Units, name: int, claims: Mapping[int, Claim]) -> int | None:
    papers: defaultdict[int, set[int]] = defaultdict(set)
    for kind in uses.kinds(name):
        for use in uses.of(kind):
            papers[units.find(senses.unit_of[use])].add(uses.paper_of[use])
    for unit, claim in claims.items():
        papers[units.find(unit)] |= claim.papers
    order = sorted(papers, key=lambda root: (-len(papers[root]), root))
    if len(order) > 1 and len(papers[order[0]]) < _CLEARLY * len(papers[order[1]]):
        return None
    return order[0]
