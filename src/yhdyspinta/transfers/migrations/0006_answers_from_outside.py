from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("transfers", "0005_one_who_saved_last")]

    operations = [migrations.AddField("transfer", "answered_on", models.DateField(null=True))]
