"""Why names are one thing or several: which decisions are about a name, which are worth a look, how to overrule one."""

import re
from collections.abc import Iterable, Sequence

from papergraph.model import AliasKind, Decision, DecisionKind, NameRef, PaperId, Subject
from papergraph.names import author_norm, concept_norm, singular

_ALIAS_FILE = "alias-file"
#: Rules of these names have their word from people, who looked at it.
_SAID_BY_PEOPLE = frozenset([_ALIAS_FILE, "lexicon"])
#: The paper behind a name in a decision of the alias file: ``SAGE (2407.12345)``.
_PAPER_BEHIND = re.compile(r"\s*\(\S*\d\S*\)$")
_ADDRESS = re.compile(r"<?(?:https?://.*/)?(?P<folder>concept|author)[:/](?P<key>[^/:>]+)>?")
#: What can be said to each kind of decision, what overrules it first.
_ANSWERS = {
    DecisionKind.MERGE: (AliasKind.DIFFERENT, AliasKind.SAME),
    DecisionKind.SPLIT: (AliasKind.SAME, AliasKind.DIFFERENT),
    DecisionKind.CONFLICT: (AliasKind.SAME, AliasKind.DIFFERENT),
    DecisionKind.BROADER: (AliasKind.BROADER, AliasKind.SAME),
    DecisionKind.HIDE: (AliasKind.HIDE,),
}
_ABOUT_SEVERAL = (AliasKind.SAME, AliasKind.DIFFERENT, AliasKind.BROADER)


def about(name: str, decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return the decisions about what ``name`` means, the most consequential first.

    ``name`` is a name in any usual spelling, a key, an IRI or a prefixed name (``concept:grpo``).
    """
    if address := _ADDRESS.fullmatch(name.strip()):
        subject, key = Subject(address["folder"]), address["key"]
        found = (one for one in decisions if one.subject is subject and key in one.keys)
    else:
        spelled = {subject: _spelled(subject, name) for subject in Subject}
        found = (one for one in decisions if name in one.keys or spelled[one.subject] in _all_spelled(one))
    return by_consequence(found)


def worth_a_look(
    decisions: Iterable[Decision], *, subject: Subject | None = None, limit: int | None = None
) -> tuple[Decision, ...]:
    """Return the decisions that a person should see, the most consequential first.

    That is how many papers would be linked otherwise; among equals, what fewer papers support. Worth a look are
    conflicting evidence, a name that became several things, and names that became one although they are not spelled
    alike (a long form, a translation, initials), where a paper hangs on it. What the alias file or the lexicon says was
    looked at already, and so was what the alias file confirms.
    """
    of_subject = [one for one in decisions if subject in (None, one.subject)]
    looked_at = _Confirmed(one for one in of_subject if _rule_name(one) == _ALIAS_FILE)
    found = (
        one
        for one in of_subject
        if _rule_name(one) not in _SAID_BY_PEOPLE and _could_be_otherwise(one) and one not in looked_at
    )
    return by_consequence(found)[:limit]


class _Confirmed:
    """What the alias file says to be as it was decided: decisions about no other names and no other nodes."""

    def __init__(self, said: Iterable[Decision]) -> None:
        self._about: dict[tuple[Subject, str], list[tuple[set[str], set[str]]]] = {}
        for one in said:
            if one.kind in (DecisionKind.MERGE, DecisionKind.SPLIT):
                for key in one.keys:
                    self._about.setdefault((one.subject, key), []).append((_all_spelled(one), set(one.keys)))

    def __contains__(self, decision: Decision) -> bool:
        names = {_spelled(decision.subject, name) for name in decision.names}
        keys = set(decision.keys)
        return any(
            names <= named and keys <= meant
            for key in decision.keys[:1]
            for named, meant in self._about.get((decision.subject, key), ())
        )


def by_consequence(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return the decisions in an order of their own: what the alias file says first, for it wins; then what links the
    most papers, among equals what fewer support.
    """
    return tuple(sorted(decisions, key=_consequence))


def as_toml(decision: Decision, *, uses: Sequence[NameRef] = ()) -> str:
    """Return the lines for the alias file that overrule the decision or, commented out, confirm it.

    A line that begins with ``#`` and no space is a statement too: one to choose instead. Of conflicting evidence both
    answers are such lines.

    Args:
        decision: what to answer.
        uses: where one name is several things, a paper of each that uses it; by default the papers of the evidence.
    """
    lines = [f"[[{decision.subject.value}]]"]
    if decision.kind is DecisionKind.CLASS:
        return "\n".join([*lines, *(f'#class = [{name}, "Method"]' for name in _quoted(decision.names))])
    names = _quoted(map(written, _refs(decision, uses)))
    answers = [kind for kind in _ANSWERS[decision.kind] if len(names) > 1 or kind not in _ABOUT_SEVERAL]
    if decision.kind is DecisionKind.SPLIT and not uses:
        answers = [kind for kind in answers if kind is AliasKind.SAME]  # some of the papers may mean one thing
    lines += [f"#{kind.value} = [{', '.join(names)}]" for kind in answers]
    if not answers:
        lines = ['# say which uses are meant: same = ["name (paper)", "name (another paper)"]']
    elif decision.kind is not DecisionKind.CONFLICT:
        lines[1] = lines[1].removeprefix("#")
    return "\n".join(lines)


def is_spelling_of(text: str, name: str, subject: Subject) -> bool:
    """Return whether two names differ in what spelling varies in."""
    return _spelled(subject, text) == _spelled(subject, name)


def written(ref: NameRef) -> str:
    """Return a name as the alias file gives it: ``SAGE (2407.12345)``."""
    return f"{ref.name} ({paper_written(ref.paper)})" if ref.paper else ref.name


def paper_written(paper: PaperId) -> str:
    """Return a paper's id as people write it: ``2407.12345``, ``doi:10.1145/3292500``, ``acl:P18-1001``."""
    return paper.local if paper.scheme == "arxiv" else f"{paper.scheme}:{paper.local}"


def _spelled(subject: Subject, name: str) -> str:
    return (author_norm(name) if subject is Subject.AUTHOR else singular(concept_norm(name))) or name


def _all_spelled(decision: Decision) -> set[str]:
    names = {*decision.names, *(_PAPER_BEHIND.sub("", name) for name in decision.names)}
    return {_spelled(decision.subject, name) for name in names}


def _consequence(decision: Decision) -> tuple[object, ...]:
    return (
        _rule_name(decision) != _ALIAS_FILE,
        -decision.weight,
        decision.support,
        decision.subject.value,
        decision.names,
        decision.keys,
        list(DecisionKind).index(decision.kind),
        decision.rule,
    )


def _rule_name(decision: Decision) -> str:
    return decision.rule.partition("/")[0]


def _could_be_otherwise(decision: Decision) -> bool:
    if decision.kind is DecisionKind.MERGE:
        return decision.weight > 0 and len({_spelled(decision.subject, name) for name in decision.names}) > 1
    return decision.kind in (DecisionKind.SPLIT, DecisionKind.CONFLICT)


def _refs(decision: Decision, uses: Sequence[NameRef]) -> Sequence[NameRef]:
    spellings: dict[str, str] = {}
    for name in decision.names:
        spellings.setdefault(_spelled(decision.subject, name), name)
    names = list(dict.fromkeys(decision.names))
    if len(spellings) > 1 and decision.kind is not DecisionKind.HIDE:
        names = list(spellings.values())  # one of each: spellings that are said to be different are taken apart
    elif decision.kind in (DecisionKind.SPLIT, DecisionKind.CONFLICT):
        return uses or [NameRef(name=name, paper=paper) for name in names[:1] for paper in decision.papers]
    return [NameRef(name=name, paper=None) for name in names]


def _quoted(names: Iterable[str]) -> list[str]:
    """Return the names as strings of TOML, each once, none that is empty."""
    plain = dict.fromkeys(_in_one_line(name) for name in names)
    return [f'"{"".join(map(_escaped, name))}"' for name in plain if name]


def _in_one_line(name: str) -> str:
    # As the reader of digests has it: a control character is white space or nothing.
    return "".join(" " if char in "\t\n\v\f\r\x1c\x1d\x1e\x1f" else char for char in name if _is_kept(char)).strip()


def _is_kept(char: str) -> bool:
    return char >= " " or char.isspace()


def _escaped(char: str) -> str:
    if char in '"\\':
        return f"\\{char}"
    if char.isprintable():
        return char
    if 0xD800 <= ord(char) <= 0xDFFF:  # half of a character, which no file can hold
        return "\N{REPLACEMENT CHARACTER}"
    return f"\\u{ord(char):04x}" if ord(char) <= 0xFFFF else f"\\U{ord(char):08x}"
