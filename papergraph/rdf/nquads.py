"""The terms of N-Quads as text, in the canonical form: one spelling for each value, so equal graphs are equal bytes.

A graph here is text from the start: no term object is made, and nothing is parsed again. What cannot stand in RDF is
dealt with in this file and nowhere else:

- a lone surrogate is no Unicode scalar value, so no RDF literal can hold it; it becomes U+FFFD, one code point for one,
  and offsets into the text stay true;
- noncharacters stay as they are (U+FFFE and U+FFFF are written with ``\\u``, as the canonical form asks);
- an IRI is never repaired silently: :func:`iri_term` raises. Only a web address from the input, which nothing else
  refers to, is percent-encoded (:func:`web_address`).
"""

import re
from decimal import Decimal
from typing import Final
from urllib.parse import quote

from papergraph.errors import IriError

_TO_ESCAPE: Final = re.compile('[\x00-\x1f"\\\\\x7f\ud800-\udfff\ufffe\uffff]')
_SHORT_ESCAPES: Final = {
    "\b": "\\b",
    "\t": "\\t",
    "\n": "\\n",
    "\f": "\\f",
    "\r": "\\r",
    '"': '\\"',
    "\\": "\\\\",
}
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_REPLACEMENT: Final = "\ufffd"

# What RFC 3987 leaves out: controls, the ASCII signs with a meaning of their own, private use, noncharacters.
_NOT_IN_IRI: Final = re.compile(
    '[\x00-\x20<>"{}|\\\\^`\\[\\]\x7f-\x9f\ud800-\uf8ff\ufdd0-\ufdef\ufff0-\uffff'
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(1, 14))
    + "\U000e0000-\U000e0fff\U000efffe-\U0010ffff]|%(?![0-9A-Fa-f]{2})"
)
_LANGUAGE: Final = re.compile(r"[a-z]{2,8}(?:-[a-z0-9]{1,8})*")
_WEB_ADDRESS: Final = re.compile(r"(https?)://([A-Za-z0-9._~-]+(?::[0-9]{1,5})?)(?=[/?#]|$)(.*)", re.DOTALL)
_BAD_PERCENT: Final = re.compile(r"%(?![0-9A-Fa-f]{2})")
_RESERVED: Final = ":/?@!$&'()*+,;=%"  # what may stand in a path, a query or a fragment, "%" already being right


def iri_term(iri: str) -> str:
    """Return ``<iri>``.

    Raises:
        IriError: when a character of ``iri`` may not stand in an IRI, or a percent sign begins no escape.
    """
    if found := _NOT_IN_IRI.search(iri):
        raise IriError(f"{found.group()!r} cannot stand in the IRI {iri!r}")
    return f"<{iri}>"


def web_address(address: str) -> str | None:
    """Return ``address`` as an IRI, what may not stand in one percent-encoded; None when it is no http(s) address."""
    parts = _WEB_ADDRESS.fullmatch(scalar_values(address.strip()))
    if parts is None:
        return None
    scheme, host, rest = parts.groups()
    before, hash_sign, fragment = _BAD_PERCENT.sub("%25", rest).partition("#")
    return f"{scheme}://{host}{quote(before, safe=_RESERVED)}{hash_sign}{quote(fragment, safe=_RESERVED)}"


def scalar_values(text: str) -> str:
    """Return ``text`` with U+FFFD for each lone surrogate: as a graph holds it, with the same number of code points."""
    return _SURROGATE.sub(_REPLACEMENT, text)


def string(text: str) -> str:
    """Return ``text`` as a plain literal, ``"…"``."""
    return f'"{_TO_ESCAPE.sub(_escape, text)}"'


def language_string(text: str, language: str) -> str:
    """Return ``text`` as a literal in ``language``: ``"…"@ko``.

    Raises:
        ValueError: when ``language`` is no language tag in lower case.
    """
    if not _LANGUAGE.fullmatch(language):
        raise ValueError(f"{language!r} is no language tag")
    return f"{string(text)}@{language}"


def typed(lexical: str, datatype: str) -> str:
    """Return the literal with the lexical form ``lexical`` and the datatype with the IRI ``datatype``."""
    return f"{string(lexical)}^^<{datatype}>"


def decimal_lexical(value: Decimal) -> str:
    """Return the canonical lexical form of ``value`` as an xsd:decimal: ``46``, ``-0.5``; never an exponent.

    Raises:
        ValueError: when ``value`` is not finite.
    """
    if not value.is_finite():
        raise ValueError(f"{value} is no decimal number")
    if not value:
        return "0"
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    if "\ud800" <= character <= "\udfff":
        return _REPLACEMENT
    return _SHORT_ESCAPES.get(character) or f"\\u{ord(character):04X}"
