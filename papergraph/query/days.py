"""Days as people give them."""

from datetime import date

from papergraph.errors import UsageError


def check_period(since: str | None, until: str | None) -> None:
    """Raise when an end of a period is no day in the spelling 2025-05-07, or when no day is in it.

    Raises:
        UsageError: it cannot be.
    """
    for day in (since, until):
        if day is not None:
            _check(day)
    if since is not None and until is not None and since > until:
        raise UsageError(f"no day is since {since} and until {until}")


def _check(day: str) -> None:
    try:
        given = date.fromisoformat(day).isoformat()
    except ValueError:
        given = ""
    if given != day:
        raise UsageError(f"{day!r} is no day", hint="write it as 2025-05-07")
