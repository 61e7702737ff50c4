"""An example in the demo world of every address: for the list of addresses, and for the pages worth seeing."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.core.exceptions import ObjectDoesNotExist
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

Examples = dict[str, Callable[[], str]]

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
    return {
        "home": address("site:home", county, language="fi"),
        "processes": address("site:processes", county, language="fi"),
        **_that_exist(_pages_of_rounds()),
        "desk": address("site:desk", county, language="fi"),
        "moderation": address("moderation:authority_queue", county, language="fi"),
        "all_results": address("site:results", county, language="fi"),
        "search": address("site:search", county, language="fi") + "?q=terveyskeskus",
        "accessibility": address("site:accessibility", county, language="fi"),
        "licences": address("site:licences", county, language="fi"),
        "gallery": address("site:gallery", county, language="fi"),
        "mailbox": reverse("mailbox"),
        "sign_in": reverse("demo:cast"),
    }


def _pages_of_rounds() -> Examples:
    """Pages of the county's open round, of the one being answered and of the answered one."""

    def opened(name: str) -> str:
        return activity_address(activity_at("open"), name, language="fi")

    def reading(name: str, **values: Any) -> str:
        document = Document.objects.filter(activity=activity_at("open")).order_by("position")[0]
        return activity_address(document.activity, name, language="fi", document=document.slug, **values)

    def section() -> str:
        first = Document.objects.filter(activity=activity_at("open")).order_by("position")[0]
        anchor = first.versions.get(number=1).sections.get(number="2.1").anchor
        return reading("comment_rounds:section", version=1, section=anchor)

    return {
        "process": lambda: process_address(activity_at("open").process, language="fi"),
        "round": lambda: opened("comment_rounds:round"),
        "document": lambda: reading("comment_rounds:document"),
        "section": section,
        "comment_form": lambda: opened("comment_rounds:comment_form"),
        "receipt": lambda: address(
            "comment_rounds:link", activity_at("open").process.owner, language="fi", token=link_token(_receipt())
        ),
        "answers": lambda: activity_address(activity_at("answering"), "answers:work", language="fi"),
        "results": lambda: process_address(activity_at("answered").process, "outcomes:results", language="fi"),
        "privacy": lambda: process_address(activity_at("open").process, "site:process_privacy", language="fi"),
    }


def _that_exist(examples: Examples) -> dict[str, str]:
    """The examples whose thing is still there: whoever tries the demo may remove any of them."""
    found = {}
    for name, example in examples.items():
        with suppress(IndexError, ObjectDoesNotExist):
            found[name] = example()
    return found


def examples() -> dict[str, str]:
    """For the list of addresses: an example of each piece of an address, and whole addresses where pieces differ."""
    if not Receipt.objects.filter(sender__person__is_demo=True).exists():
        return {}  # an installation without the demo world
    opened = activity_at("open")
    return _that_exist(
        {
            "authority": lambda: COUNTY,
            "language": lambda: "fi",
            "process": lambda: opened.process.slug,
            "activity": lambda: opened.slug,
            "phase": lambda: str(opened.phase_id),
            "partner": lambda: "jyvaskyla",
            "how": lambda: "pause",
            **_in_the_open_round(opened),
            **_in_other_rounds(),
            **_in_the_draft(),
            **_of_people(opened.process),
            **_of_accounts(),
        }
    )


def _in_the_open_round(opened: Activity) -> Examples:
    """What residents read and send."""
    documents = Document.objects.filter(activity=opened).order_by("position")
    visible = Comment.objects.filter(activity=opened, state=Comment.State.VISIBLE).order_by("number")
    hidden = Decision.objects.filter(comment__activity=opened, kind=Decision.Kind.HIDE)
    return {
        "document": lambda: documents[0].slug,
        "version": lambda: "1",
        "section": lambda: documents[0].versions.get(number=1).sections.get(number="2.1").anchor,
        "attachment": lambda: str(documents[0].attachments.filter(removed_at=None)[0].pk),
        "number": lambda: str(visible[0].number),
        "receipt": lambda: str(_receipt().pk),
        "token": lambda: link_token(_receipt()),
        "decision": lambda: str(hidden[0].pk),
    }


def _in_other_rounds() -> Examples:
    """Answers and what followed from them."""
    return {
        "answer": lambda: str(Answer.objects.filter(activity=activity_at("answering"))[0].number),
        "outcome": lambda: str(Outcome.objects.filter(process=activity_at("answered").process)[0].pk),
        "measure": lambda: str(Measure.objects.filter(process=activity_at("answered").process)[0].pk),
    }


def _in_the_draft() -> Examples:
    """Addresses that only a draft has."""

    def within(name: str, piece: Callable[[Document], dict[str, int]]) -> Callable[[], str]:
        def made() -> str:
            draft = Document.objects.filter(activity=activity_at("preparing"))[0]
            return activity_address(draft.activity, name, language="fi", document=draft.slug, **piece(draft))

        return made

    def first_section(draft: Document) -> dict[str, int]:
        return {"section": draft.versions.get(published_at=None).sections.order_by("position")[0].pk}

    def waiting_import(draft: Document) -> dict[str, int]:
        return {"draft": DocumentDraftImport.objects.filter(document=draft).order_by("-pk")[0].pk}

    return {
        "documents:section": within("documents:section", first_section),
        "documents:approve_import": within("documents:approve_import", waiting_import),
    }


def _of_people(process: Process) -> Examples:
    """Roles, invitations, organisations, blocks and messages of the county."""
    county = process.owner
    organisations = Organisation.objects.filter(authority=county, representations__isnull=False)

    def invitation(within: Process | None) -> int:
        return int(Invitation.objects.filter(authority=county, process=within, accepted_at=None)[0].pk)

    def revoke_in_process() -> str:
        return process_address(process, "team:revoke_in_process", language="fi", invitation=invitation(process))

    return {
        "group": lambda: "contact",
        "area": lambda: str(Area.objects.filter(kind=Area.Kind.MUNICIPALITY).filter(authority=None)[0].pk),
        "which": lambda: "jyvaskyla",
        "grant": lambda: str(RoleGrant.objects.filter(authority=county)[0].pk),
        "invitation": lambda: str(invitation(None)),
        "team:revoke_in_process": revoke_in_process,
        "role": lambda: str(ProcessRole.objects.filter(process=process)[0].pk),
        "person": lambda: str(_resident().pk),
        "block": lambda: str(Block.objects.filter(authority=county)[0].pk),
        "organisation": lambda: str(organisations[0].pk),
        "representation": lambda: str(organisations[0].representations.all()[0].pk),
        "notice": lambda: str(Notice.objects.filter(authority=county)[0].pk),
    }


def _of_accounts() -> Examples:
    """Letters and what accounts have. Nobody of the demo has a passkey until a visitor makes one: the first is 1."""
    return {
        "letter": lambda: str(Letter.objects.order_by("-pk")[0].pk),
        "pk": lambda: "1",
        "uidb36": lambda: user_pk_to_url_str(_resident()),
        "key": lambda: default_token_generator.make_token(_resident()),
    }


def _resident() -> Person:
    return Person.objects.get(email=PARTS["resident"].email)
