"""The site in a real browser, opened from disk: silent on the network, quick to answer, deaf to strangers."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ..serious import serious

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.browser

_MOST_TABS = 200
KINDS = {
    "home": "index",
    "paper": "paper/arxiv-2505.02214",
    "author": "author/huiqiang-jiang",
    "method": "method/billm",
    "dataset": "dataset/wikitext-2",
    "list": "browse/people",
    "question": "question/uptake",
}


class Opened:
    """A page opened from disk, with all that it asked for and complained of."""

    def __init__(self, page: "Page", site: Path, path: str) -> None:
        self.page = page
        self.site = site
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        page.on("dialog", lambda dialog: self.complaints.append(f"dialog: {dialog.message}"))
        page.goto((site / f"{path}.html").as_uri())

    def search(self, text: str) -> None:
        """Find by keyboard: a slash, the text, and wait for what is found."""
        self.page.keyboard.press("/")
        self.page.keyboard.type(text)
        self.page.wait_for_selector("#found [role=option], #found p")

    def find(self, text: str, by: str) -> None:
        """Find and open what comes first, by pointer or by keyboard: one action."""
        self.search(text)
        if by == "keyboard":
            self.page.keyboard.press("Enter")
        else:
            self.page.locator("#found [role=option]").first.click()

    def follow(self, link: "Locator", by: str) -> None:
        """Click a link, or go there with Tab and press Enter: one action."""
        if by == "pointer":
            link.click()
            return
        for _ in range(_MOST_TABS):
            self.page.keyboard.press("Tab")
            if link.evaluate("one => one === document.activeElement"):
                self.page.keyboard.press("Enter")
                return
        pytest.fail("the keyboard does not get there")

    def is_silent(self) -> bool:
        """Tell whether nothing but files of the site was asked for, and nothing complained."""
        return not self.complaints and all(url.startswith(f"{self.site.as_uri()}/") for url in self.requests)


@pytest.fixture
def show(browser: "Browser") -> Iterator[Callable[..., Opened]]:
    """Open a page of a site by its path without suffix."""
    opened: list[Opened] = []

    def run(site: Path, path: str = "index", *, width: int = 1280, script: bool = True) -> Opened:
        context = browser.new_context(viewport={"width": width, "height": 800}, java_script_enabled=script)
        opened.append(Opened(context.new_page(), site, path))
        return opened[-1]

    yield run
    for one in opened:
        one.page.context.close()


@pytest.mark.parametrize("kind", KINDS)
def test_pages_are_silent(kind: str, site: Path, show: Callable[..., Opened]) -> None:
    """A page asks for nothing outside its folder, and its own policy is never violated, in the dark neither."""
    opened = show(site, KINDS[kind])
    opened.page.emulate_media(color_scheme="dark")
    opened.search("grpo")

    assert opened.is_silent(), (opened.requests, opened.complaints)
    assert len(opened.requests) > 3


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_serious(kind: str, site: Path, show: Callable[..., Opened]) -> None:
    """Nobody is kept out: in light and in the dark, with what a search found open."""
    opened = show(site, KINDS[kind])
    for scheme in ("light", "dark"):
        opened.page.emulate_media(color_scheme=scheme)
        assert serious(opened.page) == [], scheme
    opened.search("grpo")
    assert serious(opened.page) == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_page_is_wider_than_the_window(width: int, kind: str, site: Path, show: Callable[..., Opened]) -> None:
    """On a telephone nothing sticks out."""
    opened = show(site, KINDS[kind], width=width)

    assert opened.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize(
    ("typed", "head"),
    [
        ("qwen3 quantization", "An Empirical Study of Qwen3 Quantization"),
        ("BiLLM: Pushing the", "BiLLM: Pushing the Limit of Post-Training Quantization for LLMs"),
        ("yang yue", "Yang Yue"),
        ("yue yang", "Yang Yue"),
        ("billm", "BiLLM"),
        ("WikiText-2", "WikiText-2"),
        ("강화 학습", "reinforcement learning"),
        ("강화학습", "reinforcement learning"),
        ("그룹 상대 정책 최적화", "GRPO"),
        ("강화 학습을", "reinforcement learning"),
    ],
)
def test_search_finds_in_three_actions(typed: str, head: str, site: Path, show: Callable[..., Opened]) -> None:
    """A slash, a few letters, Enter: a paper, a person or a method is open, by English and by Korean names."""
    opened = show(site)
    opened.search(typed)
    opened.page.keyboard.press("Enter")
    opened.page.wait_for_url("**/*/*.html")

    assert opened.page.locator("h1").inner_text() == head
    assert opened.is_silent()


@pytest.mark.parametrize("typed", ["søgaard", "anders", "Ånd", "日本", "ÅNDERS SØGAARD"])
def test_search_finds_other_letters(typed: str, hostile_site: Path, show: Callable[..., Opened]) -> None:
    """Letters with and without accents, and of other scripts, are found."""
    opened = show(hostile_site)
    opened.search(typed)

    assert "Ånders Søgaard 日本語" in opened.page.locator("#found").inner_text()


def test_suggestions_are_grouped_by_kind(site: Path, show: Callable[..., Opened]) -> None:
    """What is found stands under its kind; arrows choose, Escape lets go."""
    opened = show(site, KINDS["paper"])
    opened.search("bi")
    groups = opened.page.locator("#found [role=group]")
    labels = [group.get_attribute("aria-label") for group in groups.all()]
    assert labels
    assert set(labels) <= {"Papers", "People", "Methods", "Models", "Datasets", "Tasks", "Metrics"}

    first = opened.page.locator("[aria-selected=true]").inner_text()
    opened.page.keyboard.press("ArrowDown")
    assert opened.page.locator("[aria-selected=true]").inner_text() != first
    opened.page.keyboard.press("ArrowUp")
    assert opened.page.locator("[aria-selected=true]").inner_text() == first
    opened.page.keyboard.press("Escape")
    assert not opened.page.locator("#found").is_visible()


def test_what_is_not_there_is_said(site: Path, show: Callable[..., Opened]) -> None:
    """A word that nothing is called by finds nothing, asks for no file that is not there, and says so."""
    opened = show(site)
    for word in ("zzzz", "가나다라", "日本", "?!", "the"):
        opened.page.locator("#search").fill(word)
        opened.page.wait_for_timeout(50)
        assert opened.page.locator("#found [role=option]").count() == 0 or word == "the"
    assert opened.is_silent()


def test_question_11_papers_that_share_a_method(site: Path, show: Callable[..., Opened]) -> None:
    """Open the paper: those that share rare methods are listed with the methods, the rarest links first."""
    opened = show(site)
    opened.search("qwen3 quantization")
    opened.page.keyboard.press("Enter")
    opened.page.wait_for_url("**/paper/*.html")
    opened.page.locator(".jumps a", has_text="Related").click()
    first = opened.page.locator("#related ol").first.locator("li").first

    assert first.is_visible()
    assert "BiLLM: Pushing the Limit" in first.inner_text()
    assert "both name" in first.inner_text()


@pytest.mark.parametrize("by", ["pointer", "keyboard"])
def test_question_14_where_a_method_started(by: str, site: Path, show: Callable[..., Opened]) -> None:
    """The page of the method, two actions away: who introduced it, then who took it up, along time."""
    opened = show(site)
    opened.find("billm", by)
    opened.page.wait_for_url("**/method/*.html")
    heads = opened.page.locator("#papers h3").all_inner_texts()

    assert [head.split()[0] for head in heads] == ["Introduced", "Taken"]
    assert opened.page.locator("#papers svg .dot").count() == 2
    opened.follow(opened.page.locator("#papers li a").first, by)
    opened.page.wait_for_url("**/paper/*.html")
    assert opened.page.locator("h1").inner_text().startswith("BiLLM")


@pytest.mark.parametrize("by", ["pointer", "keyboard"])
def test_question_17_what_is_used_on_a_dataset(by: str, site: Path, show: Callable[..., Opened]) -> None:
    """The page of the dataset: methods, papers, numbers; a third action opens the sentence behind a number."""
    opened = show(site)
    opened.find("wikitext-2", by)
    opened.page.wait_for_url("**/dataset/*.html")
    assert "BiLLM" in opened.page.locator("#methods table").inner_text()
    opened.follow(opened.page.locator("#results a", has_text="read it").first, by)
    opened.page.wait_for_url("**/paper/*.html#r*")
    row = opened.page.locator("tr:target + tr")

    assert row.is_visible()
    assert "8.41" in row.locator("mark").inner_text()


def test_the_first_tab_skips_to_the_content(site: Path, show: Callable[..., Opened]) -> None:
    """A reader with a keyboard need not walk through the head of each page."""
    opened = show(site, KINDS["method"])
    opened.page.keyboard.press("Tab")
    opened.page.keyboard.press("Enter")

    assert opened.page.evaluate("document.activeElement.id") == "content"


def test_a_query_can_be_copied(site: Path, show: Callable[..., Opened]) -> None:
    """The button copies the query or, where the browser forbids that, selects it."""
    opened = show(site, KINDS["question"])
    opened.page.locator(".copier").click()
    opened.page.wait_for_function("document.querySelector('.copier').textContent !== 'Copy SPARQL'")

    assert opened.page.locator(".copier").inner_text() in ("Copied", "Selected: copy it")


def test_without_script_all_can_be_read(site: Path, show: Callable[..., Opened]) -> None:
    """With JavaScript off there is no search box, and every fact and list is there."""
    opened = show(site, KINDS["method"], script=False)

    assert not opened.page.locator("#search").is_visible()
    assert "is a post-training quantization" in opened.page.locator("main").inner_text()
    opened.page.locator(".ways a", has_text="People").click()
    assert opened.page.locator("h1").inner_text().startswith("People")
    opened.page.locator("table a", has_text="Huiqiang Jiang").first.click()
    assert opened.page.locator("h1").inner_text() == "Huiqiang Jiang"


@pytest.mark.parametrize("folder", ["paper", "author", "method", "dataset", "task", "browse", "question"])
def test_hostile_text_runs_nothing(folder: str, hostile_site: Path, show: Callable[..., Opened]) -> None:
    """Whatever strangers write, nothing of it runs, and the page stays as wide as the window."""
    opened = show(hostile_site, width=390)
    for page in sorted((hostile_site / folder).glob("*.html"))[:16]:
        opened.page.goto(page.as_uri())
        assert "pwned" not in opened.page.evaluate("document.title.split(' · ')[1]")
        assert opened.page.locator("main img, main iframe, main script").count() == 0
        assert opened.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), page.name
        for typed in ("document", "script", "한국어와"):
            opened.page.locator("#search").fill(typed)
            opened.page.wait_for_selector("#found [role=option], #found p")
        assert opened.page.locator("#found img, #found svg, #found script").count() == 0
    assert opened.is_silent(), opened.complaints
