from django.db import migrations

FORWARD = """
CREATE FUNCTION launch_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF OLD.told_at IS NULL THEN RETURN OLD; END IF;
    ELSIF (OLD.told_at IS NULL OR OLD.told_at = NEW.told_at)
        AND (NEW.released_by_id IS NULL OR OLD.released_by_id = NEW.released_by_id)
        AND (OLD.id, OLD.activity_id, OLD.number, OLD.words, OLD.picture_id, OLD.release_at)
            IS NOT DISTINCT FROM (NEW.id, NEW.activity_id, NEW.number, NEW.words, NEW.picture_id, NEW.release_at)
    THEN RETURN NEW;
    END IF;
    RAISE EXCEPTION 'A released launch pack never changes.' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER launch_release_stands BEFORE UPDATE OR DELETE ON launch_launchrelease
    FOR EACH ROW EXECUTE FUNCTION launch_refuse_change();
"""
BACK = """
DROP TRIGGER launch_release_stands ON launch_launchrelease;
DROP FUNCTION launch_refuse_change();
"""


class Migration(migrations.Migration):
    """The database itself keeps a released pack: it may only be marked as out, and forget who released it."""

    dependencies = [("launch", "0001_initial")]
    operations = [migrations.RunSQL(FORWARD, BACK)]
