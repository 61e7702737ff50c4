from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("intake", "0016_sheets_are_chosen")]

    operations = [migrations.AddField("batch", "people", models.PositiveIntegerField(null=True))]
