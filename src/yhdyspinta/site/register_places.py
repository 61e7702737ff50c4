"""What a row of the register is about: its matter and round, the part of the document, and where it is read."""

from typing import Any, Final

from django.utils.translation import get_language

from yhdyspinta.answers.links import section_label
from yhdyspinta.answers.place_names import MATTER, PlaceName
from yhdyspinta.comments.models import Comment
from yhdyspinta.notices.addresses import absolute
from yhdyspinta.open_data.api.addresses import activity_page
from yhdyspinta.open_data.places import PLACE_PATHS
from yhdyspinta.processes.models import Activity

_PATHS: Final = ("activity__process__owner", *PLACE_PATHS)


def paths(to_comment: str = "") -> tuple[str, ...]:
    """What has to be loaded with a row, by its way to the comment."""
    return tuple(f"{to_comment}{path}" for path in _PATHS)


def matter_of(activity: Activity) -> dict[str, Any]:
    """The matter and the round."""
    process = activity.process
    return {
        "case_number": process.case_number,
        "process": process.title,
        "process_slug": process.slug,
        "activity_slug": activity.slug,
        "method_key": activity.method_key,
        "round": activity.title,
    }


def of(comment: Comment) -> dict[str, Any]:
    """The matter of a comment, or of what is about one: a comment's number is one of its round only."""
    return {**matter_of(comment.activity), "place": _place(comment), "address": _address(comment)}


def _place(comment: Comment) -> str:
    """As in: Toimintamalli, luonnos 1, kohta 2.3; Koko asiakirja: Toimintamalli, luonnos 1; Koko asia."""
    language = get_language() or "fi"
    section = getattr(comment.thread, "section", None)
    if section is not None:
        return section_label(section, language)
    version = getattr(comment.thread, "document_version", None)
    if version is None:
        return MATTER.title
    named = (PlaceName(document=version.document.title).title, version.name.text(language))
    return ", ".join(words for words in named if words)


def _address(comment: Comment) -> str:
    """Its public page; none while it, or its process, is not shown."""
    if comment.state != Comment.State.VISIBLE or comment.activity.process.published_at is None:
        return ""
    return absolute(f"{activity_page(comment.activity, get_language() or 'fi')}comments/{comment.number}/")
