"""Names that no lexicon has, by the shape of what stands in the text.

A Latin word with a capital inside, several capitals, or letters and digits is a name wherever it stands; a word that is
merely capitalised is one in Korean prose, and in English prose only beside another or after words that present a name.
"""

import re
from collections.abc import Iterator

from papergraph.extract import glosses, heads, vague
from papergraph.extract.candidates import Candidate
from papergraph.extract.kinds import kind_of
from papergraph.extract.spans import Spans
from papergraph.model import ConceptClass

RULE = "shape/2"
RULE_QUOTED = "quoted/2"
RULE_EPONYM = "eponym/1"
RULE_LOWER = "lower-case/1"

_WORD = (
    r"[A-Za-zÀ-ɏ0-9\\][A-Za-zÀ-ɏ0-9]*(?:(?:[-‑–.@&_+'’]|(?:(?<=-[A-Z])|(?<=-XL))/(?=\d)|(?<=[A-Z])\*(?=[A-Z]))"
    r"[A-Za-zÀ-ɏ0-9]+)*\+{0,2}"
)
_RUN = re.compile(rf"{_WORD}(?:[ ]{_WORD})*")
_PIECE = re.compile(r"\S+")
_QUOTED = re.compile(r"['\"‘“]([A-Za-zÀ-ɏ0-9][\w\-.&@+ ]{1,40}?)['\"’”]")
_QUOTED_LOWER = re.compile(r"['\"‘“`](?P<name>[a-z][a-z0-9]+(?:[\- ][a-z0-9]+){1,4})['\"’”`](?=[가-힣(]| [가-힣])")
_DATA_NAME = r"[A-Z][A-Za-z0-9\-]*(?: [A-Z0-9][A-Za-z0-9\-]*){1,3}"
_NOUN = re.compile(
    r"(?<=[A-Za-z0-9]) (?:(?P<data>데이터 ?셋|데이터 ?세트|벤치마크|코퍼스)|"
    r"(?:라이브러리|메커니즘|접근법|접근 ?방식|방법론?|전략|알고리즘|모듈|손실|기법|프레임워크|도구|패키지|"
    r"패러다임|툴킷)"
    r"(?=[은는이가을를의에와과로,. ]|$))"
)
_LOWER_TAIL = re.compile(r"(?<![\w(\-])(?P<name>[a-z][a-z0-9]*(?:[-_][a-z0-9]+)+(?: [a-z][a-z0-9\-]{3,})?)$")
_DATA_TAIL = re.compile(
    rf"(?<![A-Za-z0-9\-.] )(?<![A-Za-z0-9\-.])(?:(?P<first>{_DATA_NAME})(?: 및|,|와|과) )?(?P<name>{_DATA_NAME})$"
)
_REACH = 90
_LISTED_QUOTES = 6
_QUOTED_LIST = re.compile(
    r"(?:['‘\"“][A-Z][A-Za-z0-9 \-]{2,40}['’\"”],? (?:및 |그리고 )?){2,}['‘\"“][A-Z][A-Za-z0-9 \-]{2,40}['’\"”]"
)
_PRESENTED = re.compile(
    r"['\"’”]?\)?['\"’”]?(?:이?라는|이?라고|[을를] (?:[가-힣]+ ){0,2}?(?:제안|소개|제시|도입|고안|개발|구축|공개)|"
    r" ?(?:모델|데이터 ?셋|데이터 ?세트|벤치마크|프레임워크|라이브러리|툴킷|에이전트|플랫폼)"
    r"(?:[은는이가을를의에와과로,. ]|$))"
)
_VALUE = re.compile(r"(?:\d{2,}|0)\.\d|\d\.\d{2,}")  # PSNR 27.21 is a value, Llama 3.1 a version
_COUNTED = re.compile(r"\d+(?:개|가지|종|명|번|회|차례|배|단계)")
_CALLED = re.compile(r"['\"’”]?\)['\"’”]?(?:이?라는|이?라고)|\)['\"’”]")
_CAPITAL = re.compile(r"[A-ZÀ-Þ]")
_CITED = re.compile(
    r"\s?(?:et al|등 ?\(?,? ?(?:19|20)\d\d|등(?:은|이)\s|"
    r",? \(?(?:19|20)\d\d[a-z]?\)|(?:&|and) [A-Z][a-z]+,? \(?(?:19|20)\d\d)"
)
#: ``ET-SoC-1 칩``, ``Kalamang 언어의``: what the word behind says it is.
_NO_CONCEPT = re.compile(
    r" ?(?:GPU|TPU|CPU|칩|프로세서|chips?\b|processors?\b|가속기|보드)(?!Bench)|"
    r" 언어(?= ?(?:의|로|를|에|와|과|만|문법)\b)"
)
_BOARD = re.compile(r"(?:NVIDIA[ -]?|Nvidia[ -]?)?(?:[ABHLVT]\d{2,3}|[RG]TX[ -]?A?\d{4}(?: ?Ti)?)s?")
_KEY = re.compile(r"['\"’”]: ?['\"‘“]")  # 'Knowledge Gaps': '…': the heading of a note
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
_APPOSITION = re.compile(r" ?, (?:an?|the|our) |\s\([A-Z]")
_NAME_WORDS = 4
_SENTENCE = 24
_OPENS = frozenset({"name", "capital", "common", "dimension"})
_CONTINUES = _OPENS | {"version"}
_HANGUL = re.compile(r"[가-힣]")
_SUFFIX = re.compile(
    r"[-‑](?:based|style|like|guided|driven|aware|free|level|trained|tuned|generated|related|inspired|powered|"
    r"enhanced|augmented|"
    r"centric|family|only|specific|oriented|enabled|equipped|wise|as-a-judge|judge|variant|type|scale)s?$"
)
ADDRESS = re.compile(r"https?://\S+|www\.\S+|(?<![\w.-])[\w.-]{1,60}\.(?:(?:com|io|org|net|ai|dev)(?:/\S*)?|co/\S+)")
_ADDRESS_SIGN = re.compile(r"https?://|www\.|\.(?:com|io|org|net|ai|dev|co/)")
_PRESENTS = re.compile(
    r"(?:\b(?:present|introduce|propose|develop|release|construct|create|build|design|name|call|dub|term|call "
    r"it|called|named|dubbed|termed)s?(?:d|ed)? |\b(?:via|surpassing|outperforming|with|using|on|of|over) )$"
)


def find(text: str, *, title_end: int) -> Iterator[Candidate]:
    """Yield the names that ``text`` shows by shape. ``text[:title_end]`` is the title."""
    bracketed = Spans(glosses.brackets(text))
    masked = text
    if "." in text and _ADDRESS_SIGN.search(text):
        masked = ADDRESS.sub(lambda match: "\x00" * len(match.group()), text)
    if title_end > _SENTENCE:  # a title that long, said again, is no name
        masked = text[:title_end] + masked[title_end:].replace(text[:title_end], "\x00" * title_end)
    for match in _QUOTED.finditer(masked, title_end):
        quoted = match.group(1)
        if (
            _KEY.match(text, match.end(1)) and not _has_name(quoted)
        ) or quoted != quoted.strip():  # it stands between the end of one quotation and the beginning of the next
            continue
        if _CAPITAL.search(quoted) and not _all_common(quoted) and not _is_prose(quoted):
            yield Candidate(start=match.start(1), end=match.end(1), rule=RULE_QUOTED, strength=1)
    yield from _quoted_lower(masked, title_end)
    yield from _before_nouns(masked, title_end)
    yield from _quoted_lists(masked, title_end)
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


def _quoted_lower(text: str, title_end: int) -> Iterator[Candidate]:
    """Names without capitals, in quotation marks."""
    for match in _QUOTED_LOWER.finditer(text, title_end):
        yield from _lower_name(match, 0)


def _lower_name(match: re.Match[str], offset: int) -> Iterator[Candidate]:
    name = match["name"]
    if kind_of(name) != "stop" and vague.names_something(name):
        start, end = offset + match.start("name"), offset + match.end("name")
        yield Candidate(start=start, end=end, rule=RULE_LOWER, cls=heads.of_english(name), strength=1)


def _before_nouns(text: str, title_end: int) -> Iterator[Candidate]:
    """``Laval HDR Indoor 데이터셋``, ``python-chess 라이브러리``: words that the noun behind them makes a name."""
    for noun in _NOUN.finditer(text, title_end):
        offset = max(title_end, noun.start() - _REACH)
        before = text[offset : noun.start()]
        lower = _LOWER_TAIL.search(before)
        if lower:
            yield from _lower_name(lower, offset)
        run = _DATA_TAIL.search(before) if noun["data"] else None
        if run:
            yield from _data_names(run, offset)


def _data_names(run: re.Match[str], offset: int) -> Iterator[Candidate]:
    for part, name in run.groupdict().items():
        if name and kind_of(name.split()[0]) in _OPENS and not vague.names_nothing(name):
            start, end = offset + run.start(part), offset + run.end(part)
            yield Candidate(start=start, end=end, rule=RULE, cls=ConceptClass.DATASET, strength=2)


def _quoted_lists(text: str, title_end: int) -> Iterator[Candidate]:
    """``'Expansion', 'Rollout', 'Selection'``: in a list of quoted names each is one, even an ordinary word."""
    if sum(map(text.count, "'\"‘“")) < _LISTED_QUOTES // 2:
        return
    for listed in _QUOTED_LIST.finditer(text, title_end):
        for match in _QUOTED.finditer(text, listed.start(), listed.end()):
            yield Candidate(start=match.start(1), end=match.end(1), rule=RULE_QUOTED, strength=1)


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


def _names_of_line(line: str, offset: int, *, korean: bool, title: bool) -> Iterator[Candidate]:
    for run in _RUN.finditer(line):
        words = [(match.start(), match.group()) for match in _PIECE.finditer(line, run.start(), run.end())]
        for first, last in _spans(words):
            while (
                first < last and not korean and kind_of(words[first][1]) == "common" and _opens(line, words[first][0])
            ):
                first += 1
            if first < last and _COUNTED.match(line, words[last][0]):  # Claude-3.5 Sonnet 4개
                last -= 1
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
            if kind_of(words[last + 1][1]) == "version" and (
                kind_of(words[last][1]) == "common" or _VALUE.match(words[last + 1][1])
            ):
                break
            last += 1
        if last > index or kind in ("name", "capital"):
            yield index, last
        index = last + 1


def _stands_for_a_name(line: str, start: int, end: int, words: list[str], *, korean: bool, title: bool) -> bool:
    kinds = [kind_of(word) for word in words]
    if _NO_CONCEPT.match(line, end) or _BOARD.fullmatch(line, start, end):
        return False
    if title:
        return len(words) == 1 and kinds[0] == "name"
    if "name" not in kinds and any(pattern.match(line, end) for pattern in (_CITED, _ADJECTIVE, _KEY)):
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


def _has_name(quoted: str) -> bool:
    return any(kind_of(word) == "name" for word in quoted.split())


def _all_common(name: str) -> bool:
    kinds = [kind_of(word) for word in name.split()]
    return all(kind in ("stop", "lower", "version") for kind in kinds) or kinds == ["common"]
