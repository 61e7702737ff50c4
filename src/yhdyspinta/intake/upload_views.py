"""Staff pages: a spreadsheet of comments out and in, every mistake told, then everything at once."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from yhdyspinta.audit import clock
from yhdyspinta.intake import actions
from yhdyspinta.intake.codes import Place, places_of, round_code
from yhdyspinta.intake.importing.kept import examples_of, found_in, is_long, languages_of, problems_of
from yhdyspinta.intake.importing.old_answers import authority_language
from yhdyspinta.intake.importing.problems import titles, told
from yhdyspinta.intake.importing.reading import checked, places_for
from yhdyspinta.intake.importing.stances import stance_words
from yhdyspinta.intake.importing.template import template_file
from yhdyspinta.intake.loading import ABILITY, frame, staff_upload
from yhdyspinta.intake.models import Upload
from yhdyspinta.intake.printed import Texts, texts_among, texts_chosen, told_of_file
from yhdyspinta.intake.queries import municipalities, progress_of
from yhdyspinta.intake.upload_forms import UploadForm
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.addresses import activity_address, process_address
from yhdyspinta.processes.loading import moment_of, staff_round
from yhdyspinta.processes.models import Activity
from yhdyspinta.ui.dates import moment
from yhdyspinta.ui.paging import paged
from yhdyspinta.ui.tables import csv_response
from yhdyspinta.ui.workbooks import EXCEL
from yhdyspinta.wording.form_pages import READ_AND_WRITE, form_page
from yhdyspinta.wording.languages import CONTENT_LANGUAGES, page_language
from yhdyspinta.wording.refusals import Refusal

_SHOWN = 200  # mistakes on the page; the download has them all
_KINDS = (Upload.Kind.TEMPLATE, Upload.Kind.SERVICE)


@READ_AND_WRITE
def uploads(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """The template out, a filled one in, and the files so far."""
    found = staff_round(request, process, activity, ABILITY, stages=True)
    sent = request.method == "POST"
    texts = texts_among(places_of(found, page_language()))
    form = UploadForm(
        request.POST if sent else None, request.FILES if sent else None, texts=texts,
        initial={"language": page_language()},
    )  # fmt: skip

    def save() -> HttpResponse:
        kind = Upload.Kind.SERVICE if form.is_service else Upload.Kind.TEMPLATE
        return redirect(upload_path(keep_file(request, found, form, kind, texts)))

    kept, ways = paged(
        request,
        Upload.objects.filter(activity=found).select_related("progress").defer("rows", "sheets"),
        order=("-uploaded_at", "-id"),
        size=20,
    )
    context = frame(request, found, _("Bring in a spreadsheet")) | {
        "files": file_rows(found, kept), "pager": ways,
        "template_path": activity_address(found, "intake:template"),
        "received_path": activity_address(found, "open_data:received_statements"),
    }  # fmt: skip
    return form_page(request, "intake/uploads.html", form, save, **context)


def file_rows(activity: Activity, kept: list[Upload]) -> list[dict[str, Any]]:
    """Each file with its page."""
    for one in kept:
        one.activity = activity
    return [{"upload": one, "path": upload_path(one), "progress": progress_of(one)} for one in kept]


def upload_path(upload: Upload) -> str:
    """The page of a file: of another service's first which column is what."""
    is_earlier = upload.kind == Upload.Kind.EARLIER
    name = "intake:earlier_file" if is_earlier else "intake:upload"
    if is_earlier and upload.imported_at is None and upload.has_been_read and not upload.choices.get("columns"):
        name = "intake:mapping"
    return activity_address(upload.activity, name, upload=upload.pk)


def keep_file(
    request: HttpRequest, activity: Activity, form: UploadForm, kind: str, texts: Sequence[Texts] = ()
) -> Upload:
    """Read and keep what was sent; the very same file again is told to be so."""
    file, now = form.cleaned_data["file"], clock.now()
    kept = actions.upload_file(
        actor=actor_of(request), activity=activity, kind=kind, content=file.read(), file_name=file.name,
        language=form.cleaned_data["language"], at=now,
        printed_of=texts_chosen(texts, form.cleaned_data.get("printed_of")),
    )  # fmt: skip
    kept.activity = activity
    if kept.uploaded_at != now:
        messages.info(request, _seen_before(kept))
    return kept


def _seen_before(kept: Upload) -> str:
    if kept.imported_at is not None:
        told = _("This very file was brought in %(at)s. Nothing was brought in now.")
        return told % {"at": moment(kept.imported_at, page_language())}
    told = _("This very file was sent already %(at)s. Here is what it holds.")
    return told % {"at": moment(kept.uploaded_at, page_language())}


@require_safe
def template(request: HttpRequest, process: str, activity: str) -> HttpResponse:
    """The spreadsheet to fill in, with the codes of this round, in the language of the page."""
    found = staff_round(request, process, activity, ABILITY, stages=True)
    language = page_language()
    content = template_file(found, places_of(found, language), list(municipalities(language)), language)
    response = HttpResponse(content, content_type=EXCEL)
    response.headers["Content-Disposition"] = f'attachment; filename="{round_code(found)}-{language}.xlsx"'
    response.headers["Cache-Control"] = "no-store, private"
    return response


@require_safe
def upload(request: HttpRequest, process: str, activity: str, upload: int) -> HttpResponse:
    """The mistakes of a file, or what would be brought in, or what was."""
    kept = staff_upload(request, process, activity, upload, *_KINDS)
    return file_page(request, kept, _list_of(kept), _("Bring in a spreadsheet"))


def _list_of(kept: Upload) -> str:
    """The page on which the file was sent."""
    return "intake:earlier" if kept.activity.is_held_elsewhere else "intake:uploads"


def file_page(request: HttpRequest, kept: Upload, back: str, title: str) -> HttpResponse:
    """What a file holds: read again at each look, for the round may have changed."""
    own = "intake:earlier_" if kept.kind == Upload.Kind.EARLIER else "intake:upload_"
    paths = {
        name: activity_address(kept.activity, f"{own}{name}", upload=kept.pk)
        for name in ("mistakes", "import", "discard")
    }
    context = frame(request, kept.activity, title) | {
        "upload": kept,
        "paths": paths,
        "back": activity_address(kept.activity, back),
        "comments_path": activity_address(kept.activity, "material:table"),
    }
    if kept.imported_at is None:
        places = places_for(kept)
        context |= _holds(kept, moment_of(request), places) | _to_mend(kept, places)
    else:
        context |= {name: kept.found.get(name) for name in ("answers", "wordless")}
    if context.get("answers"):
        context |= _of_old_answers(kept)
    if kept.kind == Upload.Kind.EARLIER and kept.has_been_read:
        context["mapping_path"] = activity_address(kept.activity, "intake:mapping", upload=kept.pk)
    return render(request, "intake/upload.html", context)


def _to_mend(kept: Upload, places: list[Place]) -> dict[str, Any]:
    """The form for the mended file, and which versions its codes without one mean."""
    told = told_of_file(kept, places)
    start = {"language": kept.choices.get("language") or page_language()}
    if told["texts"]:
        start["printed_of"] = told["texts"].key
    return told | {"form": UploadForm(None, texts=texts_among(places), initial=start)}


def _of_old_answers(kept: Upload) -> dict[str, Any]:
    """Which owed languages the old answers lack, and the pages where they are translated and published."""
    language, process = authority_language(kept), kept.activity.process
    lacking = [tag for tag in process.owner.duty_languages if tag != language]
    query = urlencode({"from": language, "to": next(iter(lacking), "")})
    return {
        "lacking": ", ".join(CONTENT_LANGUAGES[tag] for tag in lacking),
        "translations_path": f"{process_address(process, 'translating:texts')}?{query}",
        "drafts_path": f"{activity_address(kept.activity, 'answers:work')}?show=drafts",
    }


def _holds(kept: Upload, at: datetime, places: list[Place]) -> dict[str, Any]:
    """What the file holds: a short one is read again at each look, for the round may have changed."""
    if kept.work:
        return {"is_worked_on": True, "titles": titles(kept.kind), "progress": progress_of(kept)}
    if "refusal" in kept.found:
        return {"refused": Refusal(kept.found["refusal"], **kept.found.get("values", {})).words}
    found = kept.found if is_long(kept) and kept.found else found_in(kept, checked(kept, at=at, places=places))
    problems = problems_of(found)
    return {
        "own": found.get("own", 0),
        "wordless": found.get("wordless", 0),
        "languages": languages_of(found),
        "themes": found.get("themes"),
        "stances": stance_words(found.get("stances") or {}),
        "answers": found.get("answers"),
        "outside": found.get("outside", 0),
        "problems": told(problems[:_SHOWN]),
        "problem_count": found["problem_count"],
        "shown_count": min(len(problems), _SHOWN),
        "is_cut": found["problem_count"] > len(problems),
        "kept_count": len(problems),
        **{name: found[name] for name in ("senders", "comments", "left_out", "repeated")},
        "examples": examples_of(found),
        "titles": titles(kept.kind),
    }


@require_safe
def mistakes(request: HttpRequest, process: str, activity: str, upload: int) -> HttpResponseBase:
    """Every mistake of a file as a list for a spreadsheet."""
    return mistakes_file(staff_upload(request, process, activity, upload, *_KINDS))


def mistakes_file(kept: Upload) -> HttpResponseBase:
    """Row, column, heading and reason."""
    problems = []
    if kept.imported_at is None and not kept.work and "refusal" not in kept.found:
        problems = problems_of(kept.found) if is_long(kept) and kept.found else checked(kept, at=clock.now()).problems
    return csv_response(f"{round_code(kept.activity)}-{kept.pk}", titles(kept.kind), told(problems))


@require_POST
def import_file(request: HttpRequest, process: str, activity: str, upload: int) -> HttpResponse:
    """Bring in everything at once."""
    return bring_in(request, staff_upload(request, process, activity, upload, *_KINDS))


def bring_in(request: HttpRequest, kept: Upload) -> HttpResponse:
    """Bring in everything at once, and show the counts."""
    held = actions.ask_to_import(actor=actor_of(request), upload=kept, at=clock.now())
    held.activity = kept.activity
    return redirect(upload_path(held))


@require_POST
def discard(request: HttpRequest, process: str, activity: str, upload: int) -> HttpResponse:
    """Throw away a file that was not brought in."""
    kept = staff_upload(request, process, activity, upload, *_KINDS)
    return thrown_away(request, kept, _list_of(kept))


def thrown_away(request: HttpRequest, kept: Upload, back: str) -> HttpResponse:
    """Throw the file away and go back."""
    actions.discard_upload(actor=actor_of(request), upload=kept, at=clock.now())
    messages.success(request, _("The file was thrown away. Nothing of it was brought in."))
    return redirect(activity_address(kept.activity, back))
