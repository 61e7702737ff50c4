import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("processes", "0008_search_of_comments_apart"),
    ]

    operations = [
        migrations.AddField(
            model_name="process",
            name="answers_promised_before",
            field=django.contrib.postgres.fields.ArrayField(base_field=models.DateField(), default=list, size=None),
        ),
    ]
