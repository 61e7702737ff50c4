from django.db import migrations, models

#: A trigger that looks at the column is put away while it is widened, and made again as it was.
WIDEN = """
DO $$
DECLARE
    one record;
    kept text[] := '{}';
    again text;
BEGIN
    FOR one IN
        SELECT tgname, pg_get_triggerdef(oid) AS made FROM pg_trigger
        WHERE tgrelid = 'comments_comment'::regclass AND NOT tgisinternal AND pg_get_triggerdef(oid) LIKE '%language%'
    LOOP
        kept := kept || one.made;
        EXECUTE format('DROP TRIGGER %I ON comments_comment', one.tgname);
    END LOOP;
    ALTER TABLE comments_comment ALTER COLUMN language TYPE varchar(16);
    FOREACH again IN ARRAY kept LOOP
        EXECUTE again;
    END LOOP;
END $$;
"""


class Migration(migrations.Migration):
    """The tag of easy Swedish is thirteen signs long: comments that were written in it can be marked so."""

    dependencies = [("comments", "0016_statements_have_their_own_sender")]
    operations = [
        migrations.AlterField("sender", "language", models.CharField(max_length=16)),
        migrations.AlterField("receipt", "language", models.CharField(max_length=16)),
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunSQL(WIDEN, migrations.RunSQL.noop)],
            state_operations=[migrations.AlterField("comment", "language", models.CharField(max_length=16))],
        ),
    ]
