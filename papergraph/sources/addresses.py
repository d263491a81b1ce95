"""The address of a paper → its identity: arXiv, Hugging Face's pages of arXiv papers, the ACL Anthology, DOI."""

import re
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from papergraph.model import PaperId

#: For hints: what an entry may link to.
KNOWN = "arxiv.org/abs/ID, huggingface.co/papers/ID, aclanthology.org/ID or doi.org/DOI"

_ARXIV_HOSTS = {
    "arxiv.org",
    "export.arxiv.org",
    "browse.arxiv.org",
    "ar5iv.org",
    "ar5iv.labs.arxiv.org",
    "alphaxiv.org",
}
_HUGGING_FACE_HOSTS = {"huggingface.co", "hf.co"}
_ACL_HOSTS = {"aclanthology.org", "aclanthology.info", "aclweb.org"}
_DOI_HOSTS = {"doi.org", "dx.doi.org"}

_ARXIV_ID = r"(?P<new>[0-9]{4}\.[0-9]{4,5})|(?P<archive>[a-z]+(?:-[a-z]+)?)(?:\.[a-z]{2})?/(?P<number>[0-9]{7})"
_ARXIV = re.compile(rf"/(?:abs|pdf|html|format|ps|overview)/(?:{_ARXIV_ID})(?:v[0-9]+)?(?:\.pdf)?/?", re.IGNORECASE)
_HUGGING_FACE = re.compile(rf"/papers/(?:{_ARXIV_ID})(?:v[0-9]+)?/?", re.IGNORECASE)
_ACL_ID = r"(?P<old>[a-z][0-9]{2}-[0-9]{4,5})|(?P<new>[0-9]{4}\.[a-z0-9_]+-[a-z0-9_]+\.[0-9]+)"
_ACL = re.compile(rf"/(?:anthology/)?(?:papers/)?(?:{_ACL_ID})(?:v[0-9]+)?(?:\.pdf)?/?", re.IGNORECASE)
_DOI = re.compile(r"/(?P<doi>10\.[0-9]{4,9}/[^\s\x00-\x1f\x7f]*[^\s\x00-\x1f\x7f/])/*")
_ARXIV_DOI = re.compile(rf"10\.48550/arxiv\.(?:{_ARXIV_ID})(?:v[0-9]+)?", re.IGNORECASE)
_ACL_DOI = re.compile(rf"10\.18653/v1/(?:{_ACL_ID})", re.IGNORECASE)

_SCHEMES = ("http", "https")
_WITHOUT_SCHEME = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]+/", re.IGNORECASE)
_LONE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_SAFE = "/:;,@!$&'()*+=~%?"


def identify(address: str) -> tuple[PaperId, str] | None:
    """Return the paper that the address leads to, and the address as an absolute IRI; ``None`` when it is not known.

    Versions, ``pdf`` or ``abs``, and DOIs of arXiv or the ACL Anthology make no difference to the paper.
    """
    if _WITHOUT_SCHEME.match(address):
        address = f"{_SCHEMES[1]}://{address}"
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return None
    if parts.scheme not in _SCHEMES or (paper := _paper(host, parts.path)) is None:
        return None
    # The host alone: a user name, a password or a port in a stranger's link has no place in the graph.
    path, query, fragment = (_escaped(part) for part in (parts.path, parts.query, parts.fragment))
    return paper, urlunsplit((parts.scheme, parts.hostname or "", path, query, fragment))


def _escaped(part: str) -> str:
    return quote(_LONE_PERCENT.sub("%25", part), safe=_SAFE)


def _paper(host: str, path: str) -> PaperId | None:
    path = unquote(path)
    if host in _ARXIV_HOSTS:
        return _arxiv(_ARXIV.fullmatch(path))
    if host in _HUGGING_FACE_HOSTS:
        return _arxiv(_HUGGING_FACE.fullmatch(path))
    if host in _ACL_HOSTS:
        return _acl(_ACL.fullmatch(path))
    if host in _DOI_HOSTS and (match := _DOI.fullmatch(path)):
        return _doi(match["doi"])
    return None


def _arxiv(match: re.Match[str] | None) -> PaperId | None:
    if match is None:
        return None
    return PaperId(scheme="arxiv", local=match["new"] or f"{match['archive'].lower()}/{match['number']}")


def _acl(match: re.Match[str] | None) -> PaperId | None:
    if match is None:
        return None
    return PaperId(scheme="acl", local=match["old"].upper() if match["old"] else match["new"].lower())


def _doi(doi: str) -> PaperId:
    return (
        _arxiv(_ARXIV_DOI.fullmatch(doi)) or _acl(_ACL_DOI.fullmatch(doi)) or PaperId(scheme="doi", local=doi.lower())
    )
