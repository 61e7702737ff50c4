"""Staff mend the language that a comment is marked with."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from yhdyspinta.comments.languages import COMMENT_LANGUAGES, MARKED_IN, language_name
from yhdyspinta.comments.models import Comment
from yhdyspinta.material.actions.languages import mend_language
from yhdyspinta.material.loading import comment_of, frame, round_of
from yhdyspinta.material.rows import shown_text
from yhdyspinta.material.values import ABILITY
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.processes.loading import abilities_here, moment_of
from yhdyspinta.ui import forms
from yhdyspinta.wording.form_pages import form_page
from yhdyspinta.wording.languages import ANOTHER_LANGUAGE, html_lang


class LanguageForm(forms.Form):
    """What a comment is written in."""

    language = forms.ChoiceField(
        label=gettext_lazy("Language of the comment"), choices=list(MARKED_IN.items()), select=True,
        help_text=gettext_lazy("The words stay as they are. Lists, the report and open data count the comment by it."),
    )  # fmt: skip


def written_in(comment: Comment) -> dict[str, Any]:
    """The comment's language for its staff page: its name, its mark, and where it is mended."""
    is_known = comment.language != ANOTHER_LANGUAGE
    return {
        "name": language_name(comment.language),
        "lang": html_lang(comment.language) if is_known else "",
        "path": activity_address(comment.activity, "material:language", number=comment.number)
        if comment.state != Comment.State.WITHDRAWN
        else "",
    }


@require_http_methods(["GET", "HEAD", "POST"])
def language(request: HttpRequest, process: str, activity: str, number: int) -> HttpResponse:
    """Say which language the comment is in."""
    found = round_of(request, process, activity, ABILITY)
    one = comment_of(found, number)
    back = activity_address(found, "material:comment", number=number)
    form = LanguageForm(request.POST if request.method == "POST" else None, initial={"language": one.language})

    def save() -> HttpResponse:
        chosen = form.cleaned_data["language"]
        if mend_language(actor=actor_of(request), comment=one, language=chosen, at=moment_of(request)):
            messages.success(request, _("The language of the comment was mended."))
        return redirect(back)

    beside: dict[str, Any] = {
        "comment": one,
        "text": shown_text(one, abilities_here(request)),
        "translated": ", ".join(str(COMMENT_LANGUAGES[tag]) for tag in _translated_into(one)),
        "back": back,
    }
    return form_page(request, "material/language.html", form, save, **frame(request, found), **beside)


def _translated_into(comment: Comment) -> list[str]:
    rows = comment.translations.exclude(text="").values_list("language", flat=True)
    return [tag for tag in COMMENT_LANGUAGES if tag in set(rows)]
