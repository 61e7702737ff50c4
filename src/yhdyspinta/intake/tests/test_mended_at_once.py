"""A typist corrects what was typed of a sender while the same sender sends and changes online: both are kept, once each."""

from dataclasses import replace
from uuid import uuid4

import pytest

from tests import factories
from tests.together import work_together, wrong_counts
from yhdyspinta.audit import clock
from yhdyspinta.comments.actions import NewComment, SenderFacts, send_comments
from yhdyspinta.comments.models import Comment, Receipt, Sender
from yhdyspinta.intake.actions import mend_typing
from yhdyspinta.intake.checking import Typed
from yhdyspinta.intake.facts import Facts
from yhdyspinta.intake.slips import mark_of_typing, mendable_comments
from yhdyspinta.intake.tests.typing_in import enter
from yhdyspinta.moderation.actions import decide_many
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db(transaction=True)
TURNS = 10


def test_a_sender_is_corrected_while_they_send(county, section, bertta):
    activity, moderator = section.version.document.activity, factories.staff(county, "moderator", "mikko@example.org")
    receipt = enter(bertta, section)
    typed = receipt.comments.get()

    def mends(turn):
        """Other words, another capacity and another part by turns."""
        read = Receipt.objects.select_related("sender__person", "sender__organisation", "activity").get(pk=receipt.pk)
        found = mendable_comments(read, with_masked=True)
        if not found:
            return None  # it is hidden just now
        one = found[0]
        part = list(section.version.sections.all())[turn % 3].thread_id
        facts = replace(Facts.of(read), capacities=(("resident",), ("professional",))[turn % 2])
        return mend_typing(
            actor=bertta, receipt=read, mark=mark_of_typing(read, [one]), facts=facts, at=clock.now(),
            stands={one.number: Typed(part, f"Puhelimessa sanottua, {turn}.")},
        )  # fmt: skip

    def sends(turn):
        return send_comments(
            actor=receipt.sender.person, activity=activity, key=uuid4(), check=clock.now,
            comments=[NewComment(section.thread_id, f"Verkossa, {turn}.", "fi", parent_id=typed.pk if turn % 2 else None)],
            facts=SenderFacts(language="fi", capacities=("resident",)),
        )  # fmt: skip

    def moderates(turn):
        kind, reason = ("show", "") if turn % 2 else ("hide", "insult")
        return decide_many(actor=moderator, comments=[typed], kind=kind, reason=reason, at=clock.now())

    mended, sent, _moderated = work_together(mends, sends, moderates, turns=TURNS)
    refused = {one.code for one in (*mended, *sent) if isinstance(one, Refusal)}
    assert refused <= {"typing_changed", "reply_target_is_gone", "reply_not_visible"}, refused
    sendings = [one for one in sent if isinstance(one, Receipt)]
    assert len(sendings) >= TURNS // 2
    assert Comment.objects.exclude(receipt=receipt).count() == len(sendings)
    assert Sender.objects.get().pk == receipt.sender_id
    assert wrong_counts(activity) == []
