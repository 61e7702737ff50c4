from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    """Staff's table is narrowed to days; people go on commenting while the index is built."""

    atomic = False
    dependencies = [("comments", "0014_lists_begin")]

    operations = [
        AddIndexConcurrently("comment", models.Index(fields=["activity", "arrived_at"], name="comment_arrived")),
    ]
