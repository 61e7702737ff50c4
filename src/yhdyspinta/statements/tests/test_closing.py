"""A statement's pages tell when commenting closes; afterwards the words stay to be read, and nothing is offered in vain."""

from datetime import timedelta
from io import BytesIO

import docx
import pytest
from django.utils.text import slugify
from django.utils.translation import override

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.documents.models import Section
from yhdyspinta.notices.models import Notice
from yhdyspinta.notices.outbox import words_of
from yhdyspinta.processes.models import Process, Stage
from yhdyspinta.statements import actions
from yhdyspinta.statements.models import Colleague, Statement, StatementNote, StatementPart
from yhdyspinta.statements.reminders import remind_writers
from yhdyspinta.statements.tests.scene import begin, path_of, speaker, step, write
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db
WORDS = "Kannatamme kohtaa."
PARTS = ("note", "ask", "send", "give_back", "invite")


@pytest.fixture
def browser(activity, organisation, oili):
    """A statement with words on its first section, begun a fortnight ago."""
    browser = factories.signed_in(oili)
    begin(browser, activity, organisation)
    write(browser, activity, WORDS)
    Statement.objects.update(opened_at=clock.now() - timedelta(days=14))
    return browser


def closes(after):
    Stage.objects.update(opens_at=clock.now() - timedelta(days=20), closes_at=clock.now() + after)


def pages(activity):
    section = Section.objects.order_by("pk")[0]
    return path_of(activity, "start"), path_of(activity), path_of(activity, "part", section=section.pk)


def main_of(browser, path):
    return browser.get(path).content.decode().partition("<main")[2].partition("</main>")[0]


def test_every_page_tells_when_commenting_closes_and_how_long_is_left(activity, browser):
    closes(timedelta(days=3))
    said = {"fi": "3 päivää jäljellä", "sv": "3 dagar kvar", "en": "3 days left"}
    for path in pages(activity):
        for language, words in said.items():
            assert words in main_of(browser, path.replace("/fi/", f"/{language}/"))
    closes(timedelta(minutes=20))
    for path in pages(activity):
        assert 'role="timer"' in main_of(browser, path)
        assert "20 minuuttia" in main_of(browser, path)


def test_a_statement_that_has_been_begun_is_gone_on_with_not_written_anew(activity, browser, organisation):
    start = pages(activity)[0]
    assert f"Jatka lausuntoa: {organisation.name}" in main_of(browser, start)
    assert "Kirjoita lausuntoa" not in main_of(browser, start)
    assert f"Fortsätt med utlåtandet: {organisation.name}" in main_of(browser, start.replace("/fi/", "/sv/"))


def test_once_closed_it_is_read_and_downloaded_and_offers_nothing_in_vain(activity, browser):
    closes(-timedelta(days=2))
    start, draft, part = pages(activity)
    told = {"fi": "sitä voi enää lähettää", "sv": "kan inte längre skickas", "en": "can no longer be sent"}
    for path in (draft, part):
        for language, words in told.items():
            page = main_of(browser, path.replace("/fi/", f"/{language}/"))
            assert words in page
            assert WORDS in page
            assert "<textarea" not in page
            assert '<form method="post"' not in page
    assert not any(f"/{name.replace('_', '-')}/" in main_of(browser, draft) for name in PARTS)
    assert path_of(activity) in main_of(browser, start)
    assert "<form" not in main_of(browser, start)
    answer = browser.get(path_of(activity, "download"))
    named = f"{slugify(Statement.objects.get().organisation.name)}-{activity.process.slug[:50]}"
    assert f'"statement-{named}.docx"' in answer["Content-Disposition"]
    file = docx.Document(BytesIO(answer.content))
    assert WORDS in [paragraph.text for paragraph in file.paragraphs]


def test_once_closed_the_server_refuses_too_and_keeps_what_was_typed(activity, browser, organisation, oili):
    step(browser, activity, "ask")
    closes(-timedelta(days=2))
    refused = write(browser, activity, "Myöhäiset sanat.", 1)
    assert refused.status_code == 422
    assert "Myöhäiset sanat." in refused.content.decode()
    assert "Kommentointi on päättynyt" in refused.content.decode()
    noted = step(browser, activity, "note", text="Myöhäinen huomautus.")
    assert noted.status_code == 422
    assert "Myöhäinen huomautus." in noted.content.decode()
    assert step(browser, activity, "invite", email="kaisa@example.org").status_code == 422
    assert step(browser, activity, "give_back", words="Liian myöhään.").status_code == 422
    Statement.objects.update(asked_at=None, asked_by=None)
    assert step(browser, activity, "ask").status_code == 403
    assert step(browser, activity, "send").status_code == 403
    assert StatementPart.objects.get().text == WORDS
    assert not StatementNote.objects.exists()
    assert not Colleague.objects.exists()
    now = clock.now()
    late = Colleague.objects.create(
        statement=Statement.objects.get(), email="k@example.org", nonce="n", invited_at=now, expires_at=now + timedelta(days=9)
    )  # fmt: skip
    with pytest.raises(Refusal, match="commenting_has_ended"):
        actions.join_statement(actor=factories.person("k@example.org"), colleague=late, at=now)


def test_in_the_grace_it_is_written_and_sent_as_before(activity, browser):
    closes(-timedelta(minutes=1))
    assert "ajoissa" in main_of(browser, path_of(activity))
    assert write(browser, activity, "Vielä ehtii.", 1).status_code == 302
    assert step(browser, activity, "ask").status_code == 302
    assert step(browser, activity, "send").status_code == 302


def test_a_cancelled_matter_is_over_too(activity, browser):
    closes(timedelta(days=9))
    Process.objects.update(cancelled_at=clock.now())
    assert "sitä voi enää lähettää" in main_of(browser, path_of(activity))
    assert write(browser, activity, "Peruttuun asiaan.", 1).status_code == 422


def test_who_writes_is_reminded_once_three_days_before(activity, browser, organisation, oili):
    kaisa, now = factories.person("kaisa@example.org"), clock.now()
    row = {"statement": Statement.objects.get(), "invited_at": now, "expires_at": now}
    Colleague.objects.create(email=kaisa.email, nonce="a", person=kaisa, joined_at=now, **row)
    Colleague.objects.create(email="kalle@example.org", nonce="b", **row)  # has not joined
    speaker(organisation, "epa@example.org", confirmed=False)
    closes(timedelta(days=4))
    assert remind_writers(at=now) == 0
    closes(timedelta(days=3))
    assert remind_writers(at=clock.now()) == 2
    assert remind_writers(at=clock.now() + timedelta(days=1)) == 0
    notices = Notice.objects.filter(kind="statements.closes_soon")
    assert {notice.person for notice in notices} == {oili, kaisa}
    assert notices[0].values == {"statement": row["statement"].pk}
    for language, words in (("fi", "ei ole lähetetty"), ("sv", "har inte skickats"), ("en", "has not been sent")):
        with override(language):
            message = words_of(notices[0])
        assert words in message.subject
        assert organisation.name in " ".join(message.paragraphs)
        assert message.path.replace(f"/{language}/", "/fi/") == path_of(activity)


@pytest.mark.parametrize("what", ["sent", "begun lately", "cancelled", "off the site", "closed"])
def test_nobody_is_reminded_in_vain(activity, browser, what):
    closes(timedelta(days=2))
    if what == "sent":
        step(browser, activity, "ask")
        step(browser, activity, "send")
    elif what == "begun lately":
        Statement.objects.update(opened_at=clock.now() - timedelta(hours=2))
    elif what == "closed":
        closes(-timedelta(hours=1))
    else:
        field = "cancelled_at" if what == "cancelled" else "unpublished_at"
        Process.objects.update(**{field: clock.now()})
    assert remind_writers(at=clock.now()) == 0


def test_the_pages_of_what_is_over_or_sent_take_few_queries(activity, browser, django_assert_max_num_queries):
    section = Section.objects.order_by("pk")[1]
    paths = [*pages(activity), path_of(activity, "part", section=section.pk)]
    for after in (timedelta(minutes=-1), timedelta(days=-2)):
        closes(after)
        browser.get(paths[1])  # what was told of the last step is read away
        for path in paths:
            with django_assert_max_num_queries(10):
                assert browser.get(path).status_code == 200
    closes(timedelta(days=2))
    step(browser, activity, "ask")
    step(browser, activity, "send")
    for path in paths:
        browser.get(path)
        with django_assert_max_num_queries(10):
            assert browser.get(path).status_code == 200
