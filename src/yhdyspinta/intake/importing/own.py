"""What a round gives out in the shape of the statement service is known by the round's own address."""

from yhdyspinta.authorities.models import Authority
from yhdyspinta.notices.addresses import absolute
from yhdyspinta.processes.addresses import address
from yhdyspinta.processes.methods import method_of
from yhdyspinta.processes.models import Activity


def round_key(activity: Activity) -> str:
    """What a round is known by: the same in every language."""
    return _key(activity, activity.process.owner, activity.process.slug)


def round_keys(activity: Activity) -> frozenset[str]:
    """That, and what it was known by before its process passed to a successor; one query."""
    former = activity.process.former_addresses.select_related("authority")
    return frozenset({round_key(activity), *(_key(activity, one.authority, one.slug) for one in former)})


def _key(activity: Activity, owner: Authority, process: str) -> str:
    page = address("site:process", owner, language=owner.duty_languages[0], process=process)
    return absolute(f"{page}{method_of(activity).path}/{activity.slug}/")
