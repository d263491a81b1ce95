"""The sections of a listing as one text, with the way back to each of them."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from papergraph import sentences as sentence_splitter
from papergraph.model import Section

_SIZE = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """The sections of a listing as one text, and the way back."""

    text: str
    starts: tuple[int, ...]  # of each section in the text
    title_end: int
    sentences: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, sections: Sequence[Section]) -> "Joined":
        """Return the joined text of ``sections``; a line break stands between two."""
        text = "\n".join(section.text for section in sections)
        starts = []
        place = 0
        for section in sections:
            starts.append(place)
            place += len(section.text) + 1
        title_end = len(sections[0].text) if sections else 0
        return cls(text=text, starts=tuple(starts), title_end=title_end, sentences=tuple(sentence_splitter.split(text)))

    def section_of(self, start: int) -> tuple[int, int]:
        """Return the section that holds ``start``, and where it begins."""
        index = bisect_right(self.starts, start) - 1
        return index, self.starts[index]

    def sentence_of(self, start: int) -> tuple[int, int]:
        """Return the sentence that holds ``start``."""
        index = bisect_right(self.sentences, (start, len(self.text) + 1)) - 1
        return self.sentences[max(index, 0)] if self.sentences else (0, len(self.text))

    def around(self, start: int, end: int) -> str:
        """Return the words beside ``text[start:end]``, of the same sentence."""
        first, last = self.sentence_of(start)
        return self.text[max(first, start - _SIZE) : min(last, end + _SIZE)]
