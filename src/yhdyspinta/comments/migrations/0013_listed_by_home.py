"""Who stands in staff's list of a municipality is kept, and the lists begin with as many as are told of."""

from django.db import migrations, models

FILL = """
UPDATE comments_sender SET listed_until = (SELECT max(id) FROM comments_comment) FROM (
    SELECT sender.id, (kept.homes ->> area.code)::integer AS told,
        row_number() OVER (PARTITION BY sender.activity_id, sender.municipality_id ORDER BY sender.id) AS place
    FROM comments_sender AS sender
    JOIN places_area AS area ON area.id = sender.municipality_id
    JOIN comments_keptgroups AS kept ON kept.activity_id = sender.activity_id AND kept.homes ? area.code
    WHERE sender.visible_comments > 0
) AS found WHERE found.id = comments_sender.id AND found.place <= found.told
"""


class Migration(migrations.Migration):
    dependencies = [("comments", "0012_whose_change_it_is")]
    operations = [
        migrations.AddField("sender", "listed_until", models.BigIntegerField(null=True)),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
        migrations.AddConstraint(
            "sender",
            models.CheckConstraint(
                condition=models.Q(("listed_until", None), ("municipality__isnull", False), _connector="OR"),
                name="listed_by_a_told_home",
            ),
        ),
    ]
