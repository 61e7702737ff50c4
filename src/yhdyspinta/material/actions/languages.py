"""The language that a comment is marked with, mended by staff who see that it is another."""

from datetime import datetime

from django.db import transaction

from yhdyspinta.audit.trail import record
from yhdyspinta.comments.languages import MARKED_IN
from yhdyspinta.comments.models import Comment
from yhdyspinta.comments.search_entries import follow_state
from yhdyspinta.material.actions.translations import forget_asked
from yhdyspinta.material.values import ABILITY
from yhdyspinta.people.models import Person
from yhdyspinta.processes.permissions import require_staff
from yhdyspinta.wording.refusals import Refusal


@transaction.atomic
def mend_language(*, actor: Person, comment: Comment, language: str, at: datetime) -> bool:
    """Mark the comment as written in another language; the words stay. The same language changes nothing.

    A translation into that language is not shown any more, but kept until staff remove it; one that was only asked for is
    asked no more. Raises Refusal("not_your_role"), ("unknown_choice") or ("language_of_withdrawn").
    """
    process = comment.activity.process
    require_staff(actor, ABILITY, process)
    found = Comment.objects.select_for_update(no_key=True).get(pk=comment.pk)
    if language not in MARKED_IN:
        raise Refusal("unknown_choice", status=422, field="language")
    if found.language == language:
        return False
    if found.state == Comment.State.WITHDRAWN:
        raise Refusal("language_of_withdrawn", status=409)
    earlier, found.language = found.language, language
    found.save(update_fields=["language"])
    found.activity = comment.activity
    follow_state(found, at=at)
    forget_asked([found.pk], language)
    record(
        "material.language_mended", actor=actor, target=found, at=at, process=process, language=language,
        earlier=earlier,
    )  # fmt: skip
    return True
