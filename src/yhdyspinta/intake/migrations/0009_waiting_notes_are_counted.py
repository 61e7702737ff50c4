from django.db import migrations, models

FILL = """
UPDATE intake_tablelink SET waiting_count = found.count FROM (
    SELECT link_id, count(*) FROM intake_tablenote WHERE settled_at IS NULL GROUP BY link_id
) AS found WHERE found.link_id = intake_tablelink.id
"""


class Migration(migrations.Migration):
    dependencies = [("intake", "0008_days_of_sheets")]
    operations = [
        migrations.AddField("tablelink", "waiting_count", models.PositiveIntegerField(default=0)),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
    ]
