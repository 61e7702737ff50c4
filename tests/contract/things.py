"""One thing of each sort that an address can name, beside the open round of the world of kinds."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.core.files.base import ContentFile
from django.db.models import F

from tests import factories
from tests.contract.named import intake, launch, material, open_data, reports, statements, transfers
from yhdyspinta.answers.models import Answer, AnswerTemplate, Correction
from yhdyspinta.audit import clock
from yhdyspinta.authorities.models import AccessibilityFeedback, Authority
from yhdyspinta.comments.codes import link_token
from yhdyspinta.comments.models import Comment, Receipt
from yhdyspinta.demo.cast import PARTS
from yhdyspinta.demo.sign_in import sign_in_path
from yhdyspinta.documents.models import Attachment, Document, DocumentDraftImport, DocumentVersion, Section, SectionText
from yhdyspinta.intake.models import Entry
from yhdyspinta.moderation.models import Appeal, Decision, Report
from yhdyspinta.notices.models import Letter, Notice
from yhdyspinta.outcomes.models import Measure, Outcome
from yhdyspinta.people.models import Block, Person, RoleGrant, SpeakerInvitation
from yhdyspinta.people.organisations import Representation
from yhdyspinta.people.speaker_invitations import token_of as token_of_speaker
from yhdyspinta.processes.follows import confirmation_token
from yhdyspinta.processes.invitations import token_of
from yhdyspinta.processes.models import Activity, Follow, Invitation, Phase, Process, ProcessRole
from yhdyspinta.translating.models import ReturnedFile

_PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8cfc0000003010100c9fe92ef"
    "0000000049454e44ae426082"
)
_WORDS = {"fi": "Sanat", "sv": "Ord", "en": "Words"}


def make_things(
    county: Authority, process: Process, activity: Activity, comment: Comment, sender: Person, coordinator: Person
) -> dict[str, Any]:
    """Values for the pieces of addresses: `name` for all of them, `namespace:name.piece` for one page."""
    document = activity.documents.get()
    second = _second_document(activity)
    county.logo.save("logo.png", ContentFile(_PNG))
    return {
        "authority": county.slug,
        "language": "fi",
        "process": process.slug,
        "activity": activity.slug,
        "document": document.slug,
        "number": comment.number,
        "receipt": comment.receipt_id,
        "comment_rounds:section.version": 1,
        "comment_rounds:section.section": document.versions.get().sections.all()[0].anchor,
        "comment_rounds:many.document": document.slug,
        "comment_rounds:compare.document": second.slug,
        "comment_rounds:comment_form?": f"document={document.slug}&section=kohta-1",
        "comment_rounds:link.token": link_token(comment.receipt),
        "phase": Phase.objects.create(
            process=process, position=2, kind="preparation", title=_WORDS, description=_WORDS
        ).pk,
        "partner": process.partnerships.get().authority.slug,
        "uidb36": "1",
        "key": "set-password",
        "pk": 1,
        **_documents(document),
        **_answers(process, activity, second),
        **_moderation(document, comment.sender.person),
        **_intake(document, sender, entered_by=coordinator),
        **_people(county, process, coordinator),
        **_installation(county),
        **intake.things(activity, comment, coordinator),
        **launch.things(activity, comment, coordinator),
        **statements.things(activity, comment, coordinator),
        **material.things(activity, comment, coordinator),
        **open_data.things(activity, comment, coordinator),
        **reports.things(activity, comment, coordinator),
        **transfers.things(activity, comment, coordinator),
    }


def _second_document(activity: Activity) -> Document:
    """With two versions that the public can compare."""
    document = factories.document(activity, "toinen", sections=1)
    version = DocumentVersion.objects.create(document=document, number=2, name=_WORDS, created_at=clock.now())
    section = Section.objects.create(version=version, position=1, number="1", anchor="kohta-1")
    section.predecessors.set(Section.objects.filter(version__document=document, version__number=1))
    for language in ("fi", "sv"):
        SectionText.objects.create(section=section, language=language, heading="Muuttunut", body="Uusi.")
    version.published_at = clock.now()
    version.save()
    return document


def _documents(document: Document) -> dict[str, Any]:
    now = clock.now()
    draft = DocumentVersion.objects.create(document=document, number=2, name=_WORDS, created_at=now)
    sections = []
    for place in (1, 2, 3):
        section = Section.objects.create(version=draft, position=place, number=str(place), anchor=f"luonnos-{place}")
        for language in ("fi", "sv"):
            SectionText.objects.create(
                section=section, language=language, heading="Salainen luonnos", body="Yksi.\n\nKaksi."
            )
        sections.append(section)
    attachment = Attachment.objects.create(
        document=document, name=_WORDS, file=ContentFile(b"%PDF-1.4 teksti", "liite.pdf"), original_name="liite.pdf",
        content_type="application/pdf", size=15, added_at=now,
    )  # fmt: skip
    brought = DocumentDraftImport.objects.create(
        document=document, language="fi", source="paste", created_at=now,
        sections=[{"heading": "Otsikko", "level": 1, "body": "Teksti.", "mends": []}],
    )  # fmt: skip
    return {"section": sections[1].pk, "attachment": attachment.pk, "draft": brought.pk}


def _answers(process: Process, activity: Activity, second: Document) -> dict[str, Any]:
    now = clock.now()
    common = {"activity": activity, "title": _WORDS, "body": _WORDS, "created_at": now, "saved_at": now}
    published = Answer.objects.create(number=1, handling="accepted", published_at=now, **common)
    Correction.objects.create(
        answer=published, title=_WORDS, body=_WORDS, handling="accepted", saved_at=now, revision=2
    )
    changed = Section.objects.get(version__document=second, version__number=2)
    draft = Answer.objects.create(number=2, handling="accepted", changed_section=changed, **common)
    outcome = Outcome.objects.create(process=process, kind="decided", title=_WORDS, on=now.date(), created_at=now)
    measure = Measure.objects.create(
        process=process, promise=_WORDS, we_decided=_WORDS, owner_name={"fi": "Yksikkö"}, created_at=now
    )
    template = AnswerTemplate.objects.create(authority=process.owner, name="Kiitos", body=_WORDS, saved_at=now)
    returned = ReturnedFile.objects.create(
        process=process, digest="0" * 64, name="kaannokset.xlsx", source="fi", target="sv", read_at=now,
        rows=[{"key": f"process/{process.pk}/title", "where": "Otsikko", "source": "Asia", "before": "", "text": "Sak", "note": ""}],
    )  # fmt: skip
    own = ReturnedFile.objects.create(
        authority=process.owner, digest="0" * 64, name="omat.xlsx", source="fi", target="sv", read_at=now,
        rows=[{"key": f"answertemplate/{template.pk}/body", "where": "Kiitos", "source": "A", "mark": "", "before": "", "text": "B", "note": ""}],
    )  # fmt: skip
    staff = ("edit", "regroup", "publish", "remove", "changes")
    return {
        "translating:authority_returned.returned": own.pk,
        "answers:answer.number": published.number,
        **{f"answers:{name}.number": draft.number for name in staff},
        "answers:correction.number": published.number,
        **{f"answers:{name}.number": published.number for name in ("take_back", "join", "take_out")},
        "template": template.pk,
        "returned": returned.pk,
        "outcome": outcome.pk,
        "measure": measure.pk,
    }


def _moderation(document: Document, sender: Person) -> dict[str, Any]:
    """A hidden comment with an appeal."""
    now = clock.now()
    section = document.versions.get(number=1).sections.all()[1]
    hidden = factories.comment(sender, section, "Piilotettava puhe.")
    Comment.objects.filter(pk=hidden.pk).update(state=Comment.State.HIDDEN)
    Activity.objects.filter(pk=hidden.activity_id).update(hidden_count=F("hidden_count") + 1)
    decision = Decision.objects.create(comment=hidden, kind="hide", reason="insult", at=now, state_before="visible")
    Appeal.objects.create(decision=decision, text="Pyydän harkitsemaan uudestaan.", at=now)
    Report.objects.create(comment=hidden, person=sender, reason="insult", at=now)
    staff = ("comment", "mask", "unmask", "decide_appeal")
    return {
        **{f"moderation:{name}.number": hidden.number for name in staff},
        "moderation:appeal.number": hidden.number,
        "decision": decision.pk,
    }


def _intake(document: Document, sender: Person, *, entered_by: Person) -> dict[str, Any]:
    """A comment that staff typed for a caller."""
    now = clock.now()
    section = document.versions.get(number=1).sections.all()[2]
    comment = factories.comment(sender, section, "Soittajan sanat.")
    Receipt.objects.filter(pk=comment.receipt_id).update(channel="phone")
    Entry.objects.create(
        receipt=comment.receipt, entered_by=entered_by, entered_at=now, read_back_at=now, reply_by="letter",
        name="Soile Soittaja", postal_address="Esimerkkikatu 2",
    )  # fmt: skip
    pages = ("entered", "add", "mend", "edit", "withdraw", "letter", "told")
    return {f"intake:{page}.receipt": comment.receipt_id for page in pages} | {
        f"intake:{page}.number": comment.number for page in ("edit", "withdraw")
    }


def _asked_to_speak(representation: Representation, coordinator: Person) -> dict[str, Any]:
    now = clock.now()
    asked = SpeakerInvitation.objects.create(
        organisation=representation.organisation, email="vahva@example.org", nonce=uuid4().hex[:22],
        invited_by=coordinator, invited_at=now, expires_at=now + timedelta(days=7),
    )  # fmt: skip
    return {"team:speaker_invitation.token": token_of_speaker(asked), "team:revoke_speaker.invitation": asked.pk}


def _people(county: Authority, process: Process, coordinator: Person) -> dict[str, Any]:
    now = clock.now()
    plain = factories.person("tavallinen@example.org")
    week = timedelta(days=7)
    offers = {"authority": county, "role": "viewer", "invited_at": now, "expires_at": now + week}
    invitation = Invitation.objects.create(email="vahva@example.org", nonce=uuid4().hex[:22], **offers)
    to_process = Invitation.objects.create(
        email="kutsu2@example.org", nonce=uuid4().hex[:22], process=process, **offers
    )
    grant = RoleGrant.objects.create(person=plain, authority=county, role="viewer", given_at=now)
    role = ProcessRole.objects.create(person=plain, process=process, role="viewer", given_at=now)
    block = Block.objects.create(person=plain, authority=county, reason="Syy.", since=now, until=now + week)
    representation = Representation.objects.order_by("pk")[0]
    follow = Follow.objects.create(
        process=process, email="seuraaja@example.org", language="fi", nonce=uuid4().hex[:22], since=now
    )
    notice = Notice.objects.create(
        kind="processes.confirm_follow", address="seuraaja@example.org", language="fi", authority=county,
        values={"follow": follow.pk, "process": process.slug, "owner": county.slug, "title": dict(process.title)},
        state="parked", owed_at=now,
    )  # fmt: skip
    sender = Person.objects.filter(senders__isnull=False).order_by("pk")[0]
    return {
        **_asked_to_speak(representation, coordinator),
        "team:invitation.token": token_of(invitation),
        "invitation": invitation.pk,
        "team:revoke_in_process.invitation": to_process.pk,
        "grant": grant.pk,
        "role": role.pk,
        "block": block.pk,
        "person": sender.pk,
        "organisation": representation.organisation_id,
        "representation": representation.pk,
        "notice": notice.pk,
        "follows:confirm.token": confirmation_token(follow),
        "follows:unsubscribe.token": follow.nonce,
        "follows:preferences.token": follow.nonce,
    }


def _installation(county: Authority) -> dict[str, Any]:
    now = clock.now()
    letter = Letter.objects.create(
        to="joku@example.org", subject="Aihe", text="Teksti", html="<p>Teksti</p>", sent_at=now
    )
    feedback = AccessibilityFeedback.objects.create(
        authority=county, number=1, text="Painike ei toimi.", language="fi", key=uuid4(), arrived_at=now,
        due_at=now + timedelta(days=14),
    )  # fmt: skip
    part = PARTS["coordinator"]
    factories.person(part.email, is_demo=True)
    return {
        "letter": letter.pk,
        "site:feedback.number": feedback.number,
        "site:extend_feedback.number": feedback.number,
        "demo:sign_in.token": sign_in_path(part).rstrip("/").rsplit("/", 1)[-1],
        "area": county.area_id,
        "which": county.slug,
        "how": "pause",
        "processes:stop.how": "pause",
        "processes:turn.how": "resume",
        "group": "contact",
    }
