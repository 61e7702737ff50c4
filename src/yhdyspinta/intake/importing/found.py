"""What a file of comments holds once it has been read: senders with their comments, and its mistakes."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from yhdyspinta.intake.importing.problems import MOST_PROBLEMS, Problem
from yhdyspinta.intake.replies import Reply
from yhdyspinta.places.models import Area


@dataclass(frozen=True)
class FoundAnswer:
    """How a comment was answered in the old round; comments with equal ones get one draft."""

    body: str
    handling: str = ""
    reason: str = ""
    reason_words: str = ""  # a reason that is none of the list
    about: str = ""  # what the comments are about, where the file tells it


@dataclass(frozen=True)
class FoundComment:
    """A comment of a file: the part and the words."""

    thread_id: int
    text: str
    row: int
    language: str = ""  # as its words tell, where the file does not; "" is the sender's
    themes: tuple[str, ...] = ()
    answer: FoundAnswer | None = None  # as an old round answered it
    stance: str = ""  # as its staff read it; "" where the file tells none


@dataclass
class FoundSender:
    """Somebody whose comments a file holds: everything on rows with the same number is theirs."""

    key: str  # what finds them again: their number in the file, or the file's row
    row: int
    language: str
    channel: str
    arrived_at: datetime
    is_language_told: bool = True
    capacities: tuple[str, ...] = ()
    organisation: str = ""
    municipality: Area | None = None
    age_group: str = ""
    display_name: str = ""  # the name that is shown; nothing where it may not be
    reply: Reply = field(default_factory=Reply)
    email: str = ""
    is_day_only: bool = True  # the file tells the day of arrival, and no time of day
    comments: list[FoundComment] = field(default_factory=list)


@dataclass
class Checked:
    """What a file holds once it has been read whole."""

    senders: list[FoundSender] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    untold: int = 0  # further mistakes, which are only counted
    codes: dict[int, str] = field(default_factory=dict)  # of the round's parts, by thread
    known: set[UUID] = field(default_factory=set)  # keys of senders whom an earlier file brought
    themes: dict[str, int] = field(default_factory=dict)  # those of the round by name, where the file tells any
    name_column: tuple[str, str] = ("", "")  # where the shown names stand: letters and heading
    wordless: int = 0  # rows of respondents who wrote no comment
    own: int = 0  # how many senders the file tells to be the round's own: they are left out

    def tell(self, problem: Problem) -> None:
        """A mistake: of a file that is wrong everywhere the first ones are kept."""
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(problem)
        else:
            self.untold += 1

    @property
    def comment_count(self) -> int:
        return sum(len(sender.comments) for sender in self.senders)
