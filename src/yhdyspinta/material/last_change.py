"""The last deed of a round in words, and whether the reader can undo it: on the table and on the page of themes."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from yhdyspinta.material.actions.undoing import UNDONE_WITHIN, last_deed
from yhdyspinta.material.models import BulkAction
from yhdyspinta.material.telling import undoing_told
from yhdyspinta.material.values import GROUPING, KINDS
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.loading import moment_of
from yhdyspinta.processes.models import Activity
from yhdyspinta.ui import dates
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import CONTENT_LANGUAGES, page_language


def last_change(request: HttpRequest, found: Activity) -> dict[str, Any]:
    """What `material/last.html` shows; nothing once the hour is over. One query."""
    at = moment_of(request)
    last = last_deed(found, at=at)
    if last is None:
        return {"last": None}
    is_published = last.kind in GROUPING and last.answer is not None and last.answer.published_at is not None
    is_mine = last.undone_at is None and last.by_id == actor_of(request).pk and not is_published
    until = dates.clock(last.at + UNDONE_WITHIN, page_language())
    return {
        "last": last,
        "last_words": _told(last),
        "may_undo": is_mine,
        "last_heard": undoing_told(last, at=at) if is_mine else "",
        "undo_until": _("You can undo it until %(time)s.") % {"time": until} if is_mine else "",
        "why_not_undone": _("The answer has been published, so this cannot be undone.") if is_published else "",
    }


def _told(deed: BulkAction) -> str:
    """As in: Theme added (Määräajat): 12 comments."""
    language = page_language()
    theme = Wording(deed.theme_name or (deed.theme.name if deed.theme else {})).text(language)
    what = {
        "assigned": str(deed.assignee) if deed.assignee else _("nobody"),
        "to_translate": CONTENT_LANGUAGES.get(deed.language, ""),
        **dict.fromkeys(GROUPING, _("answer %(number)s") % {"number": deed.answer.number} if deed.answer else ""),
    }.get(deed.kind, theme)
    count = ngettext("%(count)s comment", "%(count)s comments", deed.count) % {
        "count": dates.number(deed.count, language)
    }
    return f"{KINDS[deed.kind]}{f' ({what})' if what else ''}: {count}"
