from django.db import migrations

FORWARD = """
CREATE TRIGGER open_data_final_answer AFTER UPDATE OF is_final ON answers_answer
    FOR EACH ROW WHEN (NEW.published_at IS NOT NULL AND OLD.is_final IS DISTINCT FROM NEW.is_final)
    EXECUTE FUNCTION open_data_row_changed();
"""
BACK = "DROP TRIGGER open_data_final_answer ON answers_answer;"


class Migration(migrations.Migration):
    """The files tell whether an answer is final, so that is noted too."""

    dependencies = [("open_data", "0006_changes_are_noted"), ("answers", "0004_corrections_wait_for_approval")]
    operations = [migrations.RunSQL(FORWARD, BACK)]
