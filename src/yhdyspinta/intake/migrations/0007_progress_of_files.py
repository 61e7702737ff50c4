import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("intake", "0006_long_files")]
    operations = [
        migrations.CreateModel(
            name="UploadProgress",
            fields=[
                (
                    "upload",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="progress",
                        serialize=False,
                        to="intake.upload",
                    ),
                ),
                ("checked", models.PositiveIntegerField(default=0)),
                ("stored", models.PositiveIntegerField(default=0)),
                ("at", models.DateTimeField()),
            ],
        ),
    ]
