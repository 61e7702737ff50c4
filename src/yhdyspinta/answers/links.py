"""Where an answer and the passage that it changed stand, and how they are called."""

from django.utils.translation import gettext as _

from yhdyspinta.answers.models import Answer
from yhdyspinta.documents.models import Section
from yhdyspinta.processes.addresses import activity_address, process_address
from yhdyspinta.processes.taking_comments import comment_method_of
from yhdyspinta.wording.fields import Wording


def answer_path(answer: Answer, *, language: str | None = None) -> str:
    """The public page of an answer; the activity and its process and owner are loaded."""
    return process_address(
        answer.activity.process,
        "answers:answer",
        language=language,
        activity=answer.activity.slug,
        number=answer.number,
    )


def staff_path(answer: Answer, name: str = "edit", *, number: int | None = None) -> str:
    """A page of staff of an answer: where it is edited, unless another is named; of the answer of another number."""
    return activity_address(answer.activity, f"answers:{name}", number=number or answer.number)


def passage_path(answer: Answer, *, language: str | None = None) -> str:
    """The changed passage in the version where it changed; empty when the answer names none."""
    section = answer.changed_section
    if section is None:
        return ""
    version = section.version
    path = comment_method_of(answer.activity).section_path(
        answer.activity,
        language=language,
        document=version.document.slug,
        version=version.number,
        section=section.anchor,
    )
    return f"{path}#passage-{answer.changed_passage}" if answer.changed_passage else path


def section_label(section: Section, language: str) -> str:
    """As in: Osallisuuden toimintamalli, luonnos 2, kohta 2.3; documents may have versions of the same name."""
    version = Wording(section.version.name).for_reader(language).text
    document = Wording(section.version.document.title).for_reader(language).text
    place = _("%(version)s, section %(number)s") % {"version": version, "number": section.number}
    return f"{document}, {place}" if document else place
