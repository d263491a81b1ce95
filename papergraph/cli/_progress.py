"""A progress bar on standard error, for work that takes longer than two seconds."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from papergraph.build import Progress

_PATIENCE = 2.0  # seconds before a bar appears

_STEPS = {"read": "reading", "resolve": "resolving", "write": "writing the graph", "pages": "writing pages"}


@contextmanager
def shown(*, quiet: bool) -> Iterator[Progress]:
    """Yield a function to be told of progress. It draws nothing when ``quiet``, or where nobody looks."""
    if quiet or not sys.stderr.isatty():
        yield lambda step, done, total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    started = time.monotonic()
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    bar = Bar(*columns, console=Console(stderr=True), transient=True)
    tasks = {step: bar.add_task(text, total=None, visible=False) for step, text in _STEPS.items()}

    def tell(step: str, done: int, total: int) -> None:
        if not bar.live.is_started and time.monotonic() - started > _PATIENCE:
            bar.start()
        bar.update(tasks[step], completed=done, total=total, visible=True)

    try:
        yield tell
    finally:
        bar.stop()
