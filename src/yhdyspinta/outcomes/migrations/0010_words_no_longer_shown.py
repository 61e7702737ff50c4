from django.db import migrations, models


class Migration(migrations.Migration):
    """What a measure told of a comment that is no longer shown is kept for staff."""

    dependencies = [("outcomes", "0009_day_of_the_promise")]

    operations = [
        migrations.AddField(model_name="measure", name="withheld", field=models.JSONField(null=True)),
        migrations.AddField(model_name="formerpromise", name="withheld", field=models.JSONField(null=True)),
    ]
