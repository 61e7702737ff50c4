from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("processes", "0005_easy_swedish_fits")]

    operations = [
        migrations.AddField(
            model_name="stage",
            name="revision",
            field=models.PositiveIntegerField(default=1),
        ),
    ]
