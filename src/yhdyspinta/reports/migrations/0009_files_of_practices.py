import django.db.models.deletion
from django.db import migrations, models


def bring_files(apps, _schema_editor):
    """The one file of each practice stands apart from now on; nobody has said in which language it is."""
    files = apps.get_model("reports", "PracticeFile")
    files.objects.bulk_create(
        files(practice=row, file=row.file, original_name=row.original_name, content_type=row.content_type, size=row.size)
        for row in apps.get_model("reports", "Practice").objects.exclude(file="")
    )


class Migration(migrations.Migration):
    dependencies = [("reports", "0008_practices_within_a_section")]

    operations = [
        migrations.CreateModel(
            name="PracticeFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("language", models.CharField(blank=True, max_length=16)),
                ("file", models.FileField(upload_to="attachments/")),
                ("original_name", models.CharField(max_length=200)),
                ("content_type", models.CharField(max_length=100)),
                ("size", models.PositiveIntegerField()),
                (
                    "practice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="files", to="reports.practice"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("practice", "language"), name="one_file_for_each_language")
                ],
            },
        ),
        migrations.RunPython(bring_files, migrations.RunPython.noop),
    ]
