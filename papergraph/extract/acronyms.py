"""Acronyms and their long forms: whether letters can stand for words."""

import re

from papergraph.wordlists import words

_SHORT = re.compile(r"[A-Za-z0-9][\w\-&@.+]{1,14}")
SMALL = frozenset(
    words("""
    a an the of for in on to and with via by as from at but not or
    """)
)

_MOST = 0.8  # of the letters of a coined short form


def explains(short: str, long: str) -> bool:
    """Whether ``short`` can be an acronym of ``long``: its letters stand there in order, the first begins a word."""
    letters = [char for char in short.casefold().removesuffix("s") if char.isalnum()]
    target = long.casefold()
    if len(letters) < 2 or len(target) <= len(short):
        return False
    place = len(target)
    for index in range(len(letters) - 1, -1, -1):
        place -= 1
        while place >= 0 and (target[place] != letters[index] or (index == 0 and not _begins_word(target, place))):
            place -= 1
        if place < 0:
            return False
    return place == 0 or SMALL.issuperset(target[:place].split()) or _initials_agree(letters, target)


def _begins_word(text: str, place: int) -> bool:
    return place == 0 or not text[place - 1].isalnum()


def _initials_agree(letters: list[str], target: str) -> bool:
    initials = [word[0] for word in re.findall(r"[^\W_]+", target) if word not in SMALL]
    return initials[-len(letters) :] == letters


def resembles(short: str, long: str) -> bool:
    """Whether ``short`` begins as ``long`` does and most of its letters stand there in order (``SliCK``)."""
    letters, target = short.casefold(), long.casefold()
    if letters[0] != target[0]:
        return False
    place, held = 0, 0
    for letter in letters:
        found = target.find(letter, place)
        if found >= 0:
            place, held = found + 1, held + 1
    return held >= _MOST * len(letters)


def spells(short: str, long: str) -> bool:
    """Whether the words of ``long``, or their hyphenated parts, begin with the letters of ``short``, one each."""
    letters = [char for char in short.casefold().removesuffix("s") if char.isalnum()]
    words = [word for word in long.casefold().split() if word not in SMALL]
    pieces = [piece for piece in re.split(r"[\s\-‑–/]+", long.casefold()) if piece and piece not in SMALL]
    return any([word[0] for word in parts] == letters for parts in (words, pieces))


def is_acronym(text: str) -> bool:
    """Whether a word is an acronym or a coined name: capitals inside, or in each of its hyphenated parts."""
    if not _SHORT.fullmatch(text):
        return False
    capitals = sum(char.isupper() for char in text)
    parts = text.split("-")
    if len(parts) > 1 and all(part[:1].isupper() and part[1:].islower() for part in parts):
        return False
    return capitals >= 2 or (capitals == 1 and (not text[0].isupper() or any(char.isdigit() for char in text)))


def letters_fit(acronym: str, korean: str) -> bool:
    """Whether an acronym can stand for a Korean term: one word, or part of a word, for each letter."""
    letters = sum(char.isupper() for char in acronym)
    if not acronym.removesuffix("s").isupper():
        return False
    return len(re.split(r"[\s\-]+", korean)) == letters


def is_short_for(short: str, name: str) -> bool:
    """Whether one capitalised word is a coined short form of a name (``Make-A-Feather (Maf)``, ``(Fattention)``)."""
    if not re.fullmatch(r"[A-Z][a-z]{2,11}", short) or not any(char.isupper() for char in name):
        return False
    return ("-" in name and explains(short, name)) or short.casefold().endswith(name.rsplit(" ", 1)[-1].casefold())
