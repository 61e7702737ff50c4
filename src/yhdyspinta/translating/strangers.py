"""A file that holds none of a place's texts: whose texts they are, so that it can be brought in there."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final

from django.db.models import ForeignKey, Model

from yhdyspinta.authorities.models import Authority
from yhdyspinta.people.models import Person
from yhdyspinta.processes.language_versions import Holder, OfRows, in_reader_language, translatables
from yhdyspinta.processes.models import Process
from yhdyspinta.processes.permissions import staff_abilities
from yhdyspinta.translating.texts import ability_at
from yhdyspinta.wording.refusals import Refusal

#: The ways from a row to its process or authority, the shortest first.
_STEPS: Final = {
    Process: ("process", "activity", "document", "version", "section", "answer", "comment"),
    Authority: ("authority", "receiver"),
}


def refusal_of_strangers(actor: Person, of: Holder, keys: Iterable[str], at: datetime) -> Refusal | None:
    """What to say of a file whose texts are another's; its name only where the reader may know it. A query a kind."""
    home = _home_of(keys)
    if home is None or (type(home), home.pk) == (type(of), of.pk):
        return None
    abilities = staff_abilities(actor, home)
    there: dict[str, Any] = {
        "status": 422, "field": "file", "home": home if ability_at(home) in abilities else None,
    }  # fmt: skip
    if isinstance(home, Authority):
        return Refusal("file_is_of_authority", name=in_reader_language(home.name), **there)
    if abilities or home.is_public(at):
        return Refusal("file_is_of_process", title=in_reader_language(home.title), **there)
    return Refusal("file_is_of_another", **there)


def _home_of(keys: Iterable[str]) -> Holder | None:
    """Whose the first text is that still exists, one of each kind looked for."""
    first: dict[str, str] = {}
    for key in keys:
        kind, pk, _name = (*key.split("/"), "", "")[:3]
        if pk.isascii() and pk.isdigit() and len(pk) < 19:
            first.setdefault(kind, pk)
    for kind, pk in first.items():
        found = translatables().get(kind)
        if isinstance(found, OfRows):
            path = _way(found.model, found.of)
            home = found.model._default_manager.filter(pk=pk).values_list(path, flat=True).first()  # noqa: SLF001
            if home is not None:
                return _loaded(found.of, home)
    return None


def _loaded(of: type[Process] | type[Authority], pk: int) -> Holder:
    if of is Process:
        return Process.objects.select_related("owner").get(pk=pk)
    return Authority.objects.get(pk=pk)


def _way(model: type[Model], of: type[Model]) -> str:
    """The path of lookups from a thing to whose it is."""
    if model is of:
        return "pk"
    fields: dict[str, Any] = {one.name: one for one in model._meta.get_fields() if isinstance(one, ForeignKey)}  # noqa: SLF001
    step = next(name for name in _STEPS[of] if name in fields)
    rest = _way(fields[step].related_model, of)
    return step if rest == "pk" else f"{step}__{rest}"
