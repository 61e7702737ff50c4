from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("intake", "0010_mended_table_notes")]
    operations = [
        migrations.AddField("upload", "first_number", models.PositiveIntegerField(null=True)),
        migrations.AddField("upload", "number_count", models.PositiveIntegerField(default=0)),
    ]
