"""Counts of tries may be lost in a crash: without the database's journal each try costs no write to the disk."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("people", "0002_sessions_and_limits")]

    operations = [
        migrations.RunSQL(
            "ALTER TABLE people_ratewindow SET UNLOGGED", reverse_sql="ALTER TABLE people_ratewindow SET LOGGED"
        ),
    ]
