from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("launch", "0002_released_packs_stand")]

    operations = [
        migrations.AddField("launchrelease", "tries", models.PositiveSmallIntegerField(default=0)),
        migrations.AddField("launchrelease", "problem", models.CharField(blank=True, default="", max_length=80), preserve_default=False),
        migrations.AddField("launchrelease", "failed_at", models.DateTimeField(null=True)),
        migrations.AddField("launchrelease", "next_try_at", models.DateTimeField(null=True)),
    ]
