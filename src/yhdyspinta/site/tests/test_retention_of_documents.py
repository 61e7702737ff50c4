"""D5: when a process has had its time: words nobody may read go, documents and published totals stay."""

from datetime import timedelta
from functools import partial
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import translation

from tests import factories
from tests.factories import signed_in
from yhdyspinta.answers.models import Answer
from yhdyspinta.answers.tests import scene as answering
from yhdyspinta.audit import clock
from yhdyspinta.authorities.models import AccessibilityFeedback
from yhdyspinta.comments.actions import edit_comment
from yhdyspinta.comments.counters import change_state
from yhdyspinta.comments.groups import count_groups
from yhdyspinta.comments.models import BackgroundTotal, Comment, Revision, Sender, Thread
from yhdyspinta.moderation.actions import decide_hide
from yhdyspinta.moderation.masking import MASK_MARK, masked
from yhdyspinta.moderation.models import Appeal, Decision, Mask, Report
from yhdyspinta.people.models import Organisation
from yhdyspinta.places.models import Area
from yhdyspinta.processes.models import Process, Stage
from yhdyspinta.site import retention
from yhdyspinta.statements.models import Colleague, Statement, StatementNote, StatementPart
from yhdyspinta.wording.fields import Wording

pytestmark = pytest.mark.django_db


class World:
    """A round whose own time, a year from when it closed, ended five days ago."""

    def __init__(self):
        self.at = clock.now()
        self.county = factories.authority()
        self.activity = factories.activity(factories.process(self.county))
        self.section = factories.document(self.activity).versions.get().sections.first()

    def comment(self, text, **fields):
        made = factories.comment(factories.person(f"asukas{uuid4().hex[:8]}@example.org"), self.section, text)
        Comment.objects.filter(pk=made.pk).update(**fields or {"text": text})
        made.refresh_from_db()
        return made

    def end(self):
        closed = self.at - timedelta(days=370)
        Process.objects.update(retention_months=12)
        Stage.objects.update(opens_at=closed - timedelta(days=20), closes_at=closed)

    def run(self):
        run = retention.run(at=self.at)
        return {line.kind: line.count for line in run.counts.all() if line.authority == self.county}


@pytest.fixture
def world():
    return World()


def test_words_nobody_may_read_go_and_documents_stay(world):
    seen = world.comment("Näkyvä")
    for state in ("withdrawn", "hidden", "waiting"):
        world.comment("Pois otettu", state=state, was_shown=state == "hidden")
    assert world.run() == {}
    world.end()
    assert world.run() == {"unseen": 3}
    gone = Comment.objects.exclude(pk=seen.pk).values_list("state", "text", "public_text")
    assert sorted(gone) == [("hidden", "", ""), ("waiting", "", ""), ("withdrawn", "", "")]
    seen.refresh_from_db()
    assert (seen.text, seen.public_text) == ("Näkyvä", "Näkyvä")
    assert world.run() == {}


def test_d5_a_title_that_told_them_goes_with_them(world):
    hidden = world.comment("Naapurini Matti Meikäläinen ei ole koskaan kotona.")
    answer = answering.start(factories.staff(world.county), hidden, title=Wording(fi=hidden.text))
    Answer.objects.update(published_at=world.at, published_by=answer.created_by)
    moderator = factories.staff(world.county, "moderator", email="mikko@example.org")
    decide_hide(actor=moderator, comment=hidden, reason="personal_data", at=world.at)
    answer.refresh_from_db()
    assert (answer.title, answer.withheld_title) == ({"fi": "Vastaus 1"}, {"fi": hidden.text})
    world.end()
    assert world.run()["unseen"] == 2
    answer.refresh_from_db()
    assert (answer.title, answer.withheld_title) == ({"fi": "Vastaus 1"}, {})
    assert world.run() == {}


def test_masked_passages_go_and_the_masks_stand_on_their_marks(world):
    words = "Soita Ainolle numeroon 000 tai 111 heti."
    spans = [(6, 13), (23, 26), (25, 34)]
    made = world.comment(words, public_text=masked(words, spans))
    decision = Decision.objects.create(comment=made, kind="mask", reason="personal_data", at=world.at)
    for start, end in spans:
        Mask.objects.create(comment=made, start=start, end=end, reason="personal_data", decision=decision)
    world.end()
    assert world.run() == {"unseen": 1}
    left = Comment.objects.get()
    assert left.text == left.public_text == f"Soita {MASK_MARK} numeroon {MASK_MARK} heti."
    assert {left.text[mask.start : mask.end] for mask in Mask.objects.all()} == {MASK_MARK}
    assert masked(left.text, Mask.objects.values_list("start", "end")) == left.public_text
    assert world.run() == {}


def test_former_wordings_reports_and_appeals_go_and_what_was_decided_stays(world):
    made = world.comment("Solvaus", state="hidden")
    other = world.comment("Toinen", state="hidden")
    Revision.objects.create(comment=made, number=1, text="Ennen", replaced_at=world.at)
    Report.objects.create(comment=made, person=factories.person(), reason="other", words="Minusta", at=world.at)
    decided, waits = (
        Decision.objects.create(comment=one, kind="hide", reason="insult", words="Perustelu", at=world.at)
        for one in (made, other)
    )
    Appeal.objects.create(decision=decided, text="Eri mieltä", at=world.at, decided_at=world.at, reply="Ei muutu")
    Appeal.objects.create(decision=waits, text="Odottaa", at=world.at)
    world.end()
    assert world.run() == {"unseen": 1, "revisions": 1, "reports": 1, "appeals": 2}
    assert not Revision.objects.exists()
    assert not Report.objects.exists()
    decided.refresh_from_db()
    assert (decided.reason, decided.words, decided.appeal.text, decided.appeal.reply) == ("insult", "", "", "")
    waits.refresh_from_db()
    assert (waits.words, waits.appeal.text) == ("Perustelu", "Odottaa")
    assert world.run() == {}


def test_the_words_that_an_undecided_appeal_asks_for_stay_until_it_is_decided(world):
    hidden = world.comment("Piilotettu", state="hidden")
    gone = world.comment("Peruttu", state="withdrawn")
    masked_one = world.comment("Soita 000 heti.", public_text=masked("Soita 000 heti.", [(6, 9)]))
    for one, kind in ((hidden, "hide"), (gone, "hide"), (masked_one, "mask")):
        decision = Decision.objects.create(comment=one, kind=kind, reason="insult", at=world.at)
        Appeal.objects.create(decision=decision, text="Väärin", at=world.at)
    Mask.objects.create(comment=masked_one, start=6, end=9, reason="insult", decision=decision)
    world.end()
    assert world.run() == {"unseen": 1}
    texts = Comment.objects.order_by("pk").values_list("text", flat=True)
    assert list(texts) == ["Piilotettu", "", "Soita 000 heti."]
    Appeal.objects.update(decided_at=world.at)
    assert world.run() == {"unseen": 2, "appeals": 3}
    assert list(texts.all()) == ["", "", f"Soita {MASK_MARK} heti."]


def test_a_comment_that_was_shown_and_waits_again_keeps_its_words(world):
    again, never = world.comment("Näytettiin ensin"), world.comment("Näytetään")
    edit_comment(
        actor=again.sender.person, comment=again, text="Muutettiin sitten", revision=1, waits=True, warnings=(),
        check=lambda: world.at,
    )  # fmt: skip
    Comment.objects.filter(pk=never.pk).update(state="waiting", was_shown=False)
    let = Comment.objects.get(pk=never.pk)
    change_state(let, "visible")
    change_state(let, "waiting")
    never = world.comment("Kukaan ei tarkistanut", state="waiting", was_shown=False)
    world.end()
    assert world.run() == {"unseen": 1, "revisions": 1}
    kept = Comment.objects.exclude(pk=never.pk).order_by("pk").values_list("state", "text")
    assert list(kept) == [("waiting", "Muutettiin sitten"), ("waiting", "Näytetään")]


def test_age_and_municipality_leave_the_sender_and_published_totals_stay(world):
    home = Area.objects.filter(kind="municipality", county=world.county.area).first()
    for _number in range(12):
        world.comment("Mielipide")
    Sender.objects.update(age_group="75_over", municipality=home)
    before = count_groups(world.county, world.activity.pk)
    assert before.ages.keys() == {"75_over"}
    assert before.bands.keys() == {"65_over"}
    world.end()
    assert world.run() == {"background": 12}
    assert set(Sender.objects.values_list("age_group", "municipality")) == {("", None)}
    assert count_groups(world.county, world.activity.pk) == before
    assert not BackgroundTotal.objects.exclude(age_group="").exclude(municipality=None).exists()
    assert world.run() == {}


def test_d5_of_a_sent_statement_only_what_its_comments_still_tell_stays(world):
    comments = [world.comment("Näkyvä"), world.comment("Peruttu", state="withdrawn")]
    edited = world.comment("Muutettu")
    Comment.objects.filter(pk=edited.pk).update(text="Muutettu sana", public_text="Muutettu sana")
    organisation = partial(Organisation.objects.create, authority=world.county, created_at=world.at)
    for place, one in enumerate([*comments, edited]):
        name = f"Seura {place}"
        statement = Statement.objects.create(
            activity=world.activity, organisation=organisation(name=name, skeleton=name), language="fi",
            opened_at=world.at, receipt=one.receipt,
        )  # fmt: skip
        words = ("Näkyvä", "Peruttu", "Muutettu")[place]
        StatementPart.objects.create(statement=statement, section=world.section, text=words, saved_at=world.at)
        StatementNote.objects.create(statement=statement, text="Keskenään.", at=world.at)
        Colleague.objects.create(
            statement=statement, email="kollega@example.org", nonce=f"{place}".ljust(22, "x"), invited_at=world.at,
            expires_at=world.at + timedelta(days=14), joined_at=world.at,
        )  # fmt: skip
    assert world.run() == {}
    world.end()
    assert world.run()["sent_statements"] == 3 + 3 + 2
    assert [part.text for part in StatementPart.objects.all()] == ["Näkyvä"]
    assert Statement.objects.count() == 3
    assert "sent_statements" not in world.run()


def test_d5_what_a_statement_says_of_the_whole_matter_stays_while_its_comment_tells_it(world):
    matter = Thread.objects.create(activity=world.activity)
    organisation = Organisation.objects.create(
        authority=world.county, created_at=world.at, name="Seura", skeleton="Seura"
    )
    said = world.comment("Koko asiasta")
    Comment.objects.filter(pk=said.pk).update(thread=matter)
    statement = Statement.objects.create(
        activity=world.activity, organisation=organisation, language="fi", opened_at=world.at, receipt=said.receipt
    )
    StatementPart.objects.create(statement=statement, text="Koko asiasta", saved_at=world.at)
    StatementPart.objects.create(statement=statement, section=world.section, text="Koko asiasta", saved_at=world.at)
    world.end()
    assert world.run()["sent_statements"] == 1  # of the section nothing is told
    assert StatementPart.objects.get().section is None


def test_feedback_is_forgotten_two_years_after_its_answer(world):
    for number, days in ((1, 735), (2, 725), (3, None)):
        AccessibilityFeedback.objects.create(
            authority=world.county, number=number, text="Kontrasti", email="a@example.org", language="fi", key=uuid4(),
            arrived_at=world.at - timedelta(days=740), due_at=world.at,
            answered_at=days and world.at - timedelta(days=days), answer="Korjattu",
        )  # fmt: skip
    assert world.run() == {"feedback": 1}
    kept = AccessibilityFeedback.objects.order_by("number").values_list("text", "email", "answer")
    assert list(kept) == [("", "", "")] + 2 * [("Kontrasti", "a@example.org", "Korjattu")]
    assert world.run() == {}


@pytest.mark.parametrize(
    ("language", "words", "about_feedback"),
    [
        ("fi", "60 kuukauden kuluttua kommentoinnin päättymisestä", "24 kuukautta vastauksesta"),
        ("sv", "60 månader efter att kommenteringen har avslutats", "24 månader efter svaret"),
        ("en", "60 months after commenting has closed", "24 months after the answer"),
    ],
)
def test_the_notices_and_the_officer_s_page_tell_the_rules(world, language, words, about_feedback):
    notice = Client().get(f"/keski-suomi/{language}/processes/{world.activity.process.slug}/privacy/")
    assert words in notice.content.decode()
    assert about_feedback in Client().get(f"/keski-suomi/{language}/privacy/").content.decode()
    tiina = signed_in(factories.staff(world.county, "data_protection_officer", "tiina@example.org"))
    world.comment("Pois otettu", state="withdrawn")
    world.end()
    world.run()
    page = tiina.get(f"/keski-suomi/{language}/desk/data-protection/").content.decode()
    with translation.override(language):
        assert all(str(name) in page for name, _when in retention.KINDS.values())
    assert about_feedback in page
