from django.db import migrations

FILL = """
UPDATE processes_activity SET is_held_elsewhere = true
WHERE id IN (SELECT activity_id FROM intake_earlierround)
"""


class Migration(migrations.Migration):
    dependencies = [("intake", "0011_numbers_of_files"), ("processes", "0010_rounds_held_elsewhere")]
    operations = [migrations.RunSQL(FILL, migrations.RunSQL.noop)]
