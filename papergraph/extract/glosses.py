"""Glosses: where a text itself says that two names are one, or what an acronym stands for.

``한국어(English Long Form; ABBR)``, ``한국어(English)``, ``한국어(ABBR)``, ``Long Form (ABBR)``, ``ABBR(long form)``,
``'한국어'(English)``, ``NAME ('Alias')``; in running text ``Long Form, or ABBR``, ``한국어, 즉 ABBR``. A bracket that
holds a list (``벤치마크(A, B, C 등)``) is no gloss.
"""

import re
from collections.abc import Iterator

from papergraph.extract import heads, vague
from papergraph.extract.acronyms import SMALL, explains, is_acronym, is_short_for, letters_fit, resembles, spells
from papergraph.extract.candidates import Gloss
from papergraph.model import ConceptClass
from papergraph.particles import DETERMINERS, NOT_A_PARTICLE
from papergraph.wordlists import words

RULE = "gloss/2"
RULE_APPOSITION = "gloss-apposition/1"
_BRACKET = re.compile(r"\(([^()\n]{2,120})\)")
_SAID_AGAIN = re.compile(
    r",? (?P<mark>즉|일명|이른바|또는|혹은|or|i\.e\.,?|aka|a\.k\.a\.|also (?:known as|called)),? ['\"‘“]?"
    r"(?P<short>[A-Za-z][A-Za-z0-9\-]*[A-Z][A-Za-z0-9\-]*)(?![A-Za-z0-9])"
)
_ALTERNATIVE = frozenset(["또는", "혹은", "or"])
_EXAMPLE = re.compile(
    r"\s*(?:예|예를 들어|예컨대|약|e\.g\.|such as|등)(?:[:,.]|\s)"
    r"|\s*[<>~≈]?\d[\d.,]*\s?(?:ms|fps|FPS|GB|MB|%|초|분|배|개|명|건|만|억|[KB](?![A-Za-z]))"
)
_SPLIT = re.compile(r"\s*[;,]\s*|\s+(?:또는|및)\s+|\s+or\s+(?=[A-Z]{2})")
_LEAD = re.compile(r"^(?:이하|즉|i\.e\.,?|약칭|줄여서|a\.k\.a\.?|aka|called|또는|일명|or|이른바)\s*,?\s+")
_QUOTES = "'\"‘’“”`「」『』*"
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_NAME_CHARS = re.compile(r"[\w\-–‑ .&@+/'’:]+")
_MARKS = re.escape(_QUOTES)
_LEFT_LATIN = re.compile(rf"([A-Za-zÀ-ɏ0-9][\w\-–‑.&@+/'’]*(?: [A-Za-zÀ-ɏ0-9][\w\-–‑.&@+/'’]*)*)[ ]?[{_MARKS}]?[ ]?$")
_LEFT_WORDS = re.compile(rf"[^\s,;:(){{}}\[\]{_MARKS}]+")
_LEFT_QUOTED = re.compile(rf"[{_MARKS}]([^{_MARKS}\n]{{2,40}})[{_MARKS}][ ]?$")
_PARTICLE_LEFT = re.compile(
    r"(?:[은는을를의]|에서|에게|으로|하여|하고|되고|하며|되며|적인|로서|로써|라는|까지|부터|"
    r"[가-힣][한된인될할]|[가-힣]{2}[와과]|[A-Za-z0-9][이가와과로에도]|[가-힣]{2,}(?:로|도|에))$"
)
_HANGUL = re.compile(r"[가-힣]")
_SYLLABLES_PER_WORD = 2
_HYPHEN = re.compile(r"[\s\-‑–/]+")
_VAGUE_HEADS = frozenset(words("paradigm approach method technique scheme task system service model data pipeline"))
#: ``크로스 모달(cross-modal) 검색``: a word that only qualifies the noun behind the bracket. ``zero-shot`` is more.
_QUALIFIES = re.compile(
    r"(?:modal|-only|-free|-based|-aware|realistic|-wise|-agnostic|-specific|-level|-driven|-guided|-thing|panoramic)$",
    re.IGNORECASE,
)
_NOUN_BEHIND = re.compile(r"[\"'”’]?\) [가-힣]{2,}")
_REACH = 90
_HUMP = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+[A-Z]?")
_QUOTE_REACH = 50
_OPEN_QUOTE = re.compile(r"['\"‘“]([^'\"‘’“”\n()]{2,40})$")


def find(text: str) -> Iterator[Gloss]:
    """Yield the glosses of ``text``: those in brackets, in order, then those in running text."""
    for match in _BRACKET.finditer(text):
        gloss = _read(text, match) if not _EXAMPLE.match(match.group(1)) else None
        if gloss is not None:
            yield gloss
    for match in _SAID_AGAIN.finditer(text):
        gloss = _read_apposition(text, match)
        if gloss is not None:
            yield gloss


def _read_apposition(text: str, match: re.Match[str]) -> Gloss | None:
    """``Long Form, or ABBR``, ``한국어, 즉 ABBR``: the acronym must be one of the words before it."""
    short = match.span("short")
    if not is_acronym(match.group("short")):
        return None
    latin = _latin_before(text, match.start())
    if latin:
        words = list(re.finditer(r"\S+", latin.group(1)))
        start = _long_form_start(match.group("short"), text, latin.span(1), words)
        if start is None or " " not in text[start : latin.end(1)]:
            return None
        span = (start, latin.end(1))
        cls = heads.of_english(text[slice(*span)])
        return Gloss(spans=(short, span), expansion=span, rule=RULE_APPOSITION, cls=cls, proper=True, certain=True)
    left = _korean_left(text, match.start(), match.group("short")) if match.group("mark") not in _ALTERNATIVE else None
    if left is None or not letters_fit(match.group("short"), text[slice(*left)]):
        return None
    return Gloss(
        spans=(short, left),
        expansion=None,
        rule=RULE_APPOSITION,
        cls=heads.of_tail(text[slice(*left)]),
        proper=True,
        certain=True,
    )


def brackets(text: str) -> list[tuple[int, int]]:
    """Return the insides of the brackets that stand right behind a Hangul word and hold no list."""
    return [
        match.span(1)
        for match in _BRACKET.finditer(text)
        if "가" <= text[max(0, match.start() - 2) : match.start()].rstrip("\"'’” ")[-1:] <= "힣"
        and not _holds_list(match.group(1))
    ]


def _holds_list(inner: str) -> bool:
    parts = _SPLIT.split(inner)
    if ";" in inner and len(parts) == 2:
        return False
    return len(parts) > 1 and not any(explains(one, other) for one in parts for other in parts if one != other)


def _read(text: str, match: re.Match[str]) -> Gloss | None:
    inner_start = match.start(1)
    lead = _LEAD.match(match.group(1))
    if lead:
        inner_start += lead.end()
    parts = _parts(text, inner_start, match.end(1))
    if not parts or len(parts) > 3:
        return None
    left_end = match.start()
    if len(parts) > 1:
        return _read_pair(text, parts, left_end)
    return _read_single(text, parts[0], left_end)


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    parts = []
    place = start
    for match in [*_SPLIT.finditer(text, start, end), None]:
        stop = match.start() if match else end
        part = _strip(text, place, stop)
        if part[0] < part[1]:
            parts.append(part)
        place = match.end() if match else end
    return parts


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in _QUOTES):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _QUOTES):
        end -= 1
    return start, end


def _read_pair(text: str, parts: list[tuple[int, int]], left_end: int) -> Gloss | None:
    """``한국어(Long Form; ABBR)`` and the same with a comma; a list of examples gives None."""
    first, second = parts[0], parts[1]
    long, short = text[slice(*first)], text[slice(*second)]
    if explains(long, short):
        first, second, long, short = second, first, short, long
    elif not explains(short, long):
        return None
    if len(parts) == 3 and not explains(text[slice(*parts[2])], long):
        return None
    spans = [second, first, *parts[2:]]
    left = _korean_left(text, left_end, long)
    if left:
        spans.append(left)
    return Gloss(
        spans=tuple(spans), expansion=first, rule=RULE, cls=heads.of_english(long), proper=_is_name(short), certain=True
    )


def _read_single(text: str, part: tuple[int, int], left_end: int) -> Gloss | None:
    inner = text[slice(*part)]
    if not _LATIN.search(inner) or not _NAME_CHARS.fullmatch(inner):
        return _read_korean_inner(text, part, left_end)
    latin = _latin_before(text, left_end)
    if latin and text[max(0, latin.start(1) - 2) : latin.start(1)][:1] > "가" and text[latin.start(1) - 1] == "-":
        latin = None  # 스테이블 디퓨전-XL(Stable Diffusion-XL)
    if latin:
        return _read_latin_pair(text, (latin.start(1), latin.end(1)), part)
    return _read_korean_outer(text, part, left_end)


def _latin_before(text: str, left_end: int) -> re.Match[str] | None:
    last = text[max(0, left_end - 2) : left_end].rstrip(f" {_QUOTES}")[-1:]
    if not last or "가" <= last <= "힣":
        return None
    return _LEFT_LATIN.search(text, max(0, left_end - _REACH), left_end)


def _read_latin_pair(text: str, left: tuple[int, int], part: tuple[int, int]) -> Gloss | None:
    inner = text[slice(*part)]
    words = list(re.finditer(r"\S+", text[slice(*left)]))
    if is_acronym(inner):
        start = _long_form_start(inner, text, left, words)
        if start is None:
            start = _coined_start(inner, text, left, words)
        if start is not None:
            span = (start, left[1])
            cls = heads.of_english(text[slice(*span)])
            return Gloss(spans=(part, span), expansion=span, rule=RULE, cls=cls, proper=True, certain=True)
    last = left[0] + words[-1].start()
    left = (left[0], last + len(text[last : left[1]].rstrip(_QUOTES)))
    name = text[last : left[1]]
    if explains(name, inner):
        return Gloss(
            spans=((last, left[1]), part),
            expansion=part,
            rule=RULE,
            cls=heads.of_english(inner),
            proper=True,
            certain=True,
        )
    quoted = text[part[0] - 1] in _QUOTES
    if (quoted and _is_name(name) and _is_name(inner)) or is_short_for(inner, name):
        return Gloss(
            spans=((last, left[1]), part), expansion=None, rule="gloss-alias/1", cls=None, proper=True, certain=True
        )
    return None


def _long_form_start(short: str, text: str, left: tuple[int, int], words: list[re.Match[str]]) -> int | None:
    """``Long Form (ABBR)``: the shortest run of words at the right end that the acronym explains.

    A run whose words begin with the letters of the acronym goes before one that merely holds them.
    """
    runs = [left[0] + word.start() for word in reversed(words)]
    for start in runs:
        if spells(short, text[start : left[1]]):
            return start
    return next((start for start in runs if explains(short, text[start : left[1]])), None)


def _coined_start(short: str, text: str, left: tuple[int, int], words: list[re.Match[str]]) -> int | None:
    """``Sampling-based Knowledge Categorization (SliCK)``: capitalised words that a coined short form resembles."""
    for word in reversed(words):
        if not word.group()[0].isupper():
            break
        start = left[0] + word.start()
        if " " in text[start : left[1]] and resembles(short, text[start : left[1]]):
            return start
    return None


def _read_korean_outer(text: str, part: tuple[int, int], left_end: int) -> Gloss | None:
    inner = text[slice(*part)]
    short = is_acronym(inner)
    left = _korean_left(text, left_end, inner)
    if left is None:
        coined = not short and _is_title_case(inner) and text[left_end - 1 : left_end] > "가"
        cls = _class_of(inner) if coined else None
        if cls is None:
            return None
        return Gloss(spans=(part,), expansion=None, rule=RULE, cls=cls, proper=False, certain=True)
    if not short and _QUALIFIES.search(inner) and _NOUN_BEHIND.match(text, part[1]):
        return None
    if short and not _quoted_left(text, left_end) and not letters_fit(inner, text[slice(*left)]):
        return None
    if not short and vague.names_nothing(inner):
        return None
    cls = heads.of_english(inner) if short else _class_of(inner)
    if not short and len(_HYPHEN.split(inner)) <= 2 and inner.split()[-1].casefold().removesuffix("s") in _VAGUE_HEADS:
        return None
    return Gloss(
        spans=(part, left),
        expansion=None,
        rule=RULE,
        cls=cls or (heads.of_tail(text[slice(*left)]) if short else None),
        proper=short,
        certain=short or (_is_title_case(inner) and cls is not None),
    )


def _class_of(english: str) -> ConceptClass | None:
    """Return the class of a term behind a Korean word; a phrase that tells none is a method unless it is ordinary."""
    cls = heads.of_english(english)
    if cls is None and _HYPHEN.search(english) and vague.names_something(english):
        return ConceptClass.METHOD
    return cls


def _read_korean_inner(text: str, part: tuple[int, int], left_end: int) -> Gloss | None:
    """``SElf-Evolving(자가진화)``: a Latin name with its Korean form behind it."""
    inner = text[slice(*part)]
    if not re.fullmatch(r"[가-힣A-Za-z0-9\- ]{2,30}", inner) or re.search(r"(?:[다요음함]|개|명)$| 등", inner):
        return None
    latin = _latin_before(text, left_end)
    if not latin or len(inner.split()) > 4:
        return None
    count = len(inner.split())
    names = list(_LEFT_WORDS.finditer(text, *latin.span(1)))[-count:]
    capitals = len(names) == count and all(name.group()[0].isupper() for name in names)
    last = names[0 if capitals else -1].start()  # Instance Semantic Map(인스턴스 의미 맵)
    end = names[-1].end()
    if not _is_name(text[last:end]):
        return None
    return Gloss(
        spans=((last, end), part),
        expansion=None,
        rule=RULE,
        cls=heads.of_tail(inner),
        proper=True,
        certain=capitals and count > 1,
    )


def _quoted_left(text: str, left_end: int) -> re.Match[str] | None:
    """``'한국어'(English)`` and ``'한국어(English)'``: the quotation marks say where the Korean term begins."""
    quoted = _LEFT_QUOTED.search(text, max(0, left_end - _QUOTE_REACH), left_end)
    if quoted is None:
        close = text.find(")", left_end)
        if close < 0 or text[close + 1 : close + 2] not in ("'", '"', "’", "”"):
            return None
        quoted = _OPEN_QUOTE.search(text, max(0, left_end - _QUOTE_REACH), left_end)
    return quoted if quoted and _HANGUL.search(quoted.group(1)) else None


def _korean_left(text: str, left_end: int, english: str) -> tuple[int, int] | None:
    """Return the Korean term before the bracket that ``english`` glosses: about as many words as the English has."""
    quoted = _quoted_left(text, left_end)
    if quoted:
        return (quoted.start(1), quoted.end(1))
    window = max(0, left_end - 60, text.rfind("\n", 0, left_end) + 1)
    segment_end = left_end - 1 if left_end and text[left_end - 1] == " " else left_end
    words = list(_LEFT_WORDS.finditer(text, window, segment_end))
    if not words or words[-1].end() != segment_end or not _HANGUL.search(words[-1].group()):
        return None
    fewest, most = _length_in_words(english)
    taken: list[re.Match[str]] = []
    syllables = 0
    for word in reversed(words):
        if taken and (
            word.group().endswith((".", "!", "?"))
            or ends_a_phrase(word.group())
            or text[word.end() : taken[-1].start()] != " "
        ):
            break
        enough = _SYLLABLES_PER_WORD * most + len(taken) - 1
        if len(taken) >= most or (len(taken) >= fewest and syllables >= enough):
            break
        taken.append(word)
        syllables += len(word.group())
    if len(taken) < fewest and syllables < _SYLLABLES_PER_WORD * most:
        return None
    return (taken[-1].start(), segment_end)


def _length_in_words(english: str) -> tuple[int, int]:
    """Return the number of words of ``english``, and the number with hyphenated words counted by their parts."""
    if is_acronym(english):
        letters = len(english.removesuffix("s"))
        return letters, letters
    words = [word for word in english.split() if word.casefold() not in SMALL]
    pieces = [piece for word in words for piece in _HUMP.findall(word) if piece and piece.casefold() not in SMALL]
    return max(len(words), 1), max(len(pieces), 1)


def ends_a_phrase(word: str) -> bool:
    """Whether a Korean word, by its particle or by what it is, belongs to the phrase before a term."""
    if word in NOT_A_PARTICLE:
        return False
    return word in DETERMINERS or bool(_PARTICLE_LEFT.search(word))


def _is_name(text: str) -> bool:
    return any(char.isupper() for char in text)


def _is_title_case(text: str) -> bool:
    words = [word for word in text.split() if word.casefold() not in SMALL]
    return len(words) > 1 and all(word[0].isupper() or word[0].isdigit() for word in words)
