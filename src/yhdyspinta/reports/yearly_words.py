"""The yearly summary in words: the same on its page, in its Word file and in its table."""

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from yhdyspinta.authorities.models import Authority
from yhdyspinta.places.models import Population
from yhdyspinta.processes.values import LAW_OF_WAYS
from yhdyspinta.reports.yearly import Line, RoundOfYear, Share
from yhdyspinta.ui.dates import date_of_record, day, moment, number


def lead() -> str:
    return _(
        "Rounds of comments that closed in the year: how far they reached, whether they were answered in time, and whether"
        " they changed something."
    )


def as_of(at: datetime, language: str) -> str:
    """When the figures were counted: they change as answers come, so whoever cites them says the day."""
    return _("As of %(moment)s.") % {"moment": moment(at, language)}


def how_counted() -> str:
    return _(
        "A person is counted once in each round. In time means answered by the day that was promised first, also when it"
        " was moved later; rounds that are not answered and whose day has not come are left out of that share. A round has"
        " changed something when a comment was taken into account, wholly or in part; that share is of the rounds that have"
        " been answered or decided. Rounds without comments are in neither share."
    )


def population_of(authority: Authority) -> Population | None:
    """The newest that is known of its area; one query, none where it has no area."""
    found = Population.objects.filter(area=authority.area_id).order_by("-on").first() if authority.area_id else None
    return found if found is not None and found.total else None


def reach(people: Population | None, senders: int, language: str) -> str:
    """How many senders there were beside the residents of the area."""
    if people is None:
        return ""
    words = _("The area had %(residents)s residents on %(on)s: %(share)s senders for each 10,000 residents.")
    share = number(for_each_10_000(people, senders), language)
    return words % {
        "residents": number(people.total, language),
        "on": date_of_record(people.on, language),
        "share": share,
    }


def for_each_10_000(people: Population, senders: int) -> float:
    return round(10_000 * senders / people.total, 1)


def ways_title(authority: Authority) -> str:
    """With the section of the law that binds this kind of authority."""
    law = LAW_OF_WAYS.get(authority.kind)
    return _("By the six ways of taking part (%(law)s)") % {"law": law} if law else _("By the six ways of taking part")


def cells(line: Line, language: str) -> dict[str, str]:
    """The figures of some rounds together."""
    return {
        "rounds": number(line.rounds, language),
        "comments": number(line.comments, language),
        "senders": number(line.senders, language),
        "in_time": _share(line.in_time, language) if line.rounds else "–",
        "changed": _share(line.changed, language) if line.rounds else "–",
        "in_time_percent": _percent(line.in_time),
        "in_time_words": _in_time_words(line.in_time, language),
        "changed_percent": _percent(line.changed),
        "changed_words": _changed_words(line.changed, language),
    }


def _percent(share: Share) -> str:
    return f"{round(100 * share.part / share.whole)} %" if share.whole else _("none yet")


def _in_time_words(share: Share, language: str) -> str:
    """Beside the percent: what was done, and of how many."""
    if not share.whole:
        return _("answered in time")
    words = ngettext("answered in time, of %(count)s round", "answered in time, of %(count)s rounds", share.whole)
    return words % {"count": number(share.whole, language)}


def _changed_words(share: Share, language: str) -> str:
    """Beside the percent: what was done, and of how many."""
    if not share.whole:
        return _("changed something")
    words = ngettext("changed something, of %(count)s round", "changed something, of %(count)s rounds", share.whole)
    return words % {"count": number(share.whole, language)}


def _share(share: Share, language: str) -> str:
    """As in: 3 / 4 (75 %); in words where there is nothing to be a share of."""
    if not share.whole:
        return _("none yet")
    return f"{number(share.part, language)} / {number(share.whole, language)} ({_percent(share)})"


def answered(row: RoundOfYear, language: str) -> str:
    """When a round was answered, or why not."""
    if row.answered_on:
        told = day(row.answered_on, language)
        return _("%(day)s (late)") % {"day": told} if row.in_time is False else told
    if row.in_time is False:
        return _("Late")
    return _("Not yet") if row.comments else _("No comments")


def changed(row: RoundOfYear) -> str:
    """Whether a round changed something, as far as anybody knows."""
    if row.changed is None:
        return _("Not known yet") if row.comments else "–"
    return _("Yes") if row.changed else _("No")
