from django.db import migrations


def mark(apps, _editor) -> None:
    """Sheets have always been typed with their day: the time of day was made up so that the round was open then."""
    typed = apps.get_model("intake", "Sheet").objects.values("receipt")
    apps.get_model("comments", "Receipt").objects.filter(pk__in=typed).update(is_day_only=True)
    apps.get_model("comments", "Comment").objects.filter(receipt__in=typed, entered_by__isnull=False).update(
        is_day_only=True
    )


class Migration(migrations.Migration):
    """Of a typed sheet the day of arrival is told, and no time of day."""

    dependencies = [("intake", "0007_progress_of_files"), ("comments", "0009_day_of_arrival")]
    operations = [migrations.RunPython(mark, migrations.RunPython.noop)]
