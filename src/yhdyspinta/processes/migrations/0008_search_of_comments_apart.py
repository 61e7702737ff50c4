import django.contrib.postgres.indexes
from django.contrib.postgres.operations import AddIndexConcurrently, RemoveIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    """What is no comment is found without looking through the comments, which are by far the most."""

    atomic = False  # people comment while the indexes are built; the old one serves until they stand
    dependencies = [("processes", "0007_follow_only_what_is_done")]
    operations = [
        AddIndexConcurrently(
            model_name="searchentry",
            index=django.contrib.postgres.indexes.GinIndex(
                condition=models.Q(("kind", "comment")), fields=["vector"], name="search_comments"
            ),
        ),
        AddIndexConcurrently(
            model_name="searchentry",
            index=django.contrib.postgres.indexes.GinIndex(
                condition=models.Q(("kind", "comment"), _negated=True), fields=["vector"], name="search_others"
            ),
        ),
        AddIndexConcurrently(
            model_name="searchentry",
            index=models.Index(
                condition=models.Q(("kind", "comment"), _negated=True), fields=["-id"], name="search_others_newest"
            ),
        ),
        RemoveIndexConcurrently(model_name="searchentry", name="search_vector"),
    ]
