"""Errors are shown once, here: ``error:`` and ``hint:`` on standard error, and the exit code that errors.py gives.

What the machine refuses (a full disk, a standard output that cannot be written) is no bug: it has the code of a store
that cannot be written. Two more codes are the shell's: 130 after Ctrl-C, 141 when nobody reads standard output.
"""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import click

from papergraph.errors import BUG, STORE, InputError, PapergraphError

INTERRUPTED = 130
PIPE_CLOSED = 141


@contextmanager
def reported(*, debug: bool) -> Iterator[None]:
    """Turn an error of ours into its message and exit code; anything else is a bug and says so."""
    try:
        yield
    except PapergraphError as error:
        if debug:
            raise
        _show(f"{_where(error)}{error.message}", error.hint)
        sys.exit(error.exit_code)
    except (click.exceptions.Exit, click.ClickException):
        raise
    except (KeyboardInterrupt, click.Abort):
        _show("interrupted", None)
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        _stop_writing()
        sys.exit(PIPE_CLOSED)
    except OSError as error:
        if debug:
            raise
        _show(*_refused(error))
        _stop_writing()
        sys.exit(STORE)
    except MemoryError:
        if debug:
            raise
        _show("there is not enough memory for this", "give it more, or a smaller graph")
        sys.exit(STORE)
    except Exception as error:
        if debug:
            raise
        _show(
            f"a bug in papergraph: {type(error).__name__}: {error}",
            "run the command again as `papergraph --debug …` and report what it prints",
        )
        sys.exit(BUG)


def printable(text: str) -> str:
    """Return ``text`` without the control characters that would command a terminal."""
    return "".join(char if char.isprintable() or char == "\n" else "\N{REPLACEMENT CHARACTER}" for char in text)


def one_line(text: str) -> str:
    """Return ``text`` printable and without line ends, so that a stranger's name cannot add a line of its own."""
    return printable(text).replace("\n", " ")


def prepare_streams() -> None:
    """Make standard output and error take everything, or say that they cannot.

    What their encoding cannot hold (cp949, Latin-1) is escaped. Without a buffer (PYTHONUNBUFFERED) Python drops what
    the system does not take at once, and tells nobody: a full disk would cut an answer short.
    """
    if isinstance(getattr(sys.stdout, "buffer", None), io.RawIOBase):
        sys.stdout = open(  # noqa: SIM115 - a descriptor, and it stays open
            sys.stdout.fileno(), "w", buffering=1, encoding=sys.stdout.encoding, closefd=False
        )
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _show(message: str, hint: str | None) -> None:
    # Where standard error cannot be written to, the exit code alone has to tell.
    with suppress(OSError):
        click.echo(f"error: {one_line(message)}", err=True)
        if hint:
            click.echo(f"hint: {one_line(hint)}", err=True)


def _where(error: PapergraphError) -> str:
    if isinstance(error, InputError) and error.file:
        return f"{error.file}:{error.line}: " if error.line else f"{error.file}: "
    return ""


def _refused(error: OSError) -> tuple[str, str | None]:
    try:
        os.getcwd()  # noqa: PTH109 - Path.cwd is the same call
    except OSError:
        return "the working directory is not there any more", "change to another folder"
    place = f"{error.filename}: " if error.filename is not None else ""
    return f"{place}{error.strerror or error}", "the machine refused; --debug shows where"


def _stop_writing() -> None:
    """Point standard output to nowhere: Python writes what is left of it when it ends, and would complain."""
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
