"""Runs every command that README.md and docs/ show, and writes what it printed below it.

usage: python scripts/docs.py [--check]

A block fenced as ``console`` holds commands (``$ papergraph …``, continued by lines that begin with ``> ``), each
followed by what it prints. They run from top to bottom in a scratch folder that holds ``examples/``, one per page.
``docs/commands.md`` is made from the commands' own help, ``docs/questions.md`` from the catalogue of questions, and the
README's picture from the examples. With ``--check`` nothing is written: the exit code is 1 when a page is not what its
commands print.
"""

import difflib
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from papergraph.query.catalogue import Question

import click

ROOT = Path(__file__).resolve().parent.parent
BLOCK = re.compile(r"(?ms)^```console\n(.*?)^```$")

PICTURES = {
    "coauthors": ["coauthors"],
    "methods": ["methods"],
    "papers": ["papers"],
    "gptq": ["method", "GPTQ"],
}


def main(check: bool) -> int:
    pages = {
        page: page.read_text(encoding="utf-8") for page in [ROOT / "README.md", *sorted(ROOT.glob("docs/**/*.md"))]
    }
    wanted = {page: refreshed(text) for page, text in pages.items()}
    wanted[ROOT / "docs" / "commands.md"] = command_reference()
    wanted[ROOT / "docs" / "questions.md"] = questions()
    stale = {
        page: text for page, text in wanted.items() if not page.exists() or page.read_text(encoding="utf-8") != text
    }
    for page, text in stale.items():
        if check:
            old = page.read_text(encoding="utf-8") if page.exists() else ""
            name = str(page.relative_to(ROOT))
            print("".join(difflib.unified_diff(old.splitlines(True), text.splitlines(True), name, f"{name}, run now")))
        else:
            page.write_text(text, encoding="utf-8")
            print(f"wrote {page.relative_to(ROOT)}")
    if not check:
        draw()
    return int(check and bool(stale))


def draw() -> None:
    """Draw the pictures of README and docs; not checked, for a layout's last digits differ between processors."""
    with tempfile.TemporaryDirectory() as scratch:
        store = ["--store", f"{scratch}/store", "--quiet"]
        pictures = [["view", *view, *store, "-o", f"docs/pictures/{name}.svg"] for name, view in PICTURES.items()]
        for command in (["build", "examples/digests", *store], *pictures):
            subprocess.run([sys.executable, "-m", "papergraph.cli", *command], cwd=ROOT, check=True)


def refreshed(page: str) -> str:
    if not BLOCK.search(page):
        return page
    with tempfile.TemporaryDirectory() as scratch:
        (Path(scratch) / "examples").symlink_to(ROOT / "examples")
        return BLOCK.sub(lambda block: f"```console\n{run_block(block[1], Path(scratch))}```", page)


def run_block(block: str, scratch: Path) -> str:
    shown = []
    for command in re.findall(r"(?m)^\$ (?:.*\n(?:> .*\n)*)", block):
        text = command[2:].replace("\n> ", "\n").rstrip("\n")
        shown.append(command + run(text, scratch))
    return "\n".join(part.rstrip("\n") + "\n" for part in shown) if len(shown) > 1 else "".join(shown)


def run(command: str, scratch: Path) -> str:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = {"PATH": path, "HOME": str(scratch), "LC_ALL": "C.UTF-8", "COLUMNS": "100"}
    done = subprocess.run(
        ["/bin/sh", "-c", command],
        cwd=scratch,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        encoding="utf-8",
    )
    lines = [line.rstrip() for line in done.stdout.splitlines()]
    return "\n".join(lines) + "\n" if lines else ""


def command_reference() -> str:
    from papergraph.cli import main as cli

    pages = ["# Commands\n\nMade from the commands' own help by `scripts/docs.py`.\n"]
    for name in ["", *command_names(cli)]:
        with tempfile.TemporaryDirectory() as scratch:
            pages.append(f"\n## `papergraph {name}`\n".replace(" `\n", "`\n"))
            pages.append(f"\n```text\n{run(f'papergraph {name} --help', Path(scratch))}```\n")
    pages.append(COMPLETION)
    return "".join(pages)


def command_names(group: click.Group) -> list[str]:
    """Return the commands of a group, each followed by its own: ``resolve``, ``resolve review``."""
    names = []
    for name in group.list_commands(click.Context(group)):
        command = group.get_command(click.Context(group), name)
        inner = command_names(command) if isinstance(command, click.Group) else []
        names += [name, *(f"{name} {one}" for one in inner)]
    return names


def questions() -> str:
    """Return the page of the named questions, each with the first rows of its answer on the examples."""
    from papergraph.query.catalogue import catalogue

    pages = [QUESTIONS, *(f"- [{one.title}](#{one.name}): `{one.name}`\n" for one in catalogue())]
    with tempfile.TemporaryDirectory() as scratch:
        (Path(scratch) / "examples").symlink_to(ROOT / "examples")
        run("papergraph build examples/digests --quiet", Path(scratch))
        pages += [question(one, Path(scratch)) for one in catalogue()]
    return "".join(pages)


def question(one: "Question", scratch: Path) -> str:
    parts = [f"\n## {one.name}\n\n**{one.title}.** {one.about}\n", "\n" if one.parameters else ""]
    for parameter in one.parameters:
        need = "" if parameter.default is None else f"; by default `{parameter.default}`"
        parts.append(f"- `--{parameter.name}` ({parameter.written_type}): {parameter.about}{need}\n")
    command = f"{one.command} --limit {SHOWN_ROWS}"
    return "".join([*parts, f"\n```text\n$ {command}\n{run(command, scratch)}```\n"])


SHOWN_ROWS = 5
QUESTIONS = """# Questions

Made from the catalogue by `scripts/docs.py`. Every question has a name; `papergraph ask NAME` answers it, and
`papergraph ask NAME --help` says what it takes. Here each one is asked of the [examples](../examples/README.md), and
the first five rows are shown.

- Names are given as for `papergraph show`: in any usual spelling, in English or Korean, by id, or as an IRI.
- A parameter without a default must be given. `--limit` says how many rows, 0 for all; `--format` gives csv, tsv, json
  or xml.
- `--sparql` prints the query instead: plain SPARQL 1.1 with its prefixes, the parameters in lines of `VALUES`, ready
  for any engine.
- In Python, `graph.ask("builds-on", method="GRPO")` returns the table and `graph.sparql_of(…)` the query.
- "Names" is the weakest link between a paper and a concept; introduces, uses and compares with are what the text
  [says more](ontology.md).

"""

COMPLETION = """
## Shell completion

Click completes commands and options. For Bash, put this line into `~/.bashrc` (Zsh: `zsh_source` into `~/.zshrc`; Fish:
`_PAPERGRAPH_COMPLETE=fish_source papergraph | source`):

```sh
eval "$(_PAPERGRAPH_COMPLETE=bash_source papergraph)"
```
"""

if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
