"""Input of passing on and answering."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from yhdyspinta.answers.forms import DraftWording
from yhdyspinta.answers.languages import Languages
from yhdyspinta.authorities.models import Authority
from yhdyspinta.transfers.actions.passing import Destination
from yhdyspinta.transfers.written import REASON, REPLY
from yhdyspinta.ui import forms
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.languages import page_language
from yhdyspinta.wording.refusals import Refusal

OUTSIDE = "outside"


class PassOnForm(forms.Form):
    """Which authority, why, and by when one outside the service should answer."""

    def __init__(self, *args: Any, authorities: Sequence[Authority], languages: Languages, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by_slug = {one.slug: one for one in authorities}
        named = sorted(((one.slug, Wording(one.name).text(page_language())) for one in authorities), key=lambda n: n[1])
        self.fields["receiver"] = forms.ChoiceField(
            label=_("Which authority does the comment belong to?"), select=True,
            choices=[("", _("Choose")), *named, (OUTSIDE, _("Another, which does not work in this service"))],
        )  # fmt: skip
        self.fields["outside_name"] = forms.TextField(
            label=_("Name of an authority outside this service"), required=False, marks_optional=False, max_length=150,
            help_text=_("The public and the sender see the name."),
        )  # fmt: skip
        self.fields["outside_address"] = forms.TextField(
            label=_("Its e-mail or postal address"), required=False, marks_optional=False, max_length=300,
            help_text=_("You send the comment there yourself. Only staff see the address."),
        )  # fmt: skip
        self.fields["due_on"] = forms.DateField(
            label=_("By when an authority outside this service should answer"), required=False,
            help_text=_("Only staff see this. An authority of this service answers within its own time."),
        )  # fmt: skip
        self.fields["reason"] = forms.WordingField(
            **REASON.options, languages=languages.all, folded_languages=languages.beside, rows=3,
            required_languages=languages.owed,
            help_text=_("The sender gets these words, and they stand beside the comment."),
        )  # fmt: skip
        self.fields["key"] = forms.KeyField()

    def clean(self) -> dict[str, Any]:
        """Both things that an authority outside needs are asked for at once."""
        given = super().clean() or self.cleaned_data
        if given.get("receiver") == OUTSIDE:
            for name in ("outside_name", "outside_address"):
                if not given.get(name) and name not in self.errors:
                    self.put(Refusal(f"{name}_missing", status=422, field=name))
        return given

    def destination(self) -> Destination:
        """Where the form says. Raises Refusal("receiver_missing")."""
        given = self.cleaned_data
        if given["receiver"] == OUTSIDE:
            return Destination(outside_name=given["outside_name"], outside_address=given["outside_address"])
        receiver = self.by_slug.get(given["receiver"])
        if receiver is None:
            raise Refusal("receiver_missing", status=422, field="receiver")
        return Destination(receiver)


class PassManyForm(PassOnForm):
    """The same of many comments at once."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["receiver"].label = _("Which authority do the comments belong to?")
        self.fields["outside_address"].help_text = _(
            "You send the comments there yourself. Only staff see the address."
        )
        self.fields["reason"].label = _("Why do they belong there?")
        self.fields["reason"].help_text = _("The senders get these words, and they stand beside each comment.")


class ReplyForm(forms.Form):
    """The receiver's answer in its languages: a draft may lack some of them."""

    def __init__(self, *args: Any, languages: Languages, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["answer"] = DraftWording(**REPLY.options, languages=languages, rows=6)
        self.fields["revision"] = forms.HiddenField(required=False)


class OutsideAnswerForm(forms.Form):
    """What an authority outside the service answered by letter or e-mail, and by when it should answer."""

    def __init__(self, *args: Any, languages: Languages, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["due_on"] = forms.DateField(
            label=_("By when it should answer"), required=False,
            help_text=_("Only staff see this. The list of passed-on comments marks what is late."),
        )  # fmt: skip
        self.fields["answered_on"] = forms.DateField(label=_("Day on which its answer arrived"), required=False)
        self.fields["answer"] = DraftWording(**REPLY.options, languages=languages, rows=6)


class RecordedAnswerForm(forms.Form):
    """What was written down of an answer from outside the service, to be mended."""

    def __init__(self, *args: Any, languages: Languages, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["answered_on"] = forms.DateField(label=_("Day on which its answer arrived"))
        self.fields["answer"] = DraftWording(**REPLY.options, languages=languages, rows=6)
        self.fields["revision"] = forms.HiddenField()


class TakeRecordBackForm(forms.Form):
    """Why an answer from outside the service that was written down does not belong to the comment."""

    why = forms.MultilineField(
        label=_("Why is it taken back?"), rows=3, max_length=2_000,
        help_text=_("For example: the answer was of another comment. Only staff read this."),
    )  # fmt: skip
    revision = forms.HiddenField()


class TakeManyBackForm(forms.Form):
    """Why everything that was passed on together is taken back."""

    why = forms.MultilineField(
        label=_("Why are they taken back?"), rows=3, max_length=2_000,
        help_text=_("Those who answer at the other authority read this. Senders are told only that the comments came back."),
    )  # fmt: skip


class GiveBackForm(forms.Form):
    """Why a comment does not belong here."""

    reason = forms.MultilineField(
        label=_("Why does it not belong to your authority?"), rows=3, max_length=2_000,
        help_text=_("Those who passed it on read this. The sender is told only that the comment went back."),
    )  # fmt: skip
