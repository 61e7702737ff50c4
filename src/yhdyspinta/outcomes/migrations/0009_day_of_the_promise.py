from typing import Any

from django.db import migrations, models


def take_days_of_decisions(apps: Any, _schema: Any) -> None:
    """What was promised in rounds that were brought in was promised when it was decided, not when it was brought in."""
    activities, outcomes = apps.get_model("processes", "Activity"), apps.get_model("outcomes", "Outcome")
    earlier = activities.objects.filter(is_held_elsewhere=True).values("process")
    here = activities.objects.filter(is_held_elsewhere=False, documents__isnull=False).values("process")
    published = apps.get_model("outcomes", "Measure").objects.filter(published_at__isnull=False)
    for measure in published.filter(process__in=earlier).exclude(process__in=here).select_related("outcome"):
        decided = outcomes.objects.filter(process=measure.process_id, published_at__isnull=False).order_by("-on")
        days = [measure.outcome.on] if measure.outcome else list(decided.values_list("on", flat=True)[:1])
        if days:
            measure.promised_on = min(days[0], measure.published_at.date())
            measure.save(update_fields=["promised_on"])


class Migration(migrations.Migration):
    """A measure tells the day when it was promised, where that is another than the day when it was shown here."""

    dependencies = [
        ("outcomes", "0008_day_done_in_history"),
        ("processes", "0010_rounds_held_elsewhere"),
        ("documents", "0005_letters_are_kept"),
    ]
    operations = [
        migrations.AddField("measure", "promised_on", models.DateField(null=True)),
        migrations.RunPython(take_days_of_decisions, migrations.RunPython.noop),
    ]
