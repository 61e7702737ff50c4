"""Staff pages of one section of a draft: write, add, move, join, split, remove."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from yhdyspinta.audit import clock
from yhdyspinta.documents import actions
from yhdyspinta.documents import section_forms as forms
from yhdyspinta.documents.loading import draft_of, draft_section, staff_document
from yhdyspinta.documents.models import Document, Section
from yhdyspinta.documents.paths import document_frame, document_path, languages_of
from yhdyspinta.documents.revisions import whole
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.wording import unsent
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.form_pages import READ_AND_WRITE, Question, ask_page, form_page
from yhdyspinta.wording.refusals import Refusal


def _back(document: Document, section: Section | None = None) -> HttpResponse:
    path = document_path(document)
    return redirect(f"{path}#section-{section.pk}" if section else path)


@READ_AND_WRITE
def new_section(request: HttpRequest, process: str, activity: str, document: str) -> HttpResponse:
    """A new section, after another or at the end."""
    found = staff_document(request, process, activity, document, "edit_documents")
    version = draft_of(found)
    form = forms.HeadingForm(request.POST or None, **languages_of(found.activity))
    asked = request.GET.get("after", "")
    after = version.sections.filter(pk=int(asked)).first() if whole(asked) > 0 else None

    def save() -> HttpResponse:
        made = actions.add_section(
            actor=actor_of(request),
            version=version,
            headings=Wording(form.cleaned_data["headings"]),
            after=after,
            at=clock.now(),
        )
        return redirect(document_path(found, "section", section=made.pk))

    return form_page(request, "documents/new_section.html", form, save, keeps=True, **document_frame(found))


@READ_AND_WRITE
def section(request: HttpRequest, process: str, activity: str, document: str, section: int) -> HttpResponse:
    """A section's texts, languages side by side. When somebody else saved meanwhile, both texts are shown."""
    found = staff_document(request, process, activity, document, "edit_documents")
    languages = found.activity.process.owner.languages
    try:
        part = draft_section(found, section)
    except Http404:
        if request.method != "POST":
            raise
        return _gone(request, found, forms.SectionForm(request.POST, languages=languages))
    form = forms.SectionForm(
        request.POST or None, **languages_of(found.activity), initial=forms.SectionForm.initial_of(part, languages)
    )

    def save() -> HttpResponse:
        _save(request, part, form)
        messages.success(request, _("Saved."))
        return _back(found, part)

    def refused(refusal: Refusal) -> dict[str, Any]:
        if refusal.code == "changed_meanwhile":
            form.take_theirs(refusal.values)
        return {}

    context: dict[str, Any] = {"section": part, "autosave_path": document_path(found, "autosave", section=part.pk)}
    return form_page(
        request,
        "documents/section.html",
        form,
        save,
        refused=refused,
        keeps=True,
        **document_frame(found),
        **context,
    )


def _save(request: HttpRequest, section: Section, form: forms.SectionForm) -> dict[str, int]:
    return actions.save_section(
        actor=actor_of(request),
        section=section,
        texts=form.texts(),
        questions=Wording(form.cleaned_data["questions"]),
        revision=whole(form.cleaned_data["revision"]),
        at=clock.now(),
    )


def _gone(request: HttpRequest, document: Document, form: forms.SectionForm) -> HttpResponse:
    """The section was removed while it was being written: the words are shown, so that nothing is lost."""
    form.is_valid()
    context = {
        **document_frame(document),
        "form": form,
        "gone": True,
        "reason": Refusal("section_gone_meanwhile").words,
    }
    return render(request, "documents/section_gone.html", context, status=409)


@require_POST
def autosave(request: HttpRequest, process: str, activity: str, document: str, section: int) -> HttpResponse:
    """Keep what is being written; answers with one line, and the revisions that the form begins from next."""
    found = staff_document(request, process, activity, document, "edit_documents")
    languages = found.activity.process.owner.languages
    form = forms.SectionForm(request.POST, languages=languages)
    problem, revisions = "", {}
    if form.is_valid():
        try:
            revisions = _save(request, draft_section(found, section), form)
            unsent.forget(request, document_path(found, "section", section=section))
        except Refusal as refusal:
            problem = refusal.words
        except Http404:
            problem = Refusal("section_gone").words
    else:
        problem = _("Not saved yet: something in the form must be mended. Press Save to see what.")
    context = {"revisions": revisions, "problem": problem, "at": clock.now()}
    return render(request, "documents/_autosaved.html", context, status=422 if problem else 200)


@require_POST
def move(request: HttpRequest, process: str, activity: str, document: str, section: int) -> HttpResponse:
    """Up, down, deeper or shallower."""
    found = staff_document(request, process, activity, document, "edit_documents")
    part = draft_section(found, section)
    direction = request.POST.get("direction", "")
    actor, at = actor_of(request), clock.now()
    if direction in {"up", "down"}:
        actions.move_section(actor=actor, section=part, up=direction == "up", at=at)
    elif direction in {"deeper", "shallower"}:
        try:
            actions.set_level(actor=actor, section=part, deeper=direction == "deeper", at=at)
        except Refusal as refusal:
            messages.warning(request, refusal.words)
    return _back(found, part)


@READ_AND_WRITE
def join(request: HttpRequest, process: str, activity: str, document: str, section: int) -> HttpResponse:
    """Ask, then join the section with the one after it."""
    found = staff_document(request, process, activity, document, "edit_documents")
    part = draft_section(found, section)
    if request.method == "POST":
        actions.join_sections(actor=actor_of(request), section=part, at=clock.now())
        messages.success(request, _("The sections were joined. Split them again if you change your mind."))
        return _back(found, part)
    following = part.version.sections.filter(position__gt=part.position).prefetch_related("texts").first()
    if following is None:
        raise Http404
    context = {**document_frame(found), "section": part, "following": following}
    return render(request, "documents/join_section.html", context)


@READ_AND_WRITE
def split(request: HttpRequest, process: str, activity: str, document: str, section: int) -> HttpResponse:
    """Choose the passage from which a new section begins, in each language."""
    found = staff_document(request, process, activity, document, "edit_documents")
    part = draft_section(found, section)
    form = forms.SplitForm(request.POST or None, section=part)

    def save() -> HttpResponse:
        made = actions.split_section(
            actor=actor_of(request),
            section=part,
            passages=form.passages(),
            headings=form.headings(),
            at=clock.now(),
        )
        messages.success(request, _("The section was split."))
        return _back(found, made)

    return form_page(request, "documents/split_section.html", form, save, **document_frame(found), section=part)


@READ_AND_WRITE
def remove(request: HttpRequest, process: str, activity: str, document: str, section: int) -> HttpResponse:
    """Show what goes, and ask."""
    found = staff_document(request, process, activity, document, "edit_documents")
    part = draft_section(found, section)
    return ask_page(
        request,
        Question(
            _("Remove the section?"),
            back=f"{document_path(found)}#section-{part.pk}",
            shown="documents/_removed_section.html",
            told=[_("This text goes from the draft in every language. Published versions keep it.")],
            button=_("Remove the section"),
        ),
        lambda: actions.remove_section(actor=actor_of(request), section=part, at=clock.now()),
        done=_("The section was removed from the draft."),
        then=document_path(found),
        **document_frame(found),
        section=part,
    )
