"""A store lives: whatever was added, changed and removed, its graph is the one that its days make at once."""

import json
import sqlite3
import tempfile
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import papergraph
from papergraph import build, parts, workers
from papergraph.errors import InputError, UnknownNameError
from papergraph.iri import graph_iri
from papergraph.store.embedded import writing

Digest = Callable[..., Path]
Quads = Callable[[Path], list[str]]
_DAYS = st.integers(1, 4)
_ENTRIES = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 2)), min_size=1, max_size=4, unique_by=lambda e: e[0])
_STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("build"), st.dictionaries(_DAYS, _ENTRIES, min_size=1, max_size=2)),
        st.tuples(st.just("prune"), st.dictionaries(_DAYS, _ENTRIES, min_size=1, max_size=3)),
        st.tuples(st.just("remove"), _DAYS),
    ),
    min_size=2,
    max_size=5,
)


def indexed(store: Path) -> list[tuple[str, ...]]:
    """Return what the full-text index of a store holds."""
    file = store / "generations" / (store / "current").read_text().strip() / "search.db"
    with closing(sqlite3.connect(file)) as connection:
        return sorted(
            connection.execute(
                "SELECT part, iri, kind, text, words, pairs FROM text JOIN entry ON entry.rowid = text.id"
            )
        )


@pytest.mark.slow
@pytest.mark.parametrize("few", [1e9, parts._FEW], ids=["patched", "as it comes"])
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=_STEPS, seed=st.randoms(use_true_random=False))
def test_any_steps_lead_to_the_graph_of_the_days(
    digest: Digest,
    quads: Quads,
    monkeypatch: pytest.MonkeyPatch,
    few: float,
    steps: Sequence[tuple[str, Any]],
    seed: Random,
) -> None:
    """Days added, changed, pruned and removed in any order, from whatever files, give the bytes of a full build."""
    monkeypatch.setattr(parts, "_FEW", few)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store = folder / "s.store"
        state: dict[int, list[tuple[int, int]]] = {}
        for number, (kind, what) in enumerate(steps):
            if kind == "remove":
                if what in state:
                    papergraph.remove_days([f"2025-03-{what:02}"], store=store, jobs=1)
                    del state[what]
                continue
            days = list(what.items())
            cut = seed.randint(0, len(days))  # in one file, or in two
            files = [
                digest(folder / f"{number}-{place}.md", dict(part))
                for place, part in enumerate((days[:cut], days[cut:]))
                if part
            ]
            papergraph.build_graph(files, store=store, jobs=1, prune=kind == "prune")
            state = ({} if kind == "prune" else state) | what
        days = list(state.items())
        seed.shuffle(days)
        if state:
            papergraph.build_graph([digest(folder / "all.md", dict(days))], store=folder / "new.store", jobs=1)
            assert quads(store) == quads(folder / "new.store")
            assert indexed(store) == indexed(folder / "new.store")
        elif store.exists():
            assert {line.split()[-2] for line in quads(store)} == {f"<{graph_iri('ontology')}>"}


def test_a_day_that_goes_takes_along_what_it_alone_said(
    tmp_path: Path, digest: Digest, quads: Quads, titles: Callable[[list[str]], set[str]]
) -> None:
    """Papers, authors and concepts that no other day names leave with their day; a name shared with one stays."""
    store = tmp_path / "s.store"
    first = digest(tmp_path / "first.md", {3: [(0, 1)]})
    second = digest(tmp_path / "second.md", {4: [(6, 1)], 5: [(7, 1)]})
    papergraph.build_graph([first, second], store=store, jobs=1)

    report = papergraph.remove_days([second], store=store, jobs=1)

    assert (report.days_removed, report.days, report.papers) == (2, 1, 1)
    assert titles(quads(store)) == {"TinyJudge: A Small Reward Model"}
    with papergraph.open(store) as graph:
        assert graph.find("GRPO").iri.endswith("concept/grpo")
        for gone in ("LoRA", "Ben Lee"):
            with pytest.raises(UnknownNameError):
                graph.find(gone)


def test_prune_leaves_what_the_input_names(tmp_path: Path, digest: Digest, quads: Quads) -> None:
    """With ``prune`` the store holds the input's days and no other; without it the others stay."""
    store = tmp_path / "s.store"
    papergraph.build_graph([digest(tmp_path / "a.md", {3: [(0, 1)], 4: [(6, 1)]})], store=store, jobs=1)
    new = digest(tmp_path / "b.md", {4: [(6, 1)]})

    assert papergraph.build_graph([new], store=store, jobs=1).days == 2
    report = papergraph.build_graph([new], store=store, jobs=1, prune=True)

    assert (report.days, report.days_read, report.days_removed) == (1, 0, 1)


def test_prune_refuses_while_a_file_cannot_be_read(tmp_path: Path, digest: Digest) -> None:
    """A file that fails may hold days that are there: none goes because of it."""
    store = tmp_path / "s.store"
    papergraph.build_graph([digest(tmp_path / "a.md", {3: [(0, 1)], 4: [(6, 1)]})], store=store, jobs=1)
    good, bad = digest(tmp_path / "in" / "b.md", {4: [(6, 1)]}), tmp_path / "in" / "c.md"
    bad.write_bytes(b"\x00\x01" * 99)

    with pytest.raises(InputError, match="file is not read") as caught:
        papergraph.build_graph([good, bad], store=store, jobs=1, prune=True)

    assert caught.value.file == str(bad)
    assert papergraph.build_graph([good], store=store, jobs=1).days == 2


@pytest.mark.parametrize("name", ["2025-03-09", "daily-papers/2025-03-09", "nothing"])
def test_a_day_that_is_not_there_cannot_be_removed(tmp_path: Path, digest: Digest, name: str) -> None:
    """An unknown day is an error that names near ones, and the store stays."""
    store = tmp_path / "s.store"
    papergraph.build_graph([digest(tmp_path / "a.md", {3: [(0, 1)]})], store=store, jobs=1)

    with pytest.raises(UnknownNameError) as caught:
        papergraph.remove_days([name], store=store, jobs=1)

    assert name == "nothing" or "daily-papers/2025-03-03" in caught.value.known
    assert papergraph.build_graph([tmp_path / "a.md"], store=store, jobs=1).days == 1


def test_nothing_new_writes_nothing(tmp_path: Path, digest: Digest) -> None:
    """The second build of the same input publishes nothing and needs no right to write."""
    store = tmp_path / "s.store"
    file = digest(tmp_path / "a.md", {3: [(0, 1)], 4: [(6, 1)]})
    first = papergraph.build_graph([file], store=store, jobs=1)
    with writing(store):  # another build has the lock, and this one does not ask for it
        second = papergraph.build_graph([file], store=store, jobs=1)

    assert (store / "current").read_text() == "1\n"
    assert (second.days_read, second.papers, second.mentions) == (0, first.papers, first.mentions)


def test_a_changed_vote_reads_no_text_again(
    tmp_path: Path, digest: Digest, quads: Quads, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was read of a listing is used again when its day changes elsewhere: no extractor is needed."""
    store = tmp_path / "s.store"
    papergraph.build_graph([digest(tmp_path / "a.md", {3: [(0, 1), (6, 2)]})], store=store, jobs=1)
    changed = digest(tmp_path / "b.md", {3: [(6, 9), (0, 1)]})
    papergraph.build_graph([changed], store=tmp_path / "new.store", jobs=1)

    monkeypatch.setattr(workers, "_extractor", None)  # whoever reads now fails
    papergraph.build_graph([changed], store=store, jobs=1)

    assert quads(store) == quads(tmp_path / "new.store")


def test_what_a_killed_build_had_read_is_not_read_again(
    tmp_path: Path, digest: Digest, quads: Quads, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build takes up the days that one which was killed had read."""
    file = digest(tmp_path / "a.md", {3: [(0, 1)], 4: [(6, 1)]})
    papergraph.build_graph([file], store=tmp_path / "whole.store", jobs=1)
    store = tmp_path / "s.store"
    (store / "generations").mkdir(parents=True)
    (tmp_path / "whole.store" / "store.json").rename(store / "store.json")
    left = (tmp_path / "whole.store" / "generations" / "1").rename(store / "generations" / "1.new")
    (left / "index").unlink()

    monkeypatch.setattr(workers, "_extractor", None)
    papergraph.build_graph([file], store=store, jobs=1)

    monkeypatch.undo()
    papergraph.build_graph([file], store=tmp_path / "again.store", jobs=1)
    assert quads(store) == quads(tmp_path / "again.store")
    assert not list((store / "generations").glob("*.new"))


def test_another_resolver_or_encoder_makes_the_graph_anew_without_reading(
    tmp_path: Path, digest: Digest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After an upgrade of what makes nodes or triples the same input gives a new generation; nothing is read again."""
    store = tmp_path / "s.store"
    file = digest(tmp_path / "a.md", {3: [(0, 1)]})
    papergraph.build_graph([file], store=store, jobs=1)
    for number, step in enumerate(["resolver_version", "encoder_version"], start=2):
        monkeypatch.setattr(build, step, lambda: "another")
        report = papergraph.build_graph([file], store=store, jobs=1)
        assert (store / "current").read_text() == f"{number}\n"
        assert report.days_read == 0


def test_a_store_of_the_format_before_is_built_upon(tmp_path: Path, digest: Digest, quads: Quads) -> None:
    """A store that an older papergraph wrote is read, and a build adds to it without losing a day."""
    store = tmp_path / "s.store"
    a, b = digest(tmp_path / "a.md", {3: [(0, 1)]}), digest(tmp_path / "b.md", {4: [(6, 1)]})
    papergraph.build_graph([a], store=store, jobs=1)
    generation = store / "generations" / "1"
    for name in ("index", "prints", "decisions"):
        (generation / name).unlink()
    about = json.loads((generation / "generation.json").read_text())
    older = {key: about[key] for key in ("base", "with_text", "extractor", "papergraph")} | {"quads": 9, "format": 1}
    (generation / "generation.json").write_text(json.dumps(older))
    (store / "store.json").write_text('{"format": 1}')
    _, _, records = (generation / "days").read_bytes().partition(b"\n")
    (generation / "days").write_bytes(b'{"format": 1, "days": 1}\n' + records)

    assert quads(store)
    assert papergraph.build_graph([b], store=store, jobs=1).days == 2

    papergraph.build_graph([a, b], store=tmp_path / "new.store", jobs=1)
    assert quads(store) == quads(tmp_path / "new.store")


def test_a_changed_alias_file_resolves_anew_without_reading(tmp_path: Path, digest: Digest) -> None:
    """What the user says of names takes effect with the next build, and so does taking it back."""
    store = tmp_path / "my.store"
    file = digest(tmp_path / "a.md", {3: [(0, 1)]})
    papergraph.build_graph([file], store=store, jobs=1)
    aliases = tmp_path / "my.aliases.toml"

    for number, text in enumerate(['[[concept]]\nclass = ["GRPO", "Task"]\n', "# nothing any more\n"], start=2):
        aliases.write_text(text, encoding="utf-8")
        assert papergraph.build_graph([file], store=store, jobs=1).days_read == 0
        assert (store / "current").read_text() == f"{number}\n"
