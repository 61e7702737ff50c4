import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reports", "0010_practices_without_file")]

    operations = [
        migrations.CreateModel(
            name="Drawing",
            fields=[
                (
                    "version",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name="drawing",
                        serialize=False, to="reports.reportversion",
                    ),
                ),
                ("since", models.DateTimeField()),
                ("tries", models.PositiveSmallIntegerField(default=0)),
            ],
        ),
    ]  # fmt: skip
