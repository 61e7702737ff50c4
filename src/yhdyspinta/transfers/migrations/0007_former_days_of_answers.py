from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("transfers", "0006_answers_from_outside")]

    operations = [migrations.AddField("formerreply", "answered_on", models.DateField(null=True))]
