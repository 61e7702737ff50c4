from django.db import migrations, models

FILL = """
UPDATE comments_thread SET unanswered_count = found.count FROM (
    SELECT thread_id, count(*) FROM comments_comment
    WHERE state = 'visible' AND handling = 'open'
        AND NOT EXISTS (SELECT FROM answers_answeredcomment WHERE comment_id = comments_comment.id)
    GROUP BY thread_id
) AS found WHERE found.thread_id = comments_thread.id
"""


class Migration(migrations.Migration):
    dependencies = [("comments", "0010_no_names_of_minors"), ("answers", "0004_corrections_wait_for_approval")]
    operations = [
        migrations.AddField("thread", "unanswered_count", models.PositiveIntegerField(default=0)),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
    ]
