from typing import Any

from django.db import migrations, models

OF_THEMES = ("theme_gone", "merged", "suggested")


def move(apps: Any, _schema_editor: Any) -> None:
    """What of a theme stood among the marks goes into the field of its own."""
    deeds = apps.get_model("material", "BulkAction").objects.filter(kind__in=OF_THEMES).exclude(before=[])
    for deed in deeds.only("kind", "before").iterator():
        facts, given = deed.before[0]
        deed.of_theme = facts | ({"given": given} if deed.kind == "merged" else {})
        deed.before = []
        deed.save(update_fields=["of_theme", "before"])


class Migration(migrations.Migration):
    dependencies = [("material", "0004_themes_are_undone")]

    operations = [
        migrations.AddField("bulkaction", "of_theme", models.JSONField(default=dict)),
        migrations.RunPython(move, migrations.RunPython.noop),
    ]
