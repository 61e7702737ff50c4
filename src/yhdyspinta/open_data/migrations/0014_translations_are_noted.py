from django.db import migrations

FORWARD = """
CREATE TRIGGER open_data_translated AFTER INSERT ON material_translation
    FOR EACH ROW WHEN (NEW.text <> '') EXECUTE FUNCTION open_data_of_comment_changed();
CREATE TRIGGER open_data_translation AFTER UPDATE OF text, of_words ON material_translation
    FOR EACH ROW WHEN ((OLD.text, OLD.of_words) IS DISTINCT FROM (NEW.text, NEW.of_words))
    EXECUTE FUNCTION open_data_of_comment_changed();
CREATE TRIGGER open_data_translation_gone AFTER DELETE ON material_translation
    FOR EACH ROW WHEN (OLD.text <> '') EXECUTE FUNCTION open_data_of_comment_changed();
SELECT open_data_note(round.activity_id) FROM (
    SELECT DISTINCT comment.activity_id FROM material_translation translation
    JOIN comments_comment comment ON comment.id = translation.comment_id WHERE translation.text <> '') round;
"""
BACK = """
DROP TRIGGER open_data_translated ON material_translation;
DROP TRIGGER open_data_translation ON material_translation;
DROP TRIGGER open_data_translation_gone ON material_translation;
"""


class Migration(migrations.Migration):
    """Files hold the translations that stand beside comments: rounds that have any get new ones, now and when one changes."""

    dependencies = [
        ("open_data", "0013_names_of_authorities_are_noted"),
        ("material", "0005_themes_have_their_own_field"),
    ]
    operations = [migrations.RunSQL(FORWARD, BACK)]
