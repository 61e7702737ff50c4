"""What search knows of a process itself; what its activities add they declare through their method."""

from datetime import datetime

from yhdyspinta.processes import searching
from yhdyspinta.processes.methods import method_of
from yhdyspinta.processes.models import Process
from yhdyspinta.wording.fields import Wording


def index_process(process: Process, *, at: datetime) -> None:
    """Put the process and its activities' texts into search, in the transaction of the change."""
    texts = {
        tag: (process.title.text(tag), f"{Wording(process.summary).text(tag)}\n{Wording(process.background).text(tag)}")
        for tag in process.title
    }
    searching.index(process, "process", f"process:{process.pk}", texts, path=f"processes/{process.slug}/", at=at)
    for activity in process.activities.select_related("process__owner").prefetch_related("stages"):
        for kind, target, title, text, path in method_of(activity).search_texts(activity):
            languages = {*Wording(title), *Wording(text)}
            wording = {tag: (Wording(title).text(tag), Wording(text).text(tag)) for tag in languages}
            searching.index(process, kind, target, wording, path=path, at=at)


def unindex_process(process: Process) -> None:
    """Take everything of the process out of search."""
    searching.unindex_process(process)
