"""The alias file's word on authors: which signatures are one person, which are not, and who is left out.

It is taken before any rule decides, so the rules join and part what is left around it; leaving out comes last.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz import process

from papergraph.errors import InputError
from papergraph.model import Alias, AliasKind, NameRef, Subject
from papergraph.names import author_norm
from papergraph.resolve.authors_circles import Group, Topics, circles, nearest
from papergraph.resolve.authors_facts import Facts
from papergraph.resolve.authors_nodes import Nodes

_Said = tuple[int, int]  # a form and a paper


@dataclass(frozen=True, slots=True)
class _Named:
    """What a name of the file means: a form on some papers, or wherever it stands."""

    form: int
    papers: frozenset[int] | None


class Rulings:
    """What the file says, checked against what there is.

    Raises:
        InputError: a line names nobody, says of an author what cannot be said, or contradicts other lines.
    """

    def __init__(self, aliases: Sequence[Alias], facts: Facts) -> None:
        self._facts = facts
        self.aliases = sorted(
            (alias for alias in aliases if alias.subject is Subject.AUTHOR), key=lambda alias: (alias.file, alias.line)
        )
        self._named = [self._resolve(alias) for alias in self.aliases]
        self._check()

    def of_kind(self, kind: AliasKind) -> list[tuple[Alias, list[_Named]]]:
        """Return the lines of a kind, with what their names mean."""
        return [(alias, named) for alias, named in zip(self.aliases, self._named, strict=True) if alias.kind is kind]

    def cut(self, nodes: Nodes, topics: Topics) -> None:
        """Cut each name that the file says several people have; its other papers go with those they are most like."""
        seeds: dict[int, list[frozenset[int]]] = {}
        for _, named in self.of_kind(AliasKind.DIFFERENT):
            for form in _repeated(named):
                seeds.setdefault(form, []).extend(each.papers for each in named if each.form == form and each.papers)
        for form in sorted(seeds):
            self._cut(form, self._seeds(form, seeds[form]), nodes, topics)

    def join(self, nodes: Nodes) -> None:
        """Join what the file says is one, and keep apart what it says is not, whatever the rules find."""
        self._take_out(nodes)
        for _, named in self.of_kind(AliasKind.SAME):
            for form in _repeated(named):
                nodes.tie(form, {paper for each in named if each.form == form for paper in each.papers or ()})
        same, different = (
            [[self.units_of(each, nodes) for each in named] for _, named in self.of_kind(kind)]
            for kind in (AliasKind.SAME, AliasKind.DIFFERENT)
        )
        for each in same:
            first, *others = (unit for units in each for unit in units)
            for unit in others:
                nodes.join(first, unit, said=True)
        for each in different:
            for one, other in combinations(each, 2):
                for a in one:
                    for b in other:
                        if a != b:
                            nodes.keep_apart((a, b))

    def hidden(self, nodes: Nodes) -> set[int]:
        """Return the nodes that are left out."""
        return {
            nodes.node_of(unit) for _, (named,) in self.of_kind(AliasKind.HIDE) for unit in self.units_of(named, nodes)
        }

    def units_of(self, named: _Named, nodes: Nodes) -> list[int]:
        """Return the units that a name means, as they are cut now."""
        if named.papers is None:
            return list(nodes.units_of(named.form))
        return sorted({nodes.unit_on(paper, named.form) for paper in named.papers})

    def papers_of(self, named: _Named) -> list[int]:
        """Return the papers on which a name is meant, in order."""
        return sorted(self._facts.papers_with(named.form) if named.papers is None else named.papers)

    def _take_out(self, nodes: Nodes) -> None:
        """Cut out each signature that a line names by its paper, if only once.

        A line that names a form with several papers tells the people of that name apart, or makes one of them.
        """
        for alias, named in zip(self.aliases, self._named, strict=True):
            repeated = _repeated(named) if alias.kind is not AliasKind.HIDE else [each.form for each in named]
            for each in named:
                for paper in each.papers or () if each.form not in repeated else ():
                    nodes.take_out(each.form, paper)

    def _resolve(self, alias: Alias) -> list[_Named]:
        if alias.kind not in (AliasKind.SAME, AliasKind.DIFFERENT, AliasKind.HIDE):
            raise InputError(
                f"an author cannot be given {alias.kind.value!r}",
                file=alias.file,
                line=alias.line,
                hint="of authors a line says 'same', 'different' or 'hide'",
            )
        return [self._name(alias, name) for name in alias.names]

    def _name(self, alias: Alias, name: NameRef) -> _Named:
        form = self._facts.number_of.get(author_norm(name.name))
        if form is None:
            raise self._unknown(alias, name)
        if name.paper is not None:
            paper = self._facts.paper_number(name.paper)
            if paper is None or form not in self._facts.forms_on[paper]:
                raise InputError(
                    f"{name.name!r} is no author of {name.paper.local}",
                    file=alias.file,
                    line=alias.line,
                    hint="name a paper whose list of authors has the name",
                )
            return _Named(form, frozenset((paper,)))
        meant = {other.name for other in alias.names if author_norm(other.name) == author_norm(name.name)}
        known = {self._facts.names[spelling] for spelling in self._facts.names_of(form)}
        if alias.kind is AliasKind.DIFFERENT and len(meant) > 1 and meant <= known:
            return _Named(form, frozenset(self._papers_that_spell(form, name.name)))
        return _Named(form, None)

    def _unknown(self, alias: Alias, name: NameRef) -> InputError:
        near = process.extract(name.name, self._facts.names, limit=3, score_cutoff=75)
        return InputError(
            f"no author is named {name.name!r}",
            file=alias.file,
            line=alias.line,
            hint=f"is it {' or '.join(known for known, *_ in near)}?" if near else "copy the name from a digest",
        )

    def _papers_that_spell(self, form: int, name: str) -> Iterator[int]:
        for paper in self._facts.papers_with(form):
            if any(self._facts.names[spelling] == name for spelling in self._facts.spellings(form, paper)):
                yield paper

    def _check(self) -> None:
        """Raise when what is the same by some lines is different by another."""
        group: dict[_Said, _Said] = {}

        def root(said: _Said) -> _Said:
            while (above := group.get(said, said)) != said:
                said = above
            return said

        same = [(alias, set().union(*self._said(named))) for alias, named in self.of_kind(AliasKind.SAME)]
        for _, said in same:
            first, *others = sorted({root(each) for each in said})
            group.update(dict.fromkeys(others, first))
        for alias, named in self.of_kind(AliasKind.DIFFERENT):
            meant = [{root(each) for each in said} for said in self._said(named)]
            for one, other in combinations(meant, 2):
                if both := one & other:
                    lines = [f"{by.file}:{by.line}" for by, said in same if not both.isdisjoint(map(root, said))]
                    why = f"{', '.join(lines)} makes them the same" if lines else "they are one name"
                    raise InputError(
                        f"{' and '.join(name.name for name in alias.names)} cannot be different: {why}",
                        file=alias.file,
                        line=alias.line,
                        hint="take a line out, or name the papers for which it holds: 'Name (2407.12345)'",
                    )

    def _said(self, named: list[_Named]) -> list[set[_Said]]:
        """Return the forms and papers that each name of a line means: beside one on a paper, a name means the rest."""
        found = []
        for each in named:
            if each.papers is None:
                papers = set(self._facts.papers_with(each.form))
                papers.difference_update(*(n.papers for n in named if n.form == each.form and n.papers))
            else:
                papers = set(each.papers)
            found.append({(each.form, paper) for paper in papers})
        return found

    def _seeds(self, form: int, papers: list[frozenset[int]]) -> list[list[int]]:
        """Return the groups of papers that the file names, those that it says are one person's together."""
        groups: list[set[int]] = []
        same = [
            {paper for each in named if each.form == form and each.papers for paper in each.papers}
            for _, named in self.of_kind(AliasKind.SAME)
        ]
        for found in (*map(set, papers), *(each for each in same if len(each) > 1)):
            touching = [group for group in groups if not group.isdisjoint(found)]
            groups = [group for group in groups if group not in touching]
            groups.append(found.union(*touching))
        return sorted(map(sorted, groups))

    def _cut(self, form: int, seeds: list[list[int]], nodes: Nodes, topics: Topics) -> None:
        named = {paper for seed in seeds for paper in seed}
        rest = [paper for paper in self._facts.papers_with(form) if paper not in named]
        if self._rest_is_named(form):
            nodes.cut(form, [*seeds, rest] if rest else seeds, apart=False)
            return
        parts = [list(seed) for seed in seeds]
        groups = [Group(self._facts, topics, form, seed) for seed in seeds]
        for circle in circles(self._facts, form, rest):
            group = Group(self._facts, topics, form, circle)
            shared = [len(each.co_authors & group.co_authors) for each in groups]
            best = max(shared)
            closest = [n for n, each in enumerate(shared) if each == best]
            parts[closest[nearest(self._facts, topics, [groups[n] for n in closest], group)]].extend(circle)
        nodes.cut(form, parts, apart=False)

    def _rest_is_named(self, form: int) -> bool:
        """Whether a line sets the name itself against the name on some paper."""
        return any(
            form in _repeated(named) and any(each == _Named(form, None) for each in named)
            for _, named in self.of_kind(AliasKind.DIFFERENT)
        )


def _repeated(named: Iterable[_Named]) -> list[int]:
    """Return the forms that a line names more than once, in order."""
    forms = [each.form for each in named]
    return sorted({form for form in forms if forms.count(form) > 1})
