"""What the statements of an alias file say against each other, as far as they show it without any digest."""

from collections import Counter
from collections.abc import Iterator, Sequence
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from papergraph.errors import InputError
from papergraph.model import Alias, AliasKind, NameRef, PaperId, Subject
from papergraph.names import author_norm, concept_norm
from papergraph.query.decisions import written

_Identity = tuple[Subject, str, PaperId | None]


def refuse_contradictions(aliases: Sequence[Alias]) -> None:
    """Refuse statements that cannot hold together.

    Raises:
        InputError: the first of them that contradicts another, with its place and the other's.
    """
    known = _Identities(aliases)
    _refuse_same_and_different(aliases, known)
    _refuse_two_classes(aliases, known)
    _refuse_circles(aliases, known)
    _refuse_more_of_what_is_hidden(aliases, known)


class _Identities:
    """Which names are one: those that are spelled alike, and those that the file calls the same."""

    def __init__(self, aliases: Sequence[Alias]) -> None:
        # Who tells two spellings apart means just these.
        self._apart: set[_Identity] = set()
        for alias in _of(AliasKind.DIFFERENT, aliases):
            spellings = Counter(_normalised(alias.subject, ref) for ref in alias.names)
            self._apart.update(norm for norm, count in spellings.items() if count > 1)
        self._joined: dict[_Identity, _Identity] = {}
        for alias in _of(AliasKind.SAME, aliases):
            for ref in alias.names[1:]:
                one, other = self.whole(alias, alias.names[0]), self.whole(alias, ref)
                if one != other:
                    self._joined[other] = one

    def spelled(self, alias: Alias, ref: NameRef) -> _Identity:
        """Return what ``ref`` is by its spelling."""
        norm = _normalised(alias.subject, ref)
        return (alias.subject, ref.name, ref.paper) if norm in self._apart else norm

    def whole(self, alias: Alias, ref: NameRef) -> _Identity:
        """Return what stands for everything that is the same as ``ref``."""
        found = self.spelled(alias, ref)
        while found in self._joined:
            upper = self._joined[found]
            self._joined[found] = self._joined.get(upper, upper)  # a shorter way for the next one
            found = upper
        return found


def _normalised(subject: Subject, ref: NameRef) -> _Identity:
    norm = author_norm(ref.name) if subject is Subject.AUTHOR else concept_norm(ref.name)
    return subject, norm or ref.name, ref.paper


def _refuse_same_and_different(aliases: Sequence[Alias], known: _Identities) -> None:
    for alias in _of(AliasKind.DIFFERENT, aliases):
        seen: dict[_Identity, NameRef] = {}
        for ref in alias.names:
            other = seen.setdefault(known.whole(alias, ref), ref)
            if other != ref:
                names = {known.spelled(alias, other), known.spelled(alias, ref)}
                said = [
                    same
                    for same in _of(AliasKind.SAME, aliases)
                    if names & {known.spelled(same, one) for one in same.names}
                ]
                raise _contradiction(
                    alias, f"{written(other)!r} and {written(ref)!r} are different here, the same in", said
                )


def _refuse_two_classes(aliases: Sequence[Alias], known: _Identities) -> None:
    seen: dict[_Identity, Alias] = {}
    for alias in _of(AliasKind.CLASS, aliases):
        other = seen.setdefault(known.whole(alias, alias.names[0]), alias)
        if (other.cls, other.benchmark) != (alias.cls, alias.benchmark):
            raise _contradiction(alias, f"{written(alias.names[0])!r} has another class here than in", [other])


def _refuse_circles(aliases: Sequence[Alias], known: _Identities) -> None:
    above: TopologicalSorter[_Identity] = TopologicalSorter()
    steps: dict[tuple[_Identity, _Identity], int] = {}
    for number, alias in enumerate(aliases):
        if alias.kind is AliasKind.BROADER:
            narrower, broader = (known.whole(alias, ref) for ref in alias.names)
            above.add(narrower, broader)
            steps.setdefault((narrower, broader), number)
    try:
        above.prepare()
    except CycleError as error:
        circle: list[_Identity] = error.args[1]  # each stands above the next
        *others, last = sorted(steps[narrower, broader] for broader, narrower in pairwise(circle))
        alias = aliases[last]
        said = [aliases[number] for number in others]
        said += [same for same in _of(AliasKind.SAME, aliases) if known.whole(same, same.names[0]) in circle]
        name = written(alias.names[0])
        raise _contradiction(alias, f"{name!r} stands under itself" + ", by way of" * bool(said), said) from error


def _refuse_more_of_what_is_hidden(aliases: Sequence[Alias], known: _Identities) -> None:
    hidden = {known.spelled(alias, alias.names[0]): alias for alias in _of(AliasKind.HIDE, aliases)}
    for alias in aliases:
        if alias.kind in (AliasKind.SAME, AliasKind.BROADER, AliasKind.CLASS):
            for ref in alias.names:
                other = hidden.get(known.spelled(alias, ref))
                if other:
                    raise _contradiction(alias, f"{written(ref)!r} is something here, hidden in", [other])


def _of(kind: AliasKind, aliases: Sequence[Alias]) -> Iterator[Alias]:
    return (alias for alias in aliases if alias.kind is kind)


def _contradiction(alias: Alias, message: str, others: Sequence[Alias]) -> InputError:
    places = ", ".join(f"{other.file}:{other.line}" for other in others)
    return InputError(f"{message} {places}".rstrip(), file=alias.file, line=alias.line, hint="one of them has to go")
