from django.db import migrations, models

FORWARD = """
CREATE FUNCTION open_data_note_loss() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO open_data_datachange (activity_id, deed, is_loss)
        SELECT activity_id, pg_current_xact_id()::text::bigint, TRUE FROM comments_comment WHERE id = OLD.comment_id
        ON CONFLICT (activity_id, deed) DO UPDATE SET is_loss = TRUE;
    RETURN NULL;
END $$;
CREATE TRIGGER open_data_translation_replaced AFTER UPDATE OF text ON material_translation
    FOR EACH ROW WHEN (OLD.text <> '' AND OLD.text <> NEW.text) EXECUTE FUNCTION open_data_note_loss();
CREATE TRIGGER open_data_translation_removed AFTER DELETE ON material_translation
    FOR EACH ROW WHEN (OLD.text <> '') EXECUTE FUNCTION open_data_note_loss();
CREATE TRIGGER open_data_reply_taken_back AFTER UPDATE OF state ON transfers_transfer
    FOR EACH ROW WHEN (OLD.state = 'answered' AND NEW.state <> 'answered') EXECUTE FUNCTION open_data_note_loss();
"""
BACK = """
DROP TRIGGER open_data_translation_replaced ON material_translation;
DROP TRIGGER open_data_translation_removed ON material_translation;
DROP TRIGGER open_data_reply_taken_back ON transfers_transfer;
DROP FUNCTION open_data_note_loss();
"""


class Migration(migrations.Migration):
    """A translation that is removed or replaced, and a reply taken back, leave the downloads at once, not within the hour."""

    dependencies = [
        ("open_data", "0014_translations_are_noted"),
        ("transfers", "0009_answers_taken_back"),
    ]
    operations = [
        migrations.AddField("datachange", "is_loss", models.BooleanField(db_default=False)),
        migrations.AddField("export", "has_lost", models.BooleanField(db_default=False)),
        migrations.RunSQL(FORWARD, BACK),
    ]
