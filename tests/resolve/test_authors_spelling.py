"""In what way two names may be one."""

import pytest

from papergraph.names import author_norm
from papergraph.resolve.authors_spelling import (
    Form,
    Likeness,
    family_slip,
    likeness,
    parse,
    turned,
    without_initials,
)


def form(name: str) -> Form:
    return parse(author_norm(name))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Il Hong Suh", "Ilhong Suh", Likeness.SPACING),
        ("AJ Piergiovanni", "A. J. Piergiovanni", Likeness.SPACING),
        ("Ryan Rossi", "Ryan A. Rossi", Likeness.MIDDLE_INITIAL),
        ("Caio C. T. Mendes", "Caio César Teodoro Mendes", Likeness.MIDDLE_INITIAL),
        ("Rajiv Shah", "Rajiv Ratn Shah", Likeness.MIDDLE_NAME),
        ("Diego Las Casas", "Diego de las Casas", Likeness.MIDDLE_NAME),
        ("Sammy Davis", "Sammy Davis Jr.", Likeness.MIDDLE_NAME),
        ("R. A. Rossi", "Ryan Rossi", Likeness.INITIALS),
        ("C.-N. Huang", "Chang-Ning Huang", Likeness.INITIALS),
        ("Chris Manning", "Christopher D. Manning", Likeness.SHORT),
        ("Young-gil Kim", "Young-kil Kim", Likeness.SLIP),
        ("Jianfeng Gao", "Jinafeng Gao", Likeness.SLIP),
        ("Robert E. Mercer", "Robert L. Mercer", None),
        ("Sammy Davis Jr.", "Sammy Davis III", None),
        ("Seo Hyun Kim", "Seonghwan Kim", None),
        ("Wei Wang", "Wei Wong", None),
        ("Li Wang", "Lu Wang", None),
        ("R. Rossi", "Anna Rossi", None),
        ("Yang Li", "Li Yang", None),
    ],
)
def test_names_that_may_be_one(one: str, other: str, expected: Likeness | None) -> None:
    """Each way in which names differ is told, whichever comes first; what cannot be one name is none."""
    assert likeness(form(one), form(other)) is expected
    assert likeness(form(other), form(one)) is expected


def test_family_name_first_is_turned() -> None:
    """A name that begins with its family name is turned into the form of one that ends with it."""
    assert turned(form("Suh Il-Hong")) == form("Il Hong Suh").norm


def test_leading_initials_may_go() -> None:
    """Initials before a given name can be left out; a name that has but initials keeps them."""
    assert without_initials(form("J. Zico Kolter")) == form("Zico Kolter").norm
    assert without_initials(form("J. Z. Kolter")) is None
    assert without_initials(form("Zico Kolter")) is None


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Samuel Bowman", "Samuel Bowmann", True),
        ("Hisham Cholakal", "Hisham Cholakkal", True),
        ("Wei Wang", "Wei Wong", False),
        ("Sam Bowman", "Samuel Bowmann", False),
    ],
)
def test_slip_in_a_family_name(one: str, other: str, expected: bool) -> None:
    """A letter in a long family name may be a slip, when all else is the same."""
    assert family_slip(form(one), form(other)) is expected


def test_single_name_is_a_family_name() -> None:
    """A name of one part, in whatever script, has no given names and is like no other."""
    assert form("김민수").given == ()
    assert likeness(form("Qwen"), form("Qwem")) is None
