"""When two names are one name and two numbers one number, for measuring; the same as the scorer of the annotations.

Kept apart from ``papergraph.names``: a change of what the graph merges must not change how the graph is measured.
"""

import re
import unicodedata
from dataclasses import dataclass

_JOINERS = re.compile(r"[\s\-_–—‑/·.:'\"“”‘’*]+")
_PLURAL = re.compile(r"[a-z0-9+]{4,}s")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_TIMES = re.compile(r"\dx")
# In this order: "points" goes before "point".
_WORDS = (
    ("배", "x"), ("×", "x"), (",", ""), ("퍼센트", "%"), ("포인트", ""), ("points", ""), ("point", ""), ("pp", ""),
)  # fmt: skip
_MOST_NUMBERS = 2


def same_name(name: str) -> str:
    """Return the form that all spellings of ``name`` share: no case, width, joiners or English plural."""
    folded = _JOINERS.sub("", unicodedata.normalize("NFKC", name).casefold())
    return folded[:-1] if _PLURAL.fullmatch(folded) and not folded.endswith("ss") else folded


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A number, or the two of a range, as they are compared: without spelling. ``unit`` is "%", "x" or ""."""

    numbers: tuple[float, ...]  # sorted
    unit: str
    negative: bool


def value_of(text: str) -> Value:
    """Return the value that a text such as ``85.0%``, ``4.5배`` or ``3-5x`` gives."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    for word, sign in _WORDS:
        folded = folded.replace(word, sign)
    numbers = tuple(sorted(float(number) for number in _NUMBER.findall(folded)))
    unit = "%" if "%" in folded else "x" if _TIMES.search(folded.replace(" ", "")) else ""
    return Value(numbers=numbers, unit=unit, negative=folded.lstrip().startswith("-") and len(numbers) == 1)


def predicted_value(*, raw: str | None, value: str | None, unit: str | None) -> Value:
    """Return the value of a result in a graph: the raw text if it has one; the sign from ``value`` too."""
    read = value_of(raw or value or "")
    known = unit if not raw and unit in ("%", "x") else read.unit
    return Value(numbers=read.numbers, unit=known, negative=read.negative or (value or "").strip().startswith("-"))


def same_value(predicted: Value, gold: Value) -> bool:
    """Tell whether numbers agree (one side of a pair is enough), units too, and no minus stands where gold has none."""
    ours, theirs = set(predicted.numbers), set(gold.numbers)
    return (
        0 < len(predicted.numbers) <= _MOST_NUMBERS
        and (ours <= theirs or theirs <= ours)
        and predicted.unit == gold.unit
        and not (predicted.negative and not gold.negative)
    )
