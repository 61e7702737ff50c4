"""The texts of launch packs, for the translator's file; a released pack stays as it is."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from yhdyspinta.launch.actions.writing import save_pack
from yhdyspinta.launch.channels import POSTS, length_of, room_for
from yhdyspinta.launch.models import LaunchPack
from yhdyspinta.launch.words import WRITTEN, LaunchWords
from yhdyspinta.processes.language_versions import Asked, Change, Found, OfRows, Taking
from yhdyspinta.processes.models import Activity, Process
from yhdyspinta.processes.short_links import round_link


class PackTexts(OfRows):
    """What communications tell of an activity."""

    key = "launch"
    model = LaunchPack
    parts = WRITTEN
    more = {"activity": "activity"}

    def rows(self, process: Process) -> QuerySet[LaunchPack]:
        return LaunchPack.objects.filter(activity__process=process)

    def texts(self, asked: Asked, data: Mapping[str, Any], where: str) -> Iterator[Found]:
        """A post is as long as its link leaves room for."""
        activity = Activity(pk=data["activity"], process=asked.process)
        for found in super().texts(asked, data, where):
            if found.name in POSTS:
                link = round_link(activity, asked.target)
                measure = partial(length_of, found.name, link=link)
                yield replace(found, part=replace(found.part, longest=room_for(found.name, link), measure=measure))
            else:
                yield found

    def where(self, data: Mapping[str, Any]) -> str:
        return _("Launch pack")

    def take(self, taking: Taking, pk: int, changes: Mapping[str, Change]) -> None:
        row = taking.row_of(LaunchPack, pk)
        words = LaunchWords(**{**vars(LaunchWords.of(row)), **taking.joined(row, changes)})
        save_pack(actor=taking.actor, activity=row.activity, words=words, revision=row.revision, at=taking.at)


KINDS = (PackTexts(),)
