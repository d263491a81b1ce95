"""A small graph of our own, held against annotations whose figures can be counted by hand."""

import json
from pathlib import Path

import pytest

import papergraph
from papergraph import vocab
from papergraph.errors import InputError
from papergraph.evaluate import Evaluation, evaluate
from papergraph.evaluation.mistakes import MistakeKind
from papergraph.evaluation.sample import Figure

TEXT = "FooNet은 GRPO를 활용하여 학습합니다. FooNet은 GSM8K에서 71.5%를 기록해 BarTune을 능가합니다."
PAPER = "paper/arxiv/2505.00001"
LISTING = "digest/foo/2025-05-07/2505.00001"
SECTION = f"{LISTING}/section/1"
LINKS = {
    "foonet": ("Method", "FooNet", "introduces", "Introduces"),
    "grpo": ("Model", "GRPO", "uses", "Uses"),  # the gold says METHOD
    "gsm8k": ("Benchmark", "GSM8K", "evaluatesOn", "EvaluatesOn"),
    "training": ("Method", "학습", "mentions", "Mentions"),  # the gold does not have it
}
GOLD = {
    "id": "2505.00001",
    "entities": [
        {"type": "METHOD", "name": "FooNet", "aliases": [], "tier": "named", "role": "introduces"},
        {"type": "METHOD", "name": "GRPO", "aliases": [], "tier": "named", "role": "mentions"},
        {"type": "DATASET", "name": "GSM-8K", "aliases": [], "tier": "concept", "role": "uses"},
        {"type": "METHOD", "name": "BarTune", "aliases": [], "tier": "named", "role": "compares"},
        {"type": "METHOD", "name": "QuxNet", "aliases": [], "tier": "optional", "role": "uses"},
        {"type": "METRIC", "name": "accuracy", "aliases": [], "tier": "concept", "role": "uses"},
    ],
    "results": [{"value": "71.5%"}, {"value": "3x"}, {"value": "9%", "tier": "optional"}],
}
ELSEWHERE = {"id": "2505.00002", "entities": GOLD["entities"][:1], "results": []}  # type: ignore[index]


def graph_file(folder: Path, *, with_text: bool = True) -> Path:
    """Write the graph of one paper."""
    data, pg = vocab.BASE, vocab.PG

    def iri(local: str) -> str:
        return f"<{data}{local}>"

    lines = [
        f"{iri(PAPER)} <{vocab.RDF_TYPE}> <{vocab.PG_PAPER}> .",
        f"{iri(LISTING)} <{vocab.PG_PAPER_OF}> {iri(PAPER)} .",
        f"{iri(SECTION)} <{vocab.DCTERMS_IS_PART_OF}> {iri(LISTING)} .",
        *([f'{iri(SECTION)} <{vocab.PG_TEXT}> "{TEXT}" .'] if with_text else []),
    ]
    for key, (cls, label, link, role) in LINKS.items():
        start = TEXT.index(label)
        place = f"{SECTION}/mention/{start}-{start + len(label)}"
        lines += [
            f"{iri(f'concept/{key}')} <{vocab.RDF_TYPE}> <{pg}{cls}> .",
            f'{iri(f"concept/{key}")} <{vocab.SKOS_PREF_LABEL}> "{label}"@en .',
            f"{iri(PAPER)} <{vocab.PG_MENTIONS}> {iri(f'concept/{key}')} .",
            f"{iri(PAPER)} <{pg}{link}> {iri(f'concept/{key}')} .",
            *_span(iri(place), start, label),
            f"{iri(place)} <{vocab.PG_MENTION_OF}> {iri(f'concept/{key}')} .",
            f"{iri(place)} <{vocab.PG_ROLE_OF}> <{pg}{role}> .",
            f"{iri(place)} <{vocab.PROV_WAS_GENERATED_BY}> {iri('rule/shape/1')} .",
        ]
    for number, raw in enumerate(("71.5%", "8"), start=1):
        result = iri(f"{LISTING}/result/{number}")
        lines += [
            f"{iri(PAPER)} <{vocab.PG_REPORTS}> {result} .",
            f'{result} <{vocab.PG_RAW_VALUE}> "{raw}" .',
            *_span(result, TEXT.index(raw), raw),
        ]
    file = folder / "graph.nt"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def _span(subject: str, start: int, text: str) -> list[str]:
    number = f"^^<{vocab.XSD_INTEGER}>"
    return [
        f"{subject} <{vocab.PG_IN_SECTION}> <{vocab.BASE}{SECTION}> .",
        f'{subject} <{vocab.OA_START}> "{start}"{number} .',
        f'{subject} <{vocab.OA_END}> "{start + len(text)}"{number} .',
    ]


def held(folder: Path, *papers: object, with_text: bool = True) -> Evaluation:
    gold = folder / "gold.jsonl"
    gold.write_text("\n".join(json.dumps(paper) for paper in papers), encoding="utf-8")
    with papergraph.open(graph_file(folder, with_text=with_text)) as graph:
        return evaluate([gold], graph=graph)


def shares(*figures: Figure | None) -> list[tuple[int | None, int | None] | None]:
    return [(figure.right, figure.of) if figure else None for figure in figures]


def test_figures_of_the_whole(tmp_path: Path) -> None:
    """Every figure is the share that one counts by hand."""
    figures = {figure.name: figure for figure in held(tmp_path, GOLD).figures.overall}

    assert {name: shares(figure)[0] for name, figure in figures.items()} == {
        "R_named": (2, 3),
        "R_all": (3, 4),
        "P": (3, 4),
        "P_all": (3, 4),
        "F1": (None, None),
        "type_acc": (2, 3),
        "role_acc": (2, 3),
        "result_recall": (1, 2),
        "result_precision": (1, 2),
    }
    assert figures["R_named"].value == 0.667
    assert figures["F1"].value == 0.75


def test_figures_by_class(tmp_path: Path) -> None:
    """By class a node counts for the class that the graph gives it, an annotation for its own."""
    by_class = {one.name: one for one in held(tmp_path, GOLD).figures.by_class}

    method, model = by_class["METHOD"], by_class["MODEL"]
    assert shares(method.recall, method.precision, method.accuracy) == [(2, 3), (1, 2), (1, 2)]
    assert shares(model.recall, model.precision, model.accuracy) == [(0, 0), (1, 1), (0, 0)]
    assert shares(by_class["METRIC"].recall, by_class["TASK"].recall) == [(0, 1), (0, 0)]


def test_figures_by_tier(tmp_path: Path) -> None:
    """A tier has recall and accuracy; a node that is wrong is of no tier."""
    by_tier = {one.name: one for one in held(tmp_path, GOLD).figures.by_tier}

    assert {name: shares(one.recall, one.precision, one.accuracy) for name, one in by_tier.items()} == {
        "named": [(2, 3), None, (1, 2)],
        "concept": [(1, 1), None, (1, 1)],
        "optional": [(0, 1), None, (0, 0)],
    }


def test_figures_by_role(tmp_path: Path) -> None:
    """By role a link counts for the strongest that the graph states."""
    by_role = {one.name: one for one in held(tmp_path, GOLD).figures.by_role}

    assert {name: shares(one.recall, one.precision, one.accuracy) for name, one in by_role.items()} == {
        "introduces": [(1, 1), (1, 1), (1, 1)],
        "compares": [(0, 1), (0, 0), (0, 0)],
        "uses": [(1, 1), (2, 2), (1, 1)],
        "mentions": [(1, 1), (0, 1), (0, 1)],
    }


def test_mistakes_with_their_sentences(tmp_path: Path) -> None:
    """Each mistake is listed, by kind, with the sentence and the span that erred or was overlooked."""
    done = held(tmp_path, GOLD)
    told = [(mistake.kind, mistake.name, mistake.expected, mistake.got) for mistake in done.mistakes]

    assert told == [
        (MistakeKind.MISSED, "BarTune", "METHOD", None),
        (MistakeKind.MISSED, "accuracy", "METRIC", None),
        (MistakeKind.FALSE, "학습", None, "METHOD"),
        (MistakeKind.WRONG_CLASS, "GRPO", "METHOD", "MODEL"),
        (MistakeKind.WRONG_ROLE, "GRPO", "mentions", "uses"),
        (MistakeKind.RESULT_MISSED, "3x", "3x", None),
        (MistakeKind.RESULT_FALSE, "8", None, "8"),
    ]
    places = [mistake.place for mistake in done.mistakes]
    assert [place and place.sentence[place.start : place.end] for place in places] == [
        "BarTune",
        None,  # the text does not say it
        "학습",
        "GRPO",
        "GRPO",
        None,
        "8",
    ]
    assert places[2] is not None
    assert places[2].sentence == "FooNet은 GRPO를 활용하여 학습합니다."
    assert places[2].rule == "shape/1"


def test_without_text_there_is_no_sentence(tmp_path: Path) -> None:
    """A graph built without text gives the same figures, and mistakes without sentences."""
    bare, full = held(tmp_path, GOLD, with_text=False), held(tmp_path, GOLD)

    assert bare.figures == full.figures
    assert not any(mistake.place and mistake.place.sentence for mistake in bare.mistakes)


def test_a_paper_that_is_not_in_the_graph(tmp_path: Path) -> None:
    """What the gold says of an absent paper is missed."""
    done = held(tmp_path, GOLD, ELSEWHERE)

    assert (done.papers, done.papers_found) == (2, 1)
    assert done.figures.counts["gold_named"] == 4
    assert [mistake.name for mistake in done.mistakes if mistake.paper == "2505.00002"] == ["FooNet"]


def test_bad_gold(tmp_path: Path) -> None:
    """A line that is no annotation is refused with its number."""
    with pytest.raises(InputError) as caught:
        held(tmp_path, GOLD, {"id": "2505.00002"})

    assert caught.value.line == 2
