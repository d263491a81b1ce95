"""The extractor: a spaCy pipeline of our own components, and the reading of what they find."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from spacy.lang.lex_attrs import LEX_ATTRS, lower
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from papergraph.extract import coined, compounds, glosses, shapes, terms, titles
from papergraph.extract.assembly import gather
from papergraph.extract.candidates import Candidate
from papergraph.extract.entities import describe
from papergraph.extract.joined import Joined
from papergraph.extract.lexicon import Lexicon, load
from papergraph.extract.results import find_results
from papergraph.extract.tokenizer import MixedTokenizer
from papergraph.model import Listing, Reading

_ZONE = 2048  # listings whose words spaCy keeps until the last of them is read
_BATCH = 256  # listings that go through each step together


class Extractor:
    """Reads listings. Building one takes about a second (the lexicon); reading keeps nothing."""

    def __init__(self, lexicon: Lexicon | None = None) -> None:
        self.lexicon = load() if lexicon is None else lexicon
        self._language = _pipeline(self.lexicon)

    def read(self, listing: Listing) -> Reading:
        """Return what the listing names, with every place where it does, and the numbers it reports."""
        return self._readings([listing])[0]

    def read_many(self, listings: Iterable[Listing]) -> Iterator[Reading]:
        """Yield the reading of each listing, in order; memory stays bounded whatever their number."""
        stream = iter(listings)
        while zone := list(islice(stream, _ZONE)):
            # Without a memory zone spaCy keeps every word it has ever seen.
            with self._language.memory_zone():
                readings = [
                    reading
                    for start in range(0, len(zone), _BATCH)
                    for reading in self._readings(zone[start : start + _BATCH])
                ]
            yield from readings

    def _readings(self, listings: Sequence[Listing]) -> list[Reading]:
        # Each step goes over all listings before the next one begins: what a step needs then stays in the processor's
        # cache, which saves a seventh of the time.
        texts = [Joined.of(listing.sections) for listing in listings]
        docs = [self._language.make_doc(joined.text) for joined in texts]
        known = [self._known(doc) for doc in docs]
        found = [_candidates(joined, listed, self.lexicon) for joined, listed in zip(texts, known, strict=True)]
        glossed = [list(glosses.find(joined.text)) for joined in texts]
        groups = [
            gather(joined.text, candidates, named, lexicon=self.lexicon)
            for joined, candidates, named in zip(texts, found, glossed, strict=True)
        ]
        entities = [describe(joined, each, lexicon=self.lexicon) for joined, each in zip(texts, groups, strict=True)]
        return [
            Reading(entities=named, results=find_results(listing.sections, named))
            for listing, named in zip(listings, entities, strict=True)
        ]

    def _known(self, doc: Doc) -> list[Candidate]:
        known: list[Candidate] = self._language(doc).user_data[terms.KEY]
        return known


def _candidates(joined: Joined, known: Sequence[Candidate], lexicon: Lexicon) -> list[Candidate]:
    return [
        *known,
        *compounds.extend(joined.text, known, title_end=joined.title_end),
        *titles.find(joined.text, title_end=joined.title_end),
        *shapes.find(joined.text, title_end=joined.title_end),
        *compounds.find(joined.text, title_end=joined.title_end),
        *coined.find(joined.text, title_end=joined.title_end, lexicon=lexicon),
    ]


def _pipeline(lexicon: Lexicon) -> Language:
    # Shape, "looks like a number" and the other word features, which nothing here reads, took a third of the time.
    vocab = Vocab(lex_attr_getters={key: getter for key, getter in LEX_ATTRS.items() if getter is lower})
    language = Language(vocab, max_length=sys.maxsize)  # spaCy's limit is for parsers; everything here is linear
    language.tokenizer = MixedTokenizer(language.vocab, stems=terms.last_hangul_words(lexicon))
    Language.component("papergraph_terms", func=terms.TermMatcher(language, lexicon))
    language.add_pipe("papergraph_terms")
    return language
