"""What a build or a removal reports."""

import dataclasses

from papergraph.cli._errors import one_line


def as_data(done: object) -> dict[str, object]:
    """Return what a build reports, for JSON."""
    data = dataclasses.asdict(done)  # type: ignore[call-overload]
    data["problems"] = [{**problem, "severity": problem["severity"].value} for problem in data["problems"]]
    return dict(data)


_SHOWN_PROBLEMS = 10


def summary(data: dict[str, object]) -> str:
    """Return what a build reports, for people."""
    problems: list[dict[str, str]] = data["problems"]  # type: ignore[assignment]
    lines = [
        f"{_amount(data, 'entries', 'entry')} in {_amount(data, 'files')}; {_amount(data, 'days_read', 'day')} read"
        + (f", {data['days_removed']} removed" if data["days_removed"] else ""),
        *_graph(data),
        f"problems: {_count(problems)}",
    ]
    lines += [_line(problem) for problem in problems if problem["severity"] != "note"][:_SHOWN_PROBLEMS]
    return "\n".join(map(one_line, lines))


def summary_of_removal(data: dict[str, object]) -> str:
    """Return what a removal reports, for people."""
    removed: int = data["days_removed"]  # type: ignore[assignment]
    return "\n".join(map(one_line, [f"{removed:,} day{'s' * (removed != 1)} removed", *_graph(data)]))


def _graph(data: dict[str, object]) -> list[str]:
    concepts: dict[str, int] = data["concepts"]  # type: ignore[assignment]
    kinds = ", ".join(f"{count:,} {name.lower()}{'s' * (count != 1)}" for name, count in concepts.items()) or "none"
    return [
        f"{data['store']}: {', '.join(_amount(data, key) for key in ('days', 'listings', 'papers', 'authors'))}",
        f"concepts: {kinds}",
        f"{_amount(data, 'mentions')}, {_amount(data, 'results')}",
        *(["graph/derived was out of date and went: papergraph derive writes it anew"] * bool(data["derived_dropped"])),
    ]


def _amount(data: dict[str, object], key: str, one: str | None = None) -> str:
    number: int = data[key]  # type: ignore[assignment]
    many = {"entry": "entries", "day": "days"}.get(one or "", key)
    return f"{number:,} {one or key.removesuffix('s') if number == 1 else many}"


def _count(problems: list[dict[str, str]]) -> str:
    tally = {kind: sum(problem["severity"] == kind for problem in problems) for kind in ("error", "warning", "note")}
    found = ", ".join(f"{count} {kind}{'s' * (count > 1)}" for kind, count in tally.items() if count)
    return f"{found} (--report FILE.json lists them)" if found else "none"


def _line(problem: dict[str, str]) -> str:
    place = f"{problem['file']}:{problem['line']}" if problem["line"] else problem["file"]
    return f"  {problem['severity']}: {place}: {problem['message']}"
