from django.db import migrations, models


class Migration(migrations.Migration):
    """What a request is known by elsewhere may be a long address."""

    dependencies = [("open_data", "0007_final_answers_are_noted")]
    operations = [
        migrations.AlterField("broughtrequest", "key", models.CharField(max_length=500)),
        migrations.AlterField("broughtrequest", "name", models.CharField(blank=True, max_length=200)),
    ]
