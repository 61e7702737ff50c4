"""A sent statement belongs to the organisation: its code, its answers, and what is left when who sent it goes."""

import pytest
from django.utils.translation import override

from tests import factories
from yhdyspinta.answers.tests import scene as answering
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry
from yhdyspinta.comments.codes import shown_code
from yhdyspinta.comments.models import Comment, Receipt, Sender
from yhdyspinta.documents.models import Section
from yhdyspinta.notices.models import Notice
from yhdyspinta.notices.outbox import kind_of
from yhdyspinta.people.models import Representation
from yhdyspinta.people.personal_registry import erase_all
from yhdyspinta.processes.addresses import activity_address, address
from yhdyspinta.statements.models import Colleague, Statement
from yhdyspinta.statements.tests.scene import begin, path_of, speaker, step, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def pekka(organisation):
    return speaker(organisation, "pekka@example.org")


@pytest.fixture
def sent(activity, organisation, oili, pekka):
    """Written by Oili, approved and sent by Pekka."""
    writer = factories.signed_in(oili)
    begin(writer, activity, organisation)
    write(writer, activity, "Kannatamme kohtaa.")
    step(writer, activity, "ask")
    assert step(factories.signed_in(pekka), activity, "send").status_code == 302
    return Receipt.objects.get()


def page_of(who, activity):
    return factories.signed_in(who).get(path_of(activity)).content.decode()


def answer(activity):
    bertta = factories.staff(activity.process.owner)
    draft = answering.write(bertta, answering.start(bertta, Comment.objects.get()))
    answering.publish(bertta, draft)


def test_all_who_speak_for_it_see_the_code_and_open_the_receipt(activity, organisation, oili, pekka, sent):
    for who in (oili, pekka):
        browser = factories.signed_in(who)
        page = browser.get(path_of(activity))
        assert shown_code(sent) in page.content.decode()
        assert "Ei vielä vastattu" in page.content.decode()
        opened = browser.post(page.context["receipt_path"], follow=True)
        assert opened.status_code == 200
        assert "Kannatamme kohtaa." in opened.content.decode()


def test_p3_a_colleague_reads_the_answers_but_not_the_code(activity, organisation, oili, sent):
    veera, now = factories.person("veera@example.org"), clock.now()
    Colleague.objects.create(
        statement=Statement.objects.get(), email=veera.email, nonce="n", invited_by=oili, invited_at=now,
        expires_at=now, person=veera, joined_at=now,
    )  # fmt: skip
    answer(activity)
    page = page_of(veera, activity)
    assert shown_code(sent) not in page
    assert "Vastaus 30 päivässä." in page


def test_each_representative_is_told_of_the_answer_once_and_reads_it_beside_the_section(
    activity, organisation, oili, pekka, sent, django_assert_max_num_queries
):
    speaker(organisation, "waiting@example.org", confirmed=False)
    answer(activity)
    told = Notice.objects.filter(kind="answers.published").order_by("address")
    assert [notice.address for notice in told] == [oili.email, pekka.email]
    browser = factories.signed_in(oili)
    path = path_of(activity)
    browser.get(path)
    with django_assert_max_num_queries(10):
        page = browser.get(path).content.decode()
    assert page.index("Kannatamme kohtaa.") < page.index("Vastaus 30 päivässä.")


def test_others_of_the_organisation_hear_nothing_of_what_one_said_alone(activity, organisation, oili, pekka):
    factories.comment(oili, Section.objects.first())
    Sender.objects.update(organisation=organisation)
    answer(activity)
    assert not Notice.objects.filter(kind="answers.published", address=pekka.email).exists()


def test_who_sent_it_erases_the_account_and_the_others_keep_the_receipt(activity, organisation, oili, pekka, sent):
    Sender.objects.update(age_group="25-44")
    erase_all(pekka, at=clock.now())
    sender = Sender.objects.get()
    assert (sender.person, sender.organisation, sender.email, sender.age_group) == (oili, organisation, "", "")
    browser = factories.signed_in(oili)
    page = browser.get(path_of(activity))
    assert shown_code(sent) in page.content.decode()
    assert browser.post(page.context["receipt_path"], follow=True).status_code == 200
    answer(activity)
    assert [notice.address for notice in Notice.objects.filter(kind="answers.published")] == [oili.email]


def test_with_nobody_to_hand_on_to_the_statement_is_still_read(activity, organisation, oili, pekka, sent):
    Representation.objects.exclude(person=pekka).delete()
    erase_all(pekka, at=clock.now())
    page = page_of(speaker(organisation, "uusi@example.org"), activity)
    assert "Kannatamme kohtaa." in page
    assert shown_code(sent) not in page  # the code ended with its sender


@pytest.mark.parametrize(
    ("language", "subject", "parts"),
    [
        ("fi", "Järjestösi lausunto on vastaanotettu", "siinä on 1 osa"),
        ("sv", "Din organisations utlåtande har tagits emot", "har 1 del"),
        ("en", "Your organisation's statement was received", "has 1 part"),
    ],
)
def test_the_receipt_by_mail_says_whose_statement_it_is(organisation, sent, language, subject, parts):
    notice = Notice.objects.get(kind="comment_rounds.received")
    with override(language):
        told = kind_of(notice).words(notice)
    assert told.subject == subject
    assert organisation.name in " ".join(told.paragraphs)
    assert parts in " ".join(told.paragraphs)


def test_d3_a_statement_tells_no_age_or_home_of_who_sent_it(activity, pekka, sent):
    browser = factories.signed_in(pekka)
    path = activity_address(activity, "comment_rounds:receipt", language="fi", receipt=sent.pk)
    page = browser.get(path)
    assert page.status_code == 200
    assert "Kaksi vapaaehtoista kysymystä" not in page.content.decode()
    told = browser.post(f"{path}background/", {"age_group": "30_44", "municipality": ""})
    assert told.status_code == 403
    assert Sender.objects.get(is_statement=True).age_group == ""


def test_p4_whom_staff_take_from_an_organisation_has_its_statement_no_more(activity, organisation, oili, pekka, sent):
    """The one who sent it can neither open nor withdraw it; it is of another who speaks for the organisation."""
    staff, browser = factories.staff(activity.process.owner), factories.signed_in(pekka)
    ended = Representation.objects.get(person=pekka)
    path = address("team:representation_step", activity.process.owner, representation=ended.pk)
    assert factories.signed_in(staff).post(path, {"step": "end"}).status_code == 302
    theirs = {"language": "fi", "receipt": sent.pk}
    said = Comment.objects.get()
    assert browser.get(activity_address(activity, "comment_rounds:receipt", **theirs)).status_code == 404
    withdrawing = activity_address(activity, "comment_rounds:withdraw", **theirs, number=said.number)
    assert browser.post(withdrawing).status_code == 404
    said.refresh_from_db()
    assert (said.state, said.sender.person) == ("visible", oili)
    assert Entry.objects.get(verb="comments.handed_on").actor == f"person:{staff.pk}"
