from django.db import migrations, models

FORWARD = """
CREATE FUNCTION documents_refuse_descent_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    touched bigint;
BEGIN
    SELECT version_id INTO touched FROM documents_section
        WHERE id = CASE WHEN TG_OP = 'INSERT' THEN NEW.from_section_id ELSE OLD.from_section_id END;
    IF documents_version_published(touched) THEN
        RAISE EXCEPTION 'A published version never changes.' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER descent_stands BEFORE INSERT OR UPDATE OR DELETE ON documents_section_predecessors
    FOR EACH ROW EXECUTE FUNCTION documents_refuse_descent_change();
"""
BACK = """
DROP TRIGGER descent_stands ON documents_section_predecessors;
DROP FUNCTION documents_refuse_descent_change();
"""


class Migration(migrations.Migration):
    """Each language's text has its own revision; what a published section came from does not change either."""

    dependencies = [("documents", "0002_published_versions_stand")]
    operations = [
        migrations.AddField("sectiontext", "revision", models.PositiveIntegerField(default=1)),
        migrations.RunSQL(FORWARD, BACK),
    ]
