import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """A note of a table is mended before it is taken in; what the table wrote is kept."""

    dependencies = [
        ("comments", "0010_no_names_of_minors"),
        ("intake", "0009_waiting_notes_are_counted"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.AddField("tablenote", "revision", models.PositiveIntegerField(default=1)),
        migrations.AddField(
            "tablenote", "written_text", models.TextField(blank=True, default=""), preserve_default=False
        ),
        migrations.AddField(
            "tablenote",
            "written_thread",
            models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="comments.thread"
            ),
        ),
        migrations.AddField("tablenote", "mended_at", models.DateTimeField(null=True)),
        migrations.AddField(
            "tablenote",
            "mended_by",
            models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
    ]
