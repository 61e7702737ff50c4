from django.db import migrations

FORWARD = """
CREATE TRIGGER open_data_answer_words AFTER UPDATE OF title, body, reason_words, passed_to, changed_section_id
    ON answers_answer FOR EACH ROW WHEN (
        NEW.published_at IS NOT NULL
        AND (OLD.title, OLD.body, OLD.reason_words, OLD.passed_to, OLD.changed_section_id)
        IS DISTINCT FROM (NEW.title, NEW.body, NEW.reason_words, NEW.passed_to, NEW.changed_section_id))
    EXECUTE FUNCTION open_data_row_changed();
SELECT open_data_note(activity_id) FROM open_data_export;
"""
BACK = "DROP TRIGGER open_data_answer_words ON answers_answer;"


class Migration(migrations.Migration):
    """The files tell the words of answers, so a change of them is noted; files made before that are made anew."""

    dependencies = [("open_data", "0009_claimed_comments_are_noted"), ("answers", "0004_corrections_wait_for_approval")]
    operations = [migrations.RunSQL(FORWARD, BACK)]
