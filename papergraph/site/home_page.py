"""The first page: what this graph is, one search box, the maps, questions in plain words, what came last."""

from collections.abc import Sequence

from papergraph.query.stats import Stats
from papergraph.site.facts import SiteFacts
from papergraph.site.frame import Frame
from papergraph.site.question_pages import ON_THE_FIRST_PAGE, Answered

_LATEST = 12
_COUNTED = (
    ("Paper", "papers"),
    ("Author", "people"),
    ("Method", "methods"),
    ("Model", "models"),
    ("Dataset", "datasets"),
    ("Task", "tasks"),
    ("Metric", "metrics"),
)
#: What a reader should know before trusting what is not there.
_WARNINGS = ("papers with no author", "papers with no concept", "papers with no method", "papers with no result")


def home_page(
    facts: SiteFacts,
    frame: Frame,
    *,
    stats: Stats,
    answers: Sequence[Answered],
    maps: Sequence[tuple[str, str, str]],
    version: str,
) -> str:
    """Return the first page; ``maps`` are (path, title, what it shows)."""
    last = facts.days[-1] if facts.days else ""
    latest = sorted(
        (iri for iri in facts.papers if last and any(one.day == last for one in facts.listed.get(iri, ()))),
        key=lambda iri: (min(one.rank for one in facts.listed[iri] if one.day == last), iri),
    )
    by_name = {answer.question.name: answer for answer in answers}
    return frame.render(
        "home.html.jinja",
        "index.html",
        title="Papers, people and methods",
        counts=[(plural, stats.classes[cls]) for cls, plural in _COUNTED],
        results=stats.classes["Result"],
        mentions=stats.classes["Mention"],
        warnings=[(name, stats.coverage[name]) for name in _WARNINGS if stats.coverage.get(name)],
        unsure=sum(1 for of in facts.decided.values() for one in of if one.kind.value == "conflict"),
        maps=maps,
        questions=[
            (by_name[name], _before_and_after(words, by_name[name]))
            for name, words in ON_THE_FIRST_PAGE
            if name in by_name
        ],
        number_of_questions=len(answers),
        latest=latest[:_LATEST],
        last=last,
        version=version,
    )


def _before_and_after(words: str, answer: Answered) -> tuple[str, str, str]:
    before, _, after = words.partition("{}")
    return before, answer.asked[0][1] if after else "", after
