from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def tell_what_was_shown(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """What is visible, what a moderator let be read, and what was edited: before now nothing tells whether it was shown."""
    comments = apps.get_model("comments", "Comment").objects.all()
    let = models.Q(decisions__kind__in=("show", "mask")) | models.Q(decisions__state_before="visible")
    known = models.Q(state="visible") | models.Q(revision__gt=1) | models.Q(reply_count__gt=0) | let
    comments.filter(pk__in=comments.filter(known).values("pk")).update(was_shown=True)


class Migration(migrations.Migration):
    dependencies = [
        ("comments", "0005_background_totals"),
        ("moderation", "0002_undone_decisions"),
    ]

    operations = [
        migrations.AddField("comment", "was_shown", models.BooleanField(default=False)),
        migrations.RunPython(tell_what_was_shown, migrations.RunPython.noop),
    ]
