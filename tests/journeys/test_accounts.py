"""Pages of accounts that stand behind a step: each in each language, wide or narrow, and again when it was refused."""

from typing import Any

import pytest
from allauth.account.forms import default_token_generator
from allauth.account.models import EmailAddress
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.urls import reverse

from tests import factories
from tests.browser import axe, beyond_the_edge, sign_in
from tools.setup import find_chromium

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PASSWORD = "pitkä-ja-outo-salasana"


class Visit:
    """One browser going from page to page, and what was wrong on them."""

    def __init__(self, page: Any, address: str, language: str) -> None:
        self.page, self.address, self.language = page, address, language
        self.problems: list[str] = []
        self.seen: list[str] = []
        page.set_default_timeout(5_000)

    def opens(self, path: str) -> None:
        self.page.goto(self.address + path)
        self._looks()

    def sends(self, *, refused: bool = False, **typed: str) -> None:
        """Write into the fields and press the button of their form."""
        for name, words in typed.items():
            self.page.locator(f"main [name='{name}']").first.fill(words)
        with self.page.expect_navigation():
            self.page.locator(f"main form:has([name='{next(iter(typed))}']) button").first.click()
        self._looks()
        if refused != bool(self.page.locator(".govuk-error-summary a").count()):
            self.problems.append(f"{self.page.url}: {self.page.locator('main').inner_text()}")

    def _looks(self) -> None:
        page = self.page
        self.seen.append(page.url.removeprefix(self.address).partition("?")[0])
        self.problems += axe(page) + [f"{page.url}: {one} beyond the edge" for one in beyond_the_edge(page)]
        if page.locator("h1").count() != 1 or page.locator("html").get_attribute("lang") != self.language:
            self.problems.append(f"{page.url}: heading or language")


def known(person: Any) -> Any:
    """Somebody with a password and a confirmed address."""
    person.set_password(PASSWORD)
    person.save()
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    return person


@pytest.mark.parametrize(
    ("language", "width"), [("fi", 320), ("sv", 1280), pytest.param("en", 320, marks=pytest.mark.long)]
)
def test_h1_the_steps_of_signing_in_can_be_read(live_server, open_page, settings, language, width):
    settings.BASE_ADDRESS = live_server.url
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    aino, bertta = known(factories.person("aino@example.org")), known(factories.person("bertta@example.org"))
    TOTP.activate(bertta, generate_totp_secret())
    visits = [Visit(open_page(language=language, width=width), live_server.url, language) for _who in range(4)]
    guest, newcomer, resident, staff = visits
    guest.opens(reverse("account_request_login_code"))
    guest.sends(email=aino.email)
    guest.sends(code="000000", refused=True)
    newcomer.opens(reverse("account_signup"))
    newcomer.sends(email="uusi@example.org")
    newcomer.opens(reverse("account_reset_password"))
    newcomer.sends(email=aino.email)
    key = f"{user_pk_to_url_str(aino)}-{default_token_generator.make_token(aino)}"
    newcomer.opens(f"/account/password/reset/key/{key}/")
    newcomer.sends(password1="lyhyt", password2="toinen", refused=True)
    newcomer.opens("/account/password/reset/key/1-vanhentunut/")
    sign_in(resident.page, live_server.url, aino)
    resident.opens(reverse("account_change_password"))
    resident.sends(oldpassword="väärä", password1=PASSWORD, password2=PASSWORD, refused=True)
    resident.opens(reverse("mfa_index"))
    resident.opens(reverse("mfa_activate_totp"))  # asks for the password again
    resident.sends(password="väärä", refused=True)
    resident.sends(password=PASSWORD)
    resident.sends(code="000000", refused=True)
    staff.opens(reverse("account_login"))
    staff.sends(login=bertta.email, password=PASSWORD)
    staff.sends(code="000000", refused=True)
    problems = [problem for visit in visits for problem in visit.problems]
    assert not problems, "\n".join(problems)
    assert [visit.seen[-1] for visit in visits] == [
        reverse("account_confirm_login_code"),
        "/account/password/reset/key/1-vanhentunut/",
        reverse("mfa_activate_totp"),
        reverse("mfa_authenticate"),
    ]


@pytest.fixture
def keeping_page(chromium):
    """A page of a browser that keeps whole pages for the way back, as people's browsers do and the other tests' does not."""
    program = find_chromium(whole=True)
    if program is None:
        pytest.skip("the headless shell keeps no pages: this test needs the package chromium")
    keeps = chromium.browser_type.launch(
        executable_path=program, args=["--no-sandbox"], ignore_default_args=["--disable-back-forward-cache"]
    )
    yield keeps.new_context().new_page()
    keeps.close()


def test_w4_back_shows_nothing_private_after_signing_out(live_server, keeping_page, settings):
    settings.BASE_ADDRESS = live_server.url
    page, bertta = keeping_page, factories.staff(factories.authority(), "county_admin")
    page.set_default_timeout(10_000)
    sign_in(page, live_server.url, bertta)
    private = ["/keski-suomi/fi/my-data/", "/keski-suomi/fi/desk/people/"]
    for path in private:
        page.goto(live_server.url + path)
        assert bertta.email in page.content() or bertta.name in page.content(), path
    page.goto(live_server.url + reverse("account_logout"))
    with page.expect_navigation():
        page.locator("main form button").first.click()
    for _back in range(len(private) + 1):
        page.go_back()  # fails where the page is taken from memory: then nothing is loaded
        assert bertta.email not in page.content(), page.url
        assert page.locator("main").inner_text().count(bertta.name) == 0, page.url
    page.goto(live_server.url + "/keski-suomi/fi/desk/")
    assert "/account/login/" in page.url
