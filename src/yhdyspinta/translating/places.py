"""Where texts are translated: below a process, or on an authority's own desk."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from yhdyspinta.authorities.models import Authority
from yhdyspinta.processes.addresses import address, process_address
from yhdyspinta.processes.language_versions import Holder
from yhdyspinta.processes.loading import staff_authority, staff_process
from yhdyspinta.processes.models import Process
from yhdyspinta.processes.staff_frame import frame
from yhdyspinta.translating.texts import AUTHORITY_ABILITY, PROCESS_ABILITY
from yhdyspinta.wording.fields import Wording


@dataclass(frozen=True)
class Place:
    """Whose texts, and what their pages show around themselves."""

    of: Holder

    @property
    def owner(self) -> Authority:
        """Whose languages they are."""
        return self.of.owner if isinstance(self.of, Process) else self.of

    @property
    def title(self) -> Wording:
        return Wording(self.of.title if isinstance(self.of, Process) else self.of.name)

    @property
    def frame(self) -> dict[str, Any]:
        if isinstance(self.of, Process):
            return frame(self.of) | {"process": self.of}
        return {"desk_path": address("site:desk", self.of), "authority_texts": True}

    def path(self, name: str, **parts: Any) -> str:
        """A page of this place."""
        if isinstance(self.of, Process):
            return process_address(self.of, f"translating:{name}", **parts)
        return address(f"translating:authority_{name}", self.of, **parts)


def of_process(request: HttpRequest, slug: str) -> Place:
    """For whoever prepares the process."""
    return Place(staff_process(request, slug, PROCESS_ABILITY))


def of_authority(request: HttpRequest) -> Place:
    """For whoever answers there; each text asks for its own ability besides."""
    return Place(staff_authority(request, AUTHORITY_ABILITY))
