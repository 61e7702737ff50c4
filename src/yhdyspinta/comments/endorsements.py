"""Agree with a comment or mark it well argued: once each per person, and undo."""

from datetime import datetime
from typing import Final

from django.db import transaction
from django.db.models import F
from psycopg.sql import SQL, Identifier

from yhdyspinta.comments.models import Comment, Endorsement
from yhdyspinta.database.prepared import prepared_cursor
from yhdyspinta.people.models import Person
from yhdyspinta.wording.refusals import Refusal

COUNTER = {"agree": "agree_count", "well_argued": "well_argued_count"}

#: The mark is stored and counted together, where the comment may be read and the person had not given it. One statement
#: is a transaction of its own: beginning and ending another around it would take half as long again.
_GIVE: Final = SQL("""
WITH shown AS (
    SELECT id FROM comments_comment WHERE id = %s AND state = %s FOR NO KEY UPDATE
), given AS (
    INSERT INTO comments_endorsement (comment_id, person_id, kind, at) SELECT id, %s, %s, %s FROM shown
    ON CONFLICT (comment_id, person_id, kind) DO NOTHING RETURNING comment_id
), counted AS (
    UPDATE comments_comment SET {counter} = {counter} + 1 FROM given WHERE id = given.comment_id RETURNING id
)
SELECT EXISTS (SELECT FROM shown), EXISTS (SELECT FROM counted)
""")
_GIVES: Final = {kind: _GIVE.format(counter=Identifier(counter)).as_string(None) for kind, counter in COUNTER.items()}


def endorse(*, actor: Person, comment: Comment, kind: str, at: datetime) -> bool:
    """Record the mark; False when the person had already given it. Raises Refusal("own_comment") or ("not_visible")."""
    if comment.sender.person_id == actor.pk:
        raise Refusal("own_comment")
    with prepared_cursor() as cursor:
        cursor.execute(_GIVES[kind], [comment.pk, Comment.State.VISIBLE.value, actor.pk, kind, at])
        is_shown, is_counted = cursor.fetchone()
    if not is_shown:
        raise Refusal("not_visible", status=404)
    return bool(is_counted)


def hold(comment: int) -> None:
    """Let nobody else change the comment or its marks until the end of the transaction."""
    Comment.objects.select_for_update(no_key=True).filter(pk=comment).values_list("pk", flat=True).first()


@transaction.atomic
def take_back(*, actor: Person, comment: Comment, kind: str) -> bool:
    """Undo the mark; False when there was none. The comment is held first, as `endorse` does: so neither waits for both."""
    hold(comment.pk)
    gone, _ = Endorsement.objects.filter(comment=comment, person=actor, kind=kind).delete()
    if gone:
        Comment.objects.filter(pk=comment.pk).update(**{COUNTER[kind]: F(COUNTER[kind]) - 1})
    return bool(gone)
