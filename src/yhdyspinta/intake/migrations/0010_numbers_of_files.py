from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("intake", "0009_waiting_notes_are_counted")]
    operations = [
        migrations.AddField("upload", "first_number", models.PositiveIntegerField(null=True)),
        migrations.AddField("upload", "number_count", models.PositiveIntegerField(default=0)),
    ]
