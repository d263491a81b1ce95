"""From a named question and what a person gives for its parameters to a query that can be run, here or anywhere."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from papergraph import vocab
from papergraph.errors import UnknownNameError, UsageError
from papergraph.query.binding import bind, with_prefixes
from papergraph.query.catalogue import CLASSES, Parameter, ParameterType, Question, nearest
from papergraph.query.select import Select
from papergraph.query.terms import Term, TermKind
from papergraph.query.things import find

_CONCEPTS = tuple(vocab.PG + cls for cls in CLASSES)
_INTEGER = re.compile(r"[+-]?\d{1,18}", re.ASCII)
_DECIMAL = re.compile(r"[+-]?\d{1,18}(?:\.\d{1,18})?", re.ASCII)


def prepared(question: Question, given: Mapping[str, object], *, select: Select, base: str, limit: int | None) -> str:
    """Return the query of ``question`` with its parameters bound: plain SPARQL 1.1 with its prefixes.

    Args:
        question: the question.
        given: values by parameter: names, ids or IRIs as :func:`papergraph.query.things.find` takes them, dates,
            numbers, class names; anything whose ``str()`` reads so.
        select: how the graph is asked for names.
        base: the base of its IRIs.
        limit: rows at most; None for the question's own limit, 0 for all.

    Raises:
        UnknownNameError: there is no such parameter, or a name that nobody knows was given; ``known`` holds near ones.
        UsageError: a parameter is missing, or its value cannot be.
    """
    check(question, given)
    values = {
        one.name: _term(one, str(given.get(one.name, one.default)).strip(), select=select, base=base)
        for one in question.parameters
    }
    text = with_prefixes(bind(question.sparql, values), vocab.prefixes(base))
    most = question.limit if limit is None else limit
    if most < 0:
        raise UsageError(f"a limit of {most} rows cannot be", hint="0 is for all rows")
    return f"# {question.title}\n{text}" + (f"LIMIT {most:d}\n" if most else "")


def check(question: Question, given: Mapping[str, object]) -> None:
    """Raise when a parameter is given that the question does not have, or not given though it must be.

    Raises:
        UnknownNameError, UsageError: as :func:`prepared` does.
    """
    names = tuple(one.name for one in question.parameters)
    for name in given:
        if name not in names:
            near = nearest(name, names) or names
            hint = f"it takes --{', --'.join(near)}" if names else "it takes none"
            raise UnknownNameError(f"parameter of {question.name}", name, near, hint=hint)
    for one in question.parameters:
        if one.default is None and one.name not in given:
            raise UsageError(f"{question.name} needs --{one.name}: {one.about}", hint=f"example: {question.command}")


def _term(parameter: Parameter, text: str, *, select: Select, base: str) -> Term:
    match parameter.type:
        case ParameterType.DATE:
            return _literal(_date(parameter, text), vocab.XSD_DATE)
        case ParameterType.INTEGER:
            if not _INTEGER.fullmatch(text):
                raise UsageError(f"--{parameter.name}: {text!r} is no whole number")
            return _literal(str(int(text)), vocab.XSD_INTEGER)
        case ParameterType.DECIMAL:
            if not _DECIMAL.fullmatch(text):
                raise UsageError(f"--{parameter.name}: {text!r} is no number", hint="write it as 12.5")
            return _literal(text, vocab.XSD_DECIMAL)
        case ParameterType.TEXT:
            return _literal(text, None)
        case ParameterType.CLASS:
            return Term(kind=TermKind.IRI, value=vocab.PG + _class(text))
    return Term(kind=TermKind.IRI, value=find(text, select=select, base=base, among=_among(parameter)).iri)


def _among(parameter: Parameter) -> Sequence[str]:
    if parameter.type is ParameterType.PAPER:
        return (vocab.PG_PAPER,)
    if parameter.type is ParameterType.AUTHOR:
        return (vocab.PG_AUTHOR,)
    return (vocab.PG + parameter.cls,) if parameter.cls else _CONCEPTS


def _literal(text: str, datatype: str | None) -> Term:
    # What no RDF can hold (a lone surrogate, from bytes that are no UTF-8) is no value either.
    return Term(
        kind=TermKind.LITERAL, value=text.encode("utf-8", "surrogatepass").decode("utf-8", "replace"), datatype=datatype
    )


def _date(parameter: Parameter, text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise UsageError(f"--{parameter.name}: {text!r} is no date", hint="write it as 2024-12-31") from None


def _class(text: str) -> str:
    found = text.removeprefix("pg:").removeprefix(vocab.PG).capitalize().removesuffix("s")
    if found not in CLASSES:
        raise UnknownNameError("class", text, CLASSES)
    return found
