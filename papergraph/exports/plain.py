"""Text of strangers on one line, without what steers a terminal, breaks a row or is forbidden in a format.

Nothing is escaped here: each writer escapes for its own format.
"""

import re
import unicodedata

_JOINER = "\u200d"
_SPACES = re.compile(r"\s+")


def one_line(text: str) -> str:
    """Return ``text`` with controls, direction marks and line ends as single spaces, and nothing at its ends.

    What no text may hold (lone surrogates, noncharacters) becomes U+FFFD. A joiner stays, for it holds emoji together.
    """
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    return _SPACES.sub(" ", "".join(map(_harmless, text))).strip()


def _harmless(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Cs" or _is_noncharacter(character):
        return "\ufffd"
    if category in ("Cc", "Zl", "Zp") or (category == "Cf" and character != _JOINER):
        return " "
    return character


def _is_noncharacter(character: str) -> bool:
    return ord(character) & 0xFFFE == 0xFFFE or "\ufdd0" <= character <= "\ufdef"
