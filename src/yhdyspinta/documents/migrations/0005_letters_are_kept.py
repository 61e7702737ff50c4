from django.db import migrations, models

#: The letters that the documents have had so far: by their places among those that have been published.
AS_NOW = """
UPDATE documents_document AS document SET letter_number = ordered.place
FROM (
    SELECT id, row_number() OVER (PARTITION BY activity_id ORDER BY position, id) AS place
    FROM documents_document AS one
    WHERE EXISTS (SELECT FROM documents_documentversion WHERE document_id = one.id AND published_at IS NOT NULL)
) AS ordered
WHERE ordered.id = document.id AND document.letter_number IS NULL;
"""
FORWARD = """
CREATE FUNCTION documents_give_letter() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    lettered record;
BEGIN
    SELECT activity_id, letter_number INTO lettered FROM documents_document WHERE id = NEW.document_id;
    IF lettered.letter_number IS NULL THEN
        PERFORM FROM processes_activity WHERE id = lettered.activity_id FOR NO KEY UPDATE;  -- one at a time
        UPDATE documents_document SET letter_number = (
            SELECT coalesce(max(letter_number), 0) + 1 FROM documents_document WHERE activity_id = lettered.activity_id
        ) WHERE id = NEW.document_id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER published_has_letter AFTER INSERT OR UPDATE OF published_at ON documents_documentversion
    FOR EACH ROW WHEN (NEW.published_at IS NOT NULL) EXECUTE FUNCTION documents_give_letter();
"""
BACK = """
DROP TRIGGER published_has_letter ON documents_documentversion;
DROP FUNCTION documents_give_letter();
"""


class Migration(migrations.Migration):
    """A document's letter in the codes of paper is given once and kept: sheets that bear it are out already."""

    dependencies = [("documents", "0004_easy_swedish_fits"), ("processes", "0001_initial")]
    operations = [
        migrations.AddField("document", "letter_number", models.PositiveSmallIntegerField(null=True)),
        migrations.RunSQL(AS_NOW, migrations.RunSQL.noop),
        migrations.AddConstraint(
            "document", models.UniqueConstraint(fields=["activity", "letter_number"], name="document_letter_once")
        ),
        migrations.RunSQL(FORWARD, BACK),
    ]
