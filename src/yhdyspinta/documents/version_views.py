"""Staff pages of versions: begin, check and publish, list, compare, print."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from yhdyspinta.audit import clock
from yhdyspinta.documents import actions, forms
from yhdyspinta.documents.gaps import DraftGap, gaps_of_draft
from yhdyspinta.documents.loading import draft_of, staff_document
from yhdyspinta.documents.models import Document, DocumentVersion
from yhdyspinta.documents.paths import document_frame, document_path, file_links, languages_of
from yhdyspinta.documents.queries import comparison, draft_reading
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.loading import abilities_here, moment_of
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.form_pages import READ_AND_WRITE, Question, ask_page, form_page
from yhdyspinta.wording.languages import CONTENT_LANGUAGES, page_language


@require_POST
def new_version(request: HttpRequest, process: str, activity: str, document: str) -> HttpResponse:
    """Begin a new draft from the last published version."""
    found = staff_document(request, process, activity, document, "edit_documents")
    actions.start_version(actor=actor_of(request), document=found, at=clock.now())
    messages.success(request, _("A new draft was begun from the published version."))
    return redirect(document_path(found))


@READ_AND_WRITE
def remove_draft(request: HttpRequest, process: str, activity: str, document: str) -> HttpResponse:
    """Ask, then throw the draft away; the published version stays."""
    found = staff_document(request, process, activity, document, "edit_documents")
    draft = draft_of(found)
    return ask_page(
        request,
        _removing(found, draft),
        lambda: actions.remove_draft(actor=actor_of(request), version=draft, at=clock.now()),
        done=_("The draft was thrown away. The published version is as it was."),
        **document_frame(found),
    )


def _removing(document: Document, draft: DocumentVersion) -> Question:
    """What goes with a draft; a document's only version goes with the document."""
    title, about, back = _("Throw the draft away?"), (document.title, draft.name), document_path(document)
    published = document.versions.filter(published_at__isnull=False).order_by("-number").first()
    if published is None:
        told = _("The draft is the document's only version. Remove the document instead.")
        return Question(title, back=back, about=about, told=[told], cancel=_("Back to the sections"))
    told = _("What was written in the draft goes. Published version %(number)s and its comments stay as they are. This cannot be undone, but a new draft can be begun from the published version.") % {"number": published.number}  # fmt: skip
    return Question(title, back=back, about=about, told=[told], button=_("Throw the draft away"))


@READ_AND_WRITE
def publish(request: HttpRequest, process: str, activity: str, document: str) -> HttpResponse:
    """What is still missing, the version's name and what changed; and the button that fixes it for good."""
    found = staff_document(request, process, activity, document, "edit_documents")
    draft = draft_of(found)
    initial = {"name": draft.name, "what_changed": draft.what_changed}
    form = forms.VersionForm(request.POST or None, **languages_of(found.activity), initial=initial)

    def save() -> HttpResponse:
        _save(request, draft, form)
        return redirect(document_path(found) if "publish" in request.POST else document_path(found, "publish"))

    context = {
        **document_frame(found),
        "draft": draft,
        "gaps": _gap_rows(found, draft),
        "is_public": found.activity.process.is_public(moment_of(request)),
        "may_publish": "publish" in abilities_here(request),
    }
    return form_page(request, "documents/publish.html", form, save, keeps=True, **context)


def _save(request: HttpRequest, draft: DocumentVersion, form: forms.VersionForm) -> None:
    at = clock.now()
    name, changed = Wording(form.cleaned_data["name"]), Wording(form.cleaned_data["what_changed"])
    actor = actor_of(request)
    if (name, changed) != (Wording(draft.name), Wording(draft.what_changed)):
        actions.edit_version(actor=actor, version=draft, name=name, what_changed=changed, at=at)
        draft.name, draft.what_changed = name, changed
    if "publish" in request.POST:
        actions.publish_version(actor=actor, version=draft, at=at)
        messages.success(request, _("The version was published. It never changes any more."))
    else:
        messages.success(request, _("Saved."))


def _gap_rows(document: Document, draft: DocumentVersion) -> list[dict[str, str]]:
    return [{"text": gap.words, "href": _gap_path(document, gap)} for gap in gaps_of_draft(draft)]


def _gap_path(document: Document, gap: DraftGap) -> str:
    if gap.section is not None:
        field = {"heading": "heading_", "body": "body_", "questions": "questions-"}[gap.code]
        return f"{document_path(document, 'section', section=gap.section)}#id_{field}{gap.languages[0]}"
    if gap.code in {"title", "summary"}:
        return f"{document_path(document, 'details')}#id_{gap.code}-{gap.languages[0]}"
    if gap.code == "no_sections":
        return document_path(document, "import")
    return f"#id_{gap.code}-{gap.languages[0]}"


@require_safe
def versions(request: HttpRequest, process: str, activity: str, document: str) -> HttpResponse:
    """Every version, with what changed in it, and which two to compare."""
    found = staff_document(request, process, activity, document, "see_desk")
    return render(request, "documents/versions.html", {**document_frame(found), "versions": list(found.versions.all())})


@require_safe
def compare(request: HttpRequest, process: str, activity: str, document: str) -> HttpResponse:
    """Two versions, inline or side by side, in one language; the draft is one of them."""
    found = staff_document(request, process, activity, document, "see_desk")
    by_number = {str(version.number): version for version in found.versions.all()}
    chosen = sorted({request.GET.get("older", ""), request.GET.get("newer", "")} & set(by_number), key=int)
    if len(chosen) != 2:
        messages.info(request, _("Choose two different versions to compare."))
        return redirect(document_path(found, "versions"))
    older, newer = (by_number[number] for number in chosen)
    language = request.GET.get("in", "")
    language = language if language in CONTENT_LANGUAGES else page_language()
    context = {
        **document_frame(found),
        **comparison_context(older, newer, language, side_by_side=request.GET.get("view") == "side"),
        "languages": [(tag, CONTENT_LANGUAGES[tag]) for tag in found.activity.process.owner.languages],
        "language": language,
    }
    return render(request, "documents/compare.html", context)


def comparison_context(
    older: DocumentVersion, newer: DocumentVersion, language: str, *, side_by_side: bool
) -> dict[str, Any]:
    """What `documents/_comparison.html` shows; the public page of comparison uses the same."""
    changes = comparison(older, newer, language)
    return {
        "older": older,
        "newer": newer,
        "changes": changes,
        "changed_count": sum(1 for change in changes if not change.is_same),
        "side_by_side": side_by_side,
    }


@require_safe
def print_draft(request: HttpRequest, process: str, activity: str, document: str) -> HttpResponse:
    """The draft, or the newest version, for reading on paper."""
    found = staff_document(request, process, activity, document, "see_desk")
    version = found.versions.select_related("thread").order_by("-number").first()
    if version is None:
        raise Http404
    version.document = found
    reading = draft_reading(version, page_language())
    files = file_links(found.activity.process, reading.attachments)
    context = {**document_frame(found), "reading": reading, "files": files, "is_staff_page": True}
    return render(request, "documents/print.html", context)
