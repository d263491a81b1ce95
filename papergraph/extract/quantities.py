"""Numbers in Korean and English prose: values, units, ranges ("3에서 5배"), changes ("from 40% to 56%").

Nothing here decides whether a number is a finding. Digits that belong to a name (``Qwen2.5``, ``7B``, ``Pass@1``) are
no quantities at all, and numbers spelled as words ("two times", "두 배") are not read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum

_LONGEST = 15  # digits and commas; longer runs are identifiers


class Family(Enum):
    """What a unit measures."""

    PERCENT = "percent"
    POINT = "point"  # percentage points, and points of a score
    RATIO = "ratio"
    SCORE = "score"  # "85점", "6.15/10"
    DECIBEL = "decibel"
    TIME = "time"
    MEMORY = "memory"
    RATE = "rate"
    COUNT = "count"  # "9 of 10"
    BARE = "bare"


class Shape(Enum):
    """How many numbers a quantity has and what they are to each other."""

    SINGLE = "single"
    RANGE = "range"
    CHANGE = "change"  # first is where it starts, second where it ends


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with its unit: ``text[start:end]``.

    ``second`` is None for a single value; ``signed`` tells "+3" from "3". The two numbers of a range or a change are in
    the same unit.
    """

    start: int
    end: int
    first: Decimal
    second: Decimal | None = None
    shape: Shape = Shape.SINGLE
    unit: str = ""
    family: Family = Family.BARE
    signed: bool = False

    @property
    def fractional(self) -> bool:
        """Whether the number is written with decimals."""
        return self.first.as_tuple().exponent != 0


_UNITS: tuple[tuple[str, str, Family], ...] = (
    (
        r"(?:\\?[%％]|퍼센트)\s?(?:포인트|[pP]oints?\b|p\b|p(?=[가-힣]))|퍼센트포인트|percentage\spoints?\b|pp\b|%p",
        "%p",
        Family.POINT,
    ),
    (r"\\?[%％]|퍼센트|percent\b", "%", Family.PERCENT),
    (
        r"배(?![치포열경양울관수정달우제선급분송])|[x×](?![A-Za-z0-9(])(?!\s?\d)|-?fold\b|times\b(?!\s?(?:per|on|in|with)\b)",
        "x",
        Family.RATIO,
    ),
    (r"dB\b|dB(?=[가-힣])|데시벨", "dB", Family.DECIBEL),
    (r"포인트|points?\b|pts?\b", "", Family.POINT),
    (r"밀리초|ms\b|ms(?=[가-힣])|milliseconds?\b", "ms", Family.TIME),
    (r"초(?![기과당대반록점])|s\b|s(?=[가-힣])|secs?\b|seconds?\b", "s", Family.TIME),
    (r"분(?!의\s?[0-9일이삼]|[류할기석량포야산자위해리]|\s?분)|mins?\b|minutes?\b", "min", Family.TIME),
    (r"시간|hours?\b|hrs?\b", "h", Family.TIME),
    (r"(?:토큰|tokens?)\s?(?:/\s?(?:초|s(?:ec(?:onds?)?)?\b)|\sper\ssecond)", "tokens/s", Family.RATE),
    (r"GB\b|GB(?=[가-힣])|GiB\b|기가바이트", "GB", Family.MEMORY),
    (r"MB\b|MB(?=[가-힣])|MiB\b|메가바이트", "MB", Family.MEMORY),
    (r"FPS\b|fps\b|(?:FPS|fps)(?=[가-힣])", "FPS", Family.RATE),
    (r"점(?![수유진검군프차착선자]|\s?(?:만점|척도))", "", Family.SCORE),
)
_DIGITS = re.compile(r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?")
_UNIT = re.compile(r"\+?[ \u00a0-]?(?:" + "|".join(f"({pattern})" for pattern, _, _ in _UNITS) + ")")
_PER_SECOND = re.compile(r"초당\s?(?:약\s|최대\s|평균\s)?$")
_FRAMES = re.compile(r"\+?\s?(?:개의\s)?프레임")
_OUT_OF = re.compile(r"/\s?10{1,2}(?![0-9/.])")
_SECONDS = {"ms": Decimal("0.001"), "s": Decimal(1), "min": Decimal(60), "h": Decimal(3600)}
_NAME_BEFORE = frozenset("_.@#$^&\\€£￦₩‑")
_SIGNS = frozenset("+-−±")
_COUNTED = re.compile(r"(?:\sout)?\sof\s(?:the\s)?|개\s?중(?:에서)?\s(?:약\s|단\s)?")
_DASH = re.compile(r"\s?(?:[-–—~∼〜]|to\b|내지)\s?(?:최대\s?|약\s?)?")
_KOREAN_PAIR = re.compile(r"\s?에서\s?(?:최대|무려|약|대략|최고|단)?\s?")
_ARROW = re.compile(r"\s?(?:→|->|⇒|➔)\s?")
_ENGLISH_PAIR = re.compile(r"\s(?:up\s)?to\s(?:about\s|approximately\s|as\smuch\sas\s)?")
_BETWEEN = re.compile(r"\sand\s")
_CHANGE_END = re.compile(r"\s?(?:점|포인트|수준|이상)?\s?(?:으로|로|에\s?(?:이르|도달))")
_RANGE_END = re.compile(
    r"\s?(?:까지|사이|의|더|내외|정도|가량|이상|범위|수준|[이가을를]\s?(?:걸|소요))|\s(?:높|낮|빠|적|많|향상|개선|증가|감소|절감)"
)
_RANGE_BEFORE = re.compile(
    r"(?:rang\w+|var\w+|span\w+|speed-?ups?|gains?|improvements?|reductions?)\s(?:of\s)?from\s$", re.IGNORECASE
)


def find(text: str, start: int = 0, end: int | None = None) -> list[Quantity]:
    """Return the quantities of ``text[start:end]`` in order; offsets are into ``text``."""
    tokens = list(_tokens(text, start, len(text) if end is None else end))
    quantities: list[Quantity] = []
    place = 0
    while place < len(tokens):
        one = tokens[place]
        pair = _pair(text, one, tokens[place + 1]) if place + 1 < len(tokens) else None
        quantities.append(pair or one)
        place += 2 if pair else 1
    return quantities


def _tokens(text: str, start: int, end: int) -> Iterator[Quantity]:
    for match in _DIGITS.finditer(text, start, end):
        begin, stop = match.span()
        if stop - begin > _LONGEST or _belongs_to_name(text, begin):
            continue
        unit = _unit(text, begin, stop, end)
        if unit is None and _runs_on(text, stop, end):
            continue
        name, family, stop = unit or ("", Family.BARE, stop)
        signed, negative, begin = _sign(text, begin)
        value = Decimal(match.group().replace(",", ""))
        first = -value if negative else value
        yield Quantity(start=begin, end=stop, first=first, unit=name, family=family, signed=signed)


def _unit(text: str, begin: int, stop: int, end: int) -> tuple[str, Family, int] | None:
    """The name and family of the unit behind a number, and where it ends."""
    match = _UNIT.match(text, stop, end)
    if match and match.lastindex:
        _, name, family = _UNITS[match.lastindex - 1]
        return name, family, match.end()
    if _PER_SECOND.search(text, max(0, begin - 8), begin):
        frames = _FRAMES.match(text, stop, end)
        return ("FPS", Family.RATE, frames.end()) if frames else None
    outer = _OUT_OF.match(text, stop, end) if "." in text[begin:stop] else None
    return ("/" + outer.group().strip("/ "), Family.SCORE, outer.end()) if outer else None


def _belongs_to_name(text: str, begin: int) -> bool:
    if not begin:
        return False
    before = text[begin - 1]
    if before in _NAME_BEFORE or _is_latin(before):
        return True
    if begin == 1:
        return False
    earlier = text[begin - 2]
    if before in "-−–":
        return _is_latin(earlier) or earlier in "._"
    if before in "/:×":  # the 2 of "1/2", "16:9", "512×512" and of "ViT-B/2"
        return _is_latin(earlier) or earlier.isdigit()
    return before == "," and earlier.isdigit()


def _runs_on(text: str, stop: int, end: int) -> bool:
    if stop >= end:
        return False
    after, following = text[stop], text[stop + 1 : stop + 2]
    if after in "_@^×" or (after.isalnum() and not "가" <= after <= "힣"):
        return True
    if after in "-−–":  # "3-shot", "2-layer"
        return _is_latin(following)
    return after in "/:." and following.isdigit()


def _is_latin(character: str) -> bool:
    return character.isalpha() and not "가" <= character <= "힣"


def _sign(text: str, begin: int) -> tuple[bool, bool, int]:
    """Whether the number has a sign, whether that is a minus, and where the number begins with it."""
    if not begin or text[begin - 1] not in _SIGNS:
        return False, False, begin
    if begin > 1 and (text[begin - 2].isalnum() or text[begin - 2] in "%％)]."):
        return False, False, begin  # a hyphen
    return text[begin - 1] != "±", text[begin - 1] in "-−", begin - 1


def _pair(text: str, one: Quantity, two: Quantity) -> Quantity | None:
    if one.family is two.family is Family.BARE and _COUNTED.fullmatch(text, one.end, two.start):
        return _count(text, one, two)
    shape = _shape(text, one, two)
    if shape is None:
        return None
    one = _converted(one, two)
    if one.family is not Family.BARE and (one.unit != two.unit or one.family is not two.family):
        return None
    return replace(two, start=one.start, first=one.first, second=two.first, shape=shape, signed=one.signed)


def _converted(one: Quantity, two: Quantity) -> Quantity:
    """``one`` in the unit of ``two`` where that is exact: the hours of "48시간에서 63분으로" become minutes."""
    if one.family is not Family.TIME or two.family is not Family.TIME or _SECONDS[one.unit] <= _SECONDS[two.unit]:
        return one
    return replace(one, first=one.first * _SECONDS[one.unit] / _SECONDS[two.unit], unit=two.unit)


def _count(text: str, one: Quantity, two: Quantity) -> Quantity | None:
    korean = text[one.end] == "개"  # "10개 중 9개" names the whole first
    part, whole = (two, one) if korean else (one, two)
    if part.fractional or whole.fractional or not 0 <= part.first <= whole.first:
        return None
    return Quantity(start=one.start, end=two.end, first=part.first, unit=f"of {whole.first}", family=Family.COUNT)


def _shape(text: str, one: Quantity, two: Quantity) -> Shape | None:
    between = text[one.end : two.start]
    if len(between) > 24:
        return None
    if _ARROW.fullmatch(between):
        return Shape.CHANGE
    before = text[max(0, one.start - 40) : one.start]
    if _ENGLISH_PAIR.fullmatch(between) and before.lower().endswith("from "):
        return Shape.RANGE if _RANGE_BEFORE.search(before) else Shape.CHANGE
    if _BETWEEN.fullmatch(between) and before.lower().endswith("between "):
        return Shape.RANGE
    if _DASH.fullmatch(between):
        return Shape.RANGE if two.family is not Family.BARE or one.fractional == two.fractional else None
    if _KOREAN_PAIR.fullmatch(between):
        return _korean_shape(text, one, two, before)
    return None


def _korean_shape(text: str, one: Quantity, two: Quantity, before: str) -> Shape | None:
    after_name = _is_latin(before.rstrip()[-1:])
    grows = two.first > one.first
    if one.family is Family.BARE and two.family is not Family.BARE:  # "3에서 5배", but "Llama 3에서 5배" is no range
        return Shape.RANGE if grows and not after_name else None
    if _CHANGE_END.match(text, two.end):
        return Shape.CHANGE
    if not grows or not _RANGE_END.match(text, two.end):
        return None
    if two.family is Family.BARE:
        return Shape.CHANGE if one.fractional and two.fractional else None
    return Shape.RANGE
