"""Which network: the classes and roles that count, the days, and how many links stay."""

from collections.abc import Sequence
from dataclasses import dataclass

from papergraph.errors import UnknownNameError, UsageError
from papergraph.model import ConceptClass, Role
from papergraph.query.days import check_period

KINDS = ("coauthors", "papers", "authors", "methods", "paper-author", "paper-method", "author-method")
CLASSES = {f"{cls.value.lower()}s": cls for cls in ConceptClass}
ROLES = {
    "introduces": (Role.INTRODUCES,),
    "uses": (Role.USES, Role.EVALUATES_ON),  # what is evaluated on is used
    "compares": (Role.COMPARES_WITH,),
    "mentions": (Role.MENTIONS,),
}
STATED = ("introduces", "uses", "compares")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What of a graph makes the network.

    Attributes:
        via: the classes whose concepts link: methods, models, datasets, tasks, metrics.
        roles: the roles that count: introduces, uses (evaluates on, too), compares, mentions. With one role alone both
            ends have it.
        since: the first day of papers (ISO 8601), or None.
        until: the last day.
        strongest: how many links of each node stay in networks of sharing, or None for all.
        common: the share of papers above which a concept is everywhere, so that its weight is damped.
    """

    via: tuple[str, ...] = ("methods",)
    roles: tuple[str, ...] = STATED
    since: str | None = None
    until: str | None = None
    strongest: int | None = None
    common: float = 0.05

    def check(self) -> None:
        """Raise when a name is unknown or a value cannot be.

        Raises:
            UnknownNameError: a class or role.
            UsageError: a day or a number that cannot be.
        """
        classes_of(self.via)
        for name in self.roles:
            if name not in ROLES:
                raise UnknownNameError("role", name, tuple(ROLES))
        check_period(self.since, self.until)
        if self.strongest is not None and self.strongest < 1:
            raise UsageError("at least one link of each node has to stay", hint="leave strongest out to keep all")
        if not 0 < self.common <= 1:
            raise UsageError(f"{self.common:g} is no share of the papers", hint="give more than 0 and at most 1")


def classes_of(via: Sequence[str]) -> frozenset[ConceptClass]:
    """Return the classes that ``via`` names.

    Raises:
        UnknownNameError: a name that is none.
    """
    for name in via:
        if name not in CLASSES:
            raise UnknownNameError("class of concepts", name, tuple(CLASSES))
    return frozenset(CLASSES[name] for name in via)
