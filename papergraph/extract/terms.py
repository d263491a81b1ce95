"""The pipeline's first component: places where a text names what the lexicon knows.

A PhraseMatcher of our own instead of spaCy's ``entity_ruler``: that one walks all its patterns once per text.
"""

import re
from collections.abc import Iterator
from typing import cast

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from papergraph.extract.candidates import Candidate
from papergraph.extract.lexicon import Lexicon, Term
from papergraph.extract.tokenizer import TEXT, MixedTokenizer

KEY = "papergraph_terms"
RULE = "lexicon/1"
_HANGUL_SPACE = re.compile(r"(?<=[가-힣]) (?=[가-힣])")
_NOT_HANGUL = re.compile(r"[A-Za-z]")
_CASED = re.compile(r"[A-Z0-9]")
_SHORT = 4
#: ``사전 학습된`` describes a model; only the noun is the method.
_PRETRAINING = "pre-training"
_ADJECTIVAL = re.compile(
    r"\s?(?:[된한하되시]|없이)|\s(?:모델|가중치|언어|비전|이미지|텍스트|LLM|Transformer|트랜스포머)"
)


class TermMatcher:
    """Finds the terms of ``lexicon`` in a Doc and leaves them, as candidates, in ``doc.user_data``."""

    def __init__(self, language: Language, lexicon: Lexicon) -> None:
        self._matcher = PhraseMatcher(language.vocab, attr="LOWER")
        self._terms: dict[int, tuple[Term, str]] = {}
        tokenizer = cast("MixedTokenizer", language.tokenizer)
        seen: set[str] = set()
        for term in lexicon.terms:
            for surface in term.surfaces:
                variants = {variant.lower(): variant for variant in _variants(surface, proper=term.proper)}
                # The matcher takes the numbers of the words as well, as it does when it is unpickled; to make Docs of
                # all terms takes half a second.
                fresh = [tokenizer.lower_words(variant) for key, variant in variants.items() if key not in seen]
                seen.update(variants)
                if fresh:
                    label = f"term:{len(self._terms)}"
                    self._matcher.add(label, cast("list[Doc]", fresh))
                    self._terms[language.vocab.strings[label]] = (term, surface)

    def __call__(self, doc: Doc) -> Doc:
        """Return ``doc`` with the candidates under ``doc.user_data[KEY]``: not sorted, they may overlap."""
        doc.user_data[KEY] = list(self._candidates(doc))
        return doc

    def _candidates(self, doc: Doc) -> Iterator[Candidate]:
        text: str = doc.user_data[TEXT]
        for identity, start, end in self._matcher(doc):
            term, surface = self._terms[identity]
            first = doc[start]
            last = first if end - start == 1 else doc[end - 1]
            begin, stop = first.idx, last.idx + len(last)
            found = text[begin:stop]
            if "\n" in found or not _same_writing(found, surface, proper=term.proper and term.cls is not None):
                continue
            if "가" <= found[0] <= "힣" and begin and _joined_before(text[begin - 1]):
                continue
            if term.name == _PRETRAINING and _ADJECTIVAL.match(text, stop):
                continue
            yield Candidate(start=begin, end=stop, rule=RULE, term=term, cls=term.cls, proper=term.proper, strength=2)


def last_hangul_words(lexicon: Lexicon) -> frozenset[str]:
    """Return the Hangul words that end a surface of the lexicon: what the tokenizer may cut particles from."""
    words = set()
    for term in lexicon.terms:
        for surface in term.surfaces:
            for variant in _variants(surface, proper=term.proper):
                tail = re.search(r"[가-힣]+$", variant)
                if tail:
                    words.add(tail.group())
    return frozenset(words)


def _variants(surface: str, *, proper: bool) -> Iterator[str]:
    yield surface
    if not _NOT_HANGUL.search(surface):
        yield _HANGUL_SPACE.sub("", surface)
        return
    plain = surface.isascii()
    if plain and not surface.endswith("s") and surface[-1].isalpha():
        yield surface + "s"
        if not proper and surface.endswith("y"):
            yield surface[:-1] + "ies"
    if not proper and plain:
        for spelled in {surface.replace("-", " "), surface.replace(" ", "-")} - {surface}:
            yield spelled
            yield spelled + "s"
    if not proper and "-" in surface and plain:
        yield surface.replace("-", "")


def _same_writing(found: str, surface: str, *, proper: bool) -> bool:
    """Whether the case of ``found`` allows it to be ``surface``: short proper names must agree to the letter."""
    if found == surface:
        return True
    if len(surface) <= _SHORT + 1 and surface.isascii() and surface.isupper():
        return found == surface + "s"
    if not proper:
        return True
    if len(surface) <= _SHORT or (surface.isalpha() and surface.istitle()):
        return found in (surface, surface + "s", surface.upper()) and (found != surface.upper() or surface.islower())
    if surface.isascii() and surface.isupper():
        return found in (surface, surface + "s") or not found.isalpha()
    return bool(_CASED.search(found)) or not found.isascii()


def _joined_before(char: str) -> bool:
    return "가" <= char <= "힣"
