"""Where sentences begin and end in Korean and English prose, as offsets into the text.

Evidence is shown by the sentence, and roles and results are read by the sentence, so every step that needs one takes it
from here.
"""

import re

# It begins with a set of characters so that the search skips to the next of them.
_END = re.compile(r"[.!?。！？\n](?:(?<=\n)\n*|(?<!\n)[.!?。！？]*[\"'”’)\]]*(?=\s|$))")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|cf|vs|al|fig|figs|eq|sec|no|approx|resp|dr|prof|mr|ms|st|inc|ver)|(?<![^\W\d_])[A-Z])\.$",
    re.IGNORECASE,
)


def split(text: str) -> list[tuple[int, int]]:
    """Return the (start, end) of each sentence of ``text``, in order, without the white space around them."""
    sentences: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        if text[match.start()] != "\n" and _is_abbreviation(text, start, match):
            continue
        _append(sentences, text, start, match.end())
        start = match.end()
    _append(sentences, text, start, len(text))
    return sentences


def around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the (start, end) of the sentence, or of the run of sentences, that holds ``text[start:end]``."""
    touched = [(s, e) for s, e in split(text) if s < end and start < e]
    return (min(start, touched[0][0]), max(end, touched[-1][1])) if touched else (start, end)


def _is_abbreviation(text: str, start: int, match: re.Match[str]) -> bool:
    # "et al." at the end of the text still ends a sentence.
    if match.end() == len(text) or match.group()[0] != "." or "가" <= text[match.start() - 1] <= "힣":
        return False
    tail = text[max(start, match.start() - 12) : match.start() + 1]
    if not _ABBREVIATION.search(tail):
        return False
    following = text[match.end() :].lstrip()
    return not following[:1].isupper() or len(tail.split()[-1]) <= 2 or tail.lower().endswith(("e.g.", "i.e.", "vs."))


def _append(sentences: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    chunk = text[start:end]
    stripped = chunk.strip()
    if stripped:
        begin = start + len(chunk) - len(chunk.lstrip())
        sentences.append((begin, begin + len(stripped)))
