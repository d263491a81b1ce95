"""Names → authors: the same normalised name is one author."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from papergraph.iri import person_slug
from papergraph.model import Alias, Author, Day, Decision, PaperId
from papergraph.names import author_norm
from papergraph.resolve.keys import hand_out


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """The authors, sorted by key; the keys of each paper's authors, sorted; and how it was decided."""

    authors: tuple[Author, ...]
    authors_of: dict[PaperId, tuple[str, ...]]
    decisions: tuple[Decision, ...]


class AuthorResolver:
    """Gathers the names of all days, in any order; :meth:`finish` decides who is who."""

    def __init__(self, aliases: Sequence[Alias] = ()) -> None:
        self._aliases = aliases
        self._written: Counter[str] = Counter()
        self._names: dict[PaperId, set[str]] = {}

    def add(self, day: Day) -> None:
        """Take in what one day says."""
        for listing in day.digest.listings:
            self._written.update(listing.authors)
            self._names.setdefault(listing.paper, set()).update(listing.authors)

    def finish(self) -> People:
        """Decide."""
        spellings: dict[str, Counter[str]] = {}
        for name, count in self._written.items():
            spellings.setdefault(author_norm(name), Counter())[name] = count
        preferred = {norm: _preferred(names) for norm, names in spellings.items()}
        key_of = hand_out(preferred, slug_of=lambda norm: person_slug(preferred[norm]), order=lambda norm: norm)
        authors = [
            Author(key=key_of[norm], name=preferred[norm], alternatives=tuple(sorted(set(names) - {preferred[norm]})))
            for norm, names in spellings.items()
        ]
        author_of = {name: key_of[norm] for norm, names in spellings.items() for name in names}
        return People(
            authors=tuple(sorted(authors, key=lambda author: author.key)),
            authors_of={
                paper: tuple(sorted({author_of[name] for name in names})) for paper, names in self._names.items()
            },
            decisions=(),
        )


def _preferred(names: Counter[str]) -> str:
    # The commonest spelling; among equals the one that says most (diacritics, full names), then the alphabet.
    return min(names, key=lambda name: (-names[name], name.isascii(), -len(name), name))
