from django.db import migrations

FORWARD = """
CREATE FUNCTION open_data_authority_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM open_data_note(round.id) FROM processes_activity round
        JOIN processes_process process ON process.id = round.process_id WHERE process.owner_id = NEW.id;
    PERFORM open_data_note(passed.activity_id) FROM (
        SELECT DISTINCT comment.activity_id FROM transfers_transfer transfer
        JOIN comments_comment comment ON comment.id = transfer.comment_id WHERE transfer.receiver_id = NEW.id) passed;
    RETURN NULL;
END $$;
CREATE TRIGGER open_data_authority AFTER UPDATE OF name, languages ON authorities_authority
    FOR EACH ROW WHEN ((OLD.name, OLD.languages) IS DISTINCT FROM (NEW.name, NEW.languages))
    EXECUTE FUNCTION open_data_authority_changed();
"""
BACK = """
DROP TRIGGER open_data_authority ON authorities_authority;
DROP FUNCTION open_data_authority_changed();
"""


class Migration(migrations.Migration):
    """Files tell to which authority a comment was passed on, and their words are in the first language of their own."""

    dependencies = [
        ("open_data", "0012_brought_files_are_noted"),
        ("authorities", "0005_approval_and_templates"),
        ("transfers", "0005_one_who_saved_last"),
    ]
    operations = [migrations.RunSQL(FORWARD, BACK)]
