"""An example in the demo world of every address: for the list of addresses, and for the pages worth seeing."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from yhdyspinta.answers.models import Answer
from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.codes import link_token
from yhdyspinta.comments.models import Comment, Receipt
from yhdyspinta.demo.cast import COUNTY, PARTS
from yhdyspinta.documents.models import Document
from yhdyspinta.outcomes.models import Measure, Outcome
from yhdyspinta.processes.addresses import activity_address, address, process_address
from yhdyspinta.processes.models import Activity

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
    answering, answered = activity_at("answering"), activity_at("answered")
    document = Document.objects.filter(activity=activity_at("open")).order_by("position")[0]
    draft = Document.objects.filter(activity=activity_at("preparing"))[0]
    comment = Comment.objects.filter(activity=activity_at("open"), state=Comment.State.VISIBLE).order_by("number")[0]
    receipt = _receipt()
    return {
        "authority": COUNTY,
        "language": "fi",
        "process": activity_at("open").process.slug,
        "activity": activity_at("open").slug,
        "document": document.slug,
        "version": "1",
        "number": str(comment.number),
        "receipt": str(receipt.pk),
        "token": link_token(receipt),
        "phase": str(activity_at("open").phase_id),
        "partner": "jyvaskyla",
        "how": "pause",
        "outcome": str(Outcome.objects.filter(process=answered.process)[0].pk),
        "measure": str(Measure.objects.filter(process=answered.process)[0].pk),
        "answer": str(Answer.objects.filter(activity=answering)[0].number),
        "section": document.versions.get(number=1).sections.get(number="2.1").anchor,
        "documents:section": activity_address(
            draft.activity, "documents:section", language="fi", document=draft.slug,
            section=draft.versions.get(published_at=None).sections.order_by("position")[0].pk,
        ),
    }  # fmt: skip
