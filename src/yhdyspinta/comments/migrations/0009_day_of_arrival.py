from django.db import migrations, models


class Migration(migrations.Migration):
    """Of what came on paper the day is known, the time of day is not."""

    dependencies = [("comments", "0008_keptgroups")]
    operations = [
        migrations.AddField("receipt", "is_day_only", models.BooleanField(default=False)),
        migrations.AddField("comment", "is_day_only", models.BooleanField(default=False)),
    ]
