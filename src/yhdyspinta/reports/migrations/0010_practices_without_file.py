from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("reports", "0009_files_of_practices")]

    operations = [
        migrations.RemoveField(model_name="practice", name=name)
        for name in ("file", "original_name", "content_type", "size")
    ]
