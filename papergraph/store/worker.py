"""The process in which one query of a stranger runs: started for it, cut off from the network, killed at its limit.

This file is run as a script and imports nothing of papergraph, so that it starts fast. It reads one request (JSON) from
standard input, writes the answer to standard output and one line of JSON to standard error, and exits with 0 when the
answer is whole and 3 when it is not.
"""

import ctypes
import json
import os
import resource
import sys
from typing import Any

_FAILED = 3
_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000
_PR_SET_PDEATHSIG, _PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP = 1, 38, 22
_SIGKILL, _SECCOMP_MODE_FILTER = 9, 2
#: Per machine: how the kernel's audit names it, and the number of the system call ``socket``.
_SOCKET_CALLS = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}


class _TooLargeError(Exception):
    """The answer is larger than what was asked for."""


class _Output:
    """Standard output with an end."""

    def __init__(self, most: int) -> None:
        self._left = most

    def write(self, data: bytes) -> int:
        self._left -= len(data)
        if self._left < 0:
            raise _TooLargeError
        sys.stdout.buffer.write(data)
        return len(data)

    def flush(self) -> None:
        sys.stdout.buffer.flush()


def main() -> None:
    """Answer the request on standard input."""
    request = json.load(sys.stdin.buffer)
    report, code = _report(request)
    sys.stdout.buffer.flush()
    sys.stderr.write(json.dumps(report) + "\n")
    sys.stderr.flush()
    # Not sys.exit: an interrupted evaluation would be finished while it is torn down.
    os._exit(code)


def _report(request: dict[str, Any]) -> tuple[dict[str, str], int]:
    fence = confine(request["fences"], memory=request["memory"], cpu_seconds=request["cpu_seconds"])
    sys.path.append(request["site"])
    try:
        return {"kind": _answer(request), "fence": fence}, 0
    except SyntaxError as error:
        return {"error": "syntax", "message": str(error)}, _FAILED
    except _TooLargeError:
        return {"error": "too large", "message": ""}, _FAILED
    except MemoryError:
        return {"error": "memory", "message": ""}, _FAILED
    except _NotOpenedError as error:
        return {"error": "store", "message": str(error)}, _FAILED
    except (OSError, RuntimeError, ValueError) as error:
        return {"error": "engine", "message": str(error)}, _FAILED


class _NotOpenedError(Exception):
    """The graph cannot be opened."""


def _answer(request: dict[str, Any]) -> str:
    import pyoxigraph as ox

    try:
        store = ox.Store.read_only(request["folder"])
    except (OSError, RuntimeError) as error:
        raise _NotOpenedError(str(error)) from error
    found = store.query(request["query"], prefixes=request["prefixes"], use_default_graph_as_union=request["union"])
    output: Any = _Output(request["most_bytes"])
    if isinstance(found, ox.QueryTriples):
        found.serialize(output, format=ox.RdfFormat.N_TRIPLES)
        return "triples"
    found.serialize(output, format=getattr(ox.QueryResultsFormat, request["format"].upper()))
    return "boolean" if isinstance(found, ox.QueryBoolean) else "solutions"


# ---------------------------------------------------------------------------------------------------------------------
# Confinement


def confine(wanted: list[str], *, memory: int | None = None, cpu_seconds: int | None = None) -> str:
    """Give up the network and unlimited memory, for good, and die with the parent.

    Args:
        wanted: fences in the order in which they are tried: ``namespace``, ``seccomp``.
        memory: what it may allocate, in bytes.
        cpu_seconds: seconds of processor time.

    Returns:
        The fence that keeps this process off the network, or ``none``.
    """
    for limit, most in ((resource.RLIMIT_DATA, memory), (resource.RLIMIT_CPU, cpu_seconds)):
        if most is not None:
            resource.setrlimit(limit, (most, most))
    if not sys.platform.startswith("linux"):
        return "none"
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_PR_SET_PDEATHSIG, _SIGKILL, 0, 0, 0)
    fences = {"namespace": _enter_empty_network, "seccomp": _forbid_sockets}
    return next((name for name in wanted if fences[name](libc)), "none")


def _enter_empty_network(libc: ctypes.CDLL) -> bool:
    # A container may refuse user namespaces; the next fence is then tried.
    return bool(libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNET) == 0)


class _Instruction(ctypes.Structure):
    _fields_ = (
        ("code", ctypes.c_ushort),
        ("jump_true", ctypes.c_ubyte),
        ("jump_false", ctypes.c_ubyte),
        ("k", ctypes.c_uint32),
    )


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.POINTER(_Instruction)))


_LOAD, _JUMP_EQUAL, _RETURN = 0x20, 0x15, 0x06
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | 13  # EACCES


def _forbid_sockets(libc: ctypes.CDLL) -> bool:
    known = _SOCKET_CALLS.get(os.uname().machine)
    if known is None:
        return False
    architecture, socket_call = known
    steps = (_Instruction * 6)(
        _Instruction(_LOAD, 0, 0, 4),
        _Instruction(_JUMP_EQUAL, 0, 3, architecture),
        _Instruction(_LOAD, 0, 0, 0),
        _Instruction(_JUMP_EQUAL, 0, 1, socket_call),
        _Instruction(_RETURN, 0, 0, _REFUSE),
        _Instruction(_RETURN, 0, 0, _ALLOW),
    )
    program = _Program(len(steps), steps)
    return bool(
        libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0
        and libc.prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.byref(program), 0, 0) == 0
    )


if __name__ == "__main__":
    main()
