"""The things that addresses of transfers name."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from tests import factories
from yhdyspinta.answers.models import Closure
from yhdyspinta.audit import clock
from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.models import Comment
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity
from yhdyspinta.transfers.models import Transfer


def things(activity: Activity, comment: Comment, coordinator: Person) -> dict[str, Any]:
    """Values for the pieces of addresses, as in `things.py`."""
    county = activity.process.owner
    other = Authority.objects.on().exclude(pk=county.pk).order_by("pk")[0]
    theirs = factories.process(other, slug="siirretty")
    section = factories.document(factories.activity(theirs)).versions.get().sections.all()[0]
    came = _transfer(factories.comment(factories.guest(), section), county)
    own = _transfer(
        factories.comment(factories.guest(), activity.documents.all()[0].versions.all()[0].sections.all()[0]), other
    )
    part = activity.documents.all()[0].versions.all()[0].sections.all()[0]
    recorded = _transfer(factories.comment(factories.guest(), part), None)
    return {
        "transfers:take_record_back.number": recorded.comment.number,
        "transfer": came.pk,
        "transfers:pass_on.number": comment.number,
        "transfers:take_many_back.key": own.key,
        "transfers:take_back.number": own.comment.number,
    }


def _transfer(comment: Comment, to: Authority | None) -> Transfer:
    """Passed on to an authority of the service and waiting there, or to one outside it, whose answer has been written down."""
    now = clock.now()
    Closure.objects.create(comment=comment, reason="passed_on", at=now)
    Comment.objects.filter(pk=comment.pk).update(handling=Comment.Handling.CLOSED)
    outside = {} if to else {"outside_name": "Valtion virasto", "state": "answered", "answer": {"fi": "Tuki jatkuu."}}
    return Transfer.objects.create(
        comment=comment, key=uuid4(), receiver=to, reason={"fi": "Kuuluu sinne.", "sv": "Hör dit."},
        due_on=(now + timedelta(days=30)).date(), passed_at=now, answered_at=None if to else now, **outside,
    )  # fmt: skip
