"""An example in the demo world of every address: for the list of addresses, and for the pages worth seeing."""

from contextlib import suppress
from typing import Any

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.core import signing
from django.core.exceptions import ObjectDoesNotExist
from django.urls import reverse

from yhdyspinta.answers.models import Answer
from yhdyspinta.audit import clock
from yhdyspinta.authorities.models import AccessibilityFeedback, Authority
from yhdyspinta.comments.codes import link_token
from yhdyspinta.comments.models import Comment, Receipt
from yhdyspinta.demo.cast import COUNTY, PARTS
from yhdyspinta.demo.desk_examples import Examples, of_desks
from yhdyspinta.demo.desk_examples import place_of as _place
from yhdyspinta.documents.models import Document, DocumentDraftImport
from yhdyspinta.intake.models import Entry
from yhdyspinta.moderation.models import Decision
from yhdyspinta.notices.models import Letter, Notice
from yhdyspinta.outcomes.models import Measure, Outcome
from yhdyspinta.people.models import Block, Organisation, Person, RoleGrant
from yhdyspinta.places.models import Area
from yhdyspinta.processes.addresses import activity_address, address, process_address
from yhdyspinta.processes.follows import confirmation_token
from yhdyspinta.processes.invitations import token_of
from yhdyspinta.processes.models import Activity, Follow, Invitation, Process, ProcessRole
from yhdyspinta.reports.models import Practice
from yhdyspinta.ui.dates import in_helsinki

Known = dict[str, dict[str, str]]

#: What signs the link of a part.
SIGN_IN_SALT = "demo.sign_in"

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
        **_pages_of_the_report(),
        "privacy": lambda: process_address(activity_at("open").process, "site:process_privacy", language="fi"),
    }


def _pages_of_the_report() -> Examples:
    """The answered round's report, as it stands now, and its three views."""

    def page(name: str, **values: Any) -> str:
        return activity_address(activity_at("answered"), name, language="fi", version=2, **values)

    return {
        "report": lambda: page("reports:report"),
        "report_for_residents": lambda: page("reports:reader", reader="residents"),
        "report_for_deciders": lambda: page("reports:reader", reader="deciders"),
        "report_for_professionals": lambda: page("reports:reader", reader="professionals"),
    }


def _that_exist(examples: Examples) -> dict[str, str]:
    """The examples whose thing is still there: whoever tries the demo may remove any of them."""
    found = {}
    for name, example in examples.items():
        with suppress(IndexError, ObjectDoesNotExist):
            found[name] = example()
    return found


def examples() -> Known:
    """Examples of the pieces of addresses: for all routes under "", else for a namespace or one route."""
    if not Receipt.objects.filter(sender__person__is_demo=True).exists():
        return {}  # an installation without the demo world
    scenes = {
        "": _of_the_open_round(activity_at("open")) | _of_people(activity_at("open").process) | _of_accounts(),
        "demo:": {"token": lambda: signing.Signer(salt=SIGN_IN_SALT).sign("resident")},
        **_of_links(activity_at("open").process),
        **_of_documents(),
        **_of_answers(),
        **_of_reports(),
        **_of_receipts(),
        **of_desks(activity_at("open"), activity_at("answering"), activity_at("preparing")),
        "open_data:": _place(activity_at("answered")) | {"kind": lambda: "csv"},
    }
    return {name: _that_exist(scene) for name, scene in scenes.items()}


def _of_the_open_round(opened: Activity) -> Examples:
    """What residents read and send while a round is open."""
    documents = Document.objects.filter(activity=opened).order_by("position")
    visible = Comment.objects.filter(activity=opened, state=Comment.State.VISIBLE).order_by("number")
    return _place(opened) | {
        "authority": lambda: COUNTY,
        "language": lambda: "fi",
        "phase": lambda: str(opened.phase_id),
        "partner": lambda: "jyvaskyla",
        "how": lambda: "pause",
        "document": lambda: documents[0].slug,
        "version": lambda: "1",
        "section": lambda: documents[0].versions.get(number=1).sections.get(number="2.1").anchor,
        "attachment": lambda: str(documents[0].attachments.filter(removed_at=None)[0].pk),
        "number": lambda: str(visible[0].number),
        "receipt": lambda: str(_receipt().pk),
        "token": lambda: link_token(_receipt()),
    }


def _of_documents() -> dict[str, Examples]:
    """Staff's pages of a draft; what only a document of two versions has."""

    def draft() -> Document:
        return Document.objects.filter(activity=activity_at("preparing"))[0]

    def revised() -> Document:
        rows = Document.objects.filter(versions__number=2, activity__process__owner__slug=COUNTY)
        return rows.exclude(versions__published_at=None)[0]

    drafts: Examples = _place(activity_at("preparing")) | {
        "document": lambda: draft().slug,
        "section": lambda: str(draft().versions.get(published_at=None).sections.order_by("position")[1].pk),
        "draft": lambda: str(DocumentDraftImport.objects.filter(document=draft()).order_by("-pk")[0].pk),
    }
    compared: Examples = {
        "process": lambda: revised().activity.process.slug,
        "activity": lambda: revised().activity.slug,
        "document": lambda: revised().slug,
    }
    opened = _place(activity_at("open"))
    first: Examples = {"document": lambda: Document.objects.filter(activity=activity_at("open"))[0].slug}
    return {
        "documents:": drafts,
        "documents:print": opened | first,
        "documents:attachment": opened,
        "documents:remove_attachment": opened | first,
        "documents:compare": compared,
        "comment_rounds:compare": compared,
    }


def _of_answers() -> dict[str, Examples]:
    """A published answer and one being written; what followed from answers."""
    written = Answer.objects.filter(activity=activity_at("answering")).order_by("number")
    drafts = written.filter(published_at=None)
    answers = _place(activity_at("answering")) | {"number": lambda: str(written.exclude(published_at=None)[0].number)}
    own = {"number": lambda: str((drafts[0] if drafts else written[0]).number)}
    answered = activity_at("answered").process
    changed = Answer.objects.filter(activity__process=answered).exclude(changed_section=None).order_by("number")
    return {
        "answers:": answers,
        "answers:publish": _place(activity_at("answering")) | own,
        "answers:remove": _place(activity_at("answering")) | own,
        "api:answer": answers,
        "answers:changes": _place(activity_at("answered")) | {"number": lambda: str(changed[0].number)},
        "outcomes:": {
            "process": lambda: answered.slug,
            "outcome": lambda: str(Outcome.objects.filter(process=answered)[0].pk),
            "measure": lambda: str(Measure.objects.filter(process=answered)[0].pk),
        },
    }


def _of_reports() -> dict[str, Examples]:
    """The published report, its files, and what stands beside its sections."""
    answered = activity_at("answered")
    beside = Practice.objects.filter(section__version__document__activity=answered)
    with_file = beside.filter(removed_at=None, files__isnull=False)
    return {
        "reports:": _place(answered) | {
            "version": lambda: "1", "reader": lambda: "residents", "kind": lambda: "docx", "file_language": lambda: "fi",
            "made": lambda: "1", "practice": lambda: str((with_file or beside)[0].pk),
            "year": lambda: str(in_helsinki(clock.now()).year),
        },
    }  # fmt: skip


def _of_receipts() -> dict[str, Examples]:
    """Own comments, a comment that was hidden from its author, and a caller's receipt."""
    hidden = Decision.objects.filter(kind=Decision.Kind.HIDE, comment__activity=activity_at("open")).order_by("pk")
    calls = Entry.objects.filter(receipt__activity=activity_at("open")).order_by("pk")
    own: Examples = {"number": lambda: str(_receipt().comments.order_by("number")[0].number)}
    return {
        "comment_rounds:edit": own,
        "comment_rounds:withdraw": own,
        "moderation:appeal": {
            "decision": lambda: str(hidden[0].pk),
            "number": lambda: str(hidden[0].comment.number),
            "?": lambda: f"receipt={link_token(hidden[0].comment.receipt)}",
        },
        "site:feedback": {"number": _feedback},
        "site:extend_feedback": {"number": _feedback},
        "intake:": {
            "receipt": lambda: str(calls[0].receipt_id),
            "number": lambda: str(calls[0].receipt.comments.order_by("number")[0].number),
        },
    }


def _feedback() -> str:
    return str(AccessibilityFeedback.objects.filter(authority__slug=COUNTY).order_by("number")[0].number)


def _of_links(process: Process) -> dict[str, Examples]:
    """What comes by mail: followings and an invitation."""
    follows = Follow.objects.filter(process=process, ended_at=None).order_by("pk")
    within = Invitation.objects.filter(process=process, accepted_at=None).order_by("pk")
    return {
        "follows:": {"token": lambda: follows.exclude(confirmed_at=None)[0].nonce},
        "follows:confirm": {"token": lambda: confirmation_token(follows.filter(confirmed_at=None)[0])},
        "team:invitation": {"token": lambda: token_of(within[0])},
        "team:revoke_in_process": {"invitation": lambda: str(within[0].pk)},
    }


def _of_people(process: Process) -> Examples:
    """Roles, invitations, organisations, blocks and messages of the county."""
    county = process.owner
    organisations = Organisation.objects.filter(authority=county, representations__isnull=False)
    invitations = Invitation.objects.filter(authority=county, process=None, accepted_at=None)
    return {
        "group": lambda: "contact",
        "area": lambda: str(Area.objects.filter(kind=Area.Kind.MUNICIPALITY, authority=None)[0].pk),
        "which": lambda: "jyvaskyla",
        "grant": lambda: str(RoleGrant.objects.filter(authority=county)[0].pk),
        "invitation": lambda: str(invitations[0].pk),
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
