"""Text → spaCy Doc, where Korean particles never hide a name.

Tokens end where scripts meet (``GRPO를`` → ``GRPO``, ``를``); a Latin name keeps its inner hyphens, dots and digits
(``Qwen2.5-VL-7B``, ``Pass@1``, ``Who&When``); a Hangul word that ends in particles is cut where the lexicon knows what
stands before them (``데이터셋에서도`` → ``데이터셋``, ``에서도``).
"""

import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import cast

from spacy.tokens import Doc
from spacy.vocab import Vocab

from papergraph.particles import PARTICLES

TEXT = "papergraph_text"
_TOKEN = re.compile(
    r"("
    r"[A-Za-zÀ-ɏ0-9]+(?:(?:[.@&_+][A-Za-zÀ-ɏ0-9]+|[-‑][A-Za-zÀ-ɏ0-9]+))*\+{0,2}"
    r"|[가-힣]+"
    r"|\s"
    r"|."
    r")( ?)",
    re.DOTALL,
)
_GLUED_SUFFIX = re.compile(
    r"[-‑](?:based|style|like|guided|driven|aware|free|level|trained|tuned|generated|related|inspired|powered|enhanced|"
    r"augmented|centric|family|only|specific|oriented|enabled|judge)$",
    re.IGNORECASE,
)
_LONGEST_PARTICLE = max(map(len, PARTICLES))
_CACHE_LIMIT = 50_000


class MixedTokenizer:
    """The tokenizer of the pipeline. ``stems`` are the Hangul words that end a term of the lexicon."""

    def __init__(self, vocab: Vocab, *, stems: Collection[str] = ()) -> None:
        self.vocab = vocab
        self._stems = frozenset(stems)
        self._pieces: dict[str, tuple[int, ...]] = {}

    def __call__(self, text: str) -> Doc:
        """Return the Doc of ``text``; its text is ``text``, to the character."""
        words: list[int] = []
        spaces: list[bool] = []
        pieces = self._pieces
        for word, space in _TOKEN.findall(text):
            parts = pieces.get(word) or self._remember(word)
            words += parts
            if len(parts) > 1:
                spaces += [False] * (len(parts) - 1)
            spaces.append(space != "")
        # A word's number in the vocabulary does for the word, and spares Doc two hashes of each.
        # Doc.text joins all tokens at each call; the components take the text from here.
        return Doc(self.vocab, words=cast("list[str]", words), spaces=spaces, user_data={TEXT: text})

    def lower_words(self, text: str) -> list[int]:
        """Return the numbers, in the vocabulary, of the words of ``text`` in lower case."""
        return [self.vocab.strings.add(part.lower()) for word, _ in _TOKEN.findall(text) for part in self._split(word)]

    @contextmanager
    def memory_zone(self, mem: object = None) -> Iterator[None]:
        """What ``Language.memory_zone`` enters as well: the words of a zone leave the vocabulary at its end."""
        outside, self._pieces = self._pieces, {}
        try:
            yield
        finally:
            self._pieces = outside

    def _remember(self, word: str) -> tuple[int, ...]:
        if len(self._pieces) >= _CACHE_LIMIT:
            self._pieces.clear()
        parts = self._pieces[word] = tuple(map(self.vocab.strings.add, self._split(word)))
        return parts

    def _split(self, word: str) -> tuple[str, ...]:
        if len(word) == 1:
            return (word,)
        if "가" <= word[0] <= "힣":
            return self._cut_particles(word)
        glued = _GLUED_SUFFIX.search(word) if "-" in word or "‑" in word else None
        if glued and glued.start() > 0:
            return (word[: glued.start()], glued.group()[0], glued.group()[1:])
        return (word,)

    def _cut_particles(self, word: str) -> tuple[str, ...]:
        if word in self._stems:
            return (word,)
        for cut in range(len(word) - 1, max(0, len(word) - 1 - _LONGEST_PARTICLE), -1):
            if word[cut:] in PARTICLES and word[:cut] in self._stems:
                return (word[:cut], word[cut:])
        return (word,)
