"""Releasing a launch pack, now or at a set time: everything together, and followers told once."""

from datetime import datetime
from typing import Final

from django.db import transaction

from yhdyspinta.audit.trail import record
from yhdyspinta.launch.models import LaunchPack, LaunchRelease
from yhdyspinta.launch.telling import tell_communications
from yhdyspinta.launch.words import Lack, LaunchWords, lacks_of
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity, Process
from yhdyspinta.processes.permissions import require_staff
from yhdyspinta.processes.telling import tell_followers
from yhdyspinta.wording.languages import CONTENT_LANGUAGES
from yhdyspinta.wording.refusals import Refusal

ABILITY: Final = "publish"


@transaction.atomic
def release_pack(
    *,
    actor: Person,
    activity: Activity,
    revision: int,
    at: datetime,
    release_at: datetime | None = None,
    as_correction: bool = False,
) -> LaunchRelease:
    """Release the saved pack now, or plan it for a set time; what is released never changes.

    `revision` is the one that was previewed. It is other news than what went before, of which followers hear, or
    `as_correction` of the last, which it takes the place of. Raises Refusal("launch_pack_missing"), ("launch_pack_changed"),
    ("launch_text_missing"), ("launch_post_too_long"), ("launch_time_passed"), ("launch_is_planned") or
    ("launch_process_not_public"). The same pack is released once.
    """
    require_staff(actor, ABILITY, activity.process)
    held = Activity.objects.select_for_update(of=("self",), no_key=True).select_related("process__owner")
    found = held.get(pk=activity.pk)
    pack = LaunchPack.objects.select_related("picture").filter(activity=found).first()
    if pack is None:
        raise Refusal("launch_pack_missing")
    if pack.revision != revision:
        raise Refusal("launch_pack_changed")
    words = LaunchWords.of(pack)
    _require_whole(lacks_of(found, words, has_picture=pack.picture_id is not None))
    former = LaunchRelease.objects.filter(activity=found).order_by("-number").first()
    if former is not None and holds(former, pack):
        return former
    if former is not None and former.told_at is None:
        raise Refusal("launch_is_planned")
    number, piece = _place(former, as_correction=as_correction)
    release = LaunchRelease.objects.create(
        activity=found, number=number, piece=piece, words=words.stored(), picture=pack.picture,
        release_at=_moment(found.process, release_at, at), released_by=actor,
    )  # fmt: skip
    if release_at is None:
        tell_out(release, actor, at)
    else:
        record("launch.planned", actor=actor, target=found, at=at, process=found.process, number=release.number)
    return release


def holds(release: LaunchRelease, pack: LaunchPack) -> bool:
    """Whether the pack as it stands is what was released."""
    return bool(release.words == LaunchWords.of(pack).stored() and release.picture_id == pack.picture_id)


def _place(former: LaunchRelease | None, *, as_correction: bool) -> tuple[int, int]:
    """The number of what is released next, and of the release whose piece of news it belongs to."""
    if former is None:
        return 1, 1
    number = former.number + 1
    return number, former.piece if as_correction else number


def _require_whole(lacks: list[Lack]) -> None:
    for lack in lacks:
        name = CONTENT_LANGUAGES[lack.language]
        raise Refusal(lack.code, status=422, field=f"{lack.field}:{lack.language}", text=lack.label, language=name)


def _moment(process: Process, release_at: datetime | None, at: datetime) -> datetime:
    """When it goes out: the process is public by then."""
    if release_at is not None and release_at <= at:
        raise Refusal("launch_time_passed", status=422, field="release_at")
    moment = release_at or at
    if not process.is_public(moment):
        raise Refusal("launch_process_not_public", status=422, field="release_at" if release_at else "")
    return moment


def can_take_back(release: LaunchRelease, process: Process, at: datetime) -> bool:
    """Whether nobody can have read it: its time has not come, or its process has been off the site since."""
    if release.told_at is not None:
        return False
    return release.release_at > at or (release.tries == 0 and not process.is_public(at))


@transaction.atomic
def take_back(*, actor: Person, activity: Activity, number: int, at: datetime) -> None:
    """Take back a planned release before its time, or one held back as its process is off the site. Again: nothing.

    Raises Refusal("launch_is_out") for one that went, or whose news anybody may have read.
    """
    require_staff(actor, ABILITY, activity.process)
    rows = LaunchRelease.objects.select_for_update(of=("self",)).filter(activity=activity, number=number)
    release = rows.first()
    if release is None:
        return
    if not can_take_back(release, activity.process, at):
        raise Refusal("launch_is_out")
    release.delete()
    record("launch.taken_back", actor=actor, target=activity, at=at, process=activity.process, number=number)


def tell_out(release: LaunchRelease, actor: Person | None, at: datetime) -> None:
    """Mark it as out, in the caller's transaction; those who write it hear of each.

    Followers hear of each piece of news once: a correction tells them nothing anew.
    """
    release.told_at, release.next_try_at = at, None
    release.save(update_fields=["told_at", "next_try_at"])
    activity = release.activity
    if not release.is_correction:
        tell_followers(
            activity.process, "launch.released", at=at, activity=activity.slug, number=release.number,
            headline=dict(release.words["headline"]),
        )  # fmt: skip
    tell_communications(release, actor, at=at)
    record("launch.released", actor=actor, target=activity, at=at, process=activity.process, number=release.number)
