"""Text of strangers as HTML: escaped, without what steers a page, each name with its own language and direction."""

import re
from functools import lru_cache

from markupsafe import Markup, escape

from papergraph.model import Role
from papergraph.site.facts import Place
from papergraph.views.text import clean, shorten

VERBS = {
    Role.INTRODUCES: "introduces",
    Role.COMPARES_WITH: "compares with",
    Role.EVALUATES_ON: "is evaluated on",
    Role.USES: "uses",
    Role.MENTIONS: "mentions",
}

_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")


def is_korean(text: str) -> bool:
    """Return whether ``text`` has Hangul in it."""
    return _HANGUL.search(text) is not None


@lru_cache(maxsize=1 << 16)
def name(text: str) -> Markup:
    """Return a name or title as an element of its own."""
    return Markup('<bdi lang="ko">{}</bdi>' if is_korean(text) else "<bdi>{}</bdi>").format(_tidy(text))


@lru_cache(maxsize=1 << 16)
def short(text: str, at_most: int = 30) -> str:
    """Return a name cut to ``at_most`` Latin letters' width; not escaped."""
    return shorten(text, at_most=at_most)


@lru_cache(maxsize=1 << 16)
def line(text: str) -> str:
    """Return ``text`` on one line, for titles of windows and descriptions; not escaped."""
    return _tidy(text)


def said(place: Place) -> Markup:
    """Return the sentence of ``place`` with what it is about marked; empty in a graph without text."""
    sentence = clean(place.sentence)
    start, end = place.start, place.end
    return Markup("{}<mark>{}</mark>{}").format(sentence[:start], sentence[start:end], sentence[end:])


def language(text: str) -> Markup:
    """Return the attributes that say in which language and direction ``text`` is to be read."""
    return Markup(' lang="ko" dir="auto"' if is_korean(text) else ' dir="auto"')


def language_only(text: str) -> Markup:
    """Return the attribute that says in which language ``text`` is, for SVG, which has none for the direction."""
    return Markup(' lang="ko"' if is_korean(text) else "")


def _tidy(text: str) -> str:
    return " ".join(clean(text).split()) or "unnamed"


def escaped(text: str) -> Markup:
    """Return ``text`` escaped, on as many lines as it has."""
    return escape("\n".join(clean(one) for one in text.split("\n")))
