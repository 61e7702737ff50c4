"""What a data set is called and holds, in the languages of the site: for catalogues, whose readers know nothing of rounds."""

from collections.abc import Callable, Container
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.utils.translation import ngettext, override

from yhdyspinta.authorities.models import Authority
from yhdyspinta.processes.models import Activity
from yhdyspinta.ui.dates import date_of_record, in_helsinki, number
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import INTERFACE_LANGUAGES

_ROWS = _lazy("A row for each comment; names of columns and values are the same in every language.")
#: What each kind of file is called and holds, and the interface for programs.
KINDS: Final = {
    "csv": (_lazy("CSV for spreadsheets and statistics programs"), _ROWS),
    "xlsx": (
        _lazy("Excel with totals and a codebook"),
        _lazy("Sheets of comments, answers, totals, the codebook in three languages, and what the file is."),
    ),
    "json": (_lazy("JSON for programs"), _lazy("Comments, answers, totals and the codebook in three languages.")),
    "api": (_lazy("Interface for programs"), _lazy("The same comments as they are now, in pages, by OpenAPI.")),
}


def dataset_title(activity: Activity) -> Wording:
    """As in: Comments and answers: Service network 2026. In the languages that the title is in."""
    title = Wording(activity.process.title)
    return _in_each(lambda tag: _("Comments and answers: %(title)s") % {"title": title.text(tag)}, title)


def dataset_description(activity: Activity) -> Wording:
    """What was asked, when and by whom; what each row holds; what is left out."""
    return _in_each(lambda tag: " ".join(part for part in _parts(activity, tag) if part))


def file_title(kind: str) -> Wording:
    """What one of the files is, or the interface."""
    return _in_each(lambda _tag: str(KINDS[kind][0]))


def file_description(kind: str) -> Wording:
    """What it holds, and for what it is good."""
    return _in_each(lambda _tag: str(KINDS[kind][1]))


def catalogue_title(authority: Authority) -> Wording:
    name = Wording(authority.name)
    return _in_each(lambda tag: _("Open data of taking part: %(authority)s") % {"authority": name.text(tag)}, name)


def catalogue_description(authority: Authority) -> Wording:
    """What an authority's catalogue lists."""
    name = Wording(authority.name)
    return _in_each(lambda tag: _catalogue() % {"authority": name.text(tag)})


def _catalogue() -> str:
    return _(
        "What residents and organisations have said in the comment rounds of %(authority)s and what they were answered: a"
        " data set for each round, as files and in an interface for programs."
    )


def _parts(activity: Activity, tag: str) -> tuple[str, ...]:
    process = activity.process
    names = {"title": Wording(process.title).text(tag), "authority": Wording(process.owner.name).text(tag)}
    return (
        _("Published comments of the round “%(title)s” of %(authority)s, with the answers of the authority.") % names,
        _times(list(activity.stages.all()), tag),
        _count(activity.comment_count, tag),
        Wording(process.summary).get(tag, ""),  # in its own language or not at all: the text says which it is in
        _(
            "Each comment has its words, day, language and channel, the part of the document that it is on, how many"
            " agree, how it was handled, and the address of its page."
        ),
        _(
            "The data holds no names, municipalities or ages, and nothing that joins the comments of one sender; passages"
            " that the authority has hidden are marked."
        ),
    )


def _times(stages: list[Any], tag: str) -> str:
    if not stages:
        return ""
    opens, closes = min(one.opens_at for one in stages), max(one.closes_at for one in stages)
    days = {name: date_of_record(in_helsinki(at), tag) for name, at in (("opens", opens), ("closes", closes))}
    return _("Time for comments: %(opens)s–%(closes)s.") % days


def _count(count: int, tag: str) -> str:
    words = ngettext("It has %(count)s published comment.", "It has %(count)s published comments.", count)
    return words % {"count": number(count, tag)}


def _in_each(words: Callable[[str], str], having: Container[str] = INTERFACE_LANGUAGES) -> Wording:
    found = {}
    for tag in [tag for tag in INTERFACE_LANGUAGES if tag in having]:
        with override(tag):
            found[tag] = words(tag)
    return Wording(found)
