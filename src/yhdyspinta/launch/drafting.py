"""The first words of a launch pack, from what the round tells already: title, summary, documents, times, answers."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from django.utils import translation
from django.utils.translation import gettext as _

from yhdyspinta.documents.models import Document
from yhdyspinta.launch.models import LaunchRelease
from yhdyspinta.launch.words import LaunchWords
from yhdyspinta.processes.models import Activity
from yhdyspinta.ui import dates
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import INTERFACE_LANGUAGES

LAST_DAYS: Final = "last-days"
RESULTS: Final = "results"
_MOST_DOCUMENTS: Final = 8
_Span = tuple[datetime, datetime]


def first_words(activity: Activity, kind: str = "", *, at: datetime) -> LaunchWords:
    """A draft in every language that the authority owes or has told of the round in, and our sentences exist in.

    Of a closed round, of its results.
    """
    documents = [Wording(row.title) for row in _documents(activity)]
    span = _span(activity)
    kind = kind or (RESULTS if _is_over(span, at) else "")
    drafts: dict[str, dict[str, str]] = {}
    for language in _languages(activity):
        if language not in INTERFACE_LANGUAGES or not Wording(activity.process.title).get(language):
            continue
        with translation.override(language):
            if kind == RESULTS:
                made = _of_results(activity, span, language, at)
            elif kind == LAST_DAYS:
                made = _of_last_days(activity, documents, span, language)
            else:
                made = _in_language(activity, documents, span, language)
            for name, text in made:
                drafts.setdefault(name, {})[language] = text
    return LaunchWords(**{name: Wording(texts) for name, texts in drafts.items()})


def _languages(activity: Activity) -> Iterable[str]:
    """Those that the authority owes, and those beside them that the latest release is in."""
    last = LaunchRelease.objects.filter(activity=activity).order_by("-number").first()
    told = [tag for tag, words in last.words.get("news", {}).items() if words] if last else []
    owner = activity.process.owner
    return dict.fromkeys((*owner.duty_languages, *(tag for tag in owner.languages if tag in told)))


def beginnings(activity: Activity, *, at: datetime) -> dict[str, str]:
    """What else than its opening there is to tell of the round now: the kinds of draft, with the words of their buttons."""
    span = _span(activity)
    if span is None or at < span[0]:
        return {}
    if _is_over(span, at):
        return {RESULTS: _("Begin from the results")}
    return {LAST_DAYS: _("Begin from the last days")}


def _span(activity: Activity) -> _Span | None:
    times = list(activity.stages.order_by("opens_at").values_list("opens_at", "closes_at"))
    return (times[0][0], max(closes for _opens, closes in times)) if times else None


def _is_over(span: _Span | None, at: datetime) -> bool:
    return span is not None and span[1] <= at


def _documents(activity: Activity) -> Iterable[Document]:
    return Document.objects.filter(activity=activity).order_by("position", "pk")[:_MOST_DOCUMENTS]


def _in_language(
    activity: Activity, documents: Iterable[Wording], span: _Span | None, language: str
) -> Iterable[tuple[str, str]]:
    process = activity.process
    title, summary = Wording(process.title)[language], Wording(process.summary).get(language, "")
    headline = _("Have your say: %(title)s") % {"title": title}
    when = _when(span, language)
    promised = process.answers_promised_on
    answered = _("Every comment is answered, by %(day)s.") % {"day": dates.day(promised, language)} if promised else ""
    asked = _asked(documents, language)
    by_phone = _("You can also take part by phone and on paper.")
    yield "headline", headline[:200]
    yield "news", "\n\n".join(filter(None, [summary, asked, when, by_phone, answered]))
    yield "newsletter", " ".join(filter(None, [headline.rstrip(".") + ".", when, by_phone]))
    yield "short_post", "\n".join(filter(None, [headline, when]))
    yield "post", "\n\n".join(filter(None, [headline, summary, when, answered]))
    yield "picture_post", "\n\n".join(filter(None, [headline, when, by_phone]))


def _asked(documents: Iterable[Wording], language: str) -> str:
    named = [document[language] for document in documents if document.get(language)]
    return "\n".join([_("You can comment on:"), "", *(f"- {name}" for name in named)]) if named else ""


def _of_last_days(
    activity: Activity, documents: Iterable[Wording], span: _Span | None, language: str
) -> Iterable[tuple[str, str]]:
    """What is told while there is still time: when it closes, on what and how to comment."""
    process = activity.process
    title, summary = Wording(process.title)[language], Wording(process.summary).get(language, "")
    headline = _("Last days to comment: %(title)s") % {"title": title}
    closes = _("You can comment until %(closes)s.") % {"closes": dates.moment(span[1], language)} if span else ""
    by_phone = _("You can also take part by phone and on paper.")
    yield "headline", headline[:200]
    yield "news", "\n\n".join(filter(None, [closes, summary, _asked(documents, language), by_phone]))
    yield "newsletter", " ".join(filter(None, [headline.rstrip(".") + ".", closes, by_phone]))
    yield "short_post", "\n".join(filter(None, [headline, closes]))
    yield "post", "\n\n".join(filter(None, [headline, closes, summary, by_phone]))
    yield "picture_post", "\n\n".join(filter(None, [headline, closes, by_phone]))


def _of_results(activity: Activity, span: _Span | None, language: str, at: datetime) -> Iterable[tuple[str, str]]:
    """What is told when nobody can comment any more: that it closed, when answers come, and where to read them."""
    process = activity.process
    title, summary = Wording(process.title)[language], Wording(process.summary).get(language, "")
    headline = _("What came of the comments: %(title)s") % {"title": title}
    closed = _("Commenting closed %(closes)s.") % {"closes": dates.moment(span[1], language)} if span else ""
    promised = process.answers_promised_on
    answered = ""
    if promised is not None and promised >= dates.in_helsinki(at).date():
        answered = _("Every comment is answered, by %(day)s.") % {"day": dates.day(promised, language)}
    read = _("Read the comments and the answers on the page of the round.")
    yield "headline", headline[:200]
    yield "news", "\n\n".join(filter(None, [summary, closed, answered, read]))
    yield "newsletter", " ".join(filter(None, [headline.rstrip(".") + ".", closed, read]))
    yield "short_post", "\n".join(filter(None, [headline, closed]))
    yield "post", "\n\n".join(filter(None, [headline, summary, closed, read]))
    yield "picture_post", "\n\n".join(filter(None, [headline, closed, read]))


def _when(span: _Span | None, language: str) -> str:
    if span is None:
        return ""
    opens, closes = (dates.moment(at, language) for at in span)
    return _("Commenting opens %(opens)s and closes %(closes)s.") % {"opens": opens, "closes": closes}
