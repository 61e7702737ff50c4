"""The words that staff write in a report: which fields there are, and what is asked of them."""

from dataclasses import dataclass, field
from typing import Final

from django.utils.translation import gettext_lazy as _

from yhdyspinta.answers.languages import require_languages
from yhdyspinta.answers.models import Summary
from yhdyspinta.processes.models import Activity, Process
from yhdyspinta.reports.models import ReportVersion
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.parts import Parts, TextPart
from yhdyspinta.wording.refusals import Refusal

#: The fields in the order of the page: what each is called.
NAMES: Final = {
    "in_short": _("The report in short"),
    "asked": _("What was asked"),
    "took_part": _("Who took part"),
    "said": _("What was said"),
    "changed": _("What changed and what did not"),
    "next_steps": _("What happens next"),
}
WRITTEN: Final = {name: TextPart(label, 20_000, is_long=True) for name, label in NAMES.items()}
PRACTICE: Final = {
    "title": TextPart(_("Name shown to readers"), 150),
    "text": TextPart(_("What it is and who uses it"), 5_000, is_long=True),
}
#: Without these there is no report.
NEEDED: Final = ("in_short", "asked")


@dataclass(frozen=True)
class ReportWords(Parts):
    """What staff write in a report."""

    in_short: Wording = field(default_factory=Wording)
    asked: Wording = field(default_factory=Wording)
    took_part: Wording = field(default_factory=Wording)
    said: Wording = field(default_factory=Wording)
    changed: Wording = field(default_factory=Wording)
    next_steps: Wording = field(default_factory=Wording)


def first_words(activity: Activity) -> ReportWords:
    """What a report begins with: what the process and the summary of the comments tell already."""
    process = activity.process
    told = Summary.objects.filter(activity=activity, published_at__isnull=False).first()
    return ReportWords(
        in_short=Wording(told.body) if told else Wording(),
        asked=Wording(process.summary),
        next_steps=Wording(process.decided_by),
    )


def words_heard(activity: Activity) -> dict[str, dict[str, str]]:
    """Words of the attachment for an agenda: those of the newest published report, or else what the process asks."""
    published = ReportVersion.objects.filter(activity=activity).order_by("-number").values_list("words", flat=True)
    found = published.first()
    if found is None:
        return {"asked": dict(activity.process.summary)}
    return {name: found.get(name, {}) for name in ("asked", "took_part", "said")}


def require_words(process: Process, words: ReportWords) -> None:
    """Refuse words that are not whole: Refusal("report_part_missing") or ("language_missing"), at the field."""
    for name in NAMES:
        text: Wording = getattr(words, name)
        if name in NEEDED and not any(text.values()):
            first = process.owner.duty_languages[0]
            raise Refusal("report_part_missing", status=422, field=f"{name}:{first}", name=str(NAMES[name]))
        if any(text.values()):
            require_languages(process, name, text)
