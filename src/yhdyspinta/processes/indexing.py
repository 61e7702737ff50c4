"""What search knows of a process: its own texts, its activities' (their methods tell them), and what apps add.

Every change of what is public ends here, in its own transaction: `index_process` after the authority's texts changed,
`reindex_process` when everything appears, moves or goes.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from yhdyspinta.processes import searching
from yhdyspinta.processes.methods import method_of
from yhdyspinta.processes.models import Process, SearchEntry
from yhdyspinta.processes.searching import PublicText
from yhdyspinta.wording.fields import Wording

Source = Callable[[Process], Iterable[PublicText]]
_sources: list[Source] = []


def register_texts(source: Source) -> None:
    """Let search hold also what the source tells of a process: what residents sent, what they were answered."""
    if source not in _sources:
        _sources.append(source)


def index_process(process: Process, *, at: datetime) -> None:
    """Put the process's and its activities' texts into search as they are now; nothing of one that is not published.

    Call it with the process locked.
    """
    if not _is_published(process):
        return
    for text in _own_texts(process, at):
        searching.index(process, text.kind, text.target, text.texts, path=text.path, at=text.at)


def reindex_process(process: Process, *, at: datetime, keeps_days: bool = False) -> None:
    """Make search hold exactly what is public of the process, comments and answers too. Call it with it locked.

    With `keeps_days` what search held already keeps its time: nothing has changed for the readers.
    """
    is_published = _is_published(process)
    searching.hold(process)
    texts: Iterable[PublicText] = _all_texts(process, at) if is_published else ()
    if keeps_days:
        known = dict(SearchEntry.objects.filter(process=process).values_list("target", "at"))
        texts = [replace(text, at=known.get(text.target, text.at)) for text in texts]
    searching.index_all(process, texts)


def _is_published(process: Process) -> bool:
    """Public, or set to be: until then every search leaves it out."""
    return process.published_at is not None and process.unpublished_at is None


def _all_texts(process: Process, at: datetime) -> Iterator[PublicText]:
    yield from _own_texts(process, at)
    for source in _sources:
        yield from source(process)


def _own_texts(process: Process, at: datetime) -> Iterator[PublicText]:
    texts = {
        tag: (process.title.text(tag), f"{Wording(process.summary).text(tag)}\n{Wording(process.background).text(tag)}")
        for tag in process.title
    }
    yield PublicText("process", f"process:{process.pk}", texts, f"processes/{process.slug}/", at)
    for activity in process.activities.select_related("process__owner").prefetch_related("stages"):
        for kind, target, title, text, path in method_of(activity).search_texts(activity):
            languages = {*Wording(title), *Wording(text)}
            wording = {tag: (Wording(title).text(tag), Wording(text).text(tag)) for tag in languages}
            yield PublicText(kind, target, wording, path, at)
