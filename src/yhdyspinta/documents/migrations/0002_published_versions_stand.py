from django.db import migrations

FORWARD = """
CREATE FUNCTION documents_version_published(version bigint) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT published_at IS NOT NULL FROM documents_documentversion WHERE id = version
$$;
CREATE FUNCTION documents_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    touched bigint;
BEGIN
    IF TG_TABLE_NAME = 'documents_sectiontext' THEN
        SELECT version_id INTO touched FROM documents_section
            WHERE id = CASE WHEN TG_OP = 'INSERT' THEN NEW.section_id ELSE OLD.section_id END;
    ELSIF TG_OP = 'INSERT' THEN
        touched := NEW.version_id;
    ELSE
        touched := OLD.version_id;
    END IF;
    IF documents_version_published(touched) THEN
        RAISE EXCEPTION 'A published version never changes.' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE FUNCTION documents_refuse_version_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.published_at IS NOT NULL THEN
        RAISE EXCEPTION 'A published version never changes.' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER section_stands BEFORE INSERT OR UPDATE OR DELETE ON documents_section
    FOR EACH ROW EXECUTE FUNCTION documents_refuse_change();
CREATE TRIGGER section_text_stands BEFORE INSERT OR UPDATE OR DELETE ON documents_sectiontext
    FOR EACH ROW EXECUTE FUNCTION documents_refuse_change();
CREATE TRIGGER version_stands BEFORE UPDATE ON documents_documentversion
    FOR EACH ROW EXECUTE FUNCTION documents_refuse_version_change();
"""
BACK = """
DROP TRIGGER section_stands ON documents_section;
DROP TRIGGER section_text_stands ON documents_sectiontext;
DROP TRIGGER version_stands ON documents_documentversion;
DROP FUNCTION documents_refuse_change();
DROP FUNCTION documents_refuse_version_change();
DROP FUNCTION documents_version_published(bigint);
"""


class Migration(migrations.Migration):
    """The database itself keeps a published version as it was."""

    dependencies = [("documents", "0001_initial")]
    operations = [migrations.RunSQL(FORWARD, BACK)]
