"""Names that no lexicon has, by the shape of what stands in the text.

A Latin word with a capital inside, several capitals, or letters and digits is a name wherever it stands; a word that is
merely capitalised is one in Korean prose, and in English prose only beside another or after words that present a name.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from papergraph.extract import glosses, heads
from papergraph.extract.candidates import Candidate
from papergraph.extract.spans import Spans
from papergraph.extract.stopwords import ACRONYMS, COMMON, SMALL, is_unit
from papergraph.extract.wordlists import words
from papergraph.model import ConceptClass

RULE = "shape/2"
RULE_TITLE = "title-colon/2"
RULE_QUOTED = "quoted/2"
RULE_EPONYM = "eponym/1"
RULE_MEANS = "title-via/1"
RULE_WHOLE = "title-whole/1"

_WORD = (
    r"[A-Za-zÀ-ɏ0-9\\][A-Za-zÀ-ɏ0-9]*(?:(?:[-‑–.@&_+'’]|(?<=-[A-Z])/(?=\d)|(?<=[A-Z])\*(?=[A-Z]))"
    r"[A-Za-zÀ-ɏ0-9]+)*\+{0,2}"
)
_RUN = re.compile(rf"{_WORD}(?:[ ]{_WORD})*")
_PIECE = re.compile(r"\S+")
_QUOTED = re.compile(r"['\"‘“]([A-Za-zÀ-ɏ0-9][\w\-.&@+ ]{1,40}?)['\"’”]")
_QUOTES = "'\"‘’“”"
_TITLE_NAME = re.compile(r"^([^:\n(){}$\\^]{2,60}?)\s*(?:\([^)\n]{2,20}\)\s*)?(?::| -- )\s*(?=\S)")
_TITLE_PAIR = re.compile(r"(\S+) (?:&|and) (\S+)")
_TITLE_WORDS = 6
_PRESENTED = re.compile(
    r"['\"’”]?\)?['\"’”]?(?:이?라는|이?라고|[을를] (?:[가-힣]+ ){0,2}?(?:제안|소개|제시|도입|고안|개발|구축|공개)|"
    r" ?(?:모델|데이터 ?셋|데이터 ?세트|벤치마크|프레임워크|라이브러리|툴킷|에이전트|플랫폼)"
    r"(?:[은는이가을를의에와과로,. ]|$))"
)
_CALLED = re.compile(r"['\"’”]?\)['\"’”]?(?:이?라는|이?라고)|\)['\"’”]")
_TITLE_WHOLE = re.compile(
    r"(?:An? |The )((?:[A-Z][\w\-]+ ){1,4}(?:Model|Framework|Network|Benchmark|Dataset|Architecture|Transformer|"
    r"Agent))$"
)
_TITLE_OPENING = re.compile(r"([A-Z][\w\-]+ [A-Z][\w\-]+) [A-Za-z]+s [^:]*$")
_CAMEL = re.compile(r"[a-zà-ɏ0-9][A-ZÀ-Þ]|[A-Z]{2}|[A-Z][\d&]|\d[A-Z]")
_CAPITAL = re.compile(r"[A-ZÀ-Þ]")
_CITED = re.compile(
    r"\s?(?:et al|등 ?\(?,? ?(?:19|20)\d\d|등(?:은|이)\s|"
    r",? \(?(?:19|20)\d\d[a-z]?\)|(?:&|and) [A-Z][a-z]+,? \(?(?:19|20)\d\d)"
)
_STEP = re.compile(
    r"['\"’”]?(?:\([^)]{0,40}\))?\s?(?:단계|스텝|버튼|좌표|역할|태그|분포|환경|가정|설정|공간)"
    r"(?:[은는이가을를의에와과로,. ]|$)"
)
_ADJECTIVE = re.compile(r"(?:한|하게|하고|하며|하다|함)(?:\s|$)")  # Amazing한
_EPONYM_HEAD = re.compile(
    r"(?:test|inequality|theorem|lemma|equation|divergence|distance|kernel|filter|law|transform|criterion|estimator|"
    r"coefficient|correlation)\b"
)
_EPONYM = re.compile(rf"\b[A-Z][a-z]{{2,}}(?:[-–][A-Z][a-z]+)*(?:['’]s)?(?: [a-z]+)? {_EPONYM_HEAD.pattern}")
_MEANS = re.compile(r"\b(?:[Vv]ia|[Tt]hrough) ((?:[A-Z][\w\-]+ ){1,2}[A-Z][\w\-]*)$")
_VERSION = re.compile(
    r"[vV]?[1-9]\d?(?:\.\d)?(?:\.\d)?|[1-5]00|20[0-3]\d|\d+(?:\.\d+)?[BMK]|XL|XXL|Pro|Mini|Ultra|Turbo|Large|"
    r"Base|Small|Plus|Max|Flash|Sonnet|Opus|Haiku|Verified|Hard|Lite|II|III"
)
_NEVER_OPENS = frozenset(
    words("""
    using for on in with our we this these those that here there when while where what how why if by from at as to
    and but or no not it its they their however moreover furthermore additionally instead unlike existing recent
    such each both all any many most some it given based due
    """)
)
_APPOSITION = re.compile(r" ?, (?:an?|the|our) |\s\([A-Z]")
_LONGEST = 60  # letters of a name
_NAME_WORDS = 4
_SENTENCE = 24  # a title that long, said again, is no name
_DIMENSION = re.compile(r"[1-6]D")
_OF_A_PERSON = re.compile(r"[A-Z][a-z]{3,}(?:ian|ean)")  # Markovian
_PARTS = frozenset(
    ["world", "set", "oriented", "modality", "fine", "coarse", "wise", "level", "step", "space", "sensitive"]
)
_LOWER_VERSION = re.compile(  # claude-3-opus, zorb-embed-text-v1
    r"[a-z]{3,}-\d+(?:\.\d+)*[a-z]?(?:-[a-z0-9.]+)+|[a-z]{3,}(?:-[a-z]+)+-v?\d+(?:\.\d+)*(?:-[a-z0-9.]+)*"
)
_TITLE_OPENERS = frozenset(
    ["Beyond", "Towards", "Toward", "Rethinking", "Revisiting", "Understanding", "Scaling", "On"]
)
_OPENS = frozenset({"name", "capital", "common", "dimension"})
_CONTINUES = _OPENS | {"version"}
_HANGUL = re.compile(r"[가-힣]")
_SUFFIX = re.compile(
    r"[-‑](?:based|style|like|guided|driven|aware|free|level|trained|tuned|generated|related|inspired|powered|"
    r"enhanced|augmented|"
    r"centric|family|only|specific|oriented|enabled|equipped|wise|as-a-judge|judge|variant|type|scale)s?$"
)
ADDRESS = re.compile(r"https?://\S+|www\.\S+|(?<![\w.-])[\w.-]{1,60}\.(?:com|io|org|net|ai|dev)(?:/\S*)?")
_ADDRESS_SIGN = re.compile(r"https?://|www\.|\.(?:com|io|org|net|ai|dev)")
_PRESENTS = re.compile(
    r"(?:\b(?:present|introduce|propose|develop|release|construct|create|build|design|name|call|dub|term|call "
    r"it|called|named|dubbed|termed)s?(?:d|ed)? |\b(?:via|surpassing|outperforming|with|using|on|of|over) )$"
)


@lru_cache(maxsize=20_000)
def kind_of(word: str) -> str:
    """Return what a Latin word looks like.

    "name" (a shape that only names have), "capital" (merely capitalised), "common" (an ordinary word, capitalised),
    "version", "dimension" (``3D``), "stop" (ordinary, a unit) or "lower".
    """
    if word.startswith("\\") or len(word) > _LONGEST:
        return "stop"
    bare = word.strip(".'’")
    if _DIMENSION.fullmatch(bare):
        return "dimension"
    folded = bare.casefold()
    if folded in ACRONYMS or folded in SMALL:
        return "stop"
    if _VERSION.fullmatch(bare):
        return "version"
    if is_unit(bare):
        return "stop"
    if folded in COMMON or folded.removesuffix("s") in COMMON:
        if bare.isupper() and bare.isalpha() and len(bare) > 2:
            return "name"
        return "common" if bare[0].isupper() and bare[1:].islower() and folded not in _NEVER_OPENS else "stop"
    if not _CAPITAL.search(bare):
        return "name" if _lower_with_digit(bare) else "lower"
    if len(bare) < 2:
        return "stop"
    if "-" in bare:
        return "common" if _is_ordinary(bare) else _kind_of_hyphenated(bare)
    if _OF_A_PERSON.fullmatch(bare):
        return "common"
    return "name" if _CAMEL.search(bare) else "capital"


def _is_ordinary(word: str) -> bool:
    """Whether a hyphenated word is made of ordinary words (``Open-World``, ``Image-to-Text``)."""
    return not _CAMEL.search(word) and all(
        part in COMMON or part in SMALL or part in _PARTS for part in word.casefold().split("-")
    )


def _lower_with_digit(word: str) -> bool:
    if _LOWER_VERSION.fullmatch(word):
        return True
    return bool(re.fullmatch(r"[a-z]{2,}\d+(?:\.\d+)*|[a-z]+\d[a-z]+", word)) and not re.search(
        r"(?:st|nd|rd|th)$", word
    )


def _kind_of_hyphenated(word: str) -> str:
    parts = word.split("-")
    if parts[0] in SMALL:  # image-to-3D, cut by a Korean word
        return "stop"
    if any(_CAMEL.search(part) for part in parts) or any(
        part.isdigit() or re.fullmatch(r"\d+[BMK]?", part) for part in parts[1:]
    ):
        rest = [
            part
            for part in parts
            if part.casefold() not in ACRONYMS and (part.casefold() not in COMMON or part.isupper())
        ]
        if any(char.isalpha() for part in rest for char in part):
            return "name"
        return "name" if len(parts) == 2 and parts[0].isupper() and parts[1].istitle() else "stop"
    capitals = [part for part in parts if part[:1].isupper()]
    if len(capitals) == len(parts) or len(parts) > 2:
        return "capital"
    return "name" if parts[0].isupper() or (parts[0].islower() and len(parts[0]) == 1) else "capital"


def find(text: str, *, title_end: int) -> Iterator[Candidate]:
    """Yield the names that ``text`` shows by shape. ``text[:title_end]`` is the title."""
    yield from _title_name(text, title_end)
    yield from _means_of_title(text[:title_end])
    yield from _whole_title(text, title_end)
    bracketed = Spans(glosses.brackets(text))
    masked = text
    if "." in text and _ADDRESS_SIGN.search(text):
        masked = ADDRESS.sub(lambda match: "\x00" * len(match.group()), text)
    title = text[:title_end]
    again = text.find(title, title_end) if title_end > _SENTENCE else -1
    if again > 0:
        masked = title + masked[title_end:].replace(title, "\x00" * title_end)
        if len(title.split()) <= _TITLE_WORDS and _PRESENTED.match(text, again + title_end):
            yield Candidate(start=again, end=again + title_end, rule=RULE_WHOLE, strength=3)
    for match in _QUOTED.finditer(masked, title_end):
        if _CAPITAL.search(match.group(1)) and not _all_common(match.group(1)) and not _is_prose(match.group(1)):
            yield Candidate(start=match.start(1), end=match.end(1), rule=RULE_QUOTED, strength=1)
    for match in _EPONYM.finditer(masked, title_end) if _EPONYM_HEAD.search(masked, title_end) else ():
        if kind_of(match.group().split()[0]) == "capital":
            yield Candidate(start=match.start(), end=match.end(), rule=RULE_EPONYM, cls=ConceptClass.METHOD, strength=1)
    place = 0
    for line in masked.split("\n"):
        if line:
            korean = place >= title_end and _HANGUL.search(line) is not None
            for candidate in _names_of_line(line, place, korean=korean, title=place < title_end):
                if not (korean and _merely_glosses(text, candidate, bracketed)):
                    yield candidate
        place += len(line) + 1


def _means_of_title(title: str) -> Iterator[Candidate]:
    """``… via Terminal Anchoring``: a title ends in what the paper does it by."""
    match = _MEANS.search(title)
    if match and (heads.of_english(match.group(1)) is ConceptClass.METHOD or match.group(1).endswith("ing")):
        yield Candidate(start=match.start(1), end=match.end(1), rule=RULE_MEANS, cls=ConceptClass.METHOD)


def _whole_title(text: str, title_end: int) -> Iterator[Candidate]:
    """``An Interactive Agent Model``: a title that is a name; ``Moment Matching Builds …``: one said again."""
    whole = _TITLE_WHOLE.match(text[:title_end])
    if whole:
        yield Candidate(start=whole.start(1), end=whole.end(1), rule=RULE_WHOLE, strength=3)
        return
    opening = _TITLE_OPENING.match(text[:title_end])
    if opening is None or text.casefold().find(opening.group(1).casefold(), title_end) < 0:
        return
    if opening.group(1).endswith("ing") or heads.of_english(opening.group(1)) is ConceptClass.METHOD:
        yield Candidate(start=opening.start(1), end=opening.end(1), rule=RULE_WHOLE)


def _merely_glosses(text: str, candidate: Candidate, bracketed: Spans) -> bool:
    """Whether an ordinary capitalised phrase stands in a bracket behind Korean: the gloss finder judges those."""
    if not bracketed.holds(candidate.start, candidate.end):
        return False
    kinds = {kind_of(word) for word in text[candidate.start : candidate.end].split()}
    if "name" in kinds:
        return False
    surface = text[candidate.start : candidate.end]
    presented = _PRESENTED if re.search(r"[ \-]", surface) else _CALLED
    return not ("capital" in kinds and presented.match(text, candidate.end))


def _title_name(text: str, title_end: int) -> Iterator[Candidate]:
    match = _TITLE_NAME.match(text[:title_end])
    if not match:
        return
    name = match.group(1)
    pair = _TITLE_PAIR.fullmatch(name)
    if pair and all(kind_of(part) == "name" for part in pair.groups()):  # X-7B & X-70B: …
        for part in (1, 2):
            yield Candidate(start=pair.start(part), end=pair.end(part), rule=RULE_TITLE, strength=3)
        return
    words = name.split()
    if len(words) > 4 or name.endswith("?") or (not _CAPITAL.search(name) and not _lower_with_digit(name)):
        return
    acronym = name.isupper() and name.isalpha() and len(name) > 2 and name.casefold() not in ACRONYMS
    if len(words) == 1 and kind_of(name) == "stop" and "-" not in name and not acronym:
        return
    if name[-1] in _QUOTES or name[0] in _QUOTES or words[0] in _TITLE_OPENERS:
        return
    shaped = any(kind_of(word) == "name" for word in words) and len(words) < 3
    if not shaped and len(words) > 1 and text.find(name, title_end) < 0:
        return
    yield Candidate(start=match.start(1), end=match.end(1), rule=RULE_TITLE, strength=3)


def _names_of_line(line: str, offset: int, *, korean: bool, title: bool) -> Iterator[Candidate]:
    for run in _RUN.finditer(line):
        words = [(match.start(), match.group()) for match in _PIECE.finditer(line, run.start(), run.end())]
        for first, last in _spans(words):
            while (
                first < last and not korean and kind_of(words[first][1]) == "common" and _opens(line, words[first][0])
            ):
                first += 1
            start = words[first][0]
            end = words[last][0] + len(words[last][1])
            end = _trim(line, start, end)
            chosen = [word for _, word in words[first : last + 1]]
            if start and "가" <= line[start - 1] <= "힣":  # the tail of a Korean word: 하이브리드Net
                continue
            if end <= start or not _stands_for_a_name(line, start, end, chosen, korean=korean, title=title):
                continue
            yield Candidate(start=offset + start, end=offset + end, rule=RULE)


def _trim(line: str, start: int, end: int) -> int:
    """Return the end without possessives, dots and glued suffixes (``CLIP-style``)."""
    surface = line[start:end]
    suffix = _SUFFIX.search(surface)
    if suffix:
        surface = surface[: suffix.start()]
    for tail in ("'s", "’s"):
        surface = surface.removesuffix(tail)
    return start + len(surface.rstrip(".'’-–_&"))


def _spans(words: list[tuple[int, str]]) -> Iterator[tuple[int, int]]:
    """Yield (first, last) of each stretch of words that can be one name."""
    index = 0
    while index < len(words):
        kind = kind_of(words[index][1])
        if kind not in _OPENS:
            index += 1
            continue
        last = index
        while last + 1 < len(words) and kind_of(words[last + 1][1]) in _CONTINUES:
            if words[last][1].endswith((".", "'s", "’s")):
                break
            if kind_of(words[last + 1][1]) == "version" and kind_of(words[last][1]) == "common":
                break
            last += 1
        if last > index or kind in ("name", "capital"):
            yield index, last
        index = last + 1


def _stands_for_a_name(line: str, start: int, end: int, words: list[str], *, korean: bool, title: bool) -> bool:
    kinds = [kind_of(word) for word in words]
    if title:
        return len(words) == 1 and kinds[0] == "name"
    if "name" not in kinds and (_CITED.match(line, end) or _ADJECTIVE.match(line, end)):
        return False
    if len(words) == 1 and kinds[0] != "name" and _STEP.match(line, end):
        return False
    if korean or ("name" in kinds and len(words) == 1):
        return True
    opens = _opens(line, start)
    if _APPOSITION.match(line, end) and (len(words) > 1 or len(words[0]) > 4) and "common" not in kinds[:1]:
        return True
    if len(words) > 1:
        if kinds[0] == "common" and "name" not in kinds and heads.of_english(words[-1]) is None:
            return False
        return not opens or "name" in kinds
    return not opens and bool(_PRESENTS.search(line[:start])) and len(words[0]) > 3


def _opens(line: str, start: int) -> bool:
    """Whether a sentence, or a point of a list, begins at ``start``."""
    before = line[:start].rstrip()[-1:]
    return not before or before in ".!?:-–—•" or not (before.isascii() or before.isalpha())


def _is_prose(quoted: str) -> bool:
    """Whether what stands in quotation marks is a Korean sentence rather than a name."""
    return len(quoted.split()) > _NAME_WORDS and _HANGUL.search(quoted) is not None


def _all_common(name: str) -> bool:
    kinds = [kind_of(word) for word in name.split()]
    return all(kind in ("stop", "lower", "version") for kind in kinds) or kinds == ["common"]
