"""What the pages of a round share: loading it, and what stands around its own content."""

import math
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings as django_settings
from django.core import signing
from django.http import HttpRequest
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from yhdyspinta.authorities.models import Authority
from yhdyspinta.intake.elsewhere import held_elsewhere
from yhdyspinta.intake.paper import can_be_returned
from yhdyspinta.methods.comment_rounds import queries, rules
from yhdyspinta.methods.comment_rounds.queries.paths import path_of
from yhdyspinta.methods.comment_rounds.settings import RoundSettings
from yhdyspinta.people.networks import line_of
from yhdyspinta.people.visitors import someone
from yhdyspinta.processes.addresses import activity_address, address, process_address
from yhdyspinta.processes.loading import moment_of, public_activity
from yhdyspinta.processes.models import Activity
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import page_language
from yhdyspinta.wording.marking import spoken

KEY = "comment_rounds"
_BEGAN = "comment_rounds.began"
_LAST_HOUR = timedelta(hours=1)


def language() -> str:
    return page_language()


def load(request: HttpRequest, process: str, _activity: str) -> Activity:
    return public_activity(request, process, {KEY})


def frame(request: HttpRequest, activity: Activity, *crumbs: tuple[str, str]) -> dict[str, Any]:
    """Status, ways to take part, breadcrumbs; no queries, one once the round has closed."""
    process, owner = activity.process, activity.process.owner
    at = moment_of(request)
    status = queries.status_of(activity, at, language())
    settings = RoundSettings.of(activity)
    permit = rules.ask(someone(request), "comment", activity, at=at) if status.is_open else None
    closes_at = rules.closing_time(activity)
    has_ended = closes_at is not None and at >= closes_at
    trail = [
        {"text": _("Take part"), "href": address("site:processes", owner)},
        {"text": spoken(Wording(process.title).for_reader(language())), "href": process_address(process)},
        *({"text": text, "href": href} for text, href in crumbs),
    ]
    return {
        "activity": activity,
        "process": process,
        "authority": owner,
        "status": status,
        "now": at,
        "this_page": request.get_full_path(),
        "settings": settings,
        "can_write": bool(permit),
        "why_not": permit.words if permit is not None and not permit else "",
        "breadcrumbs": trail,
        "links": {
            name: path_of(activity, name) for name in ("round", "comments", "comment_form", "about", "check", "feed")
        },
        "statement_path": activity_address(activity, "statements:start"),
        "data_path": activity_address(activity, "open_data:round"),
        "paper_path": activity_address(activity, "intake:paper_form")
        if can_be_returned(owner) and not has_ended
        else "",
        "has_ended": has_ended,
        "held_elsewhere": held_elsewhere([activity]) if has_ended else [],
        "phases_path": f"{process_address(process)}#phases",
        "privacy_path": process_address(process, "site:process_privacy"),
        "receipts_path": address("comment_rounds:my", owner),
        "ways": ways_of(owner),
        "is_public_document": owner.regime == Authority.Regime.AUTHORITY,
        "naming_words": naming_words(settings),
        "time_left": time_left(activity, at),
    }


def time_left(activity: Activity, at: datetime) -> dict[str, Any] | None:
    """In the last hour, and in the grace after it: until when one can send, and the minutes left; else nothing."""
    closes_at = rules.closing_time(activity)
    if closes_at is None or at < closes_at - _LAST_HOUR:
        return None
    until = closes_at if at < closes_at else closes_at + rules.grace_of(activity)
    minutes = math.ceil((until - at) / timedelta(minutes=1))
    return {"until": until, "minutes": minutes, "is_grace": at >= closes_at} if minutes > 0 else None


def naming_words(settings: RoundSettings) -> str:
    """What becomes of one's name, said beside each form."""
    if settings.naming == "named":
        return _("Your name is shown beside your comment if you are 18 or over. The name of nobody under 18 is shown.")
    if settings.naming == "pseudonym":
        return _("The pseudonym you choose is shown beside your comment.")
    return _("Your name is not shown on the page.")


def ways_of(owner: Authority) -> dict[str, Any]:
    """How to take part by phone and on paper."""
    return {
        "phone": owner.phone,
        "phone_hours": owner.phone_hours,
        "paper": owner.paper_way,
        "post": owner.postal_address,
    }


def began_token(activity: Activity, at: datetime) -> str:
    """When a form was opened, signed: who opened it before closing may finish within the grace."""
    return signing.dumps({"activity": activity.pk, "at": at.isoformat()}, salt=_BEGAN)


def began_at(activity: Activity, token: str, at: datetime) -> datetime:
    """The instant in a form's token; a missing, foreign or changed one counts as now."""
    try:
        told = signing.loads(token, salt=_BEGAN, max_age=timedelta(days=30)) if token else {}
    except signing.BadSignature:
        return at
    began = parse_datetime(str(told.get("at", ""))) if told.get("activity") == activity.pk else None
    return began if began is not None and began <= at else at


def network_address(request: HttpRequest) -> str:
    """The sender's network line as our own proxies tell it; what others write into headers does not count."""
    proxies = django_settings.TRUSTED_PROXIES
    if not proxies:
        return line_of(str(request.META.get("REMOTE_ADDR", "")))
    told = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if part.strip()]
    return line_of(told[-proxies]) if len(told) >= proxies else ""
