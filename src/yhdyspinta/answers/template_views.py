"""Templates of answers: the list, and one to write."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from yhdyspinta.answers import phrases
from yhdyspinta.answers.languages import Languages
from yhdyspinta.answers.models import AnswerTemplate
from yhdyspinta.answers.staff_loading import ABILITY
from yhdyspinta.answers.written import TEMPLATE
from yhdyspinta.authorities.models import Authority
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.addresses import address
from yhdyspinta.processes.loading import moment_of, staff_authority
from yhdyspinta.ui import forms
from yhdyspinta.ui.paging import paged
from yhdyspinta.ui.text import number_of
from yhdyspinta.wording.form_pages import Question, ask_page, form_page


class TemplateForm(forms.Form):
    """A template: a name for staff, and words in each language."""

    name = forms.TextField(label=gettext_lazy("Name"), help_text=gettext_lazy("Only staff see it."), max_length=80)
    revision = forms.HiddenField(required=False)

    def __init__(self, *args: Any, authority: Authority, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        languages = Languages.of(authority)
        self.fields["body"] = forms.WordingField(
            **TEMPLATE["body"].options, languages=languages.all, folded_languages=languages.beside, rows=6,
            required=False,
        )  # fmt: skip


@require_safe
def templates(request: HttpRequest) -> HttpResponse:
    """The authority's templates."""
    authority = staff_authority(request, ABILITY)
    rows, ways = paged(request, AnswerTemplate.objects.filter(authority=authority), order=("name", "pk"))
    found = [{"template": row, "path": address("answers:template", authority, template=row.pk)} for row in rows]
    context = {"rows": found, "ways": ways, "new_path": address("answers:new_template", authority), **_ways(authority)}
    return render(request, "answers/templates.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def template(request: HttpRequest, template: int | None = None) -> HttpResponse:
    """Write a template."""
    authority = staff_authority(request, ABILITY)
    found = get_object_or_404(AnswerTemplate, authority=authority, pk=template) if template is not None else None
    initial = {"name": found.name, "body": found.body, "revision": found.revision} if found else {}
    form = TemplateForm(request.POST or None, authority=authority, initial=initial)

    def save() -> HttpResponse:
        given = form.cleaned_data
        phrases.save_template(
            actor=actor_of(request), authority=authority, template=found, name=given["name"], body=given["body"],
            revision=number_of(given.get("revision")) or 0, at=moment_of(request),
        )  # fmt: skip
        messages.success(request, _("The template was saved."))
        return redirect(address("answers:templates", authority))

    context: dict[str, Any] = {"written": found, **_ways(authority)}
    if found is not None:
        context["remove_path"] = address("answers:remove_template", authority, template=found.pk)
    return form_page(request, "answers/template.html", form, save, keeps=True, **context)


@require_http_methods(["GET", "HEAD", "POST"])
def remove_template(request: HttpRequest, template: int) -> HttpResponse:
    """Throw a template away, after asking."""
    authority = staff_authority(request, ABILITY)
    found = get_object_or_404(AnswerTemplate.objects.select_related("authority"), authority=authority, pk=template)
    return ask_page(
        request,
        Question(
            _("Remove the template?"),
            back=address("answers:template", authority, template=found.pk),
            called=[found.name],
            told=[_("Nobody can begin an answer with it any more. Answers that began with it keep their words.")],
            button=_("Remove the template"),
        ),
        lambda: phrases.remove_template(actor=actor_of(request), template=found, at=moment_of(request)),
        done=_("The template was removed. Answers that began with it keep their words."),
        then=address("answers:templates", authority),
        base="answers/of_templates.html",
        **_ways(authority),
    )


def _ways(authority: Authority) -> dict[str, Any]:
    return {
        "templates_path": address("answers:templates", authority),
        "desk_path": address("site:desk", authority),
        "rounds_path": address("site:desk_answers", authority),
        "translations_path": address("translating:authority_texts", authority),
    }
