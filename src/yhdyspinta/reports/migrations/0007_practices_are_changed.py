from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reports", "0006_one_chain_of_groups")]

    operations = [
        migrations.AddField(model_name="practice", name="revision", field=models.PositiveIntegerField(default=1))
    ]
