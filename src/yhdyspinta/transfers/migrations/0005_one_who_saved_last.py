from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("transfers", "0004_who_wrote_and_asked")]

    operations = [migrations.RemoveField(model_name="transfer", name="correction_by")]
