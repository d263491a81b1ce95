"""Numeric findings of an entry, in Korean and English: what was measured, of what, on what, against what.

One :class:`~papergraph.model.Result` per value; a range ("3에서 5배") or a change ("from 40% to 56%") is one. Units
are ``%``, ``%p`` (percentage points), ``x`` (a factor), ``dB``, ``s``, ``ms``, ``min``, ``h``, ``MB``, ``GB``, ``FPS``,
``tokens/s``, ``of 10`` (counts), ``/10`` (marks), and nothing for a score. A value is negative when the text writes a
minus or when a quality falls by it; a cost that falls is a gain and stays positive.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from papergraph import sentences
from papergraph.extract import attribution, findings, quantities
from papergraph.extract.attribution import Bearings, Place
from papergraph.extract.findings import Finding
from papergraph.extract.quantities import Quantity, Shape
from papergraph.model import Entity, Mention, Result, Role, Section

_RULE = "results/1"
_MANY = 60  # findings in one sentence; more make a table, and whose they are cannot be read from it
_LIST = 12  # values in one list
_DIGIT = re.compile("[0-9]")
_JOINED = re.compile(
    r"(?:\s?\([^()%]{1,40}\))?(?:점|회|개)?(?:을|를|의|로|은|는|가|이)?\s?"
    r"(?:,|/|와|과|및|그리고|and|또는|or|&|대|vs\.?|;)\s?(?:각각|약|최대|및|and|또한|평균)?\s?"
)


def find_results(sections: Sequence[Section], entities: Sequence[Entity]) -> tuple[Result, ...]:
    """Return the results in order of section and place; each names its entities by their index in ``entities``."""
    results: list[Result] = []
    for section in sections:
        if _DIGIT.search(section.text):
            results += _section_results(section, entities)
    return tuple(results)


def _section_results(section: Section, entities: Sequence[Entity]) -> list[Result]:
    text = section.text
    found = _outside_names(quantities.find(text), section, entities)
    results: list[Result] = []
    if not found:
        return results
    last: tuple[int, Finding, Bearings] | None = None
    for sentence, within in _by_sentence(text, found):
        taken = findings.judge(text, sentence, _groups(text, within))
        bearings = _bearings(section, sentence, taken, entities)
        if not taken and last is not None and not text[last[0] : sentence[0]].strip():
            taken = findings.gapped(text, sentence, within, last[1])
            bearings = [_of_another(last[2], _places(section, sentence, entities)) for _ in taken]
        results += [_result(section, finding, bearing) for finding, bearing in zip(taken, bearings, strict=True)]
        last = (sentence[1], taken[-1], bearings[-1]) if taken else None
    return results


def _by_sentence(text: str, found: Sequence[Quantity]) -> Iterator[tuple[tuple[int, int], list[Quantity]]]:
    place = 0
    for start, end in sentences.split(text):
        within: list[Quantity] = []
        while place < len(found) and found[place].start < end:
            if start <= found[place].start and found[place].end <= end:
                within.append(found[place])
            place += 1
        if within:
            yield (start, end), within


def _outside_names(found: list[Quantity], section: Section, entities: Sequence[Entity]) -> list[Quantity]:
    # Only digits count: "FPS" may be a name of its own and does not make a name of the 30 before it.
    covered = {
        place
        for entity in entities
        for mention in entity.mentions
        if mention.section == section.position
        for place in range(mention.start, min(mention.end, len(section.text)))
        if section.text[place].isdigit()
    }
    return [quantity for quantity in found if covered.isdisjoint(range(quantity.start, quantity.end))]


def _groups(text: str, found: Sequence[Quantity]) -> list[list[Quantity]]:
    """Lists of values that only a comma or an "and" separates."""
    groups: list[list[Quantity]] = []
    for quantity in found:
        previous = groups[-1][-1] if groups else None
        if previous and len(groups[-1]) < _LIST and _JOINED.fullmatch(text, previous.end, quantity.start):
            groups[-1].append(quantity)
        else:
            groups.append([quantity])
    return groups


def _bearings(
    section: Section, sentence: tuple[int, int], taken: Sequence[Finding], entities: Sequence[Entity]
) -> list[Bearings]:
    if not taken:
        return []
    if len(taken) > _MANY:
        return [Bearings(system=None, metric=None, dataset=None, baseline=None) for _ in taken]
    places = _places(section, sentence, entities)
    return attribution.attribute(section.text, sentence, taken, places, author=_author(entities))


def _of_another(bearings: Bearings, places: Sequence[Place]) -> Bearings:
    """What the sentence before measured, of the system that this one names."""
    systems = [place.entity for place in places if place.cls in attribution.SYSTEMS]
    return replace(bearings, system=systems[0] if len(systems) == 1 else None)


def _places(section: Section, sentence: tuple[int, int], entities: Sequence[Entity]) -> list[Place]:
    places = [
        Place(entity=index, cls=entity.cls, proper=entity.proper, start=mention.start, end=mention.end)
        for index, entity in enumerate(entities)
        for mention in entity.mentions
        if _is_within(mention, section, sentence)
    ]
    return sorted(places, key=lambda place: (place.start, place.end, place.entity))


def _is_within(mention: Mention, section: Section, sentence: tuple[int, int]) -> bool:
    return mention.section == section.position and sentence[0] <= mention.start and mention.end <= sentence[1]


def _author(entities: Sequence[Entity]) -> int | None:
    """What "this model" means: the first method or model that the entry presents as its own."""
    own = [
        (entity.mentions[0].section, entity.mentions[0].start, index)
        for index, entity in enumerate(entities)
        if entity.cls in attribution.SYSTEMS and entity.mentions and entity.role is Role.INTRODUCES
    ]
    return min(own)[2] if own else None


def _result(section: Section, finding: Finding, bearings: Bearings) -> Result:
    quantity = finding.quantity
    value, low, high, origin = _values(quantity)
    if finding.loss and value is not None and value > 0:
        value = -value
    return Result(
        system=bearings.system,
        metric=bearings.metric,
        dataset=bearings.dataset,
        baseline=bearings.baseline,
        value=value,
        value_min=low,
        value_max=high,
        value_from=origin,
        unit=quantity.unit,
        kind=finding.kind,
        raw=section.text[quantity.start : quantity.end],
        section=section.position,
        start=quantity.start,
        end=quantity.end,
        rule=_RULE,
    )


def _values(quantity: Quantity) -> tuple[Decimal | None, Decimal | None, Decimal | None, Decimal | None]:
    """Return value, minimum, maximum and origin."""
    if quantity.second is None:
        return quantity.first, None, None, None
    if quantity.shape is Shape.CHANGE:
        return quantity.second, None, None, quantity.first
    return None, min(quantity.first, quantity.second), max(quantity.first, quantity.second), None
