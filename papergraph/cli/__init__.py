"""The command line: one file per command, named like the command.

A command parses, makes one call, renders. Data goes to standard output, everything else to standard error. Command
modules are imported when they are asked for, and they import what is heavy only when they run.
"""

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from papergraph.cli._errors import prepare_streams, reported

#: Each command with its line in the list of commands. Kept here so that the list is shown without importing any.
_COMMANDS = {
    "ask": "Ask a named question, such as what builds on GRPO.",
    "build": "Read digests and write their graph.",
    "diff": "What changed: new papers, methods, links, votes …",
    "derive": "Write the networks into the graph, for SPARQL.",
    "evaluate": "Hold the graph against gold annotations.",
    "export": "Write the graph as RDF, or papers for other tools.",
    "network": "Write a network for Gephi, VOSviewer …",
    "query": "Ask the graph in SPARQL.",
    "rank": "Who and what stands out in a network.",
    "read": "What the extractor reads in one text.",
    "remove": "Take days out of the graph.",
    "resolve": "Which names were joined or split: look through it.",
    "search": "Full text over titles, names and texts.",
    "show": "What the graph says of a paper, author, method …",
    "site": "Write the graph as web pages that open from disk.",
    "stats": "Counts by class and day, and coverage.",
    "validate": "Check shapes, or the sentence under every link.",
    "view": "Draw people, methods, papers, or who took up what when.",
    "why": "Why two things are linked, or names are one.",
}


class _LazyGroup(click.Group):
    """A group whose commands are imported on first use."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"papergraph.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))

    def main(self, args: Sequence[str] | None = None, *others: Any, **more: Any) -> Any:
        prepare_streams()
        # What is written while the arguments are read (--help) can fail as well.
        with reported(debug="--debug" in (sys.argv if args is None else args)):
            return super().main(args, *others, **more)

    def invoke(self, ctx: click.Context) -> Any:
        with reported(debug=ctx.params["debug"]):
            return super().invoke(ctx)


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--debug", is_flag=True, help="Show the traceback of an error.")
@click.version_option(package_name="papergraph")
def main(debug: bool) -> None:
    """Turn digests of machine-learning papers into a knowledge graph that can be asked, drawn and trusted.

    \b
    Example:
      papergraph build examples/digests
      papergraph show GRPO
      papergraph why "Yang Yue" "Andrew Zhao"
      papergraph view coauthors -o coauthors.html
    """
