from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("processes", "0009_answers_promised_before")]

    operations = [migrations.AddField("activity", "is_held_elsewhere", models.BooleanField(default=False))]
