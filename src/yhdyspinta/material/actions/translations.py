"""Translations of comments by the authority: written, checked again and removed; the original is never touched."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from yhdyspinta.answers.languages import Languages
from yhdyspinta.audit.trail import record
from yhdyspinta.comments.models import Comment
from yhdyspinta.material.models import Translation
from yhdyspinta.material.translations import mark_of
from yhdyspinta.material.values import ABILITY
from yhdyspinta.people.models import Person
from yhdyspinta.processes.permissions import require_staff
from yhdyspinta.wording.refusals import Refusal

LONGEST = 20_000


@transaction.atomic
def save_translation(
    *, actor: Person, comment: Comment, language: str, text: str, mark: str, revision: int, at: datetime
) -> Translation:
    """Keep a comment in another language, made of the words whose `mark` comes along.

    The same words again change nothing, but what is older than the comment or withheld counts as looked at. Raises
    Refusal("not_your_role"), ("unknown_choice"), ("comment_not_shown"), ("translation_missing"), ("original_changed")
    or ("changed_meanwhile") with the `saved` text.
    """
    comment = _translatable(actor, comment, language)
    if not text.strip() or len(text) > LONGEST:
        raise Refusal("translation_missing", status=422, field="text")
    if mark != mark_of(comment.public_text):
        raise Refusal("original_changed", status=422, field="text")
    kept = Translation.objects.filter(comment=comment, language=language).first()
    if kept is not None and (kept.text, kept.of_words, kept.of_revision) == (text, mark, comment.revision):
        return kept
    if (kept.revision if kept else 0) != revision:
        raise Refusal("changed_meanwhile", saved=kept.text if kept else "", revision=kept.revision if kept else 0)
    verb = "material.translation_checked" if kept and kept.text == text else "material.translated"
    kept = kept or Translation(comment=comment, language=language, revision=0)
    kept.text, kept.at, kept.by, kept.revision = text, at, actor, revision + 1
    _made_of(kept, comment)
    kept.save()
    record(verb, actor=actor, target=comment, at=at, process=comment.activity.process, language=language)
    return kept


def _translatable(actor: Person, comment: Comment, language: str) -> Comment:
    """The comment, held, when it is shown and the language is one that the authority writes and the comment is not in."""
    process = comment.activity.process
    require_staff(actor, ABILITY, process)
    found = Comment.objects.select_for_update(no_key=True).get(pk=comment.pk)
    found.activity = comment.activity
    if language not in Languages.of(process.owner).all or language == found.language:
        raise Refusal("unknown_choice", status=404)
    if found.state != Comment.State.VISIBLE:
        raise Refusal("comment_not_shown", status=422)
    return found


def _made_of(kept: Translation, comment: Comment) -> None:
    newest = comment.masks.aggregate(newest=Max("pk"))["newest"]
    kept.of_words, kept.of_revision = mark_of(comment.public_text), comment.revision
    kept.of_mask = newest or 0


@transaction.atomic
def remove_translation(*, actor: Person, comment: Comment, language: str, at: datetime) -> bool:
    """Take a translation away; taking it away twice changes nothing. Raises Refusal("not_your_role")."""
    require_staff(actor, ABILITY, comment.activity.process)
    kept = Translation.objects.select_for_update().filter(comment=comment, language=language).first()
    if kept is None:
        return False
    kept.delete()
    record(
        "material.translation_removed", actor=actor, target=comment, at=at, process=comment.activity.process,
        language=language,
    )  # fmt: skip
    return True


def ask_for_translations(comments: Sequence[int], language: str, *, by: Person | None, at: datetime) -> list[int]:
    """Put into the translator's file those that are shown, in another language, and have no translation; says which."""
    shown = Comment.objects.filter(pk__in=comments, state=Comment.State.VISIBLE).exclude(language=language)
    lacking = list(shown.exclude(translations__language=language).order_by("pk").values_list("pk", flat=True))
    Translation.objects.bulk_create(
        [Translation(comment_id=pk, language=language, of_revision=0, at=at, by=by) for pk in lacking],
        ignore_conflicts=True,
    )
    return lacking


def forget_asked(comments: Sequence[int], language: str) -> None:
    """Take them out of the translator's file again; what has been translated meanwhile stays."""
    Translation.objects.filter(comment__in=comments, language=language, text="").delete()
