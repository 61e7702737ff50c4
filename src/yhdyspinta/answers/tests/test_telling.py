"""Who hears of answers, how often and in which language."""

import pytest
from django.utils import translation

from tests import factories
from yhdyspinta.answers import rounds
from yhdyspinta.answers.notices import _closed
from yhdyspinta.answers.tests.scene import publish, start, write
from yhdyspinta.audit import clock
from yhdyspinta.notices.models import Notice
from yhdyspinta.processes.models import Follow

pytestmark = pytest.mark.django_db


def test_each_sender_is_told_once_in_their_language(bertta, section):
    aino = factories.guest()
    comments = [factories.comment(aino, section, email="aino@example.org", language="sv") for _ in range(2)]
    comments.append(factories.comment(factories.guest(), section))
    publish(bertta, write(bertta, start(bertta, *comments)))
    notice = Notice.objects.get(kind="answers.published")
    assert (notice.address, notice.language) == ("aino@example.org", "sv")


def test_followers_hear_once_a_day_and_senders_not_twice(bertta, section):
    process = section.version.document.activity.process
    for place, email in enumerate(["aino@example.org", "cai@example.org"]):
        Follow.objects.create(
            process=process, email=email, language="fi", nonce=f"n{place}", since=clock.now(), confirmed_at=clock.now()
        )
    for _ in range(2):
        comment = factories.comment(factories.guest(), section, email="aino@example.org")
        publish(bertta, write(bertta, start(bertta, comment)))
    assert Notice.objects.filter(kind="answers.new").values_list("address", flat=True).get() == "cai@example.org"


def test_senders_hear_once_that_their_comments_get_no_answer(bertta, section):
    aino, cai = factories.guest(), factories.guest()
    comments = [factories.comment(aino, section, email="aino@example.org", language="sv") for _ in range(2)]
    comments.append(factories.comment(cai, section))
    activity = comments[0].activity
    rounds.close_without_answer(
        actor=bertta, activity=activity, comments=[one.pk for one in comments], reason="thanks", at=clock.now()
    )
    notice = Notice.objects.get()
    assert (notice.kind, notice.address, notice.language) == ("answers.closed", "aino@example.org", "sv")
    assert notice.values["numbers"] == [comments[0].number, comments[1].number]
    with translation.override("sv"):
        assert "1, 2" in " ".join(_closed(notice).paragraphs)
