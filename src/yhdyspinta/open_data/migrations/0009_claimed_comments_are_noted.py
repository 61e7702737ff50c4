from django.db import migrations

FORWARD = """
CREATE TRIGGER open_data_claimed AFTER UPDATE OF sender_id ON comments_comment
    FOR EACH ROW WHEN (NEW.state = 'visible' AND OLD.sender_id IS DISTINCT FROM NEW.sender_id)
    EXECUTE FUNCTION open_data_row_changed();
"""
BACK = "DROP TRIGGER open_data_claimed ON comments_comment;"


class Migration(migrations.Migration):
    """A guest who signs in takes their comments along, and with them the capacities that the files tell."""

    dependencies = [("open_data", "0008_keys_are_addresses"), ("comments", "0008_keptgroups")]
    operations = [migrations.RunSQL(FORWARD, BACK)]
