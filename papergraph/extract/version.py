"""The version of the extractor: what was read by another one is read again."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

#: Raised by hand whenever a rule changes what is read.
RULES = "7"
LEXICON_FOLDER = Path(__file__).parent / "lexicon"


def extractor_version(own: Sequence[Path] = ()) -> str:
    """Return the version of the rules, of the terms shipped with them and of the user's ``own``: ``1+3f2a90c1``."""
    digest = hashlib.sha256()
    for name, file in [("", file) for file in own] + [
        (file.name, file) for file in sorted(LEXICON_FOLDER.glob("*.tsv"))
    ]:
        digest.update(name.encode() + b"\0" + file.read_bytes() + b"\0")
    return f"{RULES}+{digest.hexdigest()[:8]}"
