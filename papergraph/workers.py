"""Processes that read listings: the extractor is loaded in one of them while this one reads the input.

That one loads the extractor and then becomes as many as are wanted, which share what was loaded. Each has a pipe of its
own to this process, so that a worker that dies is noticed here, and the workers end with this process, however it ends.
"""

import gc
import multiprocessing
import os
import pickle
import signal
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import count
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from papergraph.errors import PapergraphError
from papergraph.model import Listing, Reading

if TYPE_CHECKING:
    from papergraph.extract.pipeline import Extractor


class Workers:
    """Up to ``most`` processes; with one, or where processes cannot be forked, this process reads itself.

    ``lexicon`` are the user's own files, which were read once without a mistake.
    """

    def __init__(self, most: int, *, lexicon: Sequence[Path] = ()) -> None:
        self._most = most if "fork" in multiprocessing.get_all_start_methods() else 1
        self._lexicon = tuple(lexicon)
        if self._lexicon:
            _extractor.cache_clear()  # the files may have changed since this process read them
        self._ends: list[Connection] = []
        self._first: BaseProcess | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the processes and free what they hold."""
        for end in self._ends:
            end.close()
        self._ends = []
        if self._first is not None:
            self._first.kill()
            self._first.join()
            self._first = None

    def start(self) -> None:
        """Begin to load the extractor in another process."""
        if self._ends or self._most == 1:
            return
        pairs = [multiprocessing.Pipe() for _ in range(self._most)]
        self._ends = [ours for ours, _ in pairs]
        theirs = [end for _, end in pairs]
        self._first = multiprocessing.get_context("fork").Process(
            target=_serve, args=(theirs, self._ends, self._lexicon), daemon=True
        )
        self._first.start()
        for end in theirs:
            end.close()

    def read(self, chunks: Iterable[Sequence[Listing]], *, jobs: int) -> Iterator[list[Reading]]:
        """Yield the readings of each chunk, in order; ``jobs`` processes read. May be called once.

        A chunk is asked for when a process is about to be free.

        Raises:
            PapergraphError: a worker died.
        """
        jobs = min(jobs, self._most)
        if jobs > 1:
            self.start()
        return self._hand_out(chunks, jobs) if self._ends else map(partial(_read, lexicon=self._lexicon), chunks)

    def _hand_out(self, chunks: Iterable[Sequence[Listing]], jobs: int) -> Iterator[list[Reading]]:
        _send(self._ends[0], jobs)
        waiting = iter(enumerate(chunks))
        busy: dict[Connection, int] = {}
        done: dict[int, list[Reading]] = {}
        for end in self._ends[:jobs]:
            _give_next(waiting, end, busy)
        for place in count():
            while place not in done:
                if not busy:
                    return
                for end in [end for end in wait(list(busy)) if isinstance(end, Connection)]:
                    number, answer = busy.pop(end), _receive(end)
                    _give_next(waiting, end, busy)  # first the worker is busy again, then its answer is looked at
                    done[number] = _readings(answer)
            yield done.pop(place)


def _give_next(waiting: Iterator[tuple[int, Sequence[Listing]]], end: Connection, busy: dict[Connection, int]) -> None:
    for number, chunk in waiting:
        busy[end] = number
        _send(end, chunk)
        return


def _send(end: Connection, message: object) -> None:
    try:
        end.send(message)
    except OSError as error:
        raise _died() from error


def _receive(end: Connection) -> bytes:
    try:
        return end.recv_bytes()
    except (EOFError, OSError) as error:
        raise _died() from error


def _died() -> PapergraphError:
    return PapergraphError("a process that read listings died", hint="was it killed, or is the memory full?")


def _readings(answer: bytes) -> list[Reading]:
    found: list[Reading] | Exception = pickle.loads(answer)
    if isinstance(found, Exception):
        raise found
    return found


# ---------------------------------------------------------------------------------------------------------------------
# In the workers


def _serve(ends: list[Connection], parents: list[Connection], lexicon: tuple[Path, ...]) -> None:
    for end in parents:
        end.close()  # or nobody would notice that the parent is gone
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is interrupted too, and closes the pipes
    gc.disable()  # reading leaves no cycles behind
    _extractor(lexicon)
    gc.freeze()
    try:
        own = _fork(ends[0].recv())
        for number, end in enumerate(ends):
            if number != own:
                end.close()
        while True:
            ends[own].send(_answer(ends[own].recv(), lexicon))
    except (EOFError, OSError):
        return  # the parent needs no more, or is gone


def _fork(jobs: int) -> int:
    """Become ``jobs`` processes; return the number of this one."""
    for number in range(1, jobs):
        if os.fork() == 0:
            return number
    return 0


def _answer(listings: Sequence[Listing], lexicon: tuple[Path, ...]) -> list[Reading] | Exception:
    try:
        return _read(listings, lexicon=lexicon)
    except Exception as error:  # noqa: BLE001 - it is raised again in the parent
        return error


def _read(listings: Sequence[Listing], *, lexicon: tuple[Path, ...]) -> list[Reading]:
    return list(_extractor(lexicon).read_many(listings))


@lru_cache(maxsize=1)
def _extractor(lexicon: tuple[Path, ...]) -> "Extractor":
    # One for each process; forked ones inherit their parent's. Where nothing is new spaCy is not even loaded.
    from papergraph.extract.lexicon import load
    from papergraph.extract.pipeline import Extractor

    return Extractor(load(lexicon))
