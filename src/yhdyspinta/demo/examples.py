"""An example in the demo world of every address: for the list of addresses, and for the pages worth seeing."""

from collections.abc import Mapping
from typing import Any

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.urls import reverse

from yhdyspinta.answers.models import Answer
from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.codes import link_token
from yhdyspinta.comments.models import Comment, Receipt
from yhdyspinta.demo.cast import COUNTY, PARTS
from yhdyspinta.documents.models import Document, DocumentDraftImport
from yhdyspinta.moderation.models import Decision
from yhdyspinta.notices.models import Letter, Notice
from yhdyspinta.outcomes.models import Measure, Outcome
from yhdyspinta.people.models import Block, Organisation, Person, RoleGrant
from yhdyspinta.places.models import Area
from yhdyspinta.processes.addresses import activity_address, address, process_address
from yhdyspinta.processes.models import Activity, Invitation, Process, ProcessRole

_CASES = {"open": "KSHVA-2026-0388", "answering": "KSHVA-2026-0302", "answered": "KSHVA-2026-0117",
          "preparing": "KSHVA-2026-0411"}  # fmt: skip


def activity_at(stage: str) -> Activity:
    """The county's round that stands at a stage: preparing, open, answering or answered."""
    rounds = Activity.objects.filter(process__owner__slug=COUNTY).select_related("process__owner")
    return rounds.get(process__case_number=_CASES[stage])


def _receipt() -> Receipt:
    return Receipt.objects.filter(activity=activity_at("open"), sender__person__email=PARTS["resident"].email)[0]


def pages() -> dict[str, str]:
    """The pages worth seeing, by name, as paths in Finnish."""
    county = Authority.objects.get(slug=COUNTY)
    open_round, answering, answered = activity_at("open"), activity_at("answering"), activity_at("answered")
    document = Document.objects.filter(activity=open_round).order_by("position")[0]
    section = document.versions.get(number=1).sections.get(number="2.1")
    token = link_token(_receipt())
    within: Mapping[str, Any] = {"document": document.slug, "language": "fi"}
    return {
        "home": address("site:home", county, language="fi"),
        "processes": address("site:processes", county, language="fi"),
        "process": process_address(open_round.process, language="fi"),
        "round": activity_address(open_round, "comment_rounds:round", language="fi"),
        "document": activity_address(open_round, "comment_rounds:document", **within),
        "section": activity_address(open_round, "comment_rounds:section", version=1, section=section.anchor, **within),
        "comment_form": activity_address(open_round, "comment_rounds:comment_form", language="fi"),
        "receipt": address("comment_rounds:link", county, language="fi", token=token),
        "desk": address("site:desk", county, language="fi"),
        "moderation": address("moderation:authority_queue", county, language="fi"),
        "answers": activity_address(answering, "answers:work", language="fi"),
        "results": process_address(answered.process, "outcomes:results", language="fi"),
        "all_results": address("site:results", county, language="fi"),
        "search": address("site:search", county, language="fi") + "?q=terveyskeskus",
        "accessibility": address("site:accessibility", county, language="fi"),
        "privacy": process_address(open_round.process, "site:process_privacy", language="fi"),
        "licences": address("site:licences", county, language="fi"),
        "gallery": address("site:gallery", county, language="fi"),
        "mailbox": reverse("mailbox"),
        "sign_in": reverse("demo:cast"),
    }


def examples() -> dict[str, str]:
    """For the list of addresses: an example of each piece of an address, and whole addresses where pieces differ."""
    if not Receipt.objects.filter(sender__person__is_demo=True).exists():
        return {}  # an installation without the demo world
    answering, answered, opened = activity_at("answering"), activity_at("answered"), activity_at("open")
    document = Document.objects.filter(activity=opened).order_by("position")[0]
    comment = Comment.objects.filter(activity=opened, state=Comment.State.VISIBLE).order_by("number")[0]
    receipt = _receipt()
    return {
        "authority": COUNTY,
        "language": "fi",
        "process": opened.process.slug,
        "activity": opened.slug,
        "document": document.slug,
        "version": "1",
        "number": str(comment.number),
        "receipt": str(receipt.pk),
        "token": link_token(receipt),
        "phase": str(opened.phase_id),
        "partner": "jyvaskyla",
        "how": "pause",
        "outcome": str(Outcome.objects.filter(process=answered.process)[0].pk),
        "measure": str(Measure.objects.filter(process=answered.process)[0].pk),
        "answer": str(Answer.objects.filter(activity=answering)[0].number),
        "section": document.versions.get(number=1).sections.get(number="2.1").anchor,
        "attachment": str(document.attachments.filter(removed_at=None)[0].pk),
        "decision": str(Decision.objects.filter(comment__activity=opened, kind=Decision.Kind.HIDE)[0].pk),
        **_in_the_draft(),
        **_of_people(opened.process),
        **_of_accounts(),
    }


def _in_the_draft() -> dict[str, str]:
    """Addresses that only a draft has."""
    draft = Document.objects.filter(activity=activity_at("preparing"))[0]
    first = draft.versions.get(published_at=None).sections.order_by("position")[0]
    waiting = DocumentDraftImport.objects.filter(document=draft).order_by("-pk")[0]
    within: Mapping[str, Any] = {"language": "fi", "document": draft.slug}
    return {
        "documents:section": activity_address(draft.activity, "documents:section", section=first.pk, **within),
        "documents:approve_import": activity_address(
            draft.activity, "documents:approve_import", draft=waiting.pk, **within
        ),
    }


def _of_people(process: Process) -> dict[str, str]:
    """Roles, invitations, organisations, blocks and messages of the county."""
    county = process.owner
    own, in_process = (Invitation.objects.filter(authority=county, process=found, accepted_at=None)[0]
                       for found in (None, process))  # fmt: skip
    organisation = Organisation.objects.filter(authority=county, representations__isnull=False)[0]
    return {
        "group": "contact",
        "area": str(Area.objects.filter(kind=Area.Kind.MUNICIPALITY).filter(authority=None)[0].pk),
        "which": "jyvaskyla",
        "grant": str(RoleGrant.objects.filter(authority=county)[0].pk),
        "invitation": str(own.pk),
        "team:revoke_in_process": process_address(
            process, "team:revoke_in_process", language="fi", invitation=in_process.pk
        ),
        "role": str(ProcessRole.objects.filter(process=process)[0].pk),
        "person": str(Person.objects.get(email=PARTS["resident"].email).pk),
        "block": str(Block.objects.filter(authority=county)[0].pk),
        "organisation": str(organisation.pk),
        "representation": str(organisation.representations.all()[0].pk),
        "notice": str(Notice.objects.filter(authority=county)[0].pk),
    }


def _of_accounts() -> dict[str, str]:
    """Letters and what accounts have. Nobody of the demo has a passkey until a visitor makes one: the first is 1."""
    person = Person.objects.get(email=PARTS["resident"].email)
    newest = Letter.objects.order_by("-pk").first()
    return {
        "letter": str(newest.pk if newest else 1),
        "pk": "1",
        "uidb36": user_pk_to_url_str(person),
        "key": default_token_generator.make_token(person),
    }
