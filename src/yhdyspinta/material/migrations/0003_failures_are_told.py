from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("material", "0002_translations_beside_comments")]

    operations = [
        migrations.AddField("looking", "look_failed_at", models.DateTimeField(null=True)),
        migrations.AddField("looking", "look_failures", models.PositiveSmallIntegerField(default=0)),
        migrations.AddField("looking", "themes_failed_at", models.DateTimeField(null=True)),
        migrations.AddField("looking", "themes_failures", models.PositiveSmallIntegerField(default=0)),
    ]
