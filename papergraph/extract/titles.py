"""What a title names: the name before the colon, and the means behind "via" or "with"."""

import re
from collections.abc import Iterator

from papergraph.extract import heads
from papergraph.extract.candidates import Candidate
from papergraph.extract.kinds import kind_of, lower_with_digit
from papergraph.extract.stopwords import ACRONYMS, COMMON, SMALL
from papergraph.model import ConceptClass
from papergraph.wordlists import words

RULE_NAME = "title-colon/2"
RULE_MEANS = "title-via/2"
RULE_WHOLE = "title-whole/1"
RULE_USED = "title-with/1"
#: What these find is the paper's own.
OWN = frozenset([RULE_NAME, RULE_MEANS, RULE_WHOLE])

_NAME = re.compile(r"^([^:\n(){}$\\^]{2,60}?)\s*(?:\([^)\n]{2,20}\)\s*)?(?::| -- )\s*(?=\S)")
_APPOSED = re.compile(r"(?:An?|The|Our) ")
_PAIR = re.compile(r"(\S+) (?:&|and) (\S+)")
_LEADS = re.compile(r"(?:^|: (?:An? |The )?)$")
_QUOTES = "'\"‘’“”"
_HANGUL = re.compile(r"[가-힣]")
_CAPITAL = re.compile(r"[A-ZÀ-Þ]")
_WHOLE = re.compile(
    r"(?:An? |The )((?:[A-Z][\w\-]+ ){1,4}(?:Model|Framework|Network|Benchmark|Dataset|Architecture|Transformer|"
    r"Agent))$"
)
_OPENING = re.compile(r"([A-Z][\w\-]+ [A-Z][\w\-]+) [A-Za-z]+s [^:]*$")
_PRESENTED = re.compile(r"['\"’”]?\)?['\"’”]?(?:이?라는|이?라고|[을를] (?:[가-힣]+ ){0,2}?(?:제안|소개|제시|도입))")
_SENTENCE = 24  # letters; a shorter title is no sentence
_NAME_WORDS = 6
_IS_A_VERB = re.compile(r"[A-Z][a-z]+[a-rt-z]s")  # Feather Counting Builds Nests
_NO_NAME = re.compile(
    r"[:?!,$()]|\b(?:Report|Survey|Review|Tutorial|Analysis|Study|Represents?|Are|Is|Can|Do|Need|Learns?|Makes?|Help)\b"
)
_OPENERS = frozenset(["Beyond", "Towards", "Toward", "Rethinking", "Revisiting", "Understanding", "Scaling", "On"])
_MEANS = re.compile(
    r"\b(?P<link>via|through|with|using|by) (?:an? |the |our )?(?P<phrase>[^:?!,;()–—]*?)"
    r"(?=$|[:?!,;()–—]| - | (?:for|in|of|on|to|from|under|and|towards?|at|via|with|using|through|without|over|across|"
    r"is|are|as|by)\b)",
    re.IGNORECASE,
)
_MEANS_WORDS = 5
_ORDINARY = 2  # words of a phrase that anybody may have coined (``via Preference Alignment``)
_SURE_LINKS = frozenset(["via", "through"])
#: What a paper is good with, and not what it does.
_NO_MEANS = frozenset(
    words("large small open multiple minimal limited zero free diverse one few more less no any better")
)
_NOUNS = frozenset(
    words("""
    chunking clustering decoding embedding encoding finetuning learning masking matching merging parsing planning
    pretraining prompting pruning ranking reasoning rendering routing sampling scaling scoring splatting splitting
    training tuning
    """)
)
#: Their last words make no thing of a phrase.
_NO_TAIL = frozenset(words("approach method methods models system systems strategies techniques tools"))


def find(text: str, *, title_end: int) -> Iterator[Candidate]:
    """Yield what the title, ``text[:title_end]``, names."""
    yield from _name(text, title_end)
    yield from _whole(text, title_end)
    yield from _means(text, title_end)


def leads(text: str, start: int, end: int) -> bool:
    """Whether a title begins at ``start``, or says there what its name is (``Zorb: A Feather Counter``).

    ``Zorb: Feather Counting for Birds`` says what it is for.
    """
    return _LEADS.search(text, 0, start) is not None and not text.startswith(" for ", end)


def _name(text: str, title_end: int) -> Iterator[Candidate]:
    match = _NAME.match(text[:title_end])
    if not match:
        return
    name = match.group(1)
    pair = _PAIR.fullmatch(name)
    if pair and all(kind_of(part) == "name" for part in pair.groups()):  # X-7B & X-70B: …
        for part in (1, 2):
            yield Candidate(start=pair.start(part), end=pair.end(part), rule=RULE_NAME, strength=3)
        return
    words = name.split()
    if len(words) > 4 or name.endswith("?") or (not _CAPITAL.search(name) and not lower_with_digit(name)):
        return
    acronym = name.isupper() and name.isalpha() and len(name) > 2 and name.casefold() not in ACRONYMS
    if len(words) == 1 and kind_of(name) == "stop" and "-" not in name and not acronym:
        return
    if name[-1] in _QUOTES or name[0] in _QUOTES or words[0] in _OPENERS:
        return
    shaped = any(kind_of(word) == "name" for word in words) and len(words) < 3
    apposed = len(words) < 3 and _APPOSED.match(text, match.end()) and not words[0].endswith("ing")
    if not shaped and not apposed and len(words) > 1 and text.find(name, title_end) < 0:
        return
    yield Candidate(start=match.start(1), end=match.end(1), rule=RULE_NAME, strength=3)


def _whole(text: str, title_end: int) -> Iterator[Candidate]:
    """``An Interactive Agent Model``: a title that is a name; ``Moment Matching Builds …``: one said again."""
    title = text[:title_end]
    if _is_name(title):
        coined = _HANGUL.search(text, title_end) is not None or text.find(title, title_end) > 0
        rule = RULE_WHOLE if coined else RULE_USED  # an English abstract says its names again
        yield Candidate(start=0, end=title_end, rule=rule, proper=coined, cls=heads.of_english(title), strength=3)
        return
    whole = _WHOLE.match(title)
    if whole:
        yield Candidate(start=whole.start(1), end=whole.end(1), rule=RULE_WHOLE, strength=3)
        return
    again = text.find(title, title_end) if title_end > _SENTENCE and len(title.split()) <= _NAME_WORDS else -1
    if again > 0 and _PRESENTED.match(text, again + title_end):
        yield Candidate(start=again, end=again + title_end, rule=RULE_WHOLE, strength=3)
    opening = _OPENING.match(title)
    if opening is None or text.casefold().find(opening.group(1).casefold(), title_end) < 0:
        return
    if opening.group(1).endswith("ing") or heads.of_english(opening.group(1)) is ConceptClass.METHOD:
        yield Candidate(start=opening.start(1), end=opening.end(1), rule=RULE_WHOLE)


def _is_name(title: str) -> bool:
    """Whether a title is nothing but a few capitalised words: ``Discrete Flow Matching``."""
    names = title.split()
    return (
        1 < len(names) < _NAME_WORDS
        and all(name[:1].isupper() and name.casefold() not in SMALL for name in names)
        and names[0] not in _OPENERS
        and not any(_IS_A_VERB.fullmatch(name) for name in names[1:-1])
        and not _NO_NAME.search(title)
    )


def _means(text: str, title_end: int) -> Iterator[Candidate]:
    """``… via Terminal Anchoring``, ``… with Layout Learning for …``: what the paper does it by."""
    for match in _MEANS.finditer(text, 0, title_end):
        phrase = match["phrase"].strip(" '\"‘’“”")
        names = phrase.split()
        if not 1 < len(names) <= _MEANS_WORDS or not all(name[0].isupper() or name[0].isdigit() for name in names):
            continue
        if names[0].casefold() in _NO_MEANS or _is_verb(names[0]) or names[-1].casefold() in _NO_TAIL:
            continue
        cls = heads.of_english(phrase)
        if cls is ConceptClass.MODEL and len(names) > _ORDINARY and not phrase.endswith("s"):
            yield _candidate(text, match, phrase, rule=RULE_MEANS, cls=cls)
            continue
        if cls not in _OF_MEANS or (cls is None and not _is_a_thing(text, phrase, title_end, match["link"])):
            continue
        special = cls is None or len(re.split(r"[ \-]", phrase)) > _ORDINARY
        yield _candidate(text, match, phrase, rule=RULE_MEANS if special else RULE_USED, cls=cls or ConceptClass.METHOD)


def _is_verb(word: str) -> bool:
    return word.endswith("ing") and "-" not in word and word.casefold() not in _NOUNS


def _candidate(text: str, match: re.Match[str], phrase: str, *, rule: str, cls: ConceptClass) -> Candidate:
    start = text.index(phrase, match.start("phrase"))
    return Candidate(start=start, end=start + len(phrase), rule=rule, cls=cls, proper=rule == RULE_MEANS)


_OF_MEANS = frozenset([ConceptClass.METHOD, ConceptClass.TASK, None])


def _is_a_thing(text: str, phrase: str, title_end: int, link: str) -> bool:
    """Whether a phrase whose last word tells no class is a thing: the text says it again, or it sounds like one."""
    if text.casefold().find(phrase.casefold(), title_end) >= 0:
        return True
    last = phrase.split()[-1].casefold()
    return not last.endswith("s") and (link.casefold() in _SURE_LINKS or last not in COMMON)
