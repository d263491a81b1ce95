"""The form under which two spellings of a name are the same name."""

import re
import unicodedata

_JOINERS = re.compile(r"[\s\-_–—‑‐/·:'\"“”‘’*`]+")
_DOT_OUTSIDE_A_NUMBER = re.compile(r"(?<!\d)\.|\.(?!\d)")
_PLURAL = re.compile(r"[a-z0-9+]{3,}[^\W\ds]s")
_HANGUL = re.compile(r"[가-힣ㄱ-ㅎㅏ-ㅣ]")
_NAME_BREAKS = re.compile(r"[\s.\-‐‑–'’`]+")


def concept_norm(name: str) -> str:
    """Return ``name`` without what spelling varies in: width, case, spaces, hyphens, quotation marks.

    A dot inside a number stays (``Qwen2.5`` is not ``Qwen25``), and so do the signs that tell names apart (``C++``).
    """
    text = unicodedata.normalize("NFKC", name).casefold()
    return _DOT_OUTSIDE_A_NUMBER.sub("", _JOINERS.sub("", text))


def singular(norm: str) -> str:
    """Return the norm of an English plural without its ``s``; anything else as it is."""
    return norm[:-1] if _PLURAL.fullmatch(norm) else norm


def author_norm(name: str) -> str:
    """Return a person's name without case, diacritics, dots, hyphens and apostrophes; the order of its parts stays."""
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", name).casefold())
    plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    return unicodedata.normalize("NFC", _NAME_BREAKS.sub(" ", plain)).strip()


def language_of(text: str) -> str:
    """Return "ko" for a label that holds Hangul, otherwise "en"."""
    return "ko" if _HANGUL.search(text) else "en"
