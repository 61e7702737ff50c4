"""What the tests of answering share: a whole answer, the steps to it, and the addresses and forms of its pages."""

from html import unescape
from typing import Any

from django.test import Client

from yhdyspinta.answers import actions, publishing
from yhdyspinta.answers.actions import AnswerText
from yhdyspinta.answers.looks import mark_now
from yhdyspinta.answers.models import Answer
from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Comment
from yhdyspinta.documents.models import Document, DocumentVersion, Section, SectionText
from yhdyspinta.people.models import Person
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.wording.fields import Wording

WHOLE = AnswerText(
    title=Wording(fi="Määräaika", sv="Tidsfrist"),
    body=Wording(fi="Vastaus 30 päivässä.", sv="Svar inom 30 dagar."),
    handling="accepted",
)


def fresh(thing: Any) -> Any:
    """The thing as it is stored now."""
    return type(thing).objects.get(pk=thing.pk)


def page_of(comment: Comment, language: str = "fi") -> str:
    """The comment's own page as a visitor reads it."""
    path = activity_address(comment.activity, "comment_rounds:comment", language=language, number=comment.number)
    return unescape(Client().get(path).content.decode())


def start(bertta: Person, *comments: Comment, title: Wording = WHOLE.title) -> Answer:
    return actions.start_answer(
        actor=bertta, activity=comments[0].activity, comments=[c.pk for c in comments], title=title, at=clock.now()
    )


def write(bertta: Person, answer: Answer, **changes) -> Answer:
    text = AnswerText(**{**vars(WHOLE), **changes})
    return actions.save_answer(actor=bertta, answer=answer, text=text, revision=answer.revision, at=clock.now())


def publish(bertta: Person, answer: Answer) -> Answer:
    return publishing.publish_answer(
        actor=bertta, answer=answer, revision=answer.revision, seen=mark_now(answer), at=clock.now()
    )


def new_version(document: Document, *, published: bool = True) -> Section:
    version = DocumentVersion.objects.create(
        document=document, number=2, name={"fi": "luonnos 2", "sv": "utkast 2"}, created_at=clock.now()
    )
    section = Section.objects.create(version=version, position=1, number="1", anchor="kohta-1")
    for language in ("fi", "sv"):
        SectionText.objects.create(section=section, language=language, heading="Kohta 1", body="Uusi.\n\nToinen.")
    if published:
        version.published_at = clock.now()
        version.save()
    return section


def path_of(activity, name, language="fi", **parts):
    return activity_address(activity, f"answers:{name}", language=language, **parts)


def form_of(answer: Answer, **changes) -> dict[str, str]:
    return {
        "title-fi": "Määräaika",
        "title-sv": "Tidsfrist",
        "body-fi": "Vastaus.",
        "body-sv": "Svar.",
        "handling": "accepted",
        "is_final": "yes",
        "revision": str(answer.revision),
        **changes,
    }
