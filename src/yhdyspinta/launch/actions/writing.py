"""Writing a launch pack: the words in every language, and the picture."""

from datetime import datetime
from typing import Final

from django.core.files.base import ContentFile
from django.db import transaction

from yhdyspinta.audit.trail import record
from yhdyspinta.launch.models import LaunchPack, LaunchPicture
from yhdyspinta.launch.pictures import DrawnPicture, SentPicture, drawn
from yhdyspinta.launch.words import NAMES, LaunchWords
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.permissions import require_staff
from yhdyspinta.wording.refusals import Refusal

ABILITY: Final = "edit"


@transaction.atomic
def save_pack(
    *,
    actor: Person,
    activity: Activity,
    words: LaunchWords,
    revision: int,
    at: datetime,
    picture: SentPicture | None = None,
    drop_picture: bool = False,
) -> LaunchPack:
    """Keep the words and the picture of a draft, whole or not.

    Raises Refusal("changed_meanwhile") with both texts, or what a picture is refused for.
    """
    require_staff(actor, ABILITY, activity.process)
    Activity.objects.select_for_update(of=("self",), no_key=True).get(pk=activity.pk)
    pack = LaunchPack.objects.select_related("picture").filter(activity=activity).first()
    pack = pack or LaunchPack(activity=activity, revision=0)
    if pack.revision != revision:
        raise Refusal("changed_meanwhile", saved=LaunchWords.of(pack), typed=words, revision=pack.revision)
    if pack.pk is not None and picture is None and not drop_picture and LaunchWords.of(pack) == words:
        return pack
    for name in NAMES:
        setattr(pack, name, getattr(words, name))
    former = pack.picture
    if picture is not None or drop_picture:
        pack.picture = _stored(activity, drawn(picture)) if picture is not None else None
    pack.saved_at, pack.revision = at, pack.revision + 1
    pack.save()
    if former is not None and former != pack.picture:
        _forget(former)
    record("launch.saved", actor=actor, target=activity, at=at, process=activity.process, revision=pack.revision)
    return pack


def _stored(activity: Activity, picture: DrawnPicture) -> LaunchPicture:
    row = LaunchPicture(activity=activity, kind=picture.kind, width=picture.width, height=picture.height)
    row.file.save(picture.stored_name, ContentFile(picture.content), save=False)
    row.save()
    return row


def _forget(picture: LaunchPicture) -> None:
    """A picture that never went out goes, with its file; a released one stays."""
    if picture.releases.exists():
        return
    file = picture.file
    picture.delete()
    transaction.on_commit(lambda: file.storage.delete(file.name or ""), robust=True)
