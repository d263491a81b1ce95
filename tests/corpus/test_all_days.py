"""All 265 real days, built."""

import shutil
from pathlib import Path

import pytest

import papergraph

pytestmark = [pytest.mark.corpus, pytest.mark.slow]


def test_every_entry_is_accounted_for(shared: Path, tmp_path: Path) -> None:
    """3,591 entries become 3,591 listings of 3,590 papers, each link with its sentence."""
    report = papergraph.build_graph([shared / "corpus" / "digests"], store=tmp_path / "store")

    assert (report.days, report.entries, report.listings, report.papers) == (265, 3591, 3591, 3590)
    assert report.failed == 0
    with papergraph.open(tmp_path / "store") as graph:
        assert graph.evidence().ok


def test_order_jobs_and_steps_do_not_matter(shared: Path, tmp_path: Path) -> None:
    """Days built at once or one after the other, in any order, by one process or two, give the same bytes."""
    days = sorted((shared / "corpus" / "digests" / "2024" / "11").glob("*.md"))[:6]
    copies = [Path(shutil.copy(day, tmp_path / f"{9 - n}.md")) for n, day in enumerate(days)]
    papergraph.build_graph(days, store=tmp_path / "at-once", jobs=1)
    papergraph.build_graph([tmp_path], store=tmp_path / "renamed", jobs=2)
    for copy in copies:
        papergraph.build_graph([copy], store=tmp_path / "one-by-one", jobs=1)

    exports = []
    for store in ("at-once", "renamed", "one-by-one"):
        with papergraph.open(tmp_path / store) as graph:
            graph.export(tmp_path / f"{store}.nq")
        exports.append((tmp_path / f"{store}.nq").read_bytes())
    assert exports[0] == exports[1] == exports[2]
