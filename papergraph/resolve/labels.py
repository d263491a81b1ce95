"""What a concept is called and what it is, from all uses of its names.

The preferred label is a name by which entries go for the thing (not merely a form that stands in them): an English one
before a Korean one, one that the lexicon knows before one that it does not, then the one of most entries (of equals the
shortest), in the spelling of most entries (of equals one with capitals, then the shortest, then by the alphabet). Every
other form that stands in an entry is an alternative label, exactly as written: evidence is cut from the text and
compared.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
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
    labels: set[str] = set()
    votes = [0] * (2 * len(CLASSES))
    benchmark = 0
    papers: set[int] = set()
    first = None
    for kind, those in members:
        labels.update(uses.surfaces[kind])
        if called is None or not uses.surfaces[kind]:
            labels.add(uses.names[kind])
        long_form = uses.long_forms[kind]
        if long_form is not None:
            labels.add(long_form)
        for use in those:
            bits, paper = uses.bits[use], uses.paper_of[use]
            votes[(bits & CLASS_BITS) + (len(CLASSES) if bits & INTRODUCES else 0)] += 1
            benchmark += bits & BENCHMARK
            papers.add(paper)
            when = uses.when[use] << _PAPER_BITS | paper
            first = when if first is None else min(first, when)
    labels.discard(name)
    voted = _class(votes, known=bool(known))
    said = voted, voted is ConceptClass.DATASET and 2 * benchmark >= BENCHMARK * sum(votes)
    return Draft(
        preferred=name,
        labels=tuple(sorted(labels)),
        cls=(cls or said)[0],
        benchmark=(cls or said)[1],
        known=bool(known),
        support=len(papers),
        first=first or 0,
    )


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


def _class(votes: Sequence[int], *, known: bool) -> ConceptClass:
    # Whoever introduces a thing knows best what it is; of what was there before, the majority does.
    said, presented = votes[: len(CLASSES)], votes[len(CLASSES) :]
    tally = presented if any(presented) and not known else [a + b for a, b in zip(said, presented, strict=True)]
    return CLASSES[tally.index(max(tally))]


def commonest(texts: Iterable[str]) -> str:
    """Return the text that comes most often, by the alphabet among equals."""
    counts = Counter(texts)
    return min(counts, key=lambda text: (-counts[text], text))
