"""What a concept is called and what it is, from all uses of its names.

The preferred label is a name by which entries go for the thing (not merely a form that stands in them): an English one
before a Korean one, one that the lexicon knows before one that it does not, then the one of most entries (of equals the
shortest), in the spelling of most entries (of equals one with capitals, then the shortest, then by the alphabet). Every
other form that stands in an entry is an alternative label, exactly as written: evidence is cut from the text and
compared.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from papergraph.model import Concept, ConceptClass, Label
from papergraph.names import concept_norm, language_of
from papergraph.resolve.uses import BENCHMARK, CLASS_BITS, CLASSES, INTRODUCES, Members, Uses

_PAPER_BITS = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A concept without a key."""

    preferred: str
    labels: tuple[str, ...]  # the others, sorted
    cls: ConceptClass
    benchmark: bool
    known: bool  # by the lexicon
    support: int
    first: int  # grows with the day, then the paper, that names it first

    def concept(self, key: str, *, broader: tuple[str, ...] = ()) -> Concept:
        """Return the concept with its key."""
        return Concept(
            key=key,
            cls=self.cls,
            benchmark=self.benchmark,
            preferred=_label(self.preferred),
            alternatives=tuple(map(_label, self.labels)),
            broader=broader,
            support=self.support,
        )


def draft(
    uses: Uses,
    members: Members,
    *,
    cls: tuple[ConceptClass, bool] | None = None,
    called: str | None = None,
) -> Draft:
    """Return what the uses in ``members`` say of the one thing that they name.

    ``cls``, with "is a benchmark", and ``called`` are what the user says that it is and goes by.
    """
    known = {uses.names[kind] for kind, _ in members if uses.is_known(kind)}
    name = called or _preferred(uses, members, known)
    labels = _labels(uses, members, called=called is not None)
    labels.discard(name)
    is_a, is_benchmark = cls or _class(uses, members, known=bool(known))
    firsts = [(use, uses.when[use] << _PAPER_BITS | uses.paper_of[use]) for _, those in members for use in those]
    return Draft(
        preferred=name,
        labels=tuple(sorted(labels)),
        cls=is_a,
        benchmark=is_benchmark,
        known=bool(known),
        support=len({uses.paper_of[use] for use, _ in firsts}) if len(firsts) > 1 else 1,
        first=min(when for _, when in firsts),
    )


def _labels(uses: Uses, members: Members, *, called: bool) -> set[str]:
    labels: set[str] = set()
    for kind, _ in members:
        surfaces, long_form = uses.surfaces[kind], uses.long_forms[kind]
        labels.update(surfaces)
        if not (called and surfaces):
            labels.add(uses.names[kind])
        if long_form is not None:
            labels.add(long_form)
    return labels


def _class(uses: Uses, members: Members, *, known: bool) -> tuple[ConceptClass, bool]:
    # Whoever introduces a thing knows best what it is; of what was there before, the majority does.
    said = [uses.bits[use] for _, those in members for use in those]
    voters = said if known or len(said) == 1 else [bits for bits in said if bits & INTRODUCES] or said
    votes = [0] * len(CLASSES)
    for bits in voters:
        votes[bits & CLASS_BITS] += 1
    cls = CLASSES[votes.index(max(votes))]
    is_benchmark = cls is ConceptClass.DATASET and 2 * sum(map(BENCHMARK.__and__, said)) >= BENCHMARK * len(said)
    return cls, is_benchmark


def _preferred(uses: Uses, members: Members, known: set[str]) -> str:
    if len(members) == 1:
        return uses.names[members[0][0]]
    written: Counter[str] = Counter()
    named: Counter[str] = Counter()  # by norm
    for kind, those in members:
        written[uses.names[kind]] += len(those)
        named[uses.norms[uses.name_of[kind]]] += len(those)

    def order(name: str) -> tuple[bool, bool, int, int, int, bool, int, str]:
        norm = concept_norm(name) or name
        is_korean, is_new = language_of(name) == "ko", name not in known
        return is_korean, is_new, -named[norm], len(norm), -written[name], name.islower(), len(name), name

    return min(written, key=order)


def _label(text: str) -> Label:
    return Label(text=text, language=language_of(text))


def commonest(texts: Iterable[str]) -> str:
    """Return the text that comes most often, by the alphabet among equals."""
    counts = Counter(texts)
    return min(counts, key=lambda text: (-counts[text], text))
