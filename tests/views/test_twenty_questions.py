"""The twenty questions of a reader, each answered in three actions at most: by pointer, and by keyboard alone.

An action is what changes the page: a press of a button, a name searched and taken, a click on the map, a handle moved
one step. Going somewhere with Tab is none. One of the twenty has a page of its own: what is used on a data set, which
the site answers.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

import pytest

from papergraph.query.networks import NetworkRows
from papergraph.views.model import ViewModel

from .opened import Opened, Show
from .pictures import edge_between, methods, people, place_of, uptake, works

pytestmark = pytest.mark.browser

_MOST = 3
_MOST_TABS = 250


class Reader(Protocol):
    """Somebody before the page, whose actions are counted."""

    def find(self, text: str) -> None:
        """Search for a name or topic and take the first."""

    def press(self, name: str) -> None:
        """Press the button, or tick the box, of this name."""

    def open_link(self, one: str, other: str) -> None:
        """Open the line between two nodes."""

    def open_node(self, name: str) -> None:
        """Open a node."""

    def later(self) -> None:
        """Move the beginning of the period by one step."""


@dataclass
class ByPointer:
    """Clicks."""

    opened: Opened
    model: ViewModel
    actions: int = 0

    def find(self, text: str) -> None:
        self.actions += 1
        self.opened.find(text)

    def press(self, name: str) -> None:
        self.actions += 1
        page = self.opened.page
        page.get_by_role("button", name=name, exact=True).or_(page.get_by_role("checkbox", name=name)).first.click()

    def open_link(self, one: str, other: str) -> None:
        self.actions += 1
        self.opened.click_edge(self.model, edge_between(self.model, one, other))

    def open_node(self, name: str) -> None:
        self.actions += 1
        self.opened.click_node(place_of(self.model, name))

    def later(self) -> None:
        self.actions += 1
        box = self.opened.page.locator("#bars").bounding_box()
        assert box is not None
        step = (box["width"] - 16) / 5  # days in the fixture
        self.opened.page.mouse.move(box["x"] + 8, box["y"] + box["height"] - 4)
        self.opened.page.mouse.down()
        self.opened.page.mouse.move(box["x"] + 8 + step, box["y"] + box["height"] - 4, steps=3)
        self.opened.page.mouse.up()


_NAME = """() => { const at = document.activeElement; const row = at.closest("#links-table tr");
  return [at.getAttribute("aria-label") || (at.labels && at.labels[0] ? at.labels[0].innerText : at.innerText).trim(),
    row ? [...row.cells].slice(0, 2).map(cell => cell.innerText).join(" — ") : "", at.id]; }"""


@dataclass
class ByKeyboard:
    """Tab, Enter, Space and arrows: what has the focus is what acts."""

    opened: Opened
    model: ViewModel
    actions: int = 0

    def _go(self, there: Callable[[str, str, str], bool]) -> None:
        for _ in range(_MOST_TABS):
            if there(*self.opened.page.evaluate(_NAME)):
                return
            self.opened.page.keyboard.press("Tab")
        pytest.fail("the keyboard does not get there")

    def find(self, text: str) -> None:
        self.actions += 1
        if self.opened.page.evaluate("document.activeElement.id") != "search":
            self.opened.page.keyboard.press("/")
        self.opened.page.keyboard.type(text)
        self.opened.page.keyboard.press("Enter")

    def press(self, name: str) -> None:
        self.actions += 1
        self._go(lambda label, _, __: label.split("\n")[0] == name)
        box = self.opened.page.evaluate("document.activeElement.type") == "checkbox"
        self.opened.page.keyboard.press("Space" if box else "Enter")

    def open_link(self, one: str, other: str) -> None:
        self.actions += 1
        self._go(lambda _, row, __: set(row.split(" — ")) == {one, other})
        self.opened.page.keyboard.press("Enter")

    def open_node(self, name: str) -> None:
        self.find(name)

    def later(self) -> None:
        self.actions += 1
        self._go(lambda _, __, key: key == "from")
        self.opened.page.keyboard.press("ArrowRight")


Picture = Callable[[NetworkRows], ViewModel]


@dataclass(frozen=True)
class Question:
    """What is asked, of which picture, what a reader does, and what the page then tells."""

    number: int
    picture: Picture
    does: Callable[[Reader], None]
    told: tuple[str, ...]


def _who_works_on(reader: Reader) -> None:
    reader.find("Guess Descent")


def _most_with(reader: Reader) -> None:
    reader.open_node("Ada Stern")


def _why_linked(reader: Reader) -> None:
    reader.open_link("Ada Stern", "Bo Lind")


def _in_common(reader: Reader) -> None:
    reader.open_node("Ada Stern")
    reader.press("Compare with…")
    reader.open_node("Bo Lind")


def _path(reader: Reader) -> None:
    reader.open_node("Ada Stern")
    reader.press("Path to…")
    reader.open_node("Dee Marsh")


def _asks(question: str) -> Callable[[Reader], None]:
    def does(reader: Reader) -> None:
        reader.press("Questions")
        reader.press(question)

    return does


def _who_is_new(reader: Reader) -> None:
    reader.later()
    reader.press("Questions")
    reader.press("Who is new?")


def _circle(reader: Reader) -> None:
    reader.open_node("Ada Stern")
    reader.press("Circle over time")


def _shares_with_mine(reader: Reader) -> None:
    reader.find("Alpha")


def _shared_methods(reader: Reader) -> None:
    reader.open_link("Alpha: Sorting by Guessing", "A Long Look at How Guessing Machines Come to Their Guesses")


def _groups_and_members(reader: Reader) -> None:
    reader.press("Questions")
    reader.press("What groups are there, and what are they about?")
    reader.press("Ada Stern")


def _where_it_started(reader: Reader) -> None:
    reader.open_node("Alpha: Sorting by Guessing")


def _method_with(reader: Reader) -> None:
    reader.open_node("Guess Descent")


def _only_stated(reader: Reader) -> None:
    reader.press("Only what texts state")
    _shared_methods(reader)


def _with_a_rise(rows: NetworkRows) -> ViewModel:
    """Return people whose later papers both name one data set."""
    late = {"2": "2025-05-04", "4": "2025-05-05"}
    return people(replace(rows, papers=tuple(replace(row, date=late.get(row.id, row.date)) for row in rows.papers)))


_TOOK_IT_UP = ("Linked to, strongest first", "Beta Learners Revisited", "A Long Look")
QUESTIONS = [
    Question(1, people, _who_works_on, ("Authors, by papers on it", "Ada Stern\n2 papers", "Bo Lind\n2 papers")),
    Question(2, people, _most_with, ("Wrote with, strongest first", "Bo Lind\n2 papers", "조민지\n1 paper")),
    Question(3, people, _why_linked, ("wrote 2 papers together", "2025-05-02", "Guess Descent를 제안한다.")),
    Question(4, people, _in_common, ("In common · 1 author", "조민지")),
    Question(5, people, _path, ("Ada Stern → Dee Marsh", "2 steps", "A Long Look at How Guessing Machines")),
    Question(6, people, _groups_and_members, ("Members", "Themes", "Guess Descent", "Bo Lind")),
    Question(7, people, _asks("Who bridges two groups?"), ("Who bridges groups", "조민지", "Groups joined")),
    Question(8, people, _who_is_new, ("New from 2025-05-02", "Dee Marsh", "2025-05-03", "Delta")),
    Question(9, people, _circle, ("The circle of Ada Stern", "Gained · 0", "Lost · 2")),
    Question(10, people, _most_with, ("Why these records are one", "Written Ada Stern and A. Stern.")),
    Question(11, works, _shares_with_mine, ("Linked to, strongest first", "시프트 학습, Guess Descent")),
    Question(
        12, works, _shared_methods, ("시프트 학습", "compares with", "시프트 학습보다 4점 높다.", "rule: uses-verb")
    ),
    Question(13, works, _asks("What is hidden because it is common?"), ("Hidden: 2 links by Guess Descent (2).",)),
    Question(14, uptake, _where_it_started, ("2025-05-01", "introduces", "제안한다", *_TOOK_IT_UP)),
    Question(15, methods, _method_with, ("times as often as by chance", "시프트 학습")),
    Question(
        16, people, _asks("Who works alike without ever writing together?"), ("Ada Stern — Eve Ono", "by chance 0.3")
    ),
    Question(18, _with_a_rise, _asks("What is rising?"), ("Before", "After", "GridSet\t0\t2\t0.0 % → 66.7 %")),
    Question(19, works, _only_stated, ("named 2 times, rule: uses-verb", "in 2 papers")),
    Question(20, people, _asks("What is missing?"), ("papers without methods", "names that were not matched")),
]


@pytest.mark.parametrize("reads", [ByPointer, ByKeyboard], ids=["pointer", "keyboard"])
@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: f"question-{question.number}")
def test_is_answered_in_three_actions(
    show: Show, rows: NetworkRows, question: Question, reads: type[ByPointer] | type[ByKeyboard]
) -> None:
    """The answer stands in the panel, or beside the filter that it is about."""
    model = question.picture(rows)
    opened = show(model)
    reader = reads(opened, model)
    question.does(reader)
    opened.page.wait_for_timeout(50)
    told = opened.panel() + opened.page.locator("#filters").inner_text()
    for text in question.told:
        assert text in told
    assert 1 <= reader.actions <= _MOST
    assert opened.complaints == []


def test_nineteen_of_twenty_are_of_pictures() -> None:
    """None is left out but the one that has a page of its own."""
    assert [question.number for question in QUESTIONS] == [*range(1, 17), 18, 19, 20]
