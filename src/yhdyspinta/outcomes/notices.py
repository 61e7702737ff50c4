"""What followers hear of decisions and measures, and owners of their measures."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from yhdyspinta.notices.models import Notice
from yhdyspinta.notices.outbox import Item, Message, NoticeKind
from yhdyspinta.outcomes.values import OUTCOMES
from yhdyspinta.processes.notices import process_path, process_title, unsubscribe_path
from yhdyspinta.ui.dates import day
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import page_language


def _decided(notice: Notice) -> Message:
    kind = str(OUTCOMES.get(notice.values.get("kind_of_outcome", ""), ""))
    return _message(notice, _("A decision in a matter you follow"), f"{kind}." if kind else "")


def _measure(notice: Notice) -> Message:
    return _message(
        notice,
        _("A promise in a matter you follow"),
        _("The authority tells what it will do because of the comments, and by when."),
    )


def _done(notice: Notice) -> Message:
    """The measure by its own words: what was decided, what was promised, what was done; and when."""
    said = ((_("Decided: %(words)s"), "decided"), (_("Promised: %(words)s"), "promise"), (_("Done: %(words)s"), "done"))
    lines = [text % {"words": words} for text, name in said if (words := _words(notice, name))]
    first = _("What was promised because of the comments has been done.")
    if done_on := notice.values.get("done_on"):  # letters owed before carry none
        lines.append(_("Day when it was done: %(day)s") % {"day": day(date.fromisoformat(done_on), page_language())})
    return _message(notice, _("Something was done in a matter you follow"), first, *lines)


def _soon(notice: Notice) -> Message:
    if several := notice.values.get("measures"):
        return _of_several(notice, _("Measures of yours are due soon"), several)
    return _to_owner(notice, _("A measure of yours is due soon"), is_late=False)


def _late(notice: Notice) -> Message:
    if several := notice.values.get("measures"):
        return _of_several(notice, _("Measures of yours are late"), several)
    return _to_owner(notice, _("A measure of yours is late"), is_late=True)


def _due(on: str, *, is_late: bool) -> str:
    text = _("It was due %(day)s and has not been told done.") if is_late else _("It is due %(day)s.")
    return text % {"day": day(date.fromisoformat(on), page_language())}


def _of_several(notice: Notice, subject: str, measures: Sequence[Mapping[str, Any]]) -> Message:
    """To the one who sees to several measures of a process: each by what was promised, and where to tell of it."""
    left = notice.values["count"] - len(measures)
    more = ngettext("%(count)s more stands on the page.", "%(count)s more stand on the page.", left) % {"count": left}
    return Message(
        subject=subject,
        paragraphs=tuple(text for text in (process_title(notice), more if left > 0 else "") if text),
        items=tuple(
            Item(
                heading=Wording(one["promise"]).text(get_language() or "fi"),
                text=_due(one["due_on"], is_late=one["is_late"]),
                path=one["path"],
            )
            for one in measures
        ),
        button_text=_("See the measures"),
        path=notice.values["path"],
    )


def _to_owner(notice: Notice, subject: str, *, is_late: bool) -> Message:
    """To the one who sees to a measure: what was promised, by when, and where to tell how far it is."""
    due = _due(notice.values["due_on"], is_late=is_late)
    lines = (process_title(notice), _("Promised: %(words)s") % {"words": _words(notice, "promise")}, due)
    return Message(
        subject=subject,
        paragraphs=tuple(text for text in lines if text),
        button_text=_("Tell how far it is"),
        path=notice.values["path"],
    )


def _words(notice: Notice, name: str) -> str:
    """Something that the notice carries in several languages, in the receiver's; letters owed before carry none."""
    return Wording(notice.values.get(name) or {}).text(get_language() or "fi")


def _message(notice: Notice, subject: str, *lines: str) -> Message:
    return Message(
        subject=subject,
        paragraphs=tuple(text for text in (process_title(notice), *lines) if text),
        button_text=_("See what the comments changed"),
        path=process_path(notice, "results/#loops-title" if notice.values.get("promise") else "results/"),
        unsubscribe_path=unsubscribe_path(notice),
    )


KINDS = (
    NoticeKind(
        "outcomes.decided", gettext_lazy("A decision in a matter you follow"), _decided, can_wait_for_digest=True
    ),
    NoticeKind(
        "outcomes.measure", gettext_lazy("A promise in a matter you follow"), _measure, can_wait_for_digest=True
    ),
    NoticeKind(
        "outcomes.done", gettext_lazy("Something was done in a matter you follow"), _done, can_wait_for_digest=True
    ),
    NoticeKind(
        "outcomes.measure_soon", gettext_lazy("A measure of yours is due soon"), _soon, can_wait_for_digest=True
    ),
    NoticeKind("outcomes.measure_late", gettext_lazy("A measure of yours is late"), _late, can_wait_for_digest=True),
)
