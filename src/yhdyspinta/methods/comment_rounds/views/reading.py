"""Read a round: its page, documents, sections and comments."""

from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from yhdyspinta.comments.drafts import draft_of, items_of, place_of
from yhdyspinta.comments.languages import COMMENT_LANGUAGES
from yhdyspinta.comments.models import Comment
from yhdyspinta.comments.queries import read_wanted
from yhdyspinta.documents.models import Document
from yhdyspinta.documents.paths import file_links
from yhdyspinta.documents.queries import reading
from yhdyspinta.documents.version_views import comparison_context
from yhdyspinta.launch.loading import material_path
from yhdyspinta.methods.comment_rounds import queries
from yhdyspinta.methods.comment_rounds.forms import CommentForm
from yhdyspinta.methods.comment_rounds.queries.paths import path_of
from yhdyspinta.methods.comment_rounds.views.audience import audience_of
from yhdyspinta.methods.comment_rounds.views.frame import began_token, frame, language, load
from yhdyspinta.methods.comment_rounds.views.keeping import initial_of, with_errors
from yhdyspinta.people.capacities import CAPACITIES
from yhdyspinta.people.visitors import someone
from yhdyspinta.processes.addresses import process_address
from yhdyspinta.processes.models import Activity
from yhdyspinta.reports.practices import of_section
from yhdyspinta.ui.text import HIGHEST, number_of
from yhdyspinta.wording import unsent
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.marking import spoken


def _number(text: str | None) -> int | None:
    return number_of(text, most_digits=5)


@require_safe
def round_page(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """The round: what it is about, its documents, and how to take part."""
    found = load(request, process, activity)
    around = frame(request, found)
    documents = queries.documents_of(found, language())
    sections = [section for document in documents for section in document.sections]
    summary, unsent_count = queries.summary_and_unsent(found, someone(request))
    context = {
        **around,
        "phases": queries.phases_of(found.process, around["now"], language()),
        "documents": documents,
        "at_once": queries.is_read_at_once(documents),
        "first_path": sections[0].path if sections else "",
        "audience": audience_of(request, around["settings"]),
        "asks_more": someone(request).level < around["settings"].level,
        "hidden": queries.hidden_reasons(found),
        "unsent_count": unsent_count,
        "remove_path": path_of(found, "remove"),
        "summary": summary,
        "after": queries.after_closing(found) if around["has_ended"] else None,
        "elsewhere": found.comment_count - sum(section.comment_count for section in sections),
        "answers_path": process_address(found.process, "answers:answers", activity=found.slug),
        "calendar_path": path_of(found, "calendar"),
        "material_path": "" if around["has_ended"] else material_path(found, around["now"]),
    }
    return render(request, "comment_rounds/round.html", context)


def _document(activity: Activity, slug: str) -> Document:
    document = Document.objects.filter(activity=activity, slug=slug).first()
    if document is None:
        raise Http404
    document.activity = activity
    return document


@require_safe
def document(request: HttpRequest, process: str, activity: str, document: str) -> HttpResponse:
    """A version of a document from end to end, each section with its comments."""
    found = load(request, process, activity)
    number = _number(request.GET.get("version"))
    shown = reading(_document(found, document), language(), number=number)
    if shown is None:
        raise Http404
    title = spoken(Wording(shown.document.title).for_reader(language()))
    sections = [
        {"section": section, "path": path_of(found, "section", document=document, version=shown.version.number,
                                             section=section.anchor)}
        for section in shown.sections
    ]  # fmt: skip
    own = path_of(found, "document", document=document)
    around = frame(request, found, (_("Comment round"), path_of(found, "round")), (title, ""))
    context = {
        **around,
        "can_comment_here": around["can_write"] and shown.is_newest,
        "shown": shown,
        "sections": sections,
        "files": file_links(found.process, shown.attachments),
        "own_path": own,
        "versions": [{"version": version, "path": f"{own}?version={version.number}"} for version in shown.versions],
        "compare_path": path_of(found, "compare", document=document) if len(shown.versions) > 1 else "",
        "print_path": process_address(found.process, "documents:print", activity=found.slug, document=document),
        "many_path": path_of(found, "many", document=document),
        "hidden": queries.hidden_reasons(found),
        "whole_path": f"{path_of(found, 'comments')}?{urlencode({'document': document, 'version': shown.version.number})}",
        "whole_form_path": f"{path_of(found, 'comment_form')}?document={document}",
    }
    return render(request, "comment_rounds/document.html", context)


@require_safe
def compare(request: HttpRequest, process: str, activity: str, document: str) -> HttpResponse:
    """Two versions beside each other or as one text, readable without colour."""
    found = load(request, process, activity)
    thing = _document(found, document)
    versions = list(thing.versions.filter(published_at__isnull=False).order_by("number"))
    if len(versions) < 2:
        raise Http404
    by_number = {version.number: version for version in versions}
    numbers = {_number(request.GET.get(name)) or default.number for name, default in
               (("older", versions[-2]), ("newer", versions[-1]))}  # fmt: skip
    chosen = sorted(numbers & set(by_number))
    if len(chosen) != 2:
        raise Http404
    title = spoken(Wording(thing.title).for_reader(language()))
    own = path_of(found, "document", document=document)
    older, newer = (by_number[number] for number in chosen)
    context = {
        **frame(
            request, found, (_("Comment round"), path_of(found, "round")), (title, own), (_("Compare the versions"), "")
        ),
        **comparison_context(older, newer, language(), side_by_side=request.GET.get("layout") == "side"),
        "document": thing,
        "versions": versions,
        "layout": "side" if request.GET.get("layout") == "side" else "inline",
    }
    return render(request, "comment_rounds/compare.html", context)


@require_safe
def newest_section(request: HttpRequest, process: str, activity: str, document: str, section: str) -> HttpResponse:
    """The section's page in the version named by `version`, or in the newest that has it."""
    found = load(request, process, activity)
    version = _number(request.GET.get("version"))
    place = queries.place_of_item(found, language(), document=document, section=section, version=version)
    if place is None:
        raise Http404
    return redirect(place.path)


@require_safe
def section(
    request: HttpRequest, *, process: str, activity: str, document: str, version: int, section: str
) -> HttpResponse:
    """A section with numbered passages, its comments and the form."""
    found = load(request, process, activity)
    wanted = read_wanted(request.GET)
    page = queries.section_page(found, document=document, number=version, anchor=section, language=language())
    if page is None:
        raise Http404
    title = spoken(Wording(page.version.document.title).for_reader(language()))
    document_path = f"{path_of(found, 'document', document=document)}?version={version}"
    around = frame(request, found, (_("Comment round"), path_of(found, "round")), (title, document_path))
    person = someone(request)
    thread = page.section.thread_id or 0
    comments = queries.section_comments(found, thread, wanted, person, language())
    query = urlencode({"document": document, "section": section, "version": version})
    form_path = f"{path_of(found, 'comment_form')}?{query}"
    context = {
        **around,
        **listing(comments, path_of(found, "section", document=document, version=version, section=section)),
        "page": page,
        "practices": of_section(found.process, page.section) if found.has_closed_at(around["now"]) else [],
        "phases": queries.phases_of(found.process, around["now"], language()),
        "hidden": queries.hidden_reasons(found),
        "draft_path": f"{path_of(found, 'draft')}?{query}",
        "document_path": document_path,
        "comment_form": _form(request, found, page, around, form_path)
        if around["can_write"] and page.is_newest
        else None,
        "form_path": form_path,
    }
    if request.htmx and request.htmx.target == "comments":  # type: ignore[attr-defined]
        return render(request, "comment_rounds/_comments.html", context)
    return render(request, "comment_rounds/section.html", context)


def _form(
    request: HttpRequest, activity: Activity, page: queries.SectionPage, around: dict[str, Any], form_path: str
) -> CommentForm:
    """The form on the section's page, with what was being written there."""
    place = queries.Place(
        thread_id=page.section.thread_id or 0, label=page.label, path="", language=page.language, passages=page.passages
    )
    kept = items_of(draft_of(someone(request), activity)).get(place_of(place.thread_id), {})
    initial = initial_of(kept, place, passage=request.GET.get("passage"))
    initial["began"] = began_token(activity, around["now"])
    label = _("Comment on section %(number)s") % {"number": page.section.number}
    form = CommentForm(initial=initial, place=place, label=label)
    unsent.recall(request, form, place=form_path, form_id="write")
    return form if form.unsent_at else with_errors(form, kept)


def listing(comments: queries.CommentsPage, path: str, **more: str) -> dict[str, Any]:
    """What a list of comments needs around it: choices and the next page."""
    wanted = comments.wanted
    kept = {**more, **wanted.filters}
    return {
        "comments": comments,
        "wanted": wanted,
        "list_path": path,
        "kept": more,
        "next_url": f"{path}?{urlencode({**kept, 'after': comments.after})}#comments" if comments.after else "",
        "first_url": f"{path}?{urlencode(kept)}#comments" if wanted.after else "",
        "clear_url": f"{path}?{urlencode(more)}" if wanted.filters else "",
        "sorts": [
            ("agreed", _("Most agreed with")),
            ("newest", _("Newest")),
            ("oldest", _("Oldest")),
            ("well_argued", _("Best argued")),
        ],
        "capacity_choices": list(CAPACITIES.items()),
        "language_choices": list(COMMENT_LANGUAGES.items()),
    }


@require_safe
def comments(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """Every comment of the round, or those on a document as a whole or on the matter as a whole."""
    found = load(request, process, activity)
    wanted = read_wanted(request.GET)
    person = someone(request)
    document, whole = request.GET.get("document", ""), request.GET.get("place") == "whole"
    more: dict[str, str] = {}
    label = ""
    if document or whole:
        place = queries.place_of_item(found, language(), document=document, version=_number(request.GET.get("version")))
        if place is None:
            raise Http404
        label = place.label
        more = {"document": document, "version": str(place.version)} if document else {"place": "whole"}
        shown = queries.thread_comments(found, [place.thread_id], wanted, person, language())
    else:
        shown = queries.all_comments(found, wanted, person, language())
    context = {
        **frame(request, found, (_("Comment round"), path_of(found, "round")), (_("Comments"), "")),
        **listing(shown, path_of(found, "comments"), **more),
        "place_label": label,
        "hidden": queries.hidden_reasons(found),
        "form_path": f"{path_of(found, 'comment_form')}?{urlencode({'document': document})}"
        if document
        else path_of(found, "comment_form"),
    }
    if request.htmx and request.htmx.target == "comments":  # type: ignore[attr-defined]
        return render(request, "comment_rounds/_comments.html", context)
    return render(request, "comment_rounds/comments.html", context)


@require_safe
def comment(request: HttpRequest, process: str, activity: str, number: int) -> HttpResponse:
    """One comment with its replies: the address to share."""
    found = load(request, process, activity)
    shown = queries.comment_page(found, min(number, HIGHEST), someone(request), language())
    if shown is None:
        raise Http404
    place = queries.place_by_thread(found, shown.thread_id, language())
    name = _("Comment %(number)s") % {"number": shown.number}
    parent = Comment.objects.filter(replies=shown.pk).values_list("number", flat=True).first()
    context = {
        **frame(request, found, (_("Comment round"), path_of(found, "round")), (name, "")),
        "shown": shown,
        "place": place,
        "name": name,
        "parent": {"number": parent, "path": path_of(found, "comment", number=parent)} if parent else None,
    }
    return render(request, "comment_rounds/comment.html", context)
