"""Names that are made from one another: versions, sizes, siblings of one family."""

import re

_SHORTEST = 4  # letters of a name that a longer one begins with
_CAPITALISED = re.compile(r"[A-Z][a-z]+")
_FIRST_PART = 3


def extends(name: str, other: str) -> bool:
    """Whether ``name`` is a variant of ``other`` by its form: ``X-7B``, ``X2-7B``, ``Masked X``, ``XGen`` of ``X``."""
    if len(name) <= len(other):
        return len(name) > _SHORTEST and other.startswith(name + "-")  # X of X-178K
    if name.startswith((other + "-", other + " ", other + "_")) or name.endswith(" " + other):
        return True
    if name.startswith(other) and name[len(other)].isdigit():
        return True
    other = other.removesuffix("s")
    return (
        len(other) > 2
        and name.startswith(other)
        and other.isupper()
        and _CAPITALISED.fullmatch(name, len(other)) is not None
    )


def is_sibling(name: str, other: str) -> bool:
    """Whether two names share their first part (``MTU-Eval``, ``MTU-Bench``)."""
    first, hyphen, _ = name.partition("-")
    return hyphen == "-" and len(first) >= _FIRST_PART and first[0].isupper() and other.startswith(first + "-")
