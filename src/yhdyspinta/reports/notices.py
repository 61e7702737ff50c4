"""What followers hear of reports."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from yhdyspinta.notices.models import Notice
from yhdyspinta.notices.outbox import Message, NoticeKind
from yhdyspinta.processes.notices import process_path, process_title, unsubscribe_path
from yhdyspinta.reports.models import ReportVersion
from yhdyspinta.reports.words import NAMES


def _published(notice: Notice) -> Message:
    is_first = notice.values["number"] == 1
    first = _("The report tells what was asked, who took part, what was said and what it changed.")
    return Message(
        subject=_("A report in a matter you follow")
        if is_first
        else _("A new version of a report in a matter you follow"),
        paragraphs=tuple(text for text in (process_title(notice), *([first] if is_first else _anew(notice))) if text),
        button_text=_("Read the report"),
        path=process_path(notice, f"report/{notice.values['activity']}/{notice.values['number']}/"),
        unsubscribe_path=unsubscribe_path(notice),
    )


def _anew(notice: Notice) -> list[str]:
    """That it is a later version, and what differs from the one before."""
    number = notice.values["number"]
    lines = [_("Version %(number)s of the report of the round has been published.") % {"number": number}]
    rows = ReportVersion.objects.filter(
        activity__slug=notice.values["activity"], activity__process__slug=notice.values["process"],
        activity__process__owner__slug=notice.values["owner"], number__in=(number - 1, number),
    )  # fmt: skip
    found = list(rows.order_by("number"))
    if len(found) == 2:
        lines += _differences(*found)
    return [*lines, _("The page lists all versions: the earlier ones stay as they were published.")]


def _differences(was: ReportVersion, now: ReportVersion) -> list[str]:
    """Which words were written anew, and how many answers there are where there were others."""
    parts = [str(label) for name, label in NAMES.items() if was.words.get(name) != now.words.get(name)]
    lines = [_("Written anew: %(parts)s.") % {"parts": "; ".join(parts)}] if parts else []
    answers = {"was": was.figures["answers_in_all"], "now": now.figures["answers_in_all"]}
    if answers["was"] != answers["now"]:
        lines.append(_("Published answers: %(now)s, in the version before %(was)s.") % answers)
    elif was.figures != now.figures:
        lines.append(_("What was received and answered was counted anew."))
    return lines


KINDS = (
    NoticeKind(
        "reports.published", gettext_lazy("A report in a matter you follow"), _published, can_wait_for_digest=True
    ),
)
