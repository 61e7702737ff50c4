"""Staff page: a slip in typing is mended, as a correction of the typing and not as the sender's wish."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Comment, Receipt
from yhdyspinta.intake import actions, queries
from yhdyspinta.intake.batch_forms import FACTS, FactsForm
from yhdyspinta.intake.checking import Typed
from yhdyspinta.intake.facts import Facts, form_beginning
from yhdyspinta.intake.forms import with_own_place
from yhdyspinta.intake.loading import process_frame, takes_in, typed_receipt
from yhdyspinta.intake.receipt_shown import lines_of_sender
from yhdyspinta.intake.rules import may_mend_typing
from yhdyspinta.intake.shown_names import naming_in
from yhdyspinta.intake.slips import facts_asked, mark_of_typing, mendable_comments
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.addresses import process_address
from yhdyspinta.processes.loading import moment_of, works_on
from yhdyspinta.processes.permissions import require
from yhdyspinta.ui import forms
from yhdyspinta.ui.dates import in_helsinki
from yhdyspinta.wording.form_pages import form_page
from yhdyspinta.wording.languages import page_language
from yhdyspinta.wording.refusals import Refusal


class MendForm(FactsForm):
    """Everything that was typed of one sender: each comment with its part, and what the sheet or the call told."""

    arrived_at = forms.DateTimeField(label=gettext_lazy("When did it arrive?"))
    mark = forms.HiddenField()

    def __init__(
        self,
        *args: Any,
        places: list[tuple[str, str]],
        comments: list[Comment],
        asks: bool,
        by_day: bool,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.by_day, self.numbers = by_day, [one.number for one in comments]
        self.fields["arrived_on"].help_text = ""
        for name in ("arrived_at" if by_day else "arrived_on",) if asks else (*FACTS, "arrived_at"):
            self.fields.pop(name, None)
        for one in comments:
            self._add_box(one, places)

    def _add_box(self, comment: Comment, places: list[tuple[str, str]]) -> None:
        number, choices = {"number": comment.number}, with_own_place(places, comment.thread_id)
        place: Any = forms.ChoiceField(
            label=_("Which part is comment %(number)s about?") % number, select=True, choices=choices
        )
        text: Any = forms.MultilineField(label=_("Comment %(number)s") % number)
        self.fields[f"place_{comment.number}"], self.fields[f"text_{comment.number}"] = place, text

    def clean(self) -> dict[str, Any]:
        """The day of a moment stands where the facts look for it."""
        found: dict[str, Any] = super().clean() or {}
        if found.get("arrived_at"):
            found["arrived_on"] = in_helsinki(found["arrived_at"]).date()
        return found

    @property
    def rows(self) -> list[dict[str, Any]]:
        return [{"place": self[f"place_{number}"], "text": self[f"text_{number}"]} for number in self.numbers]

    def stands(self) -> dict[int, Typed]:
        """Each comment as it is meant to be."""
        given = self.cleaned_data
        return {number: Typed(int(given[f"place_{number}"]), given[f"text_{number}"]) for number in self.numbers}

    @property
    def moment(self) -> datetime | None:
        """The time of arrival, where more than its day is known."""
        return None if self.by_day else self.cleaned_data.get("arrived_at")


@require_http_methods(["GET", "HEAD", "POST"])
def mend(request: HttpRequest, process: str, receipt: int) -> HttpResponse:
    """Mend what was typed wrong."""
    owner, kept = typed_receipt(request, process, receipt)
    kept.activity = works_on(request, kept.activity)
    kept.activity.process = owner
    if request.method != "POST":  # what was typed meanwhile is kept beside the reason
        require(may_mend_typing(kept, at=moment_of(request)))
    comments, asks = mendable_comments(kept, with_masked=takes_in(request)), facts_asked(kept)
    form = _form(request, kept, comments, asks=asks)
    back = process_address(owner, "intake:entered", receipt=kept.pk)

    def save() -> HttpResponse:
        mended = actions.mend_typing(
            actor=actor_of(request), receipt=kept, mark=form.cleaned_data["mark"], stands=form.stands(),
            facts=form.facts() if asks else None, arrived_at=form.moment if asks else None, at=clock.now(),
        )  # fmt: skip
        messages.success(request, _("The typing was mended.") if mended else _("Nothing was changed."))
        return redirect(back)

    def refused(refusal: Refusal) -> dict[str, Any]:
        if refusal.code != "typing_changed":
            return {}
        data = form.data.copy()  # type: ignore[attr-defined]
        data["mark"] = mark_of_typing(kept, comments)
        form.data = data
        return {"told": lines_of_sender(kept), "comments": comments}

    context = process_frame(request, owner) | {
        "back": back, "asks": asks, "by_day": kept.is_day_only, "receipt": kept,
        "municipalities": queries.municipalities(page_language()) if asks else [],
    }  # fmt: skip
    return form_page(request, "intake/mend.html", form, save, refused=refused, **context)


def _form(request: HttpRequest, receipt: Receipt, comments: list[Comment], *, asks: bool) -> MendForm:
    initial: dict[str, Any] = {"mark": mark_of_typing(receipt, comments), "arrived_at": receipt.at}
    for one in comments:
        initial |= {f"place_{one.number}": str(one.thread_id), f"text_{one.number}": one.text}
    initial |= form_beginning(Facts.of(receipt), page_language()) if asks else {}
    return MendForm(
        request.POST if request.method == "POST" else None, places=queries.places(receipt.activity, page_language()),
        comments=comments, asks=asks, by_day=receipt.is_day_only, initial=initial,
        naming=naming_in(receipt.activity), former=queries.has_former_groups(receipt.activity),
    )  # fmt: skip
