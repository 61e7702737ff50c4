"""Whoever gave a comment off line and wants the answer by e-mail: the receipt goes there, and nobody is forgotten."""

import re
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core import mail
from django.test import Client
from django.utils import translation

from tests import factories
from tests.factories import signed_in
from yhdyspinta.answers import joining, publishing
from yhdyspinta.answers.actions import AnswerText
from yhdyspinta.answers.telling import Reach, reach, senders_told
from yhdyspinta.answers.tests import scene
from yhdyspinta.audit import clock
from yhdyspinta.comments.actions import SenderFacts
from yhdyspinta.comments.languages import WRITTEN_IN
from yhdyspinta.comments.receipts import confirm_address
from yhdyspinta.intake import actions
from yhdyspinta.intake.actions import Reply, Words
from yhdyspinta.intake.actions.batches import Background
from yhdyspinta.intake.owing import letters_due, letters_due_in
from yhdyspinta.intake.tests.typing_in import ENTER, answer, enter, typed
from yhdyspinta.notices.delivery import deliver_some
from yhdyspinta.notices.models import Notice
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.wording.fields import Wording

pytestmark = pytest.mark.django_db
LETTERS = "/keski-suomi/fi/desk/intake/letters/"
FACTS = SenderFacts(language="sv", capacities=("resident",), email="aino@example.org")


def by_mail(bertta, section, **more):
    return enter(bertta, section, facts=FACTS, reply=Reply("email"), channel="paper", read_back=False, **more)


def kinds():
    return list(Notice.objects.order_by("pk").values_list("kind", "address"))


def test_the_receipt_is_owed_once_with_what_was_typed(bertta, section):
    form = typed(section, channel="paper", reply_by="email", email="aino@example.org")
    client = signed_in(bertta)
    for _twice in range(2):
        assert client.post(ENTER, form).status_code == 302
    assert kinds() == [("comment_rounds.received", "aino@example.org")]


def test_a_sheet_of_a_pile_is_owed_its_receipt_and_who_asks_for_a_letter_is_not(bertta, section):
    activity, now = section.version.document.activity, clock.now()
    pile = actions.begin_batch(
        actor=bertta, activity=activity, key=uuid4(), kind="pile", name="Pino", channel="paper",
        arrived_on=now.date(), language="fi", at=now,
    )  # fmt: skip
    given = {"actor": bertta, "batch": pile, "arrived_on": now.date(), "organisation": "", "background": Background()}
    for reply in (Reply("email"), Reply("letter", "Aino", "Tie 1"), Reply("none")):
        actions.type_sheet(
            **given, key=uuid4(), words=[Words(section.thread_id, "Paperilla.")], facts=FACTS, reply=reply, at=now
        )  # fmt: skip
    assert kinds() == [("comment_rounds.received", "aino@example.org")]


@pytest.mark.parametrize(
    ("language", "typed_words", "confirms"),
    [
        ("fi", "Olemme kirjanneet sen palveluun.", "Vahvista"),
        ("sv", "Vi har skrivit in den i tjänsten.", "Bekräfta"),
        ("en", "We have typed it into the service.", "confirm"),
    ],
)
def test_the_link_of_the_receipt_confirms_and_then_the_answer_comes(
    county, bertta, section, language, typed_words, confirms
):
    facts = SenderFacts(language=language, capacities=("resident",), email="aino@example.org")
    receipt = enter(bertta, section, facts=facts, reply=Reply("email"))
    deliver_some(at=clock.now())
    letter = str(mail.outbox[-1].body)
    assert typed_words in letter
    assert confirms.lower() in letter.lower()
    link = re.search(r"https?://[^/\s]+(/\S+/receipt/link/\S+/)", letter)
    assert link
    assert Client().post(link[1], {"asked": "yes", "answers": "on"}).status_code == 303
    scene.publish(bertta, scene.write(bertta, scene.start(bertta, receipt.comments.get())))
    assert kinds()[-1] == ("answers.published", "aino@example.org")
    assert not letters_due(county)


@pytest.mark.parametrize("tag", WRITTEN_IN)
def test_whatever_language_the_sender_writes_in_the_letters_come_and_their_links_open(county, bertta, section, tag):
    """A language without pages of its own: the letter is in the authority's first language."""
    county.duty_languages = ["sv", "fi"]
    county.save()
    pages = tag[:2] if tag[:2] in {"fi", "sv", "en"} else "sv"
    facts = SenderFacts(language=tag, capacities=("resident",), email="aino@example.org")
    receipt = enter(bertta, section, facts=facts, reply=Reply("email"))
    link = delivered(pages, "receipt/link")
    assert Client().get(link).status_code == 200
    confirm_address(receipt=receipt, at=clock.now())
    scene.publish(bertta, scene.write(bertta, scene.start(bertta, receipt.comments.get())))
    assert Client().get(delivered(pages, "processes/toimintamallit")).status_code == 200
    assert receipt.language == tag  # what it was written in stays as it was marked


def delivered(pages, where):
    """The link of the letter that is sent now, on pages of that language."""
    assert deliver_some(at=clock.now() + timedelta(hours=1)) == 1
    letter = mail.outbox[-1]
    assert f'<html lang="{pages}">' in letter.alternatives[0][0]
    link = re.search(rf"https?://[^/\s]+(/keski-suomi/{pages}/{where}\S+)", str(letter.body))
    assert link
    return link[1]


def test_the_desk_owes_the_answer_until_the_address_is_confirmed(county, bertta, section):
    receipt = by_mail(bertta, section)
    assert not letters_due(county)
    answer(receipt.comments.get())
    assert list(letters_due_in([receipt.activity.process_id])) == [receipt.entry]
    client = signed_in(bertta)
    page = client.get(LETTERS).content.decode()
    assert "aino@example.org" in page
    assert "Lähettäjä ei ole vahvistanut osoitetta" in page
    path = f"/keski-suomi/fi/desk/processes/toimintamallit/intake/{receipt.pk}/"
    assert "aino@example.org" in client.get(f"{path}letter/").content.decode()
    confirm_address(receipt=receipt, at=clock.now())
    assert not letters_due(county)
    assert "Lähettäjä on vahvistanut sähköpostiosoitteen" in client.get(path).content.decode()


def test_staff_mark_what_they_sent_themselves(county, bertta, section):
    receipt = by_mail(bertta, section)
    answer(receipt.comments.get())
    actions.mark_told(actor=bertta, entry=receipt.entry, at=clock.now())
    assert not letters_due(county)


def test_one_address_gets_a_few_receipts_a_day_and_the_desk_owes_the_rest(county, bertta, section):
    receipts = [by_mail(bertta, section) for _ in range(6)]
    assert Notice.objects.count() == 5
    path = f"/keski-suomi/sv/desk/processes/toimintamallit/intake/{receipts[-1].pk}/"
    assert "Inget kvitto skickades" in signed_in(bertta).get(path).content.decode()
    answer(receipts[-1].comments.get())
    assert list(letters_due(county)) == [receipts[-1].entry]


def test_what_comes_to_a_told_answer_later_is_owed_anew(county, bertta, section):
    """A comment that is joined to an answer published before, and a correction: online senders get a message of both."""
    earlier = scene.fresh(
        scene.publish(bertta, scene.write(bertta, scene.start(bertta, factories.comment(factories.guest(), section))))
    )
    receipt = enter(
        bertta, section, words=[Words(section.thread_id, "Ensimmäinen."), Words(section.thread_id, "Toinen.")]
    )
    first, second = receipt.comments.order_by("number")
    own = scene.fresh(scene.publish(bertta, scene.write(bertta, scene.start(bertta, first))))
    for change in (
        lambda: joining.join_answer(
            actor=bertta, answer=earlier, comments=[second.pk], revision=earlier.revision, at=clock.now()
        ),
        lambda: publishing.correct_answer(
            actor=bertta, answer=own, revision=own.revision, at=clock.now(),
            text=replace(AnswerText.of(own), body=Wording(fi="Ei.", sv="Nej.")),
        ),
    ):  # fmt: skip
        actions.mark_told(actor=bertta, entry=receipt.entry, at=clock.now())
        assert not letters_due(county)
        change()
        assert list(letters_due(county)) == [receipt.entry]


@pytest.mark.parametrize(
    ("language", "at_answer", "at_closing", "at_passing"),
    [
        ("fi", "1 lähettäjälle henkilöstö kertoo", "Asiasta ei kerrota kenellekään", "Työpöytä luettelee hänet"),
        ("sv", "1 avsändare får svaret av personalen", "Ingen får veta det", "Arbetsbordet visar hen"),
        ("en", "1 sender is told by staff", "Nobody is told of it", "the desk lists it"),
    ],
)
@pytest.mark.parametrize("way", ["letter", "email"])
def test_who_is_told_by_staff_is_said_before_and_after(
    bertta, section, way, language, at_answer, at_closing, at_passing
):
    comment = (enter(bertta, section) if way == "letter" else by_mail(bertta, section)).comments.get()
    client = signed_in(bertta)
    passing = activity_address(comment.activity, "transfers:pass_on", language=language, number=comment.number)
    assert at_passing in client.get(passing).content.decode()
    with translation.override(language):
        who = reach([comment.sender])
        assert (who.senders, who.told, who.by_staff, who.not_told) == (1, 0, 1, 0)
        assert at_answer in senders_told(who)
        assert at_closing in senders_told(Reach(1, 0))
    draft = scene.write(bertta, scene.start(bertta, comment))
    page = client.get(activity_address(comment.activity, "answers:publish", language=language, number=draft.number))
    assert at_answer in page.content.decode()
