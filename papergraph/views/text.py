"""Text of strangers made fit to show: characters that steer a terminal or a line of text go, the rest stays.

Nothing is escaped here: that is the business of whoever writes HTML, SVG or JSON.
"""

import re
import unicodedata
from urllib.parse import urlsplit

_WIDEST_LABEL = 30  # columns, of which a Hangul syllable takes two
_JOINER = "\u200d"
#: Neither XML nor HTML has them, and nothing shows them.
_NONCHARACTERS = re.compile(
    "[\ufdd0-\ufdef\ufffe\uffff"
    + "".join(chr(plane << 16 | 0xFFFE) + chr(plane << 16 | 0xFFFF) for plane in range(1, 17))
    + "]"
)


def clean(text: str) -> str:
    """Return ``text`` of the same length, one sign for each control, direction mark, surrogate and noncharacter.

    The length stays because offsets point into it. Direction overrides can make a name read as another; a joiner
    stays, for it holds letters and emoji together.
    """
    if text.isascii() and text.isprintable():
        return text
    return _NONCHARACTERS.sub("\ufffd", "".join(_shown(character) for character in text))


def _shown(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Cs":
        return "\ufffd"
    if category == "Cc" or (category == "Cf" and character != _JOINER) or category in ("Zl", "Zp"):
        return " "
    return character


def columns(text: str) -> int:
    """Return how many Latin letters' width ``text`` takes: wide characters two, marks that combine none."""
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character) or character == _JOINER:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def shorten(text: str, *, at_most: int = _WIDEST_LABEL) -> str:
    """Return ``text`` cut to ``at_most`` columns with an ellipsis, never between a letter and its marks."""
    tidy = " ".join(clean(text).split())
    if columns(tidy) <= at_most:
        return tidy
    taken, used = 0, 1
    for character in tidy:
        used += _columns(character)
        if used > at_most:
            break
        taken += 1
    # A joiner left at the end would glue the ellipsis to what was cut off.
    return tidy[:taken].rstrip(f" {_JOINER}:,;-") + "…"


def web_address(url: str | None) -> str | None:
    """Return ``url`` when it is an absolute http(s) address that may stand in a link, else ``None``."""
    if url is None or any(character <= " " or character in "<>\"'`\\" for character in url) or clean(url) != url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None
