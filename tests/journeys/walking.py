"""What a person does with a page: opens, reads, presses, writes; and what they notice.

Names of buttons and the interface's words are given in English and looked for in the page's language.
"""

from datetime import timedelta
from typing import Any

from django.db.models import F
from django.utils import translation
from playwright.sync_api import TimeoutError as TooLate

from tests.browser import sign_in
from yhdyspinta.audit import clock
from yhdyspinta.comments.models import CommentDraft
from yhdyspinta.demo.cast import PARTS, SUPPORT
from yhdyspinta.demo.sign_in import sign_in_path
from yhdyspinta.notices.delivery import deliver_some
from yhdyspinta.people.models import Person

PATIENCE = 15_000  # milliseconds: a busy machine is slow, not wrong
SOON = 5_000


def _plain(words: str) -> str:
    """As a reader sees it: neither the size of letters nor where a line may not end."""
    return words.replace("\N{NO-BREAK SPACE}", " ").lower()


class Walker:
    """One person with one browser."""

    def __init__(self, page: Any, base: str) -> None:
        self.page = page
        self.base = base
        page.set_default_timeout(PATIENCE)

    def sign_in(self, part: str) -> None:
        """With the link and the one button of the demo."""
        if part in PARTS:
            self.go(sign_in_path(PARTS[part]))
            self.page.locator("main form button").click()
        else:
            self._come_in(next(one.email for one in SUPPORT if one.key == part))

    def _come_in(self, email: str) -> None:
        """As somebody for whom the demo has no link."""
        sign_in(self.page, self.base, Person.objects.get(email=email))

    def may_not(self, path: str) -> None:
        """The page is refused, with a reason and never with a fault; whoever has not signed in is asked to."""
        response = self.page.goto(self.base + path)
        assert response is not None
        assert response.status in {403, 404} or self.path.startswith("/account/login/"), f"{response.status} {path}"

    def go(self, path: str) -> None:
        response = self.page.goto(path if path.startswith("http") else self.base + path)
        assert response is not None
        assert response.status < 400, f"{response.status} {self.page.url}\n{self.text}"

    @property
    def path(self) -> str:
        return str(self.page.url).removeprefix(self.base)

    @property
    def text(self) -> str:
        """What stands in the main part, when all of the page has come."""
        self.page.wait_for_load_state()
        return str(self.page.locator("main").inner_text())

    @property
    def heading(self) -> str:
        return str(self.page.locator("h1").inner_text())

    @property
    def language(self) -> str:
        return str(self.page.locator("html").get_attribute("lang"))

    def said(self, words: str) -> str:
        """The interface's words in the language of the page."""
        with translation.override(self.language):
            return translation.gettext(words)

    def sees(self, *words: str) -> None:
        text = _plain(self.text)
        missing = [one for one in words if _plain(one) not in text and _plain(self.said(one)) not in text]
        assert not missing, f"{self.path} lacks {missing}:\n{self.text}"

    def misses(self, *words: str) -> None:
        text = _plain(self.text)
        there = [one for one in words if _plain(one) in text or _plain(self.said(one)) in text]
        assert not there, f"{self.path} shows {there}:\n{self.text}"

    def _comes(self, found: Any) -> bool:
        """Whether it stands on the page or comes to it soon: the address changes before all of a page has come."""
        try:
            found.first.wait_for(state="attached", timeout=SOON)
        except TooLate:
            return False
        return True

    def press(self, name: str, *, exact: bool = True, within: str = "main") -> None:
        """A link or a button by its name, the first of them."""
        name = self.said(name)
        part = self.page.locator(within)
        link = part.get_by_role("link", name=name, exact=exact)
        found = link.or_(part.get_by_role("button", name=name, exact=exact))
        assert self._comes(found), f"{self.path} has nothing called {name!r}:\n{self.text}\n{self.choices()}"
        found.first.click()
        self.page.wait_for_load_state()

    def write(self, field: str, words: str) -> None:
        """Into the field of this name; one that is folded is opened first."""
        found = self.page.locator(f"[name='{field}']")
        assert self._comes(found), f"{self.path} has no field {field}:\n{self.fields()}"
        folded = self.page.locator(f"details:not([open]):has([name='{field}']) > summary")
        if folded.count():
            folded.first.click()
        found.first.fill(words)

    def choose(self, field: str, value: str) -> None:
        """An option of a select, or a box or radio button."""
        select = self.page.locator(f"select[name='{field}']")
        box = self.page.locator(f"input[name='{field}'][value='{value}']")
        assert self._comes(select.or_(box)), f"{self.path} has no choice {field}={value}:\n{self.fields()}"
        if select.count():
            select.first.select_option(value)
        else:
            box.first.check(force=True)

    def counts(self, caption: str) -> dict[str, list[int]]:
        """The table of this caption, which may be folded: the counts of each row by its heading."""
        found = self.page.locator("table", has=self.page.locator("caption", has_text=self.said(caption)))
        assert self._comes(found), f"{self.path} has no table {caption!r}:\n{self.text}"
        rows = found.first.locator("tbody tr").evaluate_all(
            "all => all.map((row) => [...row.cells].map((cell) => cell.textContent.trim()))"
        )
        return {head: [int("".join(cell.split())) for cell in cells] for head, *cells in rows}

    def together(self) -> list[int]:
        """Receipts and comments in all, on the page of channels, whose rows add up to its last one."""
        *parts, last = self.counts("Comments by channel").values()
        assert [sum(column) for column in zip(*parts, strict=True)] == last
        return last[:2]

    def fields(self) -> list[str]:
        return self.page.locator("main [name]").evaluate_all(  # type: ignore[no-any-return]
            "all => all.map((one) => `${one.tagName} ${one.type} ${one.name}=${one.value.slice(0, 40)}`)"
        )

    def choices(self) -> list[str]:
        return self.page.locator("main a, main button").evaluate_all(  # type: ignore[no-any-return]
            "all => all.map((one) => `${one.innerText.trim()} -> ${one.getAttribute('href') || one.name}`)"
        )


def post_goes() -> None:
    """The worker sends what is owed."""
    while deliver_some(at=clock.now()):
        pass


def letters_to(walker: Walker, address: str) -> str:
    """What the mailbox shows to an address: the newest letter's words."""
    walker.go(f"/mailbox/?to={address}")
    walker.page.locator("main a[href^='/mailbox/']").first.click()
    return walker.text


def confirms_address(walker: Walker, address: str) -> None:
    """Opens the receipt through its letter, which shows that the address is the sender's."""
    post_goes()
    letters_to(walker, address)
    walker.page.locator("main a[href*='/receipt/link/']").first.click()
    walker.page.locator("main form button").first.click()


def ten_minutes_of_writing() -> None:
    """Every draft was begun ten minutes earlier: nobody writes as fast as a test does."""
    CommentDraft.objects.update(began_at=F("began_at") - timedelta(minutes=10))
