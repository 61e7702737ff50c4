import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("intake", "0013_what_stands_no_more_is_told")]

    operations = [
        migrations.CreateModel(
            name="UploadContent",
            fields=[
                (
                    "upload",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name="content",
                        serialize=False, to="intake.upload",
                    ),
                ),
                ("content", models.BinaryField()),
            ],
        ),
        migrations.AlterField(
            model_name="upload",
            name="work",
            field=models.CharField(
                blank=True, choices=[("read", "Read"), ("check", "Check"), ("import", "Import")], max_length=6
            ),
        ),
    ]  # fmt: skip
