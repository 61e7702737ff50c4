from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("open_data", "0015_what_was_taken_away")]

    operations = [
        migrations.AddField(
            "broughtrequest", "organisation", models.CharField(blank=True, db_default="", default="", max_length=200)
        ),
    ]
