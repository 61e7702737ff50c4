from django.db import migrations

TRIGGER = """
DROP TRIGGER open_data_transfer ON transfers_transfer;
CREATE TRIGGER open_data_transfer AFTER UPDATE OF state, answer, receiver_id, outside_name ON transfers_transfer
    FOR EACH ROW WHEN (
        (OLD.state, OLD.receiver_id, OLD.outside_name) IS DISTINCT FROM (NEW.state, NEW.receiver_id, NEW.outside_name)
        OR (OLD.answer IS DISTINCT FROM NEW.answer AND {answered}))
    EXECUTE FUNCTION open_data_of_comment_changed();
"""
FORWARD = TRIGGER.format(answered="NEW.state = 'answered'")
BACK = TRIGGER.format(answered="TRUE")


class Migration(migrations.Migration):
    """Until it is published, the answer of another authority is its draft, which no file tells."""

    dependencies = [
        ("open_data", "0010_words_of_answers_are_noted"),
        ("transfers", "0005_one_who_saved_last"),
    ]
    operations = [migrations.RunSQL(FORWARD, BACK)]
