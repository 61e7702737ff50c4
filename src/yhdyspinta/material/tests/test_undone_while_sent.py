"""A deed is undone at once also while one of its letters is at a slow mail server."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.material.actions import undoing
from yhdyspinta.material.tests.scene import do
from yhdyspinta.notices.models import Notice

pytestmark = pytest.mark.django_db(transaction=True)


def test_an_undo_waits_for_no_letter_that_is_just_being_sent(bertta, activity, sections):
    one = factories.comment(factories.guest(), sections[0], "Kommentti.", email="aino@example.org")
    deed = do(bertta, [one], kind="closed", reason="thanks")

    def undo() -> None:
        try:
            undoing.undo(actor=bertta, deed=deed, at=clock.now())
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            sent = Notice.objects.select_for_update().get(kind="answers.closed")  # as delivery holds it meanwhile
            pool.submit(undo).result(timeout=2)
        assert Notice.objects.filter(pk=sent.pk).exists()  # it reaches its receiver, who is told of the undoing too
        assert Notice.objects.exclude(pk=sent.pk).filter(address="aino@example.org").count() == 1
