from django.db import migrations

DROPPED = """
DROP TRIGGER open_data_stance_put ON material_commentwork;
DROP TRIGGER open_data_stance ON material_commentwork;
DROP TRIGGER open_data_stance_gone ON material_commentwork;
"""
ONCE_A_STATEMENT = """
CREATE OR REPLACE FUNCTION open_data_stance_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE changed text := CASE TG_OP
    WHEN 'INSERT' THEN 'SELECT comment_id FROM put WHERE stance <> '''''
    WHEN 'DELETE' THEN 'SELECT comment_id FROM gone WHERE stance <> '''''
    ELSE 'SELECT comment_id FROM put JOIN gone USING (comment_id) WHERE put.stance <> gone.stance' END;
BEGIN
    -- Planned anew each time: a plan kept from a small table reads a large one once for every row.
    EXECUTE 'SELECT open_data_note(activity_id) FROM (SELECT DISTINCT activity_id FROM comments_comment'
        ' WHERE id IN (' || changed || ')) said WHERE EXISTS (SELECT 1 FROM reports_reportversion told'
        ' WHERE told.activity_id = said.activity_id)';
    RETURN NULL;
END $$;
CREATE TRIGGER open_data_stance_put AFTER INSERT ON material_commentwork
    REFERENCING NEW TABLE AS put FOR EACH STATEMENT EXECUTE FUNCTION open_data_stance_changed();
CREATE TRIGGER open_data_stance AFTER UPDATE ON material_commentwork
    REFERENCING OLD TABLE AS gone NEW TABLE AS put FOR EACH STATEMENT EXECUTE FUNCTION open_data_stance_changed();
CREATE TRIGGER open_data_stance_gone AFTER DELETE ON material_commentwork
    REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION open_data_stance_changed();
"""
FOR_EACH_ROW = """
CREATE OR REPLACE FUNCTION open_data_stance_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM open_data_note(said.activity_id) FROM comments_comment said
        WHERE said.id = CASE TG_OP WHEN 'DELETE' THEN OLD.comment_id ELSE NEW.comment_id END
        AND EXISTS (SELECT 1 FROM reports_reportversion told WHERE told.activity_id = said.activity_id);
    RETURN NULL;
END $$;
CREATE TRIGGER open_data_stance_put AFTER INSERT ON material_commentwork
    FOR EACH ROW WHEN (NEW.stance <> '') EXECUTE FUNCTION open_data_stance_changed();
CREATE TRIGGER open_data_stance AFTER UPDATE OF stance ON material_commentwork
    FOR EACH ROW WHEN (OLD.stance <> NEW.stance) EXECUTE FUNCTION open_data_stance_changed();
CREATE TRIGGER open_data_stance_gone AFTER DELETE ON material_commentwork
    FOR EACH ROW WHEN (OLD.stance <> '') EXECUTE FUNCTION open_data_stance_changed();
"""


class Migration(migrations.Migration):
    """A change of many comments' stances is noted by one reading of them, not by one for each."""

    dependencies = [("open_data", "0017_stances_are_noted")]
    operations = [migrations.RunSQL([DROPPED, ONCE_A_STATEMENT], [DROPPED, FOR_EACH_ROW])]
