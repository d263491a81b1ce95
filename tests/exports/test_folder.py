"""A folder is written whole or not at all, and what others put there stays."""

import json
from pathlib import Path

import pytest

from papergraph.errors import StoreError
from papergraph.exports.folder import MANIFEST, write_folder


def tree(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != MANIFEST
    }


def write(folder: Path, **files: str) -> None:
    write_folder(folder, {name.replace("__", "/"): text.encode() for name, text in files.items()}, format="notes")


def test_an_export_replaces_an_export(tmp_path: Path) -> None:
    """Files of the earlier one that are no longer written go, and nothing is left beside the folder."""
    write(tmp_path / "vault", a="1", sub__b="2")
    write(tmp_path / "vault", a="3", other__c="4")
    assert tree(tmp_path / "vault") == {"a": "3", "other/c": "4"}
    assert [path.name for path in tmp_path.iterdir()] == ["vault"]
    assert not (tmp_path / "vault" / "sub").exists()


def test_what_others_put_there_stays(tmp_path: Path) -> None:
    """Own notes and settings, in own folders or among ours, outlive an export; so does what a link points to."""
    vault = tmp_path / "vault"
    write(vault, a="1", sub__b="2")
    (vault / ".obsidian").mkdir()
    (vault / ".obsidian" / "app.json").write_text("{}")
    (vault / "sub" / "mine").write_text("my own")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "x").write_text("far")
    (vault / "link").symlink_to(tmp_path / "elsewhere")
    write(vault, a="3")
    assert tree(vault) == {"a": "3", ".obsidian/app.json": "{}", "sub/mine": "my own"}
    assert (vault / "link").is_symlink()
    assert (tmp_path / "elsewhere" / "x").read_text() == "far"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["elsewhere", "vault"]


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    """A folder that was made for it is filled."""
    (tmp_path / "vault").mkdir()
    write(tmp_path / "vault", a="1")
    assert tree(tmp_path / "vault") == {"a": "1"}


def changed(vault: Path) -> None:
    write(vault, a="1")
    (vault / "a").write_text("edited by hand")


def foreign(vault: Path) -> None:
    vault.mkdir()
    (vault / "a").write_text("mine")


def in_the_way(vault: Path) -> None:
    write(vault, old="1")
    (vault / "A").write_text("mine")


def no_folder(vault: Path) -> None:
    vault.write_text("a file")


def strange_manifest(vault: Path) -> None:
    foreign(vault)
    (vault / MANIFEST).write_text("[[[")


@pytest.mark.parametrize("prepare", [changed, foreign, in_the_way, no_folder, strange_manifest])
def test_what_is_not_ours_is_never_overwritten(tmp_path: Path, prepare: object) -> None:
    """An edited note, a folder or file of somebody else: an error, and everything is as it was."""
    vault = tmp_path / "vault"
    prepare(vault)  # type: ignore[operator]
    before = {p: p.read_text() for p in tmp_path.rglob("*") if p.is_file()}
    with pytest.raises(StoreError):
        write(vault, a="new", b="new")
    assert {p: p.read_text() for p in tmp_path.rglob("*") if p.is_file()} == before


def test_a_manifest_leads_nowhere_else(tmp_path: Path) -> None:
    """A manifest that names files outside of its folder does not make them ours."""
    outside = tmp_path / "outside"
    outside.write_text("mine")
    vault = tmp_path / "vault"
    write(vault, a="1")
    manifest = json.loads((vault / MANIFEST).read_text())
    manifest["files"] |= {"../outside": "x", str(outside): "x"}
    (vault / MANIFEST).write_text(json.dumps(manifest))
    write(vault, a="2")
    assert outside.read_text() == "mine"


def test_a_failure_leaves_what_was_there(tmp_path: Path) -> None:
    """When a file cannot be written, the earlier export stays whole."""
    vault = tmp_path / "vault"
    write(vault, a="1")
    with pytest.raises(StoreError):
        write_folder(vault, {"a": b"2", "a/b": b"3"}, format="notes")
    assert tree(vault) == {"a": "1"}
    assert [path.name for path in tmp_path.iterdir()] == ["vault"]
