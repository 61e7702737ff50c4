"""A round with as many comments as asked, made by the database itself: what takes a long time to send one by one."""

from uuid import uuid4

from django.db import connection, transaction

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.comments import counters
from yhdyspinta.comments.models import Comment, Receipt, Sender
from yhdyspinta.documents.models import Section
from yhdyspinta.material.models import Theme
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity

_SENDERS = """
INSERT INTO comments_sender (activity_id, capacities, naming, display_name, email, wants_news, municipality_id,
    age_group, language, first_at, visible_comments)
SELECT %(activity)s, CASE WHEN n %% 50 = 0 THEN ARRAY['professional'] ELSE ARRAY['resident'] END, 'not_shown', '', '',
    false, (SELECT id FROM places_area WHERE kind = 'municipality' ORDER BY id OFFSET (n %% 20) LIMIT 1), '', 'fi',
    now() - interval '1 day', 1
FROM generate_series(1, %(count)s) AS n
"""
_RECEIPTS = """
INSERT INTO comments_receipt (activity_id, sender_id, key, nonce, code_hash, channel, at, is_day_only, language)
SELECT activity_id, id, gen_random_uuid(), substr(md5('n' || id), 1, 22), md5('a' || id) || md5('b' || id), 'online',
    first_at, false, 'fi'
FROM comments_sender WHERE activity_id = %(activity)s
"""
_COMMENTS = """
INSERT INTO comments_comment (activity_id, number, thread_id, sender_id, receipt_id, text, public_text, language, state,
    was_shown, handling, channel, arrived_at, is_day_only, entered_at, revision, agree_count, well_argued_count, reply_count, warnings)
SELECT r.activity_id, row_number() OVER (ORDER BY r.id), (%(threads)s::bigint[])[1 + r.id %% array_length(%(threads)s::bigint[], 1)],
    r.sender_id, r.id, t.words, t.words, CASE WHEN r.id %% 10 = 0 THEN 'sv' ELSE 'fi' END,
    CASE WHEN r.id %% 200 = 0 THEN 'hidden' ELSE 'visible' END, true,
    CASE WHEN r.id %% 4 = 0 THEN 'answered' ELSE 'open' END,
    CASE WHEN r.id %% 30 = 0 THEN 'paper' ELSE 'online' END, r.at, false, r.at, 1, r.id %% 37, 0, 0, '{}'
FROM comments_receipt r, LATERAL (SELECT 'Kommentti ' || r.id || '. ' || repeat('Kirjatkaa määräaika vastaukselle, jotta '
    || 'jokainen tietää milloin asia on ratkaistu ja kuka siitä vastaa. ', 3) AS words) t
WHERE r.activity_id = %(activity)s
"""
_ENTRIES = """
INSERT INTO processes_searchentry (authority_id, process_id, kind, target, language, title, text, path, vector, at)
SELECT %(authority)s, %(process)s, 'comment', 'comment:' || c.id, c.language, '{}', c.public_text, '',
    to_tsvector('simple', c.public_text), now()
FROM comments_comment c WHERE c.activity_id = %(activity)s AND c.state = 'visible'
"""
_THEMES = """
INSERT INTO material_commenttheme (theme_id, comment_id)
SELECT (%(themes)s::bigint[])[1 + id %% array_length(%(themes)s::bigint[], 1)], id FROM comments_comment
WHERE activity_id = %(activity)s AND id %% 3 > 0
"""
_WORK = """
INSERT INTO material_commentwork (comment_id, stance, assignee_id, due_on)
SELECT id, CASE WHEN id %% 2 = 0 THEN 'for' ELSE '' END, CASE WHEN id %% 40 = 0 THEN %(person)s END,
    CASE WHEN id %% 40 = 0 THEN current_date + (id %% 30)::int - 10 END
FROM comments_comment WHERE activity_id = %(activity)s AND id %% 5 > 0
"""
# Plans kept from when the tables were empty would read them through for each row that a foreign key asks of.
_ANALYZE = "ANALYZE comments_sender, comments_receipt, comments_comment, material_commenttheme, material_commentwork"


def fill(activity: Activity, person: Person, count: int, *, searched: bool = False) -> list[Theme]:
    """So many comments on the sections of the round, with themes, stances and some assigned to the person."""
    threads = Section.objects.filter(version__document__activity=activity).values_list("thread_id", flat=True)
    themes = [
        Theme.objects.create(activity=activity, name={"fi": f"Teema {place}"}, made_at=activity.created_at)
        for place in range(8)
    ]
    values = {
        "activity": activity.pk, "count": count, "threads": list(threads), "themes": [one.pk for one in themes],
        "person": person.pk, "process": activity.process_id, "authority": activity.process.owner_id,
    }  # fmt: skip
    with connection.cursor() as cursor:
        for statement in (_SENDERS, _RECEIPTS, _COMMENTS, _THEMES, _WORK, *([_ENTRIES] if searched else [])):
            cursor.execute(statement, values)
        cursor.execute(_ANALYZE)
    Activity.objects.filter(pk=activity.pk).update(last_comment_number=count, comment_count=count - count // 200)
    return themes


@transaction.atomic
def fill_alike(section: Section, text: str, count: int) -> None:
    """So many senders who say the same of a section."""
    activity, now = section.version.document.activity, clock.now()
    locked = counters.lock_activity(activity)
    senders = Sender.objects.bulk_create(
        Sender(activity=activity, person=factories.guest(), language="fi", first_at=now, capacities=["resident"])
        for _ in range(count)
    )
    receipts = Receipt.objects.bulk_create(
        Receipt(
            activity=activity, sender=sender, key=uuid4(), nonce=f"a{sender.pk}", code_hash=f"a{sender.pk}", at=now,
            language="fi",
        )
        for sender in senders
    )  # fmt: skip
    comments = Comment.objects.bulk_create(
        Comment(
            activity=activity, number=locked.last_comment_number + place, thread_id=section.thread_id, sender=one.sender,
            receipt=one, text=text, public_text=text, language="fi", state="visible", was_shown=True, arrived_at=now,
            entered_at=now,
        )
        for place, one in enumerate(receipts, start=1)
    )  # fmt: skip
    counters.count_new(locked, comments, senders=counters.count_new_senders(comments))
