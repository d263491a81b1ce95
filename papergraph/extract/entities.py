"""Groups of places → entities: name, class, role of each mention."""

import re
from bisect import bisect_right
from collections import Counter
from itertools import pairwise

from papergraph.extract import classify, compounds, evidence, heads, roles, terms, titles
from papergraph.extract.assembly import Group
from papergraph.extract.candidates import Candidate
from papergraph.extract.folding import fold
from papergraph.extract.joined import Joined
from papergraph.extract.kinds import kind_of
from papergraph.extract.lexicon import Lexicon, Term
from papergraph.extract.variants import extends, is_sibling
from papergraph.model import ConceptClass, Entity, Mention, Role

_LEXICON_WEIGHT = 10
_GENERAL_WEIGHT = 30
_FINDER_WEIGHT = 3
_SHAPE_WEIGHT = 4
_TITLE_WEIGHT = 5
_COINED_WORDS = 3
_LIST_SIGN = re.compile(r"['\"’”]?(?:,| ?와| ?과| 및| ?·|/|, and| and|, 그리고| 또는|,? or)\s?['\"‘“]?")
_CERTAIN = 4
_GAP = 2  # signs between the beginning of a sentence and a name that opens it
_EARLY = 2
_STEM = 4
_PARTS = re.compile(r"[ \-]")
_PAIR = 2
_ONCE_GLOSSED = 2  # places: the Korean and the English
_LETTERS = re.compile(r"[a-z]{3,}")


def describe(joined: Joined, groups: list[Group], *, lexicon: Lexicon) -> tuple[Entity, ...]:
    """Return the entity of each group, in the order of their first mentions."""
    drafts = [_Draft(joined, group, lexicon) for group in groups]
    own = [surface for draft in drafts if draft.own for surface in {draft.name, *draft.surfaces}]
    _share_classes(joined.text, drafts)
    entities = [draft.entity(joined, own) for draft in drafts if not draft.is_passing(joined)]
    return tuple(sorted(entities, key=lambda entity: (entity.mentions[0].section, entity.mentions[0].start)))


def _share_classes(text: str, drafts: "list[_Draft]") -> None:
    """A name whose class nothing tells has that of its neighbours in a list (``A, B와 C``)."""
    if not any(draft.proper and draft.is_open() for draft in drafts):
        return
    places = [(place.start, place.end, draft) for draft in drafts for place in draft.places]
    places.sort(key=lambda one: one[0])
    for order in (places, places[::-1]):
        for (start, end, draft), (other_start, other_end, other) in pairwise(order):
            if not (other.proper and draft.proper and other.is_open()) or draft.is_open():
                continue
            first_end, second_start = (end, other_start) if end <= other_start else (other_end, start)
            if _LIST_SIGN.fullmatch(text, first_end, second_start):
                best = draft.likeliest()
                other.votes[best] = other.votes.get(best, 0) + 1


class _Draft:
    """One group, read: what it is called, whether the paper presents it as its own."""

    def __init__(self, joined: Joined, group: Group, lexicon: Lexicon) -> None:
        self.group = group
        self.places = group.candidates
        self.spans = [(place.start, place.end) for place in self.places]
        self.sentences = [joined.sentence_of(start) for start, _ in self.spans]
        self.surfaces = _surfaces(joined.text, self.places)
        self.term = _term_of(joined.text, group)
        self.family = lexicon.family(self.surfaces[0]) if self.term is None else None
        self.proper = self.term.proper if self.term is not None else any(place.proper for place in self.places)
        self.name = _name(joined.text, group, self.term, self.surfaces)
        self.stated = [
            roles.stated(joined.text, sentence, span) if span[0] >= joined.title_end else (None, False)
            for sentence, span in zip(self.sentences, self.spans, strict=True)
        ]
        self.roles = [role for role, _ in self.stated]
        self.votes = self._votes(joined)
        self.own = self._is_own(joined)

    def is_passing(self, joined: Joined) -> bool:
        """Whether it is a general word said once, in passing, or a word that merely looks like a name."""
        if self.term is None and self.family is None and evidence.is_weak(self.name, self.places):
            return not evidence.is_confirmed(
                joined.text, self.places[0], self.stated[0][0], classified=not self.is_open()
            )
        if self.proper or self.term is None or len(self.places) > 1 or self.own:
            return False
        place = self.places[0]
        if place.rule != terms.RULE:
            return False
        if self.term.cls is ConceptClass.METRIC:
            return not roles.is_measured(joined.text, self.sentences[0], self.spans[0])
        if self.term.name in evidence.SAID_OF_MUCH:
            return True
        if re.search(r"[\s\-]", self.term.name) or re.search(r"\s", self.surfaces[0]):
            return False
        return self.term.name in evidence.IN_PASSING or (
            place.start < joined.title_end and self.term.name != "transformer"
        )

    def is_open(self) -> bool:
        """Whether nothing tells its class."""
        return not any(self.votes.values())

    def likeliest(self) -> ConceptClass:
        """Return the class with most votes; of equals, the one that was told first."""
        return max(self.votes, key=self.votes.__getitem__)

    def _is_own(self, joined: Joined) -> bool:
        if self.group.titled:
            return True
        known = self.term is not None
        if (Role.INTRODUCES, True) in self.stated:
            if not known:
                return True
            if (self.proper or self.group.expansion is not None) and (
                any(roles.is_apposed(joined.text, span) for span in self.spans)
                or any(roles.is_renewed(joined.text, span) for span in self.spans)
            ):
                return True
        if known and self._is_presented(joined):
            return True
        if known or self.family is not None:
            return False
        if any(role in _OTHERS for role in self.roles):
            return False
        if any(roles.is_groundwork(joined.text, span) for span in self.spans):
            return False
        if not self.proper:
            return self._is_coined(joined.text) or self._is_capitalised_gloss()
        if any(place.start == 0 for place in self.places):
            return True
        return (
            any(place.rule.startswith("quoted") or _is_quoted(joined.text, place) for place in self.places)
            or self._is_described(joined)
            or any(self._opens_listing(joined, place) for place in self.places)
        )

    def _is_presented(self, joined: Joined) -> bool:
        """Whether the entry proposes a thing whose name is known: it is the paper that the name comes from."""
        acronym = self.surfaces[0].isupper() and self.surfaces[0].isascii()
        if not (self.proper or acronym):
            return False
        sentences = [(joined.sentence_of(place.start), (place.start, place.end)) for place in self.places]
        if self.proper and any(roles.is_presented(joined.text, *one) for one in sentences):
            return True
        opening = joined.title_end + _GAP
        leads = any(
            sentence[0] <= opening < span[0] + _GAP
            and span[0] - sentence[0] <= _GAP
            and roles.is_subject(joined.text, span)
            and (self.places[0].start == 0 or roles.PRESENTS.search(joined.text, span[1], sentence[1]) is not None)
            for sentence, span in sentences
        )
        return leads and not any(role in (Role.COMPARES_WITH, Role.MENTIONS) for role, _ in self.stated)

    def _is_coined(self, text: str) -> bool:
        """Whether a spelled-out term is too special to be anybody else's (``head feature pyramid encoding``)."""
        if any(place.rule == titles.RULE_USED for place in self.places):
            return False
        if any(
            place.rule == compounds.TITLE_RULE and not titles.leads(text, place.start, place.end)
            for place in self.places
        ):
            return False
        return any(
            len(re.findall(r"[A-Za-z0-9]+", surface)) >= _COINED_WORDS
            and heads.of_english(surface) is ConceptClass.METHOD
            and not surface.endswith("s")
            for surface in self.surfaces
        )

    def _is_capitalised_gloss(self) -> bool:
        """Whether the entry names a part in capitals, once: ``깊이 연결(Depth-Connections)``."""
        return len(self.places) == _ONCE_GLOSSED and any(
            len(parts) == _PAIR and all(part[:1].isupper() for part in parts) and not surface.isupper()
            for surface in self.surfaces
            if surface.isascii() and (parts := _PARTS.split(surface))
        )

    def _is_described(self, joined: Joined) -> bool:
        """Whether the name says itself what it is: a part that the paper coined (``Panoramic Animator``)."""
        if self.group.expansion is not None:
            return heads.of_english(self.group.expansion) is ConceptClass.METHOD
        parts = self.name.split()
        kinds = [kind_of(part) for part in parts]
        plain = all(kind in ("capital", "common") for kind in kinds[:-1])
        return (
            len(parts) > 1
            and plain
            and heads.of_english(self.name) is not ConceptClass.MODEL
            and (kinds[-1] in ("capital", "common") or (kinds[-1] == "name" and len(parts) > 2))
            and self.votes.get(ConceptClass.DATASET, 0) == 0
        )

    def _opens_listing(self, joined: Joined, place: Candidate) -> bool:
        start, end = joined.sentence_of(place.start)
        if place.start - start > _GAP or not roles.is_subject(joined.text, (place.start, place.end)):
            return False
        return (
            len(self.name) > _GAP
            or start <= joined.title_end + _GAP
            or roles.PRESENTS.search(joined.text, place.end, end) is not None
        )

    def entity(self, joined: Joined, own: list[str]) -> Entity:
        introduced = self.own or (self.proper and self.term is None and any(self._is_variant(other) for other in own))
        introduced = introduced or self._is_new_model(joined)
        cls, benchmark = self._classify(joined, introduced=introduced)
        return Entity(
            name=self.name,
            surfaces=self.surfaces,
            expansion=self.group.expansion,
            cls=cls,
            benchmark=benchmark,
            proper=self.proper,
            mentions=tuple(self._mentions(joined, introduced=introduced, cls=cls)),
        )

    def _is_variant(self, own: str) -> bool:
        """Whether it is a variant of what the paper presents, or stands beside it in one family of names."""
        if extends(self.name, own):
            return True
        return is_sibling(self.name, own) and not any(role in _OTHERS for role in self.roles)

    def _is_new_model(self, joined: Joined) -> bool:
        """Whether it is a model of no known family that was trained here, or whose success is told: the paper's."""
        if (
            self.term is not None
            or self.family is not None
            or not self.proper
            or self.votes.get(ConceptClass.MODEL, 0) < _CERTAIN
        ):
            return False
        if self.likeliest() is not ConceptClass.MODEL:
            return False
        if any(role not in (None, Role.USES) for role in self.roles):
            return False
        return any(
            roles.tells_of_success(joined.text, sentence, span)
            for sentence, span in zip(self.sentences, self.spans, strict=True)
        )

    def _votes(self, joined: Joined) -> dict[ConceptClass, int]:
        votes: dict[ConceptClass, int] = {}
        if self.term is not None and self.term.cls is not None:
            votes[self.term.cls] = _LEXICON_WEIGHT if self.term.proper else _GENERAL_WEIGHT
        elif self.family is not None:
            counted = classify.from_shape(self.surfaces[0]) is ConceptClass.DATASET  # LLaVA-Video-178K
            votes[ConceptClass.MODEL] = 1 if counted else _LEXICON_WEIGHT
        for cls in dict.fromkeys([place.cls for place in self.places if place.term is None]):
            if cls is not None:
                votes[cls] = votes.get(cls, 0) + _FINDER_WEIGHT
        for surface in self.surfaces if self.proper else ():
            shape = classify.from_shape(surface)
            if shape is not None:
                votes[shape] = votes.get(shape, 0) + _SHAPE_WEIGHT
        self.task_by_head = votes.get(ConceptClass.TASK, 0)
        if self.proper or any(place.rule.startswith("gloss") for place in self.places):
            for sentence, span in zip(self.sentences, self.spans, strict=True):
                if span[0] >= joined.title_end:
                    classify.weigh(joined.text, sentence, span, votes)
        if self.group.titled and any(place.start == 0 for place in self.places):
            from_title = classify.from_title(joined.text[: joined.title_end].partition(":")[2])
            if from_title is not None:
                votes[from_title] = votes.get(from_title, 0) + _TITLE_WEIGHT
        return votes

    def _classify(self, joined: Joined, *, introduced: bool) -> tuple[ConceptClass, bool]:
        votes = self.votes
        if introduced and self.proper and votes.get(ConceptClass.TASK, 0) <= self.task_by_head + 1:
            votes.pop(ConceptClass.TASK, None)
        if not any(votes.values()):
            evaluated = Role.EVALUATES_ON in self.roles and not introduced and not _is_plain(self.name)
            return (ConceptClass.DATASET if evaluated else ConceptClass.METHOD), False
        best = next(iter(votes)) if len(votes) == 1 else max(votes, key=lambda cls: (votes[cls], -_ORDER[cls]))
        if best is not ConceptClass.DATASET:
            return best, False
        if self.term is not None and self.term.benchmark:
            return best, True
        return best, any(classify.is_benchmark(joined.around(start, end)) for start, end in self.spans)

    def _mentions(self, joined: Joined, *, introduced: bool, cls: ConceptClass) -> list[Mention]:
        mentions = []
        shown = False
        for place, role, sentence in zip(self.places, self.roles, self.sentences, strict=True):
            section, offset = joined.section_of(place.start)
            said = self._role(role, introduced=introduced, cls=cls)
            if self.proper and said is Role.USES and _is_in_background(joined, sentence, place.start):
                said = Role.MENTIONS
            shown = shown or said is Role.INTRODUCES
            mentions.append(
                Mention(section=section, start=place.start - offset, end=place.end - offset, role=said, rule=place.rule)
            )
        if introduced and not shown:
            first = mentions[0]
            mentions[0] = Mention(
                section=first.section, start=first.start, end=first.end, role=Role.INTRODUCES, rule=first.rule
            )
        return mentions

    def _role(self, role: Role | None, *, introduced: bool, cls: ConceptClass) -> Role:
        if introduced:
            return Role.INTRODUCES if role is Role.INTRODUCES else Role.MENTIONS
        if role is None or role is Role.INTRODUCES or (role is Role.EVALUATES_ON and cls in _NO_GROUND):
            return Role.USES
        if role is Role.COMPARES_WITH and cls in _NO_RIVAL:
            return Role.USES
        return role


_NO_RIVAL = frozenset({ConceptClass.TASK, ConceptClass.METRIC})
_NO_GROUND = frozenset({ConceptClass.METHOD, ConceptClass.MODEL})
_OTHERS = (Role.COMPARES_WITH, Role.EVALUATES_ON, Role.MENTIONS)
_ORDER = {cls: index for index, cls in enumerate(ConceptClass)}


def _is_in_background(joined: Joined, sentence: tuple[int, int], place: int) -> bool:
    title = bisect_right(joined.sentences, (joined.title_end, 0))
    early = bisect_right(joined.sentences, sentence) - title <= _EARLY
    return early and roles.is_background(joined.text, sentence, place)


def _surfaces(text: str, places: list[Candidate]) -> tuple[str, ...]:
    found = [text[place.start : place.end] for place in places]
    if len(set(found)) == 1:
        return (found[0],)
    counted = Counter(found)
    return tuple(sorted(counted, key=lambda surface: (-counted[surface], surface)))


def _term_of(text: str, group: Group) -> Term | None:
    """Return the lexicon's term, unless the entry itself says that the acronym stands for something else."""
    found = [place.term for place in group.candidates if place.term is not None]
    if not found:
        return None
    term = found[0] if all(one is found[0] for one in found) else Counter(found).most_common(1)[0][0]
    if group.expansion is not None and term.proper:
        known = {fold(surface) for surface in term.surfaces if " " in surface}
        if known and fold(group.expansion) not in known:
            return None
    if group.expansion is not None and group.expansion.isascii() and not _shares_a_word(group.expansion, term):
        return None
    return term


def _shares_a_word(expansion: str, term: Term) -> bool:
    """Whether an acronym's long form has to do with the term (``ROPE`` of an entry's own is no position embedding)."""
    own = {word[:_STEM] for word in _LETTERS.findall(expansion.casefold())}
    long = [surface.casefold() for surface in term.surfaces if surface.isascii() and " " in surface]
    return not long or any(word[:_STEM] in own for surface in long for word in _LETTERS.findall(surface))


def _name(text: str, group: Group, term: Term | None, surfaces: tuple[str, ...]) -> str:
    if term is not None:
        return term.name
    latin = [surface for surface in surfaces if surface[0].isascii() or not "가" <= surface[0] <= "힣"]
    titled = [text[place.start : place.end] for place in group.candidates if place.rule in titles.OWN]
    if titled:
        return titled[0]
    if group.expansion is not None:
        shorts = [surface for surface in latin if surface != group.expansion]
        if shorts:
            return min(shorts, key=len)
    if latin:
        return latin[0]
    return surfaces[0]


def _is_plain(name: str) -> bool:
    """Whether a name is made of ordinary capitalised words (``Anchored Gaussian Distribution``)."""
    parts = name.split()
    return len(parts) > 1 and all(kind_of(part) in ("capital", "common") for part in parts)


def _is_quoted(text: str, place: Candidate) -> bool:
    return text[place.start - 1 : place.start] in ("'", "‘", "“") and place.start > 0
