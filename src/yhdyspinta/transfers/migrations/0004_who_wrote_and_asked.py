from django.db import migrations
from django.db.models import F


def keep_who_wrote(apps, schema_editor):
    """Who wrote a correction becomes who saved last, as with answers; who asked for approval is its writer."""
    transfers = apps.get_model("transfers", "Transfer").objects
    transfers.filter(correction_by__isnull=False).update(saved_by=F("correction_by"))
    transfers.filter(ready_at__isnull=False).update(ready_by=F("saved_by"))


class Migration(migrations.Migration):
    dependencies = [("transfers", "0003_drafts_like_those_of_answers")]

    operations = [migrations.RunPython(keep_who_wrote, migrations.RunPython.noop)]
