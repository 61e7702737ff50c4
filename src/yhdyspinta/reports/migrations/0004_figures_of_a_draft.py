from django.db import migrations, models


class Migration(migrations.Migration):
    """The preview shows the figures of the moment when the words were saved."""

    dependencies = [("reports", "0003_practices")]
    operations = [migrations.AddField(model_name="report", name="figures", field=models.JSONField(default=dict))]
