"""What a method says besides when it takes comments. A method that takes none has nothing to do with this file."""

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q

from yhdyspinta.notices.outbox import Receiver
from yhdyspinta.processes.methods import Method, StaffLink, method_of, methods
from yhdyspinta.processes.models import Activity, Process
from yhdyspinta.processes.round_pages import pages_of
from yhdyspinta.wording.refusals import Refusal


@dataclass(frozen=True)
class Terms:
    """How an activity takes comments in, whatever way they come."""

    naming: str  # comments.values.NAMINGS
    checked_before: bool  # moderation before publishing; otherwise after


class TakesComments(Method):
    """A method in which residents write comments: they are checked, typed in for others, and answered."""

    def is_complete(self, activity: Activity, *, at: datetime) -> bool:
        """Once staff have recorded that every comment is answered."""
        return activity.answered_at is not None

    def where_complete(self, *, at: datetime) -> Q:
        return Q(answered_at__isnull=False)

    def staff_links(self, activity: Activity) -> Sequence[StaffLink]:
        """What the apps have registered for rounds that take comments, and for this method's own."""
        return pages_of(activity)

    @abstractmethod
    def terms(self, activity: Activity) -> Terms:
        """How comments are taken in, as staff have set it; no queries."""

    @abstractmethod
    def owe_receipt(self, receipt: Any, *, to: Receiver, at: datetime, organisation: str = "") -> None:
        """The receipt of what was sent or typed in, as a message that asks to confirm the address; once."""

    def owe_receipts(self, told: Sequence[tuple[Any, Receiver]], *, at: datetime) -> None:
        """The same of all that a file brought into one activity."""
        for receipt, to in told:
            self.owe_receipt(receipt, to=to, at=at)

    @abstractmethod
    def section_path(
        self, activity: Activity, *, document: str, version: int, section: str, language: str | None = None
    ) -> str:
        """The public page of one section of a document; no section: of the document; neither: of the activity; no queries."""


def comment_method_of(activity: Activity) -> TakesComments:
    """The method of an activity that takes comments. Raises Refusal("takes_no_comments") for another."""
    method = method_of(activity)
    if not isinstance(method, TakesComments):
        raise Refusal("takes_no_comments", status=404)
    return method


def keys_of_comment_methods() -> Sequence[str]:
    """The keys of the methods whose activities take comments: what tells of answering asks for these only."""
    return [key for key, method in methods().items() if isinstance(method, TakesComments)]


def only_round(process: Process) -> Activity | None:
    """The activity that takes comments, where the process has one only; no queries when they are loaded."""
    keys = keys_of_comment_methods()
    rounds = [activity for activity in process.activities.all() if activity.method_key in keys]
    if len(rounds) != 1:
        return None
    rounds[0].process = process
    return rounds[0]
