"""The form under which two spellings of one name in one entry are the same."""

import re
import unicodedata
from functools import lru_cache

_JOINERS = re.compile(r"[\s\-_–—‑‐/·:'\"“”‘’*`™®]+")
_PLURAL = re.compile(r"(?=.*[a-z])[a-z0-9+.]{2,}[a-rt-z0-9]s")


@lru_cache(maxsize=50_000)
def fold(name: str) -> str:
    """Return ``name`` without case, width, spaces, hyphens, quotation marks and the ``s`` of an English plural."""
    if not name.isascii():
        name = unicodedata.normalize("NFKC", name)
    plural = name.endswith("s")  # PerceiverS is no plural
    folded = _JOINERS.sub("", name.casefold()).replace("&", "and")
    return folded[:-1] if plural and _PLURAL.fullmatch(folded) else folded
