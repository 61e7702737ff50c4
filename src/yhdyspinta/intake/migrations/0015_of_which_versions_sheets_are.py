from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("intake", "0014_files_are_read_later")]

    operations = [migrations.AddField(model_name="batch", name="printed_of", field=models.DateTimeField(null=True))]
