"""What staff can set for one comment round."""

from dataclasses import asdict, dataclass
from typing import Any, Self

from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.permissions import Requirement, stored_requirements


@dataclass(frozen=True)
class RoundSettings:
    """Who may comment, how names are shown, when comments are checked, and how late one may finish."""

    level: int = 0  # people.Person.Level that commenting asks for
    municipalities: tuple[str, ...] = ()  # codes; empty is everybody
    naming: str = "not_shown"  # comments.values.NAMINGS
    checked_before: bool = False  # moderation before publishing; otherwise after
    grace_minutes: int = 15  # for those who began before closing
    opens_replies: bool = True

    @classmethod
    def of(cls, activity: Activity) -> Self:
        kept = dict(activity.settings.get("round", {}))
        kept["municipalities"] = tuple(kept.get("municipalities", ()))
        return cls(**kept)

    def stored(self) -> dict[str, Any]:
        """The activity's settings value: the round's own and the requirements that permissions read.

        Who may mark a comment is who may comment: otherwise a level asked for would be gone round with marks.
        """
        ask = Requirement(level=self.level, municipalities=self.municipalities)
        return {"round": asdict(self), **stored_requirements({"comment": ask, "endorse": ask})}
