"""What the search box looks through: small script files, one for each beginning of a word, loaded when it is typed.

A page that is opened from disk may load scripts of its own folder and nothing else, so the index is scripts. A thing
stands in the file of each of its words; the page folds, compares and ranks by itself.
"""

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping

from papergraph.site.facts import SiteFacts
from papergraph.site.paths import FOLDERS
from papergraph.site.words import line
from papergraph.wordlists import words

_WORD = re.compile(r"[가-힣]+|[^\W_가-힣]+")
_COMBINING = re.compile("[\u0300-\u036f]")
#: Words that stand in every second title find nothing by themselves.
_EVERYWHERE = frozenset(words("a an and as at by for from in is of on the to via with without"))
_MOST_NAMES = 12

Shards = dict[str, str]


def shards(facts: SiteFacts, paths: Mapping[str, str]) -> Shards:
    """Return the script files by their key: the beginning of the words that it is for."""
    entries: dict[str, list[tuple[int, str, list[object]]]] = defaultdict(list)
    for iri in (*facts.papers, *facts.people, *facts.concepts):
        weight, entry = _entry(iri, facts, paths)
        for key in _keys([str(entry[1]), *entry[4]]):  # type: ignore[misc]
            entries[key].append((-weight, str(entry[1]), entry))
    return {key: _script(key, found) for key, found in sorted(entries.items())}


def file_of(key: str) -> str:
    """Return the path of the file of a key: a name that any file system takes."""
    return f"search/{key if key.isascii() else 'u-' + '-'.join(f'{ord(sign):x}' for sign in key)}.js"


def key_of(word: str) -> str:
    """Return the key of a folded word: its first two letters, or its first sign in a script of many signs."""
    return word[:2] if word[:2].isascii() else word[0]


def folded(text: str) -> str:
    """Return ``text`` in small letters, without accents and differences of width; Hangul in whole syllables."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return unicodedata.normalize("NFC", _COMBINING.sub("", decomposed)).casefold()


def _entry(iri: str, facts: SiteFacts, paths: Mapping[str, str]) -> tuple[int, list[object]]:
    """Return how many papers a thing has, and [kind, name, path, what to say beside it, other names]."""
    kind = facts.kind(iri)
    name = line(facts.name(iri))
    if kind == "paper":
        weight, beside, also = 1, facts.date(iri), facts.papers[iri].also
    elif kind == "author":
        weight, also = len(facts.by_author[iri]), facts.people[iri].also
        beside = str(weight)
    else:
        weight, also = len(facts.by_concept.get(iri, ())), facts.concepts[iri].also
        beside = str(weight)
    others = sorted({line(one) for one in also} - {name})[:_MOST_NAMES]
    return weight, [FOLDERS.index(kind), name, paths[iri].partition("/")[2], beside, others]


def _keys(names: Iterable[str]) -> set[str]:
    found = {word for name in names for word in _WORD.findall(folded(name))}
    return {key_of(word) for word in found - _EVERYWHERE or found}


def _script(key: str, entries: list[tuple[int, str, list[object]]]) -> str:
    # The names come first, then the path, so that equal things keep one order.
    rows = [entry for _, _, entry in sorted(entries, key=lambda one: (one[0], one[1], str(one[2][2]), one[2][0]))]
    lines = ",\n".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows)
    return f"papergraphFound({json.dumps(key)},[\n{lines}\n]);\n"
