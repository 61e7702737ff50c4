"""Who stands behind sent statements is asked once, however many organisations there are."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories
from yhdyspinta.answers import rounds
from yhdyspinta.answers.tests import scene as answering
from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Sender
from yhdyspinta.comments.receivers import receivers_by_sender
from yhdyspinta.documents.models import Section
from yhdyspinta.notices.models import Notice
from yhdyspinta.people.models import Organisation
from yhdyspinta.people.skeletons import skeleton
from yhdyspinta.statements.models import Statement
from yhdyspinta.statements.tests.scene import speaker

pytestmark = pytest.mark.django_db


def sent_for(activity, number):
    """A statement of an organisation, sent by one of the two who speak for it; its comment."""
    name, now = f"Yhdistys {number} ry", clock.now()
    organisation = Organisation.objects.create(
        authority=activity.process.owner, name=name, skeleton=skeleton(name), created_at=now, verified_at=now
    )
    sent_by = speaker(organisation, f"lahettaja{number}@example.org")
    speaker(organisation, f"toinen{number}@example.org")
    comment = factories.comment(sent_by, Section.objects.order_by("pk").first(), f"Lausunto {number}.")
    Sender.objects.filter(pk=comment.sender_id).update(organisation=organisation)
    comment.sender.organisation = organisation
    Statement.objects.create(
        activity=activity, organisation=organisation, language="fi", opened_at=now, receipt=comment.receipt
    )
    return comment


def asked(do):
    """How often the database was asked which statements senders sent, and who speaks for their organisations."""
    with CaptureQueriesContext(connection) as found:
        do()
    said = [query["sql"] for query in found]
    sent = sum('FROM "statements_statement" INNER' in sql for sql in said)
    return sent, sum(sql.startswith('SELECT "people_representation"') for sql in said)


def test_the_page_of_publishing_asks_once_and_so_do_the_notices(activity):
    bertta = factories.staff(activity.process.owner)
    comments = [sent_for(activity, number) for number in range(4)]
    Sender.objects.update(person=None)  # nobody of them is reached but by those behind them
    draft = answering.write(bertta, answering.start(bertta, *comments))
    browser = factories.signed_in(bertta)
    path = answering.path_of(activity, "publish", number=draft.number)
    pages = []
    assert asked(lambda: pages.append(browser.get(path))) == (1, 1)
    assert "4 lähettäjälle kerrotaan sähköpostitse" in pages[0].content.decode()
    assert asked(lambda: answering.publish(bertta, draft)) == (1, 1)
    assert Notice.objects.filter(kind="answers.published").count() == 8


def test_each_organisations_others_are_told_of_their_own_and_each_address_once(activity):
    comments = [sent_for(activity, number) for number in range(3)]
    senders = [comment.sender for comment in comments]
    told = receivers_by_sender([*senders, senders[0]])
    assert [[one.address for one in told[sender.pk]] for sender in senders] == [
        [f"lahettaja{number}@example.org", f"toinen{number}@example.org"] for number in range(3)
    ]
    assert receivers_by_sender([]) == {}


def test_closing_asks_once(activity):
    bertta = factories.staff(activity.process.owner)
    comments = [sent_for(activity, number) for number in range(3)]
    close = lambda: rounds.close_without_answer(  # noqa: E731
        actor=bertta, activity=activity, comments=[one.pk for one in comments], reason="thanks", at=clock.now()
    )
    assert asked(close) == (1, 1)
    assert Notice.objects.filter(kind="answers.closed").count() == 6
