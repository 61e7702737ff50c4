from django.db import migrations, models


class Migration(migrations.Migration):
    """The sheets of an earlier round's file stand beside the one that is brought in, so that another can be chosen."""

    dependencies = [("intake", "0015_of_which_versions_sheets_are")]

    operations = [migrations.AddField("upload", "sheets", models.JSONField(null=True))]
