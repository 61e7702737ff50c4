import django.contrib.postgres.indexes
from django.db import migrations, models


class Migration(migrations.Migration):
    """What is no comment is found without looking through the comments, which are by far the most."""

    dependencies = [("processes", "0007_follow_only_what_is_done")]
    operations = [
        migrations.RemoveIndex(model_name="searchentry", name="search_vector"),
        migrations.AddIndex(
            model_name="searchentry",
            index=django.contrib.postgres.indexes.GinIndex(
                condition=models.Q(("kind", "comment")), fields=["vector"], name="search_comments"
            ),
        ),
        migrations.AddIndex(
            model_name="searchentry",
            index=django.contrib.postgres.indexes.GinIndex(
                condition=models.Q(("kind", "comment"), _negated=True), fields=["vector"], name="search_others"
            ),
        ),
        migrations.AddIndex(
            model_name="searchentry",
            index=models.Index(
                condition=models.Q(("kind", "comment"), _negated=True), fields=["-id"], name="search_others_newest"
            ),
        ),
    ]
