import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("authorities", "0005_approval_and_templates"),
        ("site", "0002_addresses_in_one_form"),
    ]

    operations = [
        migrations.CreateModel(
            name="NamedExport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("purpose", models.TextField()),
                ("at", models.DateTimeField()),
                (
                    "authority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="named_exports",
                        to="authorities.authority",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["authority", "-at"], name="named_export_newest")],
            },
        ),
    ]
