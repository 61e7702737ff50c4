from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("comments", "0012_whose_change_it_is")]
    operations = [migrations.AddField("sender", "listed_until", models.BigIntegerField(null=True))]
