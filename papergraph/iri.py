"""Key → IRI: pure, stable, no randomness.

A slug is Unicode NFKC in lower case; letters of any script and digits stay, the signs that tell names apart
(``+ # @ &`` and a dot between letters or digits) are spelled, everything else becomes ``-``. Two names may still share
a slug: whoever hands out keys numbers them (:func:`numbered`).
"""

import re
import unicodedata
from urllib.parse import quote, unquote, urlsplit

from papergraph.errors import IriError
from papergraph.model import DayId, PaperId
from papergraph.vocab import BASE

_SPELLED = {"+": "-plus-", "#": "-sharp-", "@": "-at-", "&": "-and-"}
_DOT = re.compile(r"(?<=[^\W_])\.(?=[^\W_])")
_NOT_A_LETTER = re.compile(r"[\W_]+")
_FORBIDDEN = re.compile(r"[\x00-\x20<>\"{}|\\^`]")
_LONGEST_SLUG = 120


def slug(name: str) -> str:
    """Return the slug of ``name``.

    ``Qwen2.5`` → ``qwen2-dot-5``, ``C++`` → ``c-plus-plus``, ``강화 학습`` → ``강화-학습``.

    Raises:
        IriError: when no letter, digit or spelled sign is left.
    """
    text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).lower())
    for sign, spelled in _SPELLED.items():
        text = text.replace(sign, spelled)
    text = _NOT_A_LETTER.sub("-", _DOT.sub("-dot-", text)).strip("-")
    if not text:
        raise IriError(f"no letter or digit in the name {name!r}", hint="a name needs at least one letter or digit")
    return text[:_LONGEST_SLUG].rstrip("-")


def person_slug(name: str) -> str:
    """Return the slug of a person's name, in which a dot only shortens: ``Ryan A. Rossi`` → ``ryan-a-rossi``."""
    return slug(name.replace(".", " "))


def numbered(base_slug: str, number: int) -> str:
    """Return the key of the ``number``-th (from 1) holder of a slug: ``sage``, ``sage-2``, ``sage-3``."""
    return base_slug if number == 1 else f"{base_slug}-{number}"


def check_base(base: str) -> str:
    """Return ``base`` when it can be the base of data IRIs: absolute http(s), ending in ``/`` or ``#``.

    Raises:
        IriError: otherwise.
    """
    parts = urlsplit(base)
    if parts.scheme not in ("http", "https") or not parts.netloc or _FORBIDDEN.search(base) or base[-1] not in "/#":
        raise IriError(
            f"{base!r} cannot be the base of the data IRIs",
            hint="give an absolute http(s) IRI that ends in '/', such as https://example.org/papers/",
        )
    return base


def paper_iri(paper: PaperId, *, base: str = BASE) -> str:
    """Return the IRI of a paper: ``…/paper/arxiv/2505.02214``."""
    return f"{base}paper/{paper.scheme}/{quote(paper.local, safe=_SAFE_PATH)}"


def paper_id(iri: str, *, base: str = BASE) -> PaperId | None:
    """Return the paper of an IRI that :func:`paper_iri` made; None when it is of nothing like that."""
    folder, _, path = iri.removeprefix(base).partition("/")
    scheme, _, local = path.partition("/")
    return PaperId(scheme=scheme, local=unquote(local)) if folder == "paper" and local else None


def author_iri(key: str, *, base: str = BASE) -> str:
    """Return the IRI of an author: ``…/author/yang-yue``."""
    return f"{base}author/{key}"


def concept_iri(key: str, *, base: str = BASE) -> str:
    """Return the IRI of a concept: ``…/concept/grpo``."""
    return f"{base}concept/{key}"


def digest_iri(day: DayId, *, base: str = BASE) -> str:
    """Return the IRI of a digest, which is also the name of its graph: ``…/digest/daily-papers/2025-05-07``."""
    return f"{base}digest/{day.source}/{day.day.isoformat()}"


def listing_iri(day: DayId, paper: PaperId, *, base: str = BASE) -> str:
    """Return the IRI of a listing: the digest's, then the paper's local id (with its scheme unless it is arXiv's)."""
    local = quote(paper.local, safe="")
    name = local if paper.scheme == "arxiv" else f"{paper.scheme}/{local}"
    return f"{digest_iri(day, base=base)}/{name}"


def section_iri(listing: str, position: int) -> str:
    """Return the IRI of a section of the listing with the IRI ``listing``."""
    return f"{listing}/section/{position}"


def mention_iri(section: str, start: int, end: int) -> str:
    """Return the IRI of a mention in the section with the IRI ``section``."""
    return f"{section}/mention/{start}-{end}"


def result_iri(listing: str, number: int) -> str:
    """Return the IRI of the ``number``-th (from 1) result of the listing with the IRI ``listing``."""
    return f"{listing}/result/{number}"


def link_iri(link: str, first: str, second: str, *, base: str = BASE) -> str:
    """Return the IRI of the computed link ``link`` (a property) between two nodes, by their IRIs, the lower one first.

    ``…/link/coAuthorOf/author/andrew-zhao/author/yang-yue``.
    """
    ends = "/".join(end.removeprefix(base) for end in sorted((first, second)))
    return f"{base}link/{link.rpartition('#')[2]}/{ends}"


def rule_iri(rule: str, *, base: str = BASE) -> str:
    """Return the IRI of an extraction rule with its version: ``gloss/1`` → ``…/rule/gloss/1``."""
    return f"{base}rule/{quote(rule, safe='/')}"


def graph_iri(name: str, *, base: str = BASE) -> str:
    """Return the IRI of one of the graphs that are no document: ``ontology``, ``resolved``, ``derived``."""
    return f"{base}graph/{name}"


_SAFE_PATH = "/:;()@"
