from django.db import migrations, models
from django.db.models import F, Q


def note_what_was_told(apps, schema_editor):
    """Followers were told of what was done while it was public: it is not told them again."""
    update = apps.get_model("outcomes", "MeasureUpdate")
    told = update.objects.filter(state="done", measure__published_at__lte=F("at")).values("measure")
    measures = apps.get_model("outcomes", "Measure").objects.filter(published_at__isnull=False)
    measures.filter(Q(pk__in=told) | Q(state="done")).update(done_told_at=F("published_at"))


class Migration(migrations.Migration):
    dependencies = [("outcomes", "0005_first_promised_day")]

    operations = [
        migrations.AddField(
            model_name="measure",
            name="done_told_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.RunPython(note_what_was_told, migrations.RunPython.noop),
    ]
