"""What notices carry, for every kind of them: a value by its name, made of words that somebody gives."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any, Final

from tests.contract.kinds import World
from yhdyspinta.audit import clock
from yhdyspinta.comments.personal import page_of
from yhdyspinta.notices.models import Notice
from yhdyspinta.people.models import SpeakerInvitation
from yhdyspinta.processes.short_links import code_of
from yhdyspinta.statements.models import Colleague

Maker = Callable[[World, str], Any]


def _in_each_language(_world: World, word: str) -> dict[str, str]:
    return {"fi": word, "sv": word, "en": word}


def _thing(name: str) -> Maker:
    return lambda world, _word: world.things[name]


def _just(value: Any) -> Maker:
    return lambda _world, _word: value


def _summed_up(world: World, word: str) -> list[int]:
    """Two messages that wait for the daily summary."""
    kinds = ("processes.paused", "documents.version_published")
    values = {name: make(world, word) for name, make in VALUES.items() if name != "notices"}
    return [
        Notice.objects.create(
            kind=kind, address="joku@example.org", language="fi", authority=world.county, values=values,
            owed_at=clock.now(), state=Notice.State.DIGEST,
        ).pk
        for kind in kinds
    ]  # fmt: skip


#: Each value that some kind of notice reads. A kind that reads another one fails until its value is made here.
VALUES: Final[dict[str, Maker]] = {
    # words that somebody gives
    **dict.fromkeys(
        ("title", "document", "name", "headline", "passed_to", "passed_from", "decided", "promise", "done"),
        _in_each_language,
    ),
    "organisation": lambda _world, word: word,
    # pieces of addresses
    "owner": lambda world, _word: world.county.slug,
    "receiver": lambda world, _word: world.other.slug,
    "process": lambda world, _word: world.process.slug,
    "activity": lambda world, _word: world.activity.slug,
    "code": lambda world, _word: code_of(world.activity.pk),
    "path": lambda world, _word: f"/{world.county.slug}/fi/desk/",
    "page": lambda world, _word: page_of(world.comment),
    "unsubscribe": _just("y" * 22),
    # things
    **{name: _thing(name) for name in ("block", "decision", "invitation", "statement", "transfer")},
    "feedback": lambda world, _word: world.county.accessibility_feedback.get().pk,
    "speaker_invitation": lambda _world, _word: SpeakerInvitation.objects.order_by("pk")[0].pk,
    "speaker": lambda world, _word: world.people["organisation"].pk,
    "colleague": lambda world, _word: Colleague.objects.order_by("pk")[0].pk,
    "receipts": lambda world, _word: [world.comment.receipt_id],
    "follow": lambda world, _word: world.process.follows.get().pk,
    "notices": _summed_up,
    # counts, days and codes
    "number": _just(1),
    "numbers": _just([1, 2]),
    "measures": lambda world, word: [
        {"promise": _in_each_language(world, word), "due_on": "2026-11-30", "is_late": True, "path": "/"}
    ],
    "count": _just(2),
    "done_on": _just("2026-11-20"),
    "rounds": lambda world, word: [
        {
            "activity": "kommentointi",
            "title": _in_each_language(world, word),
            "late": 1,
            "since": "2026-11-20",
            "soon": 2,
            "by": "2026-11-30",
        }
    ],
    "late": _just(1),
    "since": _just("2026-11-20"),
    "soon": _just(2),
    "by": _just("2026-11-30"),
    "due_on": _just("2026-11-30"),
    "closes_at": lambda _world, _word: (clock.now() + timedelta(days=1)).isoformat(),
    "role": _just("viewer"),
    "reason": _just("insult"),
    "kind_of_outcome": _just("decided"),
    "is_final": _just(False),
    "is_correction": _just(True),
    "has_picture": _just(True),
}


class Carried(dict[str, Any]):
    """The values of a notice: made when a kind asks for them; with `bare`, what it can do without is left out."""

    def __init__(self, world: World, word: str, *, bare: bool = False) -> None:
        self._world, self._word, self._bare = world, word, bare

    def __missing__(self, name: str) -> Any:
        assert name in VALUES, f"A kind of notice reads {name}: say in tests/contract/mail_values.py what it holds."
        self[name] = VALUES[name](self._world, self._word)
        return self[name]

    def get(self, name: str, default: Any = None) -> Any:
        return default if self._bare else self[name]
