"""What a whole answer may still lack: told before it is published, and never in its way."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from yhdyspinta.answers.languages import Languages
from yhdyspinta.answers.models import Answer
from yhdyspinta.answers.values import NEEDS_REASON
from yhdyspinta.answers.written import ANSWER
from yhdyspinta.wording.languages import CONTENT_LANGUAGES

#: The ways of handling that say that something was changed.
_CHANGED = ("accepted", "partly_accepted")


def hints(answer: Answer) -> list[str]:
    """What whoever publishes the answer should look at once more."""
    found = list(_half_written(answer))
    if answer.handling in _CHANGED and answer.changed_section_id is None:
        found.append(
            _(
                "No changed passage is chosen. If the answer tells of a changed text or of a link to it, choose the passage."
            )
        )
    return found


def _half_written(answer: Answer) -> Iterable[str]:
    """The languages in which a part of the answer stands, and a part does not."""
    names = ["title", "body", *(["reason_words"] if answer.handling in NEEDS_REASON else [])]
    parts = {str(ANSWER[name].label): getattr(answer, name) for name in names}
    parts = {name: words for name, words in parts.items() if any(words.values())}  # what is nowhere is not published
    for tag in Languages.of_agenda(answer.activity.process.owner).all:
        lacking = [name for name, words in parts.items() if not words.get(tag)]
        if lacking and len(lacking) < len(parts):
            yield _("Missing (%(language)s): %(parts)s. Readers get it in another language.") % {
                "language": CONTENT_LANGUAGES[tag],
                "parts": ", ".join(lacking),
            }
