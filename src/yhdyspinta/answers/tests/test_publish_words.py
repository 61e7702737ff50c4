"""The button that publishes an answer promises to tell only where the service tells somebody."""

from datetime import timedelta

import pytest

from tests import factories
from yhdyspinta.answers.links import section_label
from yhdyspinta.answers.looks import mark_now
from yhdyspinta.answers.publishing import publish_answer
from yhdyspinta.answers.tests.scene import start, write
from yhdyspinta.audit import clock
from yhdyspinta.intake.models import Entry
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.processes.follows import follow_process
from yhdyspinta.processes.models import Follow

pytestmark = pytest.mark.django_db
WORDS = {
    "fi": ("Julkaise ja kerro", "Julkaise vastaus"),
    "sv": ("Publicera och meddela", "Publicera svaret"),
    "en": ("Publish and tell", "Publish the answer"),
}


@pytest.mark.parametrize("language", WORDS)
@pytest.mark.parametrize("email", ["aino@example.org", ""])
def test_the_button_says_what_happens(desk, bertta, section, language, email):
    answer = write(bertta, start(bertta, factories.comment(factories.guest(), section, email=email)))
    address = activity_address(answer.activity, "answers:publish", language=language, number=answer.number)
    page = desk.get(address).content.decode()
    button = page.rsplit('<form method="post" class="y-section">', 1)[1].split("</button>")[0]
    telling, publishing = WORDS[language]
    assert (telling in button, publishing in button) == (bool(email), not email)


@pytest.mark.parametrize("follows", [True, False])
def test_the_summary_and_the_end_promise_to_tell_only_where_somebody_follows(desk, bertta, section, follows):
    activity = section.version.document.activity
    if follows:
        follow_process(actor=bertta, process=activity.process, what=Follow.What.EVERYTHING, at=clock.now())
    summary = desk.get(activity_address(activity, "answers:summary", language="fi")).content.decode()
    assert ("Julkaise ja kerro" in summary, "Julkaise tiivistelmä" in summary) == (follows, not follows)
    form = {"body-fi": "Tuli paljon.", "body-sv": "Mycket kom.", "revision": "0", "then": "publish"}
    done = desk.post(activity_address(activity, "answers:summary", language="fi"), form, follow=True).content.decode()
    assert (
        "Seuraajille kerrotaan." in done,
        "Kenellekään ei kerrota: kukaan ei ole pyytänyt tietoa tästä." in done,
    ) == (follows, not follows)
    activity.stages.update(closes_at=clock.now())
    finish = desk.get(activity_address(activity, "answers:finish", language="fi")).content.decode()
    assert ("Merkitse kaikki vastatuksi ja kerro" in finish) == follows
    assert "Merkitse kaikki vastatuksi" in finish


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("mail", "Ne, joille vastauksesta oli kerrottu, saavat viestin."),
        ("letter", "Työpöytä luettelee ne"),
        ("", "Kenellekään ei kerrota siitä."),
    ],
)
def test_taking_an_answer_back_tells_who_hears_of_it(desk, bertta, section, told, words):
    comment = factories.comment(factories.guest(), section, email="aino@example.org" if told == "mail" else "")
    answer = write(bertta, start(bertta, comment))
    publish_answer(
        actor=bertta,
        answer=answer,
        revision=answer.revision,
        seen=mark_now(answer),
        at=clock.now() - timedelta(hours=1),
    )
    if told == "letter":
        Entry.objects.create(
            receipt=comment.receipt, entered_by=bertta, entered_at=clock.now(), reply_by="letter",
            told_at=clock.now() - timedelta(minutes=30),
        )  # fmt: skip
    path = activity_address(answer.activity, "answers:take_back", language="fi", number=answer.number)
    shown = desk.post(path, follow=True).content.decode()
    assert words in shown
    assert "lähettäjille kerrotaan" not in shown


def test_a_changed_passage_names_its_document(section):
    assert section_label(section, "fi").startswith(f"{section.version.document.title['fi']}, ")
