"""Queries of strangers, each in a process of its own that is killed at its time limit.

The engine cannot be interrupted and asks other servers when a query says SERVICE. So a query is checked first
(``query/readonly.py``), and then runs in ``worker.py``: a process that opens the graph read-only, has no network (an
empty network namespace, or a filter on the system call ``socket`` where namespaces are refused; on other systems than
Linux the check alone), limited memory, and nothing to write to.
"""

import importlib.util
import json
import math
import re
import signal
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from papergraph.errors import QueryError, QueryTimeoutError, StoreError, UnknownNameError, UsageError
from papergraph.query.readonly import check_read_only, names_its_graphs
from papergraph.store.base import AnswerKind, RawAnswer
from papergraph.store.engine import syntax_error
from papergraph.vocab import prefixes

#: Formats that the engine writes solutions in.
SOLUTION_FORMATS = ("csv", "json", "tsv", "xml")
#: Where one answer ends: more is no answer that a person or a page can take.
MOST_BYTES = 512 << 20
#: What the worker may allocate, in bytes.
MEMORY = 4 << 30
_NO_CHARACTER = re.compile("[\ud800-\udfff]")
_FENCES = ("namespace", "seccomp")
_WORKER = Path(__file__).with_name("worker.py")


def ask(folder: Path, query: str, *, base: str, format: str, timeout: float | None) -> RawAnswer:
    """Run ``query`` on the graph in the Oxigraph folder ``folder``, and return its answer.

    Raises:
        QueryError: the query is wrong, not allowed, or its answer or memory too large.
        QueryTimeoutError: it took longer than ``timeout`` seconds.
        StoreError: the graph cannot be opened.
    """
    if _NO_CHARACTER.search(query):
        raise QueryError("the query is not SPARQL: it holds bytes that are no UTF-8 text")
    check_read_only(query)
    return ask_unchecked(folder, query, base=base, format=format, timeout=timeout)


def ask_unchecked(
    folder: Path,
    query: str,
    *,
    base: str,
    format: str,
    timeout: float | None,
    fences: Sequence[str] = _FENCES,
    most_bytes: int = MOST_BYTES,
    memory: int = MEMORY,
) -> RawAnswer:
    """Run ``query`` as :func:`ask` does, without reading it first: the worker alone holds it."""
    if format not in SOLUTION_FORMATS:
        raise UnknownNameError("result format", format, SOLUTION_FORMATS)
    if timeout is not None and not 0 < timeout < math.inf:
        raise UsageError(f"a time limit of {timeout} seconds cannot be", hint="give a number of seconds above 0")
    request = {
        "folder": str(folder),
        "query": query,
        "prefixes": prefixes(base),
        "union": not names_its_graphs(query),
        "format": format,
        "site": _site_of_engine(),
        "fences": list(fences),
        "most_bytes": most_bytes,
        "memory": memory,
        # Only for a worker that outlives this process where the kernel does not end it.
        "cpu_seconds": None if timeout is None else math.ceil(timeout * 4) + 5,
    }
    body, report, code = _run(json.dumps(request).encode("utf-8", "surrogatepass"), timeout=timeout)
    if code == 0:
        return RawAnswer(kind=AnswerKind(_last_line(report)["kind"]), body=body)
    raise _failure(report, code, most_bytes)


def _run(request: bytes, *, timeout: float | None) -> tuple[bytes, bytes, int]:
    command = [sys.executable, "-I", "-S", str(_WORKER)]
    try:
        started = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    except OSError as error:
        raise StoreError(
            f"the process of the query cannot be started: {error.strerror or error}",
            hint="the machine allows no more processes or files, or no use of this Python",
        ) from error
    with started as process:
        try:
            body, report = process.communicate(request, timeout=timeout)
        except subprocess.TimeoutExpired:
            raise QueryTimeoutError(timeout or 0) from None
        finally:
            process.kill()
        return body, report, process.returncode


def _failure(report: bytes, code: int, most_bytes: int) -> Exception:
    failure = _last_line(report) if code > 0 else {"error": _ended_by(-code, report)}
    message = failure.get("message", "")
    match failure["error"]:
        case "syntax":
            return syntax_error(message)
        case "too large":
            return QueryError(f"the answer is larger than {most_bytes >> 20} MB", hint="add a LIMIT, or select less")
        case "memory":
            return QueryError(
                "the query needs too much memory", hint="make it narrower: fewer patterns, no big ORDER BY"
            )
        case "nesting":
            return QueryError(
                "the query is nested too deeply, or strings too many terms together", hint="split it into several"
            )
        case "store":
            return StoreError(f"the graph cannot be opened: {message}", hint="it may be damaged; build it again")
        case "engine":
            return QueryError(f"the query failed: {message}")
        case _:
            return QueryError(f"the process of the query ended early (status {code})")


def _ended_by(number: int, report: bytes) -> str:
    # The engine's parser and evaluator are recursive: a deep query ends in an overflow of the stack.
    if number == signal.SIGSEGV or b"overflowed its stack" in report:
        return "nesting"
    return "memory" if number == signal.SIGABRT else "ended"


def _last_line(report: bytes) -> dict[str, str]:
    try:
        data: dict[str, str] = json.loads(report.decode("utf-8", "replace").strip().rpartition("\n")[2])
    except ValueError:
        return {"error": "ended"}
    return data


@cache
def _site_of_engine() -> str:
    # The worker starts without site-packages, which saves it time, and is told where the engine is.
    found = importlib.util.find_spec("pyoxigraph")
    if found is None or found.origin is None:
        raise StoreError("pyoxigraph is not installed", hint="pip install pyoxigraph")
    return str(Path(found.origin).parent.parent)
