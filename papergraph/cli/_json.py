"""JSON on standard output: always UTF-8, whatever the terminal's encoding is."""

import json

import click


def write(data: object) -> None:
    """Write ``data`` as indented JSON; an enumeration's member becomes its value."""
    click.echo(text(data).encode("utf-8", "backslashreplace"))


def text(data: object) -> str:
    """Return ``data`` as indented JSON. Lone surrogates (bytes of a file's name that are no UTF-8) stay as they are."""
    return json.dumps(data, ensure_ascii=False, indent=2, default=lambda member: member.value)
