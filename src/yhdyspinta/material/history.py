"""The one history of a comment: its own rows, moderation, answers, translations, deeds of staff, other authorities."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from yhdyspinta.answers.values import CLOSURE_REASONS, PASSED_ON
from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.models import Comment
from yhdyspinta.comments.values import CHANNELS
from yhdyspinta.material.history_lines import Event, Who, of_trail
from yhdyspinta.material.models import BulkAction
from yhdyspinta.material.passed_on import with_transfers
from yhdyspinta.material.values import GROUPING, STANCES
from yhdyspinta.ui import dates
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import CONTENT_LANGUAGES, page_language

_MOST = 200
_OF_THEMES: Final[Mapping[str, Promise | str]] = {
    "theme_added": gettext_lazy("Theme added: %(theme)s"),
    "suggested": gettext_lazy("Theme added: %(theme)s"),
    "theme_removed": gettext_lazy("Theme taken off: %(theme)s"),
    "theme_gone": gettext_lazy("Theme removed from the round: %(old)s"),
    "merged": gettext_lazy("Theme %(old)s merged into another: %(theme)s"),
}


def history_of(comment: Any) -> list[Event]:
    """Everything that happened to a comment loaded as a whole, the oldest first, for staff of its process."""
    return _in_order([*_of_all(comment, str), *_of_staff(comment)])


def shared_history(comment: Comment, reader: Authority) -> list[Event]:
    """The same history as both authorities of a passed-on comment see it: no names of people, no marks of work.

    Why a third authority gave the comment back is told to its owner only.
    """
    rows = Comment.objects.select_related("closure", "answered__answer", "entered_by")
    whole: Any = with_transfers(rows).get(pk=comment.pk)
    whole.activity = comment.activity
    owner = comment.activity.process.owner
    owner_name = Wording(owner.name).text(page_language())
    return _in_order(_of_all(whole, lambda _name: owner_name, reader=None if reader.pk == owner.pk else reader))


def _in_order(events: list[Event]) -> list[Event]:
    return sorted(events, key=lambda event: event.at)


def _of_all(comment: Any, who: Who, *, reader: Authority | None = None) -> list[Event]:
    return [
        *_of_arrival(comment, who),
        *_of_answer(comment, who),
        *of_trail(comment, who, reader=reader),
    ]


def _name(person: Any) -> str:
    return str(person) if person is not None else ""


def _of_arrival(comment: Any, who: Who) -> Iterator[Event]:
    channel = str(CHANNELS.get(comment.channel, comment.channel))
    yield Event(comment.arrived_at, _("Arrived"), more=channel, is_day_only=comment.is_day_only)
    if comment.entered_at != comment.arrived_at or comment.entered_by_id:
        yield Event(comment.entered_at, _("Entered by staff"), who(_name(comment.entered_by)))


def _of_staff(comment: Comment) -> Iterator[Event]:
    deeds = BulkAction.objects.filter(activity=comment.activity_id, comments__contains=[comment.pk])
    deeds = deeds.defer("comments", "before", "of_theme").select_related(
        "theme", "assignee", "by", "undone_by", "answer"
    )
    answered = getattr(comment, "answered", None)
    for deed in deeds.order_by("pk")[:_MOST]:
        if (
            deed.kind in GROUPING
            and answered is not None
            and answered.answer_id == deed.answer_id
            and not deed.undone_at
        ):
            continue  # the answer in which it stands tells of it
        what = deed_words(deed)
        yield Event(deed.at, what, _name(deed.by))
        if deed.undone_at is not None:
            yield Event(deed.undone_at, _("Undone: %(what)s") % {"what": what}, _name(deed.undone_by))


def deed_words(deed: BulkAction) -> str:
    """A deed in words, with what was chosen."""
    language = page_language()
    name = deed.theme.name if deed.theme else deed.theme_name
    theme = Wording(name).text(language) if name else _("a removed theme")
    if deed.kind in _OF_THEMES:
        old = Wording(deed.theme_name).text(language)
        return str(_OF_THEMES[deed.kind]) % {"theme": theme, "old": old}
    if deed.kind == "stance":
        return _("Stance: %(stance)s") % {"stance": STANCES.get(deed.stance) or _("Not marked")}
    if deed.kind == "closed":
        return _("Closed without an answer: %(reason)s") % {"reason": CLOSURE_REASONS.get(deed.reason, "")}
    if deed.kind in GROUPING:
        return _of_draft(deed)
    if deed.kind == "to_translate":
        return _("To be translated: %(language)s") % {"language": CONTENT_LANGUAGES.get(deed.language, "")}
    who = str(deed.assignee) if deed.assignee else _("nobody")
    return _("Assigned to: %(who)s") % {"who": who} + _due(deed.due_on, language)


def _of_draft(deed: BulkAction) -> str:
    if deed.answer is None:
        return _("Put into an answer that was removed")
    return _("Put into answer %(number)s") % {"number": deed.answer.number}


def _due(day: date | None, language: str) -> str:
    return ", " + _("due %(day)s") % {"day": dates.day(day, language)} if day else ""


def _of_answer(comment: Any, who: Who) -> Iterator[Event]:
    answered = getattr(comment, "answered", None)
    if answered is not None:
        yield from _of_one_answer(answered, who)
    closure = getattr(comment, "closure", None)
    if closure is not None and closure.reason != PASSED_ON:  # what was passed on says so itself
        reason = str(CLOSURE_REASONS.get(closure.reason, ""))
        yield Event(closure.at, _("Needs no answer"), more=reason)


def _of_one_answer(answered: Any, who: Who) -> Iterator[Event]:
    """A comment that was joined has no part in what the answer went through before."""
    answer, joined_at = answered.answer, answered.joined_at
    number = {"number": answer.number}
    if joined_at is not None:
        yield Event(joined_at, _("Joined to the published answer %(number)s") % number, who(_name(answered.joined_by)))
    else:
        yield Event(answer.created_at, _("Put into answer %(number)s") % number, who(_name(answer.created_by)))
    if joined_at is None and answer.published_at is not None:
        yield Event(answer.published_at, _("Answered in answer %(number)s") % number, who(_name(answer.published_by)))
    if answer.corrected_at is not None and (joined_at is None or answer.corrected_at > joined_at):
        yield Event(answer.corrected_at, _("Answer %(number)s was corrected") % number)
