import django.contrib.postgres.fields
from django.db import migrations, models

import yhdyspinta.wording.fields


class Migration(migrations.Migration):
    dependencies = [("material", "0003_failures_are_told")]

    operations = [
        migrations.AddField(
            "bulkaction", "theme_name", yhdyspinta.wording.fields.WordingField(blank=True, default=dict)
        ),
        migrations.AddField(
            "themesuggestion",
            "left_out",
            django.contrib.postgres.fields.ArrayField(models.BigIntegerField(), default=list, size=None),
        ),
    ]
