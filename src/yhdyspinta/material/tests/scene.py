"""What the tests of the material share: addresses, deeds and forms."""

from uuid import uuid4

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Comment
from yhdyspinta.documents.models import Section
from yhdyspinta.material.actions.bulk import Change, change_comments
from yhdyspinta.material.actions.themes import make_theme
from yhdyspinta.material.models import BulkAction, Theme
from yhdyspinta.people.models import Person
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.processes.models import Activity
from yhdyspinta.wording.fields import Wording


def path_of(activity: Activity, name: str, language: str = "fi", **parts) -> str:
    return activity_address(activity, f"material:{name}", language=language, **parts)


def comments_on(section: Section, count: int = 3, text: str = "Kirjatkaa määräaika.", **fields) -> list[Comment]:
    return [factories.comment(factories.guest(), section, f"{text} {place}", **fields) for place in range(count)]


def theme_of(bertta: Person, activity: Activity, name: str = "Määräajat") -> Theme:
    return make_theme(actor=bertta, activity=activity, name=Wording(fi=name, sv=f"{name} sv"), at=clock.now())


def do(bertta: Person, comments: list[Comment], key=None, **change) -> BulkAction:
    return change_comments(
        actor=bertta, activity=comments[0].activity, key=key or uuid4(), change=Change(**change),
        comments=[one.pk for one in comments], at=clock.now(),
    )  # fmt: skip


def posted(comments: list[Comment], **fields) -> dict:
    return {"comments": [one.pk for one in comments], "key": str(uuid4()), "do": "ticked", "query": "", **fields}
