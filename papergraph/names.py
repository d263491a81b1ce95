"""The form under which two spellings of a name are the same name."""

import re
import unicodedata
from functools import lru_cache

_JOINERS = re.compile(r"[\s\-_–—‑‐/·:'\"“”‘’*`]+")
_BETWEEN_NUMBERS = re.compile(r"(?<=\d)[\s\-_–—‑‐/·:'\"“”‘’*`]+(?=\d)")
_DOT_OUTSIDE_A_NUMBER = re.compile(r"(?<!\d)\.|\.(?!\d)")
_ACCENTED = re.compile(r"[\u00c0-\u024f\u0300-\u036f\u1e00-\u1eff]")
_ACCENT = re.compile(r"(?<=[a-z])[\u0300-\u036f]+")
_PLURAL = re.compile(r"[a-z0-9+]{3,}[^\W\ds]s")
_HANGUL = re.compile(r"[가-힣ㄱ-ㅎㅏ-ㅣ]")
_NAME_BREAKS = re.compile(r"[\s.\-‐‑–'’`]+")
#: Stands between two numbers that a space or hyphen parts.
NUMBERS_APART = "|"


@lru_cache(maxsize=1 << 16)
def concept_norm(name: str) -> str:
    """Return ``name`` without what spelling varies in: width, case, accents, spaces, hyphens, quotation marks.

    A dot inside a number stays (``Qwen2.5`` is not ``Qwen25``), two numbers stay apart (``Llama 3 8B`` is not ``Llama
    38B``), and so do the signs that tell names apart (``C++``).
    """
    text = name.lower() if name.isascii() else _folded(name)
    if text.isalnum():
        return text
    text = _JOINERS.sub("", _BETWEEN_NUMBERS.sub(NUMBERS_APART, text))
    return _DOT_OUTSIDE_A_NUMBER.sub("", text) if "." in text else text


def _folded(name: str) -> str:
    text = unicodedata.normalize("NFKC", name).casefold().replace("×", "x")
    # Only Latin letters have accents that people leave out; taken apart, other scripts would lose letters.
    if not _ACCENTED.search(text):
        return text
    return unicodedata.normalize("NFC", _ACCENT.sub("", unicodedata.normalize("NFD", text)))


def singular(norm: str) -> str:
    """Return the norm of an English plural without its ``s``; anything else as it is."""
    return norm[:-1] if _PLURAL.fullmatch(norm) else norm


#: What stands behind a name to tell son from father.
GENERATION = re.compile(r"(?:[js]r|i{2,3}|iv|2nd|3rd)\.?")
#: Letters that Unicode does not take apart, as they are spelled without them.
_UNDECOMPOSED = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ə": "e", "æ": "ae", "œ": "oe", "þ": "th", "ŋ": "ng"}
)


def author_norm(name: str) -> str:
    """Return a person's name without case, diacritics, dots, hyphens and apostrophes, in the order given, family.

    ``Kim, Minji`` is ``minji kim``; a suffix stays at the end (``Ada Kim, Jr.`` is ``ada kim jr``).
    """
    text = name.lower() if name.isascii() else _plain(name)
    if "," in text:
        text = _family_last(text)
    return _NAME_BREAKS.sub(" ", text).strip() or name.casefold().strip()


def _plain(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", name).casefold())
    plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    return unicodedata.normalize("NFC", plain.translate(_UNDECOMPOSED))


def _family_last(name: str) -> str:
    parts = [part.strip() for part in name.split(",")]
    own = [part for part in parts if part and not GENERATION.fullmatch(part)]
    generation = [part for part in parts[1:] if GENERATION.fullmatch(part)]
    return " ".join([*(reversed(own) if len(own) == 2 else own), *generation])


def language_of(text: str) -> str:
    """Return "ko" for a label that holds Hangul, otherwise "en"."""
    return "ko" if _HANGUL.search(text) else "en"
