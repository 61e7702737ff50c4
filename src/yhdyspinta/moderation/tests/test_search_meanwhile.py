"""What is covered or hidden while all of a process is put into search stays covered and hidden there."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from django.db import OperationalError, connection

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Comment
from yhdyspinta.comments.search_entries import follow_state
from yhdyspinta.moderation import actions as moderation
from yhdyspinta.processes import actions, rebuilding_search, searching
from yhdyspinta.processes.actions import publishing
from yhdyspinta.processes.models import Process, SearchEntry

pytestmark = pytest.mark.django_db


def _publish(_county, bertta, process):
    Process.objects.update(published_at=None)
    SearchEntry.objects.all().delete()
    actions.publish_process(actor=bertta, process=process, at=clock.now())


def _pass_on(_county, bertta, process):
    successor = factories.authority("uusi-alue", code="02")
    actions.hand_over(actor=bertta, process=process, successor=successor, at=clock.now())


def _rebuild(_county, _bertta, _process):
    list(rebuilding_search.rebuild_search(at=clock.now()))


def _mask(bertta, comment):
    moderation.mask(actor=bertta, comment=comment, spans=[(14, 40)], reason="personal_data", revision=1, at=clock.now())


def _hide(bertta, comment):
    moderation.decide_hide(actor=bertta, comment=comment, reason="personal_data", at=clock.now())


def _waits_for_another():
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
        return bool(cursor.fetchone()[0])


@pytest.mark.parametrize("change", [_mask, _hide])
@pytest.mark.parametrize("made_anew", [_rebuild, _publish, _pass_on])
def test_what_is_taken_away_meanwhile_is_not_found_again(truly_stored, monkeypatch, county, comment, made_anew, change):
    bertta, moderator = factories.staff(county), factories.staff(county, "moderator", "m@example.org")
    follow_state(comment, at=clock.now())
    write, begun = searching.index_all, []

    def meanwhile():
        try:
            change(moderator, Comment.objects.get(pk=comment.pk))
        finally:
            connection.close()

    def write_later(process, found):
        texts = list(found)
        begun.append(pool.submit(meanwhile))
        pause = Event()
        while not begun[0].done() and not _waits_for_another():
            pause.wait(0.01)
        write(process, texts)

    monkeypatch.setattr(searching, "index_all", write_later)
    monkeypatch.setattr(publishing, "gaps_of", lambda *_given, **_more: [])
    with ThreadPoolExecutor(1) as pool:
        made_anew(county, bertta, comment.activity.process)
    begun[0].result()
    assert SearchEntry.objects.filter(target__startswith="process:").exists()
    assert not SearchEntry.objects.filter(text__contains="Matti Esimerkki").exists()
    assert not searching.found(SearchEntry.objects.all(), "sairastaa", "fi").exists()


def test_the_operators_command_tries_again_when_two_waited_for_each_other(monkeypatch, comment):
    made, tried = rebuilding_search.reindex_process, []

    def in_the_way(process, **how):
        tried.append(process)
        if len(tried) < 3:
            raise OperationalError from _Deadlock()
        made(process, **how)

    monkeypatch.setattr(rebuilding_search, "reindex_process", in_the_way)
    assert list(rebuilding_search.rebuild_search(at=clock.now())) == [(1, 1)]
    assert SearchEntry.objects.filter(target=f"comment:{comment.pk}").exists()


class _Deadlock(Exception):
    sqlstate = "40P01"
