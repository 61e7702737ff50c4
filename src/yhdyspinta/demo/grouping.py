"""How the demo's staff work with what was said: themes, who sees to what, notes, a kept view, like comments."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID, uuid5

from yhdyspinta.comments.models import Comment
from yhdyspinta.demo.stories import both
from yhdyspinta.material import similar, tasks
from yhdyspinta.material.actions.bulk import Change, change_comments
from yhdyspinta.material.actions.notes import save_view, write_note
from yhdyspinta.material.actions.themes import ask_for_themes, make_theme
from yhdyspinta.material.actions.translations import save_translation
from yhdyspinta.material.translations import mark_of
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity
from yhdyspinta.ui.dates import in_helsinki

#: What each theme is called, and the words that a comment of it holds.
_THEMES: Final = (
    (both("Vastaaminen ja määräajat", "Svar och tidsfrister"), r"vasta[uk]|vastat|määräai|kuukau|\msvar"),
    (both("Kyydit ja matkat", "Skjutsar och resor"), r"kyyd|kyyti|kulje|matka|bussi|taksi|kilometri|resa|skjuts"),
    (both("Foorumin aika ja paikka", "Forumets tid och plats"), r"foorumi|illalla|iltaan|\milta|forum|kväll"),
    (both("Tulkkaus ja saavutettavuus", "Tolkning och tillgänglighet"), r"tulk|lomak|ruudunluk|selko|kirjasin|kuva|tolk"),
    (both("Palkkiot ja työaika", "Arvoden och arbetstid"), r"palkki|työaik|tunti|maks|arvode|arbetstid"),
)  # fmt: skip
#: Comments of the demo's residents, each with a language and the words in it.
_IN_OTHER_WORDS: Final = {
    "Saako foorumiin tulla lasten kanssa? Se ratkaisee, lähdenkö.": (
        "sv",
        "Får man ta med sig barnen till forumet? Det avgör om jag kommer.",
    ),
    "Ordna forumet någon gång i Närpes, här finns kaffe och parkering.": (
        "fi",
        "Järjestäkää foorumi joskus Närpiössä, täällä on kahvia ja pysäköintitilaa.",
    ),
}
_SPACE: Final = UUID("6f0c2b8e-3b1c-4a57-9d0e-6d9f7f3c2a10")


def name_themes(activity: Activity, staff: Person, *, at: datetime) -> None:
    """Staff name themes and put the comments into them."""
    for place, (name, words) in enumerate(_THEMES):
        found = Comment.objects.filter(activity=activity, state=Comment.State.VISIBLE, public_text__iregex=words)
        comments = list(found.values_list("pk", flat=True))
        if comments:
            later = at + timedelta(minutes=6 * place)
            theme = make_theme(actor=staff, activity=activity, name=name, at=later)
            _change(activity, staff, Change("theme_added", theme=theme.pk), comments, at=later)


def share_the_work(activity: Activity, people: Mapping[str, Person], *, at: datetime) -> None:
    """Comments on paper go to the answerer, stances are marked, a note is left, and a view is kept for everybody."""
    coordinator, answerer = people["coordinator"], people["answerer"]
    found = Comment.objects.filter(activity=activity, state=Comment.State.VISIBLE).order_by("number")
    on_paper = list(found.filter(channel="paper"))
    due_on = in_helsinki(at).date() + timedelta(days=12)
    change = Change("assigned", assignee=answerer.pk, due_on=due_on)
    _change(activity, coordinator, change, [one.pk for one in on_paper], at=at)
    stances = [one.pk for one in found.filter(public_text__iregex="hyvä|kannat")]
    if stances:
        _change(activity, coordinator, Change("stance", stance="for"), stances, at=at + timedelta(minutes=2))
    write_note(
        actor=coordinator, comment=on_paper[0], key=uuid5(_SPACE, f"note {activity.pk}"), at=at + timedelta(minutes=5),
        text="Kirjasto kertoi samaa puhelimessa. Vastataan kirjeellä, ja neuvontaan viedään lisää lomakkeita.",
    )  # fmt: skip
    save_view(
        actor=coordinator, activity=activity, name="Paperilla tulleet, vastaamatta", query="channel=paper&answered=no",
        is_shared=True, at=at + timedelta(minutes=9),
    )  # fmt: skip


def translate(activity: Activity, staff: Person, *, at: datetime) -> None:
    """Some comments get a translation beside them, and some others are chosen for the translator's file."""
    shown = Comment.objects.filter(activity=activity, state=Comment.State.VISIBLE).order_by("number")
    for comment in shown.filter(text__in=list(_IN_OTHER_WORDS)):
        language, words = _IN_OTHER_WORDS[comment.text]
        save_translation(
            actor=staff, comment=comment, language=language, text=words, mark=mark_of(comment.public_text), revision=0,
            at=at,
        )  # fmt: skip
    rest = shown.filter(language="fi", parent=None).exclude(text__in=list(_IN_OTHER_WORDS))
    chosen = list(rest.values_list("pk", flat=True)[:3])
    _change(activity, staff, Change("to_translate", language="sv"), chosen, at=at + timedelta(minutes=4))


def look_for_like(activity: Activity, staff: Person, *, at: datetime) -> None:
    """What the calculations of the background find: like comments, and themes that were asked for."""
    ask_for_themes(actor=staff, activity=activity, at=at)
    tasks.look_at(activity)
    similar.suggest(activity, find=tasks.find_themes, at=at)


def _change(activity: Activity, staff: Person, change: Change, comments: list[int], *, at: datetime) -> None:
    key = uuid5(_SPACE, f"{activity.pk} {change}")
    change_comments(actor=staff, activity=activity, key=key, change=change, comments=comments, at=at)
