"""Solutions in use and support material: the public page, the files, and the staff page where they are added."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from yhdyspinta.documents.downloads import to_be_saved
from yhdyspinta.documents.models import Section
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.processes.loading import moment_of, public_process, staff_round
from yhdyspinta.processes.models import Activity
from yhdyspinta.reports import actions, practices
from yhdyspinta.reports.actions import ABILITY
from yhdyspinta.reports.forms import PracticeForm
from yhdyspinta.reports.loading import public_activity, public_crumbs, staff_frame
from yhdyspinta.reports.models import Practice, PracticeFile
from yhdyspinta.reports.parts_of_sections import choice_of, read_choice
from yhdyspinta.ui.text import number_of
from yhdyspinta.wording.conflicts import both_texts
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.form_pages import Question, ask_page, form_page
from yhdyspinta.wording.languages import page_language
from yhdyspinta.wording.refusals import Refusal


@require_safe
def shown(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """What is in use and what helps, by section."""
    found = public_activity(request, process, activity)
    sections, ways = practices.page_of(request, found)
    context = {
        "process": found.process,
        "activity": found,
        "sections": sections,
        "pager": ways,
        "breadcrumbs": public_crumbs(found.process, _("Solutions and material")),
    }
    return render(request, "reports/practices.html", context)


@require_safe
def file(request: HttpRequest, process: str, practice: int) -> HttpResponseBase:
    """The file for readers of the page's language, always to be saved: it opens nothing in the browser and runs nothing."""
    owner = public_process(request, process)
    rows = Practice.objects.filter(pk=practice, removed_at=None, section__version__document__activity__process=owner)
    files = {one.language: one for one in PracticeFile.objects.filter(practice__in=rows)}
    if not files:
        raise Http404
    return to_be_saved(files[practices.language_for(files, page_language())])


@require_http_methods(["GET", "HEAD", "POST"])
def manage(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """What stands beside the sections, and a form for one more."""
    found = staff_round(request, process, activity, ABILITY)
    form = _form(request, found)

    def save() -> HttpResponse:
        actions.add_practice(actor=actor_of(request), activity=found, text=_text_of(form), at=moment_of(request))
        messages.success(request, _("It now stands beside the section."))
        return redirect(activity_address(found, "reports:manage_practices"))

    sections, ways = practices.page_of(request, found)
    context = staff_frame(found, _("Solutions and material")) | {
        "sections": sections,
        "pager": ways,
        "public_path": activity_address(found, "reports:practices"),
        "edits": True,
    }
    return form_page(request, "reports/manage_practices.html", form, save, **context)


def _form(
    request: HttpRequest, activity: Activity, kept: Practice | None = None, here: Section | None = None, **initial: Any
) -> PracticeForm:
    sections = list(practices.choices_of(activity, page_language(), here, kept.about if kept else None))
    return PracticeForm(
        request.POST or None, request.FILES or None, process=activity.process, sections=sections, kept=kept, **initial
    )


def _text_of(form: PracticeForm) -> actions.PracticeText:
    typed = form.cleaned_data
    section, part = read_choice(typed["section"])
    return actions.PracticeText(
        section_id=section,
        part=part,
        kind=typed["kind"],
        title=Wording(typed["title"]),
        text=Wording(typed["text"]),
        link=typed["link"],
        files=tuple(
            actions.SentFile(sent.read(), sent.name, sent.content_type or "", language)
            for language, sent in form.sent_files().items()
        ),
        drops=form.dropped(),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, process: str, activity: str, practice: int) -> HttpResponse:
    """Mend one, change its file, or move it beside another section."""
    found = staff_round(request, process, activity, ABILITY)
    rows = Practice.objects.filter(section__version__document__activity=found, removed_at=None)
    kept = rows.filter(pk=practice).first()
    if kept is None:
        raise Http404
    stands = {name: getattr(kept, name) for name in ("kind", "title", "text", "link", "revision")}
    here = practices.stands_beside(kept)
    form = _form(request, found, kept, here, initial=stands | {"section": choice_of(here, kept.about)})
    back = activity_address(found, "reports:manage_practices")

    def save() -> HttpResponse:
        revision = number_of(form.cleaned_data["revision"]) or 0
        actions.change_practice(
            actor=actor_of(request), activity=found, practice=kept, text=_text_of(form), revision=revision,
            at=moment_of(request),
        )  # fmt: skip
        messages.success(request, _("It was changed."))
        return redirect(back)

    def refused(refusal: Refusal) -> dict[str, Any]:
        told = refusal.values
        if refusal.code != "changed_meanwhile":
            return {}
        return both_texts(form, saved=told["saved"], typed=told["typed"], revision=told["revision"])

    context = staff_frame(found, _("Change a solution or material")) | {"kept": kept, "back_path": back}
    return form_page(request, "reports/edit_practice.html", form, save, refused=refused, **context)


@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: HttpRequest, process: str, activity: str, practice: int) -> HttpResponse:
    """Take one off the pages, after asking: its file goes for good."""
    found = staff_round(request, process, activity, ABILITY)
    rows = Practice.objects.filter(pk=practice, section__version__document__activity=found)
    row: Any = practices.with_files(rows).first()
    if row is None:
        raise Http404
    back = activity_address(found, "reports:manage_practices")
    if row.removed_at is not None and request.method != "POST":  # one that is gone already is gone
        return redirect(back)
    told = [_("It disappears from the public pages at once.")]
    if row.told_files:
        told.append(ngettext("Its file is deleted for good.", "Its files are deleted for good.", len(row.told_files)))
    return ask_page(
        request,
        Question(
            _("Remove from the pages?"),
            back=back,
            shown="reports/_removed_practice.html",
            told=told,
            button=_("Remove"),
        ),
        lambda: actions.remove_practice(actor=actor_of(request), activity=found, practice=row, at=moment_of(request)),
        done=_("It was taken off the pages."),
        **staff_frame(found, _("Remove a solution or material")),
        practices=[practices.shown(found.process, row)],
    )
