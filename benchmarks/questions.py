"""Every named question on real days: how long it takes, and the same text in rdflib.

usage: python benchmarks/questions.py DIGESTS [--days 8 32 265] [--seconds 60]

Parameters without a default get the busiest value of the graph (the concept that most papers name, the author with most
papers …), so that the figures are those of the slowest cases. Ours is the time of ``Graph.ask``: names looked up by
their labels, and the query. rdflib has the graph in memory and runs the very text that ``--sparql`` prints, in a
process that is ended after so many seconds; what it did not answer on fewer days it is not asked on more.
"""

import argparse
import multiprocessing
import os
import statistics
import tempfile
import time
import warnings
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

import rdflib

import papergraph
from papergraph.graph import Graph
from papergraph.query.catalogue import Parameter, ParameterType, Question, catalogue

_WANTED = 30  # times as fast as rdflib

_BUSIEST = {
    "concept": "{{ ?x a pg:{cls} ; pg:support ?n ; skos:prefLabel ?name }} ORDER BY DESC(?n) ?name",
    "author": "{{ {{ SELECT ?x (COUNT(?p) AS ?n) {{ ?p dcterms:creator ?x }} GROUP BY ?x }} ?x foaf:name ?name }} "
    "ORDER BY DESC(?n) ?name",
    "paper": "{{ {{ SELECT ?x (COUNT(?c) AS ?n) {{ ?x pg:mentions ?c }} GROUP BY ?x }} ?x dcterms:title ?name }} "
    "ORDER BY DESC(?n) ?name",
    "date": "{{ ?x a pg:Digest ; dcterms:date ?name }} ORDER BY ?name",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A question on so many days, in seconds: the whole of ``ask``, its text alone, and the same text in rdflib."""

    days: int
    ask: float
    text: float
    rdflib: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("digests")
    parser.add_argument("--days", type=int, nargs="+", default=[8, 32, 128, 265])
    parser.add_argument("--seconds", type=float, default=60, help="rdflib's time for one question; 0 asks only ours")
    arguments = parser.parse_args()
    warnings.simplefilter("ignore")
    files = sorted(Path(arguments.digests).rglob("[0-9]*.md"))
    ours: dict[str, float] = {}
    both: dict[str, Compared] = {}
    asked = {question.name for question in catalogue()}
    with tempfile.TemporaryDirectory() as temporary:
        for days in sorted(arguments.days):
            folder = Path(temporary) / str(days)
            papergraph.build_graph(files[:days], store=folder)
            with papergraph.open(folder) as graph:
                texts = {one.name: graph.sparql_of(one.name, limit=0, **busiest(one, graph)) for one in catalogue()}
                ours = {one.name: best_of(graph, one) for one in catalogue()}
                alone = {name: best(lambda text=text: graph.rows(text)) for name, text in texts.items()}
                if arguments.seconds:
                    peer = in_rdflib(graph, {name: texts[name] for name in sorted(asked)}, arguments.seconds, folder)
                    both |= {
                        name: Compared(days=days, ask=ours[name], text=alone[name], rdflib=seconds)
                        for name, seconds in peer.items()
                    }
                    asked = set(peer)
            print(f"{days} days done", flush=True)
    report(ours, both, days)


def report(ours: dict[str, float], both: dict[str, Compared], days: int) -> None:
    for name, seconds in ours.items():
        line = f"{name:20} {1000 * seconds:7.0f} ms on {days} days"
        if name in both:
            one = both[name]
            line += (
                f"   on {one.days:3} days: rdflib {one.rdflib:7.3f} s; text {1000 * one.text:6.1f} ms,"
                f" {one.rdflib / one.text:6.1f} x; ask {1000 * one.ask:6.1f} ms, {one.rdflib / one.ask:6.1f} x"
            )
        print(line)
    print(f"slowest {1000 * max(ours.values()):.0f} ms, median {1000 * statistics.median(ours.values()):.0f} ms")
    if both:
        summary("the same text", {name: (one.rdflib, one.text) for name, one in both.items()})
        summary("rdflib's text, our whole ask", {name: (one.rdflib, one.ask) for name, one in both.items()})


def summary(what: str, seconds: dict[str, tuple[float, float]]) -> None:
    """Print how rdflib's seconds stand to ours: in all, and question by question."""
    ratios = {name: theirs / mine for name, (theirs, mine) in seconds.items()}
    theirs, mine = (sum(column) for column in zip(*seconds.values(), strict=True))
    print(
        f"{what}, {len(seconds)} questions: rdflib {theirs:.1f} s, ours {mine:.2f} s in all, {theirs / mine:.0f} x;"
        f" least {min(ratios.values()):.1f} x, median {statistics.median(ratios.values()):.0f} x"
    )
    slow = sorted((ratio, name) for name, ratio in ratios.items() if ratio < _WANTED)
    print(f"  under {_WANTED} x: {', '.join(f'{name} {ratio:.1f}' for ratio, name in slow) or 'none'}")


def busiest(question: Question, graph: Graph) -> dict[str, str]:
    return {one.name: _value(one, question, graph) for one in question.parameters if one.default is None}


def _value(parameter: Parameter, question: Question, graph: Graph) -> str:
    pattern = _BUSIEST[parameter.type.value].format(cls=parameter.cls or "Method")
    names = [name for (name,) in graph.rows(f"SELECT ?name {pattern}") if name]
    if parameter.type is ParameterType.DATE:  # windows: all days, the last half of them
        return names[0] if parameter.name == "begin" else names[len(names) // 2]
    same = [one for one in question.parameters if one.type is parameter.type and one.default is None]
    return names[same.index(parameter)]


def best_of(graph: Graph, question: Question) -> float:
    values = busiest(question, graph)
    return best(lambda: graph.ask(question.name, **values))


def best(call: Callable[[], object], times: int = 3) -> float:
    seconds = []
    for _ in range(times):
        started = time.perf_counter()
        call()
        seconds.append(time.perf_counter() - started)
    return min(seconds)


def in_rdflib(graph: Graph, texts: dict[str, str], seconds: float, folder: Path) -> dict[str, float]:
    file = folder.with_suffix(".nt")
    graph.export(file)
    held = rdflib.Graph()
    held.parse(file, format="nt")
    context = multiprocessing.get_context("fork")  # the graph is read once, each question has a process of its own
    answered = {}
    for name, text in texts.items():
        receive, send = context.Pipe(duplex=False)
        process = context.Process(target=_run, args=(held, text, send))
        process.start()
        send.close()
        if receive.poll(seconds):
            with suppress(EOFError):  # it failed: rdflib cannot sort what is unbound, or MIN of no number
                answered[name] = receive.recv()
        process.kill()
        process.join()
    return answered


def _run(held: rdflib.Graph, text: str, send: Connection) -> None:
    started = time.perf_counter()
    with suppress(Exception):
        len(list(held.query(text)))
        send.send(time.perf_counter() - started)
    os._exit(0)


if __name__ == "__main__":
    main()
