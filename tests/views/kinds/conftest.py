"""A larger set of rows: papers that share methods often enough to tell it from chance, two circles of people."""

from collections.abc import Mapping

import pytest

from papergraph.model import ConceptClass, Decision, DecisionKind, PaperId, Role, Subject
from papergraph.query.networks import (
    AuthorRow,
    Authorship,
    ConceptLink,
    ConceptRow,
    Evidence,
    NetworkRows,
    PaperRow,
)

_ROLES = {"i": Role.INTRODUCES, "u": Role.USES, "c": Role.COMPARES_WITH, "m": Role.MENTIONS}
_PAPERS: Mapping[str, tuple[str, str, str]] = {
    # id: day, authors, role and concept
    "01": ("2025-01-10", "ada bo cho", "i:guess u:sift u:grid"),
    "02": ("2025-02-10", "ada bo", "u:guess u:sift"),
    "03": ("2025-03-10", "bo cho", "u:guess u:sift m:lens"),
    "04": ("2025-04-10", "ada cho dee", "u:guess u:sift u:grid"),
    "05": ("2025-01-20", "eve fay gus", "i:lens u:tilt"),
    "06": ("2025-05-10", "eve fay", "u:lens u:tilt u:grid"),
    "07": ("2025-06-10", "fay gus dee", "u:lens u:tilt c:guess"),
    "08": ("2025-07-10", "eve gus", "u:lens u:tilt"),
    "09": ("2025-07-20", "hal", "m:guess i:once"),
    "10": ("2024-12-01", "ivy", "u:guess"),
}
_CONCEPTS = {
    "guess": ("Guess Descent", ConceptClass.METHOD, "Guess Descent", "추측 하강"),
    "sift": ("시프트 학습", ConceptClass.METHOD, "Sift Learning", "시프트 학습"),
    "lens": ("LensNet", ConceptClass.METHOD, "LensNet", None),
    "tilt": ("Tilt", ConceptClass.METHOD, "Tilt", None),
    "once": ("Once Only", ConceptClass.METHOD, "Once Only", None),
    "grid": ("GridSet", ConceptClass.DATASET, "GridSet", None),
}
_PEOPLE = {
    "ada": ("Ada Stern", ("A. Stern", "에이다 스턴")),
    "bo": ("Bo Lind", ()),
    "cho": ("조민지", ("Minji Cho",)),
    "dee": ("Dee Marsh", ()),
    "eve": ("Eve Ono", ()),
    "fay": ("Fay Roth", ()),
    "gus": ("Gus Aalto", ()),
    "hal": ("Hal Berg", ()),
    "ivy": ("Ivy Tran", ()),
}


@pytest.fixture
def circles() -> NetworkRows:
    """Ten papers of two circles of people: one works with Guess Descent and sifts, one with LensNet and tilts."""
    said = [
        (paper, concept, _ROLES[role])
        for paper, (_, _, concepts) in _PAPERS.items()
        for role, concept in (one.split(":") for one in concepts.split())
    ]
    support = {key: len({paper for paper, concept, _ in said if concept == key}) for key in _CONCEPTS}
    return NetworkRows(
        papers=tuple(
            PaperRow(iri=f"p/{key}", id=key, title=f"Paper {key}", date=day, url=f"https://example.org/{key}")
            for key, (day, _, _) in sorted(_PAPERS.items())
        ),
        authors=tuple(AuthorRow(iri=f"a/{key}", name=name, also=also) for key, (name, also) in _PEOPLE.items()),
        authorships=tuple(
            Authorship(author=f"a/{author}", paper=f"p/{key}")
            for key, (_, authors, _) in _PAPERS.items()
            for author in authors.split()
        ),
        concepts=tuple(
            ConceptRow(iri=f"c/{key}", label=label, cls=cls, support=support[key], english=english, korean=korean)
            for key, (label, cls, english, korean) in _CONCEPTS.items()
        ),
        links=tuple(ConceptLink(paper=f"p/{paper}", concept=f"c/{key}", role=role) for paper, key, role in said),
        evidence=tuple(
            Evidence(
                paper=f"p/{paper}",
                concept=f"c/{key}",
                role=role,
                sentence=f"{_CONCEPTS[key][0]} stands in paper {paper}.",
                start=0,
                end=len(_CONCEPTS[key][0]),
                rule="gloss/2",
                mentions=3,
            )
            for paper, key, role in said
        ),
        decisions=(
            Decision(
                kind=DecisionKind.MERGE,
                subject=Subject.AUTHOR,
                rule="initials/1",
                names=("A. Stern", "Ada Stern"),
                keys=("ada",),
                papers=(PaperId(scheme="arxiv", local="2501.00001"),),
                support=2,
                weight=1,
                note="",
            ),
        ),
    )
