from collections.abc import Iterable

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

MARK = "[\u2060▒▒▒\u2060]"
LONGEST_FOUND = 60_000


def mark_anew(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Put the mark that cannot be typed where masks are; what senders themselves wrote like the old one stays."""
    comments, masks = apps.get_model("comments", "Comment").objects, apps.get_model("moderation", "Mask").objects
    entries = apps.get_model("processes", "SearchEntry").objects
    masked = comments.filter(pk__in=masks.filter(lifted_at=None).values("comment")).exclude(text="")
    for comment in masked.iterator():
        is_only_marks_left = comment.text == comment.public_text
        live = list(masks.filter(comment=comment, lifted_at=None).order_by("start", "end"))
        parts, place, moved = [], 0, 0
        for start, end in _joined((mask.start, mask.end) for mask in live):
            parts += [comment.text[place:start], MARK]
            place = end
            if is_only_marks_left:
                within = [mask.pk for mask in live if start <= mask.start < end]
                masks.filter(pk__in=within).update(start=start + moved, end=start + moved + len(MARK))
                moved += len(MARK) - (end - start)
        comment.public_text = "".join([*parts, comment.text[place:]])
        if is_only_marks_left:
            comment.text = comment.public_text
        comment.save(update_fields=["text", "public_text"])
        entries.filter(target=f"comment:{comment.pk}").update(text=comment.public_text[:LONGEST_FOUND])


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in spans:
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


class Migration(migrations.Migration):
    dependencies = [
        ("moderation", "0002_undone_decisions"),
        ("comments", "0001_initial"),
        ("processes", "0003_search"),
    ]

    operations = [migrations.RunPython(mark_anew, migrations.RunPython.noop)]
