"""What the staff pages of a process share: the ways between them, and what a form began from."""

from typing import Any

from django.utils.translation import gettext as _

from yhdyspinta.processes.addresses import address, process_address
from yhdyspinta.processes.forms import PhaseForm, ProcessForm
from yhdyspinta.processes.models import Process
from yhdyspinta.ui.text import number_of
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import page_language


def frame(process: Process) -> dict[str, Any]:
    """What every staff page of a process shows around itself."""
    names = ("overview", "edit", "timeline", "publish", "partners")
    return {
        "process": process,
        "links": {name: process_address(process, f"processes:{name}") for name in names},
        "public_path": process_address(process),
        "desk_path": address("site:desk", process.owner),
    }


def staff_crumbs(process: Process, *further: tuple[str, str]) -> list[dict[str, str]]:
    """The links above a staff page of a process: the desk, the process, and what follows as words and address."""
    own = (Wording(process.title).text(page_language()), process_address(process, "processes:overview"))
    ways = ((_("Desk"), address("site:desk", process.owner)), own, *further)
    return [{"text": words, "href": path} for words, path in ways]


def revision_of(form: ProcessForm | PhaseForm) -> int:
    """What the form began from; odd words are no revision at all."""
    return number_of(form.cleaned_data["revision"], most_digits=8) or 0
