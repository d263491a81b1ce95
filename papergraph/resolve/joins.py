"""Names that are one thing: spellings by rule, glosses by what entries say, counted.

A *claim* is an entry that says of two names that they are one: ``Low-Rank Adaptation (LoRA)`` makes LoRA claim the
name "Low-Rank Adaptation" of entries that do not have the acronym. Claims that disagree are reported and join nothing.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from papergraph.model import ConceptClass
from papergraph.names import NUMBERS_APART, concept_norm, language_of, singular
from papergraph.resolve.senses import Senses, is_acronym
from papergraph.resolve.units import Join, Units
from papergraph.resolve.uses import CLASS_BITS, CLASSES, PROPER, Uses

PLURAL = "plural/1"
VERSION = "version/1"
PARTICLE = "particle/1"
LONG_FORM = "long-form/1"
GLOSS = "gloss/1"

_PARTICLE = re.compile(
    r"(?<=[A-Za-z0-9+)가-힣])(?:만이|에서|에게|으로|까지|부터|처럼|보다|[을를은는의와과로도])$"
    r"|(?<=[A-Za-z0-9+)])(?:이|가|에|만| 등)$"
)
_PLURAL_OF_NAME = re.compile(r"[A-Z]s$|[ \-][A-Za-z]*[a-z]s$")  # LMMs, Gated SAEs, Human Annotators; no PerceiverS
_INNER_PLURAL = re.compile(r"(?<=\w\w[^\Ws_])s(?=[\s\-])")
_VERSION_LETTER = re.compile(r"(?<=[^\W_])v(?=\d)")
_POINT_NOUGHT = re.compile(r"(?<=\d)\.0$")
_HEAD = re.compile(r"[\s\-](?:models?|networks?|methods?|frameworks?|algorithms?)$", re.IGNORECASE)
_NAMED_TWICE = re.compile(r"(?P<short>[A-Z][A-Za-z0-9\-]{1,9}): (?P<long>[A-Z].+)")
#: What a name needs to have another spelling of these kinds.
_UNUSUAL = re.compile(r"s[\s\-]|[가-힣]\s*$|: ")
_NO_PLURAL = ("ics", "sis", "ous")
#: One claim in ``_CLEARLY + 1`` against what most say is a slip; more is a disagreement.
_CLEARLY = 2
_CERTAIN = 2  # papers that have to say so when the name is short or general
_MUCH_SAID = 3  # papers, when the lexicon knows both names and keeps them apart
_LIKE_EACH_OTHER = frozenset([ConceptClass.METHOD, ConceptClass.MODEL])


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """A name that entries say is several things; it was left as it is."""

    rule: str
    unit: int
    others: tuple[int, ...]
    papers: tuple[int, ...]
    note: str


@dataclass(slots=True)
class Claim:
    """The papers that give a name as another name of theirs."""

    papers: set[int] = field(default_factory=set)
    spelled_out: bool = False  # it is the long form of an acronym


class Joiner:
    """Joins the units of names that are one thing."""

    def __init__(self, uses: Uses, senses: Senses, units: Units) -> None:
        self._uses = uses
        self._unit_of = senses.unit_of
        self._name_of = senses.name_of
        self._units = units
        self.names: Mapping[str, int] = {norm: name for name, norm in enumerate(uses.norms)}
        self._open = {split.name: split.open for split in senses.splits}
        self.claims: Mapping[int, dict[int, Claim]] = {}
        self.joins: list[Join] = []
        self.disagreements: list[Disagreement] = []

    def run(self) -> None:
        """Join by spelling first, then by what entries say."""
        for name in range(len(self._uses.norms)):
            for rule, norm in self._other_spellings(name):
                other = self.names.get(norm)
                if other is None or other == name or {name, other} & self._open.keys():
                    continue
                if rule != PLURAL or self._spaces(name) & self._spaces(other):  # small caps are no SmallCap
                    self._join(rule, name, other, self._papers(name))
        claims = self.claims = self._claims()
        order = sorted(claims, key=lambda name: (-max(len(claim.papers) for claim in claims[name].values()), name))
        for name in order:
            self._judge(name, claims[name])

    def _join(self, rule: str, unit: int, other: int, papers: set[int]) -> None:
        if self._units.join(unit, other):
            self.joins.append(Join(rule=rule, unit=unit, other=other, papers=tuple(sorted(papers))))

    def _other_spellings(self, name: int) -> Iterator[tuple[str, str]]:
        """Yield the norms that a name has when it is spelled another way, if there is such a name."""
        norm = self._uses.norms[name]
        written = dict.fromkeys(self._uses.names[kind] for kind in self._uses.kinds(name))
        if norm.endswith("s") and not norm.endswith(_NO_PLURAL) and self._is_plural(name, written):
            yield PLURAL, norm[:-1]
            yield PLURAL, norm[:-3] + "y" if norm.endswith("ies") else norm
        for text in filter(_UNUSUAL.search, written):
            if _INNER_PLURAL.search(text):
                yield PLURAL, singular(concept_norm(_INNER_PLURAL.sub("", text)))
            if _PARTICLE.search(text.strip()):
                yield PARTICLE, concept_norm(_PARTICLE.sub("", text.strip()))
            twice = _NAMED_TWICE.fullmatch(text)
            if twice and _spells(twice["short"], twice["long"]):
                yield LONG_FORM, concept_norm(twice["long"])
        version = _VERSION_LETTER.search(norm)
        if version and norm[: version.end()] not in self.names:  # MiniCPM-V 2.6 is a version of MiniCPM-V
            apart = NUMBERS_APART if norm[version.start() - 1].isdigit() else ""
            yield VERSION, norm[: version.start()] + apart + norm[version.end() :]
        if _POINT_NOUGHT.search(norm):
            yield VERSION, norm[:-2]

    def _is_plural(self, name: int, written: Iterable[str]) -> bool:
        """Whether a name can be a plural: "Atlas" is none, "adapters" and "SAEs" are."""
        if all(text.endswith("s") and _PLURAL_OF_NAME.search(text) for text in written):
            return True
        uses = self._uses
        first, last = uses.first_kind[name], uses.first_kind[name + 1]
        return not any(uses.bits[use] & PROPER for use in range(uses.starts[first], uses.starts[last]))

    def _spaces(self, name: int) -> set[int]:
        return {self._uses.names[kind].count(" ") for kind in self._uses.kinds(name)}

    def _papers(self, name: int) -> set[int]:
        uses = self._uses
        first, last = uses.first_kind[name], uses.first_kind[name + 1]
        return set(uses.paper_of[uses.starts[first] : uses.starts[last]])

    def _claims(self) -> Mapping[int, dict[int, Claim]]:
        """Return what claims each name: the units whose entries give it as another name of theirs."""
        uses, names = self._uses, self.names
        norms: dict[str, str] = {}
        claims: defaultdict[int, dict[int, Claim]] = defaultdict(dict)
        for kind, name in enumerate(uses.name_of):
            long_form = uses.long_forms[kind]
            if not uses.surfaces[kind] and long_form is None:
                continue
            for form in dict.fromkeys([*([long_form] if long_form else []), *uses.surfaces[kind]]):
                norm = norms.get(form)
                if norm is None:
                    norm = norms[form] = concept_norm(form)
                claimed = names.get(norm)
                if claimed is None or (form.endswith("s") and uses.names[uses.first_kind[claimed]].endswith("S")):
                    claimed = names.get(norm[:-1] if claimed is not None else singular(norm))  # "DiTs" are no DiT-S
                if claimed is None and form is long_form:
                    claimed = names.get(singular(concept_norm(_HEAD.sub("", form))))
                if claimed is None or claimed == name:
                    continue
                for use in uses.of(kind):
                    claim = claims[claimed].setdefault(self._unit_of[use], Claim())
                    claim.papers.add(uses.paper_of[use])
                    claim.spelled_out |= form is long_form
        return claims

    def _judge(self, name: int, claims: dict[int, Claim]) -> None:
        unit = self._open.get(name, name)
        if unit is None:
            return
        by_concept: dict[int, Claim] = {}
        for claimant, claim in claims.items():
            merged = by_concept.setdefault(self._units.find(claimant), Claim())
            merged.papers |= claim.papers
            merged.spelled_out |= claim.spelled_out
        by_concept.pop(self._units.find(unit), None)
        if not by_concept:
            return
        order = sorted(by_concept, key=lambda claimant: (-len(by_concept[claimant].papers), claimant))
        best = order[0]
        claim = by_concept[best]
        close = [other for other in order[1:] if len(claim.papers) < _CLEARLY * len(by_concept[other].papers)]
        rule = self._rule(name, best, claim)
        if rule is None:
            return
        if self._is_narrower(name, best):
            return
        note = ""
        if close:
            note = "entries say that it is one of several"
        elif not self._units.may_join(unit, best):
            note = "they are kept apart"
        elif not self._are_alike(unit, best, claim, rule):
            note = "what is said of each does not fit together"
        if not note:
            self._join(rule, unit, best, claim.papers)
            return
        papers = {paper for one in (best, *close) for paper in by_concept[one].papers}
        self.disagreements.append(
            Disagreement(rule=rule, unit=unit, others=(best, *close), papers=tuple(sorted(papers)), note=note)
        )

    def _rule(self, name: int, claimant: int, claim: Claim) -> str | None:
        """Return the rule by which a claim may hold; None when too few papers make it."""
        uses = self._uses
        text = uses.names[uses.first_kind[name]]
        if claim.spelled_out or _spells(self._text(claimant), text):
            return LONG_FORM
        if language_of(text) == "ko":
            return GLOSS
        if len(claim.papers) < _CERTAIN:
            return None
        if " " not in text and any(uses.long_forms[kind] is not None for kind in uses.kinds(name)):
            return None  # it has a meaning of its own
        return GLOSS if is_acronym(text) or len(claim.papers) >= len(self._papers(name)) else None

    def _is_narrower(self, name: int, claimant: int) -> bool:
        """Whether one name is the other with more words: "offline reinforcement learning" is not all of it."""
        one, other = self._uses.norms[name], self._uses.norms[self._name_of[claimant]]
        return one.endswith(other) or other.endswith(one)

    def _are_alike(self, unit: int, other: int, claim: Claim, rule: str) -> bool:
        """Whether a name that the lexicon keeps apart, or an acronym that may stand for much, is the other."""
        both_known = self._is_known(unit) and self._is_known(other)
        text = self._text(unit)
        if not both_known and (rule == LONG_FORM or not is_acronym(text) or language_of(text) == "ko"):
            return True
        classes = {self._cls(unit), self._cls(other)}
        if len(classes) > 1 and not classes <= _LIKE_EACH_OTHER:
            return False
        return not both_known or stands_for(self._text(other), text) or len(claim.papers) >= _MUCH_SAID

    def _text(self, unit: int) -> str:
        return self._uses.names[self._uses.first_kind[self._name_of[unit]]]

    def _is_known(self, unit: int) -> bool:
        return any(map(self._uses.is_known, self._uses.kinds(self._name_of[unit])))

    def _cls(self, unit: int) -> ConceptClass:
        votes = [0] * len(CLASSES)
        for kind in self._uses.kinds(self._name_of[unit]):
            for use in self._uses.of(kind):
                votes[self._uses.bits[use] & CLASS_BITS] += 1
        return CLASSES[votes.index(max(votes))]


def _spells(short: str, long: str) -> bool:
    """Whether the words of ``long`` begin with the letters of ``short``, one each."""
    letters = [char for char in short.casefold().removesuffix("s") if char.isalnum()]
    pieces = [piece for piece in re.split(r"[\s\-‑–/]+", long.casefold()) if piece]
    return len(letters) > 1 and [piece[0] for piece in pieces] == letters


def stands_for(short: str, long: str) -> bool:
    """Whether ``short`` is an acronym whose letters stand in ``long``, in order: MAE, masked autoencoder."""
    letters = iter(long.casefold())
    return short.isupper() and short[0] == long[0].upper() and all(char in letters for char in short.casefold())
