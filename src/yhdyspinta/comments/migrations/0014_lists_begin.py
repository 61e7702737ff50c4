"""Staff's lists of municipalities begin with as many senders as are told of, a round at a time."""

from django.db import migrations

FILL = """
UPDATE comments_sender SET listed_until = (SELECT max(id) FROM comments_comment) FROM (
    SELECT sender.id, (kept.homes ->> area.code)::integer AS told,
        row_number() OVER (PARTITION BY sender.municipality_id ORDER BY sender.id) AS place
    FROM comments_sender AS sender
    JOIN places_area AS area ON area.id = sender.municipality_id
    JOIN comments_keptgroups AS kept ON kept.activity_id = sender.activity_id AND kept.homes ? area.code
    WHERE sender.activity_id = %s AND sender.visible_comments > 0
) AS found WHERE found.id = comments_sender.id AND found.place <= found.told
"""


def fill(apps, schema_editor):
    kept = apps.get_model("comments", "KeptGroups").objects.order_by("activity_id")
    for activity in kept.values_list("activity_id", flat=True):
        with schema_editor.connection.cursor() as cursor:
            cursor.execute(FILL, [activity])


class Migration(migrations.Migration):
    atomic = False  # people comment meanwhile: senders of one round are held at a time
    dependencies = [("comments", "0013_listed_by_home")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
