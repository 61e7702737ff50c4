from django.db import migrations

FORWARD = """
CREATE FUNCTION open_data_stance_changed() RETURNS trigger LANGUAGE plpgsql AS $$
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
SELECT open_data_note(activity_id) FROM open_data_export;
"""
BACK = """
DROP TRIGGER open_data_stance_put ON material_commentwork;
DROP TRIGGER open_data_stance ON material_commentwork;
DROP TRIGGER open_data_stance_gone ON material_commentwork;
DROP FUNCTION open_data_stance_changed();
"""


class Migration(migrations.Migration):
    """The files tell stances once a report does, so a change of them is noted; files made before that are made anew."""

    dependencies = [
        ("open_data", "0016_who_asked_for_statements"),
        ("comments", "0008_keptgroups"),
        ("material", "0002_translations_beside_comments"),
        ("reports", "0006_one_chain_of_groups"),
    ]
    operations = [migrations.RunSQL(FORWARD, BACK)]
