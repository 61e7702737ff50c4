"""What moderators, readers and senders fill in."""

from typing import Any, Final

from django.core.exceptions import ValidationError
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from yhdyspinta.moderation.masking import Span, lines_of, occurrences, sentences
from yhdyspinta.moderation.queries import KINDS
from yhdyspinta.moderation.values import REASONS, REPORT_REASONS, WARNINGS
from yhdyspinta.ui import forms
from yhdyspinta.ui.text import number_of

MOST_PASSAGES: Final = 5_000  # characters
MOST_NAMED: Final = 5  # passages that a message repeats
KIND_WORDS = {
    "all": _("Everything that waits"),
    "waiting": _("Waiting to be checked"),
    "reported": _("Reported"),
    "appealed": _("Appealed"),
    "warned": _("Shown, with a warning"),
}


class FilterForm(forms.Form):
    """Narrow the queue; an unknown choice is left out."""

    kind = forms.ChoiceField(
        label=_("Show"), select=True, required=False, marks_optional=False,
        choices=[(key, KIND_WORDS[key]) for key in KINDS],
    )  # fmt: skip
    warning = forms.ChoiceField(
        label=_("Warning"), select=True, required=False, marks_optional=False,
        choices=[("", _("Any or none")), *WARNINGS.items()],
    )  # fmt: skip
    document = forms.ChoiceField(label=_("Document"), select=True, required=False, marks_optional=False, choices=[])

    def __init__(self, *args: Any, documents: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer("document", [("", _("All")), *documents])


class HideForm(forms.Form):
    """The reason in a choice and in words."""

    reason = forms.ChoiceField(label=_("Why is it hidden?"), choices=list(REASONS.items()))
    words = forms.MultilineField(
        label=_("More to the sender"),
        help_text=_("Only the sender reads this. They are also told how to appeal."),
        required=False,
        max_length=2_000,
        rows=2,
        count=False,
    )


class MaskForm(HideForm):
    """Which words are covered: whole sentences by ticks, and passages as they stand in the comment."""

    sentences = forms.MultipleChoiceField(label=_("Which sentences are covered?"), required=False, choices=[])
    passages = forms.MultilineField(
        label=_("Which words are covered?"),
        help_text=_(
            "Write or paste the words exactly as they stand in the comment, each passage on its own line. Every place "
            "where they occur is covered, also inside a longer word."
        ),
        required=False,
        max_length=MOST_PASSAGES,
        size="s",
        rows=3,
        count=False,
    )
    revision = forms.HiddenField()
    field_order = ("revision", "passages", "sentences", "reason", "words")

    def __init__(self, *args: Any, text: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.original = text
        self.fields["reason"].label = _("Why are the words covered?")
        stretches = [(f"{start}-{end}", text[start:end]) for start, end in sentences(text)]
        self.offer("sentences", stretches)

    def clean_passages(self) -> str:
        """The passages, each found in the comment."""
        written = str(self.cleaned_data["passages"])
        missing = [line for line in lines_of(written) if not occurrences(self.original, line)]
        if missing:
            named = ", ".join(f"”{Truncator(line).chars(60)}”" for line in missing[:MOST_NAMED])
            raise ValidationError(
                ngettext(
                    "The comment does not have these words: %(words)s. Copy them exactly as they stand.",
                    "%(count)s passages are not in the comment: %(words)s. Copy them exactly as they stand.",
                    len(missing),
                )
                % {"count": len(missing), "words": named}
            )
        return written

    def spans(self) -> list[Span]:
        """What is to be covered; nonsense becomes an empty stretch, which is refused."""
        found = [whole(part) for part in self.cleaned_data["sentences"]]
        for line in lines_of(self.cleaned_data["passages"]):
            found += occurrences(self.original, line)
        return found


def whole(text: str) -> tuple[int, int]:
    start, _mark, end = text.partition("-")
    return (number(start), number(end))


def number(text: str) -> int:
    """A small whole number in ASCII digits, otherwise -1, which fits nothing."""
    found = number_of(text, most_digits=9)
    return -1 if found is None else found


class ReportForm(forms.Form):
    """What is wrong with a comment."""

    reason = forms.ChoiceField(label=_("What is wrong with the comment?"), choices=list(REPORT_REASONS.items()))
    words = forms.MultilineField(label=_("Tell more"), required=False, max_length=1_000, rows=3)


class AppealForm(forms.Form):
    """Why a decision should be changed."""

    text = forms.MultilineField(
        label=_("Why should the decision be changed?"), max_length=4_000, rows=6,
        empty_message=_("Write why the decision should be changed."),
    )  # fmt: skip


STAYS = ("dismissed", _("The decision stays"))


class AppealDecisionForm(forms.Form):
    """Who was right, and the reasons."""

    result = forms.ChoiceField(
        label=_("What do you decide?"),
        choices=[("upheld", _("The sender is right: show the words again")), STAYS],
    )
    reply = forms.MultilineField(label=_("Reasons to the sender"), required=False, max_length=4_000, rows=4)

    def offer_no_showing(self) -> None:
        """The words are gone: what is shown is only that the decision stays."""
        self.offer("result", [STAYS])
