from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("intake", "0004_facts_are_compared")]

    operations = [
        migrations.AlterField(
            model_name="upload",
            name="kind",
            field=models.CharField(
                choices=[("template", "Template"), ("earlier", "Earlier"), ("service", "Service")], max_length=8
            ),
        ),
    ]
