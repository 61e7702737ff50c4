from django.db import migrations, models

SLIPS = """
UPDATE comments_revision SET is_slip = true FROM audit_entry
WHERE audit_entry.verb = 'intake.corrected' AND audit_entry.target = 'comment:' || comments_revision.comment_id
    AND audit_entry.at = comments_revision.replaced_at
"""
REWRITTEN = """
UPDATE comments_comment SET rewritten_at = found.at FROM (
    SELECT comment_id, max(replaced_at) AS at FROM comments_revision WHERE NOT is_slip GROUP BY comment_id
) AS found WHERE found.comment_id = comments_comment.id AND found.at > comments_comment.entered_at
"""


class Migration(migrations.Migration):
    dependencies = [("comments", "0011_unanswered_are_counted"), ("audit", "0003_unsealed")]
    operations = [
        migrations.AddField("comment", "rewritten_at", models.DateTimeField(null=True)),
        migrations.AddField("revision", "is_slip", models.BooleanField(default=False)),
        migrations.AddIndex(
            "comment",
            models.Index(
                fields=["activity", "-rewritten_at"],
                name="comment_rewritten",
                condition=models.Q(rewritten_at__isnull=False),
            ),
        ),
        migrations.RunSQL(SLIPS, migrations.RunSQL.noop),
        migrations.RunSQL(REWRITTEN, migrations.RunSQL.noop),
    ]
