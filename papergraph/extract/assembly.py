"""Candidates and glosses → the things that one listing names, each once."""

import re
from collections.abc import Iterable, Sequence
from functools import partial
from itertools import islice

from papergraph.extract import compounds, heads, shapes, titles
from papergraph.extract.acronyms import explains, spells
from papergraph.extract.candidates import Candidate, Gloss
from papergraph.extract.folding import fold
from papergraph.extract.lexicon import Lexicon
from papergraph.extract.spans import Spans
from papergraph.extract.stopwords import ACRONYMS
from papergraph.model import ConceptClass

_GLOSS_STRENGTH = 4
_VARIANT_LENGTH = 6
_SHORTEST = 4
_ACRONYM = re.compile(r"[A-Z]{2,6}s?(?=[);,])")
_LONE_ACRONYM = re.compile(r"(?=(?:[A-Za-z]*[A-Z]){3})[A-Z][A-Za-z]{2,5}")
_LINKS = frozenset(["for", "of", "in", "on", "with"])
_TITLE_NAME = re.compile(r"[A-Z][A-Za-z\-]{2,9}")
_PAIR = 2
_STEM = 5  # letters in which two forms of one word agree: optimal, optimisation
_HEADED = re.compile(
    r"(?P<name>[A-Z][A-Za-z0-9\-]*[A-Z0-9][A-Za-z0-9\-]*|[A-Z][a-z]{3,})"
    r" (?:MLLM|LLM|VLM|[Mm]odel|모델|[Ff]ramework|[Bb]enchmark|벤치마크|Sampler|Advanced)"
)
_MOST_SOUGHT = 200  # surfaces looked for again: an entry has a dozen, a file made to be slow has no more


class Group:
    """The places that name one thing, while they are being collected."""

    __slots__ = ("candidates", "expansion", "titled")

    def __init__(self) -> None:
        self.candidates: list[Candidate] = []
        self.expansion: str | None = None
        self.titled = False


def gather(text: str, candidates: Iterable[Candidate], glosses: Sequence[Gloss], *, lexicon: Lexicon) -> list[Group]:
    """Return the groups of places in ``text`` that name one thing each; no two places overlap."""
    addresses = Spans(match.span() for match in shapes.ADDRESS.finditer(text)) if "://" in text else Spans(())
    found = [one for one in candidates if not addresses.holds(one.start, one.end)]
    accepted = []
    refused: set[tuple[int, int]] = set()
    for gloss in glosses:
        if any(
            _is_never_a_concept(text[start:end], lexicon) for start, end in gloss.spans if not _is_spelled(text, gloss)
        ):
            refused.update(span for span in gloss.spans if not _stays_a_name(text[slice(*span)], lexicon))
        elif _acceptable(text, gloss, lexicon):
            accepted.append(_of_one_thing(text, gloss, lexicon))
    found = [
        _recognised(text, one, lexicon) for one in found if (one.start, one.end) not in refused or one.term is not None
    ]
    spelled = {gloss.expansion[1]: gloss.expansion[0] for gloss in accepted if gloss.expansion is not None}
    found = [one for one in found if not (one.rule == shapes.RULE and spelled.get(one.end, -1) > one.start)]
    found.extend(_acronyms_of_terms(text, found))
    found.extend(_of_glosses(accepted, {(one.start, one.end): one for one in found if one.term is not None}))
    found.extend(_again(text, found, accepted, addresses))
    chosen = _without_overlaps(text, found, lexicon)
    return _grouped(text, chosen, accepted)


def _acronyms_of_terms(text: str, candidates: list[Candidate]) -> list[Candidate]:
    """``언어 식별(LID)``: the bracket behind a Korean term holds the acronym of its English name."""
    further = []
    for one in candidates:
        if one.term is None or one.proper or one.cls is None or not text.startswith("(", one.end):
            continue
        match = _ACRONYM.match(text, one.end + 1)
        if match and "가" <= text[one.start] <= "힣" and explains(match.group(), one.term.name):
            further.append(one._replace(start=match.start(), end=match.end(), strength=_GLOSS_STRENGTH))
    return further


def _recognised(text: str, candidate: Candidate, lexicon: Lexicon) -> Candidate:
    """Return a name found by shape with its term, when the lexicon has it in another spelling (``SD-XL``)."""
    if candidate.term is not None or not candidate.proper or candidate.cls is not None:
        return candidate
    surface = text[candidate.start : candidate.end]
    term = lexicon.find(surface)
    if term is None or term.cls is None or len(surface) < _SHORTEST or not (term.proper or " " in surface):
        return candidate
    return candidate._replace(term=term, cls=term.cls, proper=term.proper)


def _is_never_a_concept(surface: str, lexicon: Lexicon) -> bool:
    term = lexicon.find(surface)
    if term is not None:
        return term.cls is None
    words = surface.split()
    if len(words) > 1 and _LINKS.isdisjoint(words):  # Open-source LLMs, but not Drug Names for Language Models
        tails = [lexicon.find(" ".join(words[-count:])) for count in (1, 2)]
        return any(tail is not None and tail.cls is None and not tail.proper for tail in tails)
    return surface.casefold() in ACRONYMS


def _is_spelled(text: str, gloss: Gloss) -> bool:
    """Whether an everyday acronym is given another meaning: ``Coarse Geometric Initialization (CGI)``."""
    if gloss.expansion is None:
        return False
    short, long = text[slice(*gloss.spans[0])], text[slice(*gloss.expansion)]
    return (
        spells(short, long) and len(short) > _PAIR and long.istitle() and heads.of_english(long) is ConceptClass.METHOD
    )


def _stays_a_name(surface: str, lexicon: Lexicon) -> bool:
    """Whether a name beside words that are never a concept is one all the same (``Large Language Model (ZQ-LLM)``)."""
    mixed = "-" in surface or not surface.removesuffix("s").isupper()
    return mixed and surface.isascii() and " " not in surface and not _is_never_a_concept(surface, lexicon)


def _of_one_thing(text: str, gloss: Gloss, lexicon: Lexicon) -> Gloss:
    """Return the gloss without a Korean term that is known to mean something else (``강화 학습(RLHF)``)."""
    english = [text[slice(*span)] for span in gloss.spans if text[span[0]] < "가"]
    kept = [
        _known_end(text, span, english, lexicon)
        for span in gloss.spans
        if not _means_another(text[slice(*span)], english, gloss, lexicon)
    ]
    return gloss._replace(spans=tuple(kept or gloss.spans))


def _known_end(text: str, span: tuple[int, int], english: list[str], lexicon: Lexicon) -> tuple[int, int]:
    """``있도록 강화학습(reinforcement learning)``: where the end of the Korean words is known to mean the bracket's, it
    is the term, and what stands before is not."""
    start, end = span
    words = text[start:end].split(" ")
    if text[start] < "가" or len(words) == 1 or lexicon.find(text[start:end]) is not None:
        return span
    meant = [term for term in map(lexicon.find, english) if term is not None]
    for count in range(1, len(words)):
        tail = " ".join(words[count:])
        if meant and lexicon.find(tail) in meant:
            return end - len(tail), end
    return span


def _means_another(surface: str, english: list[str], gloss: Gloss, lexicon: Lexicon) -> bool:
    term = lexicon.find(surface) if "가" <= surface[0] <= "힣" else None
    if term is None or term.proper:
        return False
    others = [lexicon.find(one) for one in english]
    if term in others:
        return False
    if gloss.proper and not gloss.certain:  # NameNet(비디오 생성): the bracket says what the name does
        return not any(explains(one, term.name) for one in english)
    if not gloss.proper and not any(_share_a_word(one, term.name) for one in english):
        return True  # 강화학습(Human Feedback)
    return gloss.expansion is not None or any(other is not None for other in others)


def _share_a_word(one: str, other: str) -> bool:
    return not {word[:_STEM] for word in _words(one)}.isdisjoint(word[:_STEM] for word in _words(other))


def _words(english: str) -> list[str]:
    return english.casefold().replace("-", " ").split()


def _acceptable(text: str, gloss: Gloss, lexicon: Lexicon) -> bool:
    if any(lexicon.find(text[start:end]) is not None for start, end in gloss.spans):
        return True
    if gloss.certain and (gloss.cls is not None or gloss.proper):
        return True
    start, end = gloss.spans[0]
    return gloss.cls is not None and (" " in text[start:end] or "-" in text[start:end])


def _of_glosses(glosses: Iterable[Gloss], known: dict[tuple[int, int], Candidate]) -> Iterable[Candidate]:
    for gloss in glosses:
        for start, end in gloss.spans:
            listed = known.get((start, end))
            yield Candidate(
                start=start,
                end=end,
                rule=gloss.rule,
                term=listed.term if listed else None,
                cls=gloss.cls,
                proper=gloss.proper,
                strength=_GLOSS_STRENGTH,
            )


def _again(text: str, candidates: list[Candidate], glosses: list[Gloss], addresses: Spans) -> list[Candidate]:
    """Further places of multi-word and glossed names: the finders see a shape only where it shows."""
    places: dict[str, Candidate] = {}
    glossed = Spans(span for gloss in glosses for span in gloss.spans)
    for candidate in candidates:
        if glossed.holds(candidate.start, candidate.end, strictly=True):
            continue
        surface = text[candidate.start : candidate.end]
        sought = " " in surface or candidate.strength == _GLOSS_STRENGTH or candidate.rule.startswith("title")
        if candidate.term is None and sought and len(surface) > 3:
            places.setdefault(surface, candidate)
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = text
    further = []
    for surface, candidate in islice(places.items(), _MOST_SOUGHT):
        wanted = surface.lower() if lowered is not text and " " in surface else surface
        haystack = lowered if wanted != surface else text
        start = haystack.find(wanted)
        while start >= 0:
            end = start + len(wanted)
            if start != candidate.start and _stands_alone(text, start, end) and not addresses.holds(start, end):
                further.append(candidate._replace(start=start, end=end, strength=1))
            start = haystack.find(wanted, end)
    return further


def _stands_alone(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if before.isalnum() and (before.isascii() == text[start].isascii()):
        return False
    return not (after.isascii() and after.isalnum() and text[end - 1].isascii())


def _without_overlaps(text: str, candidates: list[Candidate], lexicon: Lexicon) -> list[Candidate]:
    """Return the candidates that hold: the longest first, of equals the stronger; what is never a concept removed."""
    ordered = sorted(candidates, key=lambda one: (one.start - one.end, -one.strength, one.start))
    blocked = Spans((one.start, one.end) for one in ordered if one.term is not None and one.term.cls is None)
    taken = bytearray(len(text) + 1)
    chosen = []
    for candidate in ordered:
        if 1 in taken[candidate.start : candidate.end]:
            continue
        if candidate.term is None and _is_blocked(text, candidate, blocked, lexicon):
            continue
        taken[candidate.start : candidate.end] = b"\x01" * (candidate.end - candidate.start)
        if candidate.term is None or candidate.term.cls is not None:
            chosen.append(candidate)
    chosen.sort(key=lambda one: one.start)
    return chosen


def _is_blocked(text: str, candidate: Candidate, blocked: Spans, lexicon: Lexicon) -> bool:
    """Whether a name found by shape is, or is made of, words that are never a concept."""
    inside = blocked.inside(candidate.start, candidate.end)
    if not inside:
        return False
    if candidate.strength >= _GLOSS_STRENGTH or candidate.rule.startswith("title"):
        return inside == [(candidate.start, candidate.end)]
    if len(inside) > 1 or inside[0][0] != candidate.start:
        return True
    rest = text[inside[0][1] : candidate.end].strip()
    return (
        not rest
        or lexicon.find(rest) is not None
        or not any(char.isupper() for char in rest)
        or any(char.isdigit() for char in rest)
    )


def _grouped(text: str, chosen: list[Candidate], glosses: list[Gloss]) -> list[Group]:
    parent: dict[str, str] = {}
    root = partial(_root, parent)
    keys = []
    for candidate in chosen:
        key = fold(text[candidate.start : candidate.end])
        keys.append(key)
        if candidate.term is not None:
            _join(parent, root(key), root("term:" + fold(candidate.term.name)))
    places = {(one.start, one.end) for one in chosen}
    for gloss in glosses:
        held = [span for span in gloss.spans if span in places]
        for span in held[1:]:
            _join(parent, root(fold(text[slice(*held[0])])), root(fold(text[slice(*span)])))
    _join_variants(text, chosen, keys, parent)
    _join_acronyms(text, chosen, keys, parent, glosses)
    _join_shortened(text, chosen, keys, parent)
    _join_headed(text, chosen, keys, parent)
    _join_qualified(chosen, keys, parent)
    groups: dict[str, Group] = {}
    for candidate, key in zip(chosen, keys, strict=True):
        group_key = root(key)
        group = groups.get(group_key)
        if group is None:
            group = groups[group_key] = Group()
        group.candidates.append(candidate)
        group.titled = group.titled or candidate.rule in titles.OWN
    for gloss in glosses:
        if gloss.expansion in places and gloss.expansion is not None:
            short = text[slice(*gloss.spans[0])]
            group_of = groups.get(root(fold(short)))
            if group_of is not None and group_of.expansion is None:
                group_of.expansion = text[slice(*gloss.expansion)]
    return list(groups.values())


def _root(parent: dict[str, str], key: str) -> str:
    while parent.setdefault(key, key) != key:
        key = parent[key]
    return key


def _join(parent: dict[str, str], one: str, other: str) -> None:
    if one != other:
        parent[one] = other


def _join_variants(text: str, chosen: list[Candidate], keys: list[str], parent: dict[str, str]) -> None:
    """A name in the title that the text misspells by one letter is one thing."""
    titled = {key for one, key in zip(chosen, keys, strict=True) if one.rule in titles.OWN}
    for title in titled:
        for one, key in zip(chosen, keys, strict=True):
            if key != title and one.proper and one.term is None and _is_tail_of(text, one, title):
                _join(parent, key, title)
        if keys.count(title) > 1 or len(title) < _VARIANT_LENGTH:
            continue
        for one, key in zip(chosen, keys, strict=True):
            if key != title and one.term is None and _one_letter_apart(title, key):
                parent.setdefault(key, key)
                parent.setdefault(title, title)
                _join(parent, key, title)
                return


def _join_acronyms(
    text: str, chosen: list[Candidate], keys: list[str], parent: dict[str, str], glosses: Sequence[Gloss]
) -> None:
    """An acronym that nothing spells out stands for the one name of the entry whose words begin with its letters."""
    titled = {key for one, key in zip(chosen, keys, strict=True) if one.start == 0}
    glossed = {key for one, key in zip(chosen, keys, strict=True) if one.strength == _GLOSS_STRENGTH}
    expanded = {fold(text[slice(*gloss.spans[0])]) for gloss in glosses if gloss.expansion is not None}
    surfaces = {
        key: text[one.start : one.end]
        for one, key in zip(chosen, keys, strict=True)
        if one.term is None and one.cls is not ConceptClass.TASK
    }
    words = [(key, surface) for key, surface in surfaces.items() if " " in surface and surface.isascii()][:_MOST_SOUGHT]
    for key, surface in islice(surfaces.items(), _MOST_SOUGHT):
        if key in expanded or not (_TITLE_NAME if key in titled else _LONE_ACRONYM).fullmatch(surface):
            continue
        # A paper explains its own name more freely; 문서 임베딩(CDE) leaves only the English to be told.
        stands = explains if key in titled and key not in glossed else spells
        spelled = [other for other, name in words if not other.startswith(key) and stands(surface, name)]
        if len(spelled) == 1:
            parent.setdefault(key, key)
            parent.setdefault(spelled[0], spelled[0])
            _join(parent, _root(parent, key), _root(parent, spelled[0]))


def _join_shortened(text: str, chosen: list[Candidate], keys: list[str], parent: dict[str, str]) -> None:
    """A name of several words that another ends in is the other, said shorter (``[Regional] Hard Binding``)."""
    surfaces = {
        key: text[one.start : one.end].casefold()
        for one, key in zip(chosen, keys, strict=True)
        if one.term is None and " " in text[one.start : one.end] and text[one.start : one.end].isascii()
    }
    sought = list(islice(surfaces.items(), _MOST_SOUGHT))
    for key, surface in sought:
        longer = [other for other, name in sought if name.endswith(" " + surface)]
        if len(longer) == 1:
            _join(parent, _root(parent, key), _root(parent, longer[0]))


def _join_headed(text: str, chosen: list[Candidate], keys: list[str], parent: dict[str, str]) -> None:
    """``Zorb MLLM``, ``UZE 벤치마크``: a name with the noun that says what it is, beside the bare name."""
    places = {text[one.start : one.end]: key for one, key in zip(chosen, keys, strict=True)}
    for surface, key in places.items():
        headed = _HEADED.fullmatch(surface)
        bare = places.get(headed["name"]) if headed else None
        if bare is not None:
            _join(parent, _root(parent, key), _root(parent, bare))


def _join_qualified(chosen: list[Candidate], keys: list[str], parent: dict[str, str]) -> None:
    """``Soccer Video Understanding`` in the title, ``축구 비디오 이해`` in the text: each the only one of its head."""
    qualified: dict[str, list[str]] = {}
    for one, key in zip(chosen, keys, strict=True):
        if one.head is not None and key not in qualified.setdefault(one.head.name, []):
            qualified[one.head.name].append(key)
    titled = {key for one, key in zip(chosen, keys, strict=True) if one.rule == compounds.TITLE_RULE}
    for found in qualified.values():
        if len(found) == _PAIR and found[0] in titled and found[1] not in titled:
            _join(parent, _root(parent, found[1]), _root(parent, found[0]))


def _is_tail_of(text: str, one: Candidate, title: str) -> bool:
    """Whether the text calls the title's ``mPrefix-Name 2`` merely ``Name 2``."""
    key = fold(text[one.start : one.end])
    return len(key) >= _VARIANT_LENGTH and title.endswith(key) and any(char.isdigit() for char in key)


def _one_letter_apart(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > 1 or one[0] != other[0]:
        return False
    longer, shorter = (one, other) if len(one) >= len(other) else (other, one)
    place = next((index for index, char in enumerate(shorter) if char != longer[index]), len(shorter))
    skip = 0 if len(longer) == len(shorter) else 1
    return longer[place + 1 :] == shorter[place + 1 - skip :] and longer[place:][:1].isalpha()
