from django.db import migrations, models


class Migration(migrations.Migration):
    """Staff's table is narrowed to days."""

    dependencies = [("comments", "0014_lists_begin")]

    operations = [
        migrations.AddIndex("comment", models.Index(fields=["activity", "arrived_at"], name="comment_arrived")),
    ]
