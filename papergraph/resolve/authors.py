"""Names → authors: the same normalised name is one author."""

from collections import Counter

from papergraph.iri import person_slug
from papergraph.model import Author, Day
from papergraph.names import author_norm
from papergraph.resolve.keys import hand_out


def resolve_authors(days: list[Day]) -> tuple[tuple[Author, ...], dict[str, str]]:
    """Return the authors, sorted by key, and the key of each name as written."""
    written = Counter(name for day in days for listing in day.digest.listings for name in listing.authors)
    spellings: dict[str, Counter[str]] = {}
    for name, count in written.items():
        spellings.setdefault(author_norm(name), Counter())[name] = count
    preferred = {norm: _preferred(names) for norm, names in spellings.items()}
    key_of = hand_out(preferred, slug_of=lambda norm: person_slug(preferred[norm]), order=lambda norm: norm)
    authors = [
        Author(key=key_of[norm], name=preferred[norm], alternatives=tuple(sorted(set(names) - {preferred[norm]})))
        for norm, names in spellings.items()
    ]
    author_of = {name: key_of[norm] for norm, names in spellings.items() for name in names}
    return tuple(sorted(authors, key=lambda author: author.key)), author_of


def _preferred(names: Counter[str]) -> str:
    # The commonest spelling; among equals the one that says most (diacritics, full names), then the alphabet.
    return min(names, key=lambda name: (-names[name], name.isascii(), -len(name), name))
