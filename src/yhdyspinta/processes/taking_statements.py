"""What a method says besides when organisations send joint statements in it. Others have nothing to do with this file."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, ClassVar

from yhdyspinta.people.models import Person
from yhdyspinta.people.visitors import Someone
from yhdyspinta.processes.methods import method_of, methods
from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.permissions import Permit
from yhdyspinta.processes.taking_comments import TakesComments
from yhdyspinta.wording.refusals import Refusal


class TakesStatements(TakesComments):
    """A method in whose activities an organisation may write a statement together and send it once."""

    @abstractmethod
    def may_send(self, person: Someone, activity: Activity, *, began_at: datetime | None, at: datetime) -> Permit:
        """Whether somebody may send now; `began_at` is when they began what they want to finish."""

    @abstractmethod
    def in_time(
        self, actor: Person, activity: Activity, *, began_at: datetime, clock: Callable[[], datetime]
    ) -> Callable[[], datetime]:
        """What is asked once the lock is held: it refuses when it is too late, and gives the instant otherwise."""

    @abstractmethod
    def closing_time(self, activity: Activity) -> datetime | None:
        """When sending ends, if it is known; at most one query."""

    @abstractmethod
    def receipt_path(self, activity: Activity, receipt: Any) -> str:
        """Where whoever is given it opens the receipt, as its code does; no queries."""

    #: The template that shows one answer of `own_answers`, as `answer`.
    answer_template: ClassVar[str]

    @abstractmethod
    def own_answers(self, activity: Activity, receipt: Any, *, language: str) -> Sequence[tuple[int, int, Any]]:
        """What is on the page of what a receipt brought: each comment's thread and number, and its answer or None."""


def statement_method_of(activity: Activity) -> TakesStatements:
    """The method of an activity that takes statements. Raises Refusal("takes_no_comments") for another."""
    method = method_of(activity)
    if not isinstance(method, TakesStatements):
        raise Refusal("takes_no_comments", status=404)
    return method


def keys_of_statement_methods() -> Sequence[str]:
    """The keys of the methods in which organisations send statements."""
    return [key for key, method in methods().items() if isinstance(method, TakesStatements)]
