"""One answer: its comments, its words, its publishing."""

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from yhdyspinta.answers import actions, publishing, readiness, telling, unshown, worklist
from yhdyspinta.answers.corrections import as_corrected, correction_of, propose_correction
from yhdyspinta.answers.forms import AnswerForm, initial_of, numbers_of
from yhdyspinta.answers.joining_views import joinings
from yhdyspinta.answers.languages import Languages
from yhdyspinta.answers.links import answer_path, staff_path
from yhdyspinta.answers.looks import mark_now, mark_of
from yhdyspinta.answers.models import Answer, AnswerTemplate, Correction
from yhdyspinta.answers.phrases import templates_of
from yhdyspinta.answers.place_names import place_names
from yhdyspinta.answers.publishing_views import FIRST_SHOWN
from yhdyspinta.answers.section_choices import section_choices
from yhdyspinta.answers.staff_loading import frame, staff_answer
from yhdyspinta.documents.comparison import comparison
from yhdyspinta.documents.models import DocumentVersion
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.addresses import activity_address, address
from yhdyspinta.processes.loading import moment_of
from yhdyspinta.ui.text import number_of
from yhdyspinta.wording import unsent
from yhdyspinta.wording.conflicts import both_texts, go_on_from
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.form_pages import Question, ask_page, form_page
from yhdyspinta.wording.languages import CONTENT_LANGUAGES, page_language
from yhdyspinta.wording.refusals import Refusal


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, process: str, activity: str, number: int) -> HttpResponse:
    """Write an answer; for a published one, correct it, or write a correction for another to approve."""
    answer = staff_answer(request, process, activity, number)
    by_another = answer.published_at is not None and answer.activity.process.owner.answers_need_approval
    correction = correction_of(answer) if by_another else None
    form = _form(as_corrected(answer, correction), request.POST or None)
    if request.method == "POST" and _is_autosave(request):
        return _autosaved(request, answer, form)

    def refused(refusal: Refusal) -> dict[str, Any]:
        if refusal.code == "changed_meanwhile":
            return _both_texts(form, refusal)
        answer.refresh_from_db(fields=["revision"])
        go_on_from(form, correction.revision if correction else answer.revision)
        return {}

    save = lambda: _save(request, answer, form)  # noqa: E731
    told = _told_of_group(request, answer)
    return form_page(
        request, "answers/edit.html", form, save, refused=refused, keeps=True, told_of_group=told,
        joinings=joinings(answer, at=moment_of(request)), **_context(answer, form, correction),
    )  # fmt: skip


def _told_of_group(request: HttpRequest, answer: Answer) -> str:
    """Said to whoever wrote while comments came to the draft or left it: the words are kept, and the group is another."""
    seen = request.POST.get("seen")
    if not seen or answer.published_at is not None or seen == mark_now(answer):
        return ""
    return _("The comments of this answer have changed while you were writing.")


def _form(answer: Answer, data: Any = None, **initial: Any) -> AnswerForm:
    typed = number_of(data.get("changed")) if data is not None else None
    passage_of = answer.changed_section_id if data is None else typed
    sections = section_choices(answer.activity, page_language(), with_passages=passage_of)
    return AnswerForm(
        data,
        languages=Languages.of_agenda(answer.activity.process.owner),
        sections=sections,
        passage_of=passage_of,
        initial=initial_of(answer) | initial,
    )


def _values(request: HttpRequest, answer: Answer, form: AnswerForm) -> dict[str, Any]:
    """What both saving a draft and correcting a published answer take."""
    return {
        "actor": actor_of(request),
        "answer": answer,
        "text": form.text(),
        "revision": form.revision_typed(),
        "at": moment_of(request),
    }


def _save(request: HttpRequest, answer: Answer, form: AnswerForm) -> HttpResponse:
    values = _values(request, answer, form)
    if answer.published_at is not None and answer.activity.process.owner.answers_need_approval:
        if propose_correction(**values) is None:
            return redirect(staff_path(answer))
        messages.success(request, _("The correction waits for approval by somebody else. The answer stands meanwhile."))
        return redirect(staff_path(answer, "correction"))
    if answer.published_at is not None:
        made = publishing.correct_answer(**values)
        messages.success(request, telling.corrected_words(made, worklist.comments_of(made), at=values["at"]))
        return redirect(staff_path(answer))
    saved = actions.save_answer(**values)
    if told := _told_of_group(request, answer):
        messages.info(request, told + " " + _("Look at them again."))
    if request.POST.get("then") == "template":
        return _with_template(request, answer, saved)
    if request.POST.get("then") == "publish":
        readiness.check_ready(saved, worklist.comments_of(saved), at=moment_of(request))
        return redirect(staff_path(saved, "publish"))
    messages.success(request, _("The draft was saved."))
    return redirect(staff_path(saved))


def _with_template(request: HttpRequest, answer: Answer, saved: Answer) -> HttpResponse:
    """Put a template's words after those of the draft, in each language, and go on writing."""
    number = number_of(request.POST.get("template", ""))
    found = AnswerTemplate.objects.filter(authority=answer.activity.process.owner_id, pk=number or 0).first()
    if found is None:
        messages.error(request, _("Choose a template."))
    else:
        body = Wording({tag: _after(saved.body.get(tag, ""), found.body.get(tag, "")) for tag in CONTENT_LANGUAGES})
        text = replace(actions.AnswerText.of(saved), body=body)
        common: dict[str, Any] = {"actor": actor_of(request), "at": moment_of(request), "revision": saved.revision}
        actions.save_answer(answer=saved, text=text, **common)
        messages.success(request, _("The template was added to the answer."))
    return redirect(staff_path(answer))


def _after(words: str, more: str) -> str:
    return "\n\n".join(part for part in (words, more) if part)


def _is_autosave(request: HttpRequest) -> bool:
    return bool(request.htmx) and request.headers.get("HX-Target") == "saved"  # type: ignore[attr-defined]


def _autosaved(request: HttpRequest, answer: Answer, form: AnswerForm) -> HttpResponse:
    """Save a draft while it is written, and tell it in one line; what does not fit yet waits for the button."""
    if not form.is_valid():
        return HttpResponse(status=422)
    try:
        saved = actions.save_answer(**_values(request, answer, form))
    except Refusal as refusal:
        if refusal.code != "changed_meanwhile":
            raise
        return render(request, "answers/edit.html#saved", {"conflict": refusal.words})
    unsent.forget(request)
    told = {"revision": saved.revision, "saved_at": saved.saved_at, "told_of_group": _told_of_group(request, answer)}
    return render(request, "answers/edit.html#saved", told)


def _context(answer: Answer, form: AnswerForm, correction: Correction | None = None) -> dict[str, Any]:
    comments = worklist.marked_comments_of(answer)
    others = list(worklist.groups(answer.activity, published=False).order_by(*worklist.LARGEST_FIRST)[:12])
    names = place_names(form.sections)
    lines = worklist.marked_lines(answer, comments, names)
    return frame(answer.activity) | {
        "answer": answer,
        "correction": correction,
        "correction_path": staff_path(answer, "correction"),
        "quotes_unshown": unshown.is_quoting(answer),
        "first": lines[:FIRST_SHOWN],
        "rest": lines[FIRST_SHOWN:],
        "seen": mark_of(comments),
        "reach": telling.reach(comment.sender for comment in comments),
        "groups": [
            {"line": line, "path": staff_path(answer, number=line.number), "current": line.number == answer.number}
            for line in worklist.group_lines(others, names)
        ],
        "paths": {
            name: staff_path(answer, name)
            for name in ("edit", "regroup", "publish", "remove", "take_back", "changes", "take_out")
        },
        "templates": templates_of(answer.activity.process.owner_id),
        "templates_path": address("answers:templates", answer.activity.process.owner),
        "needs_approval": answer.activity.process.owner.answers_need_approval,
        "public_path": answer_path(answer) if answer.published_at else "",
        "titles": worklist.capacity_words({one.sender_id: one.sender.capacities for one in comments}.values()),
    }


def _both_texts(form: AnswerForm, refusal: Refusal) -> dict[str, Any]:
    """The saved text to read, the typed one in the form, which now saves over it."""
    told = refusal.values
    return both_texts(form, saved=vars(told["saved"]), typed=vars(form.text()), revision=told["revision"])


@require_POST
def regroup(request: HttpRequest, process: str, activity: str, number: int) -> HttpResponse:
    """Take the chosen comments out of the draft, or split them into a draft of their own; typed words are saved."""
    answer = staff_answer(request, process, activity, number)
    form = _form(answer, request.POST) if "revision" in request.POST else None
    try:
        with transaction.atomic():
            if form is not None and not form.is_valid():
                return _again(request, answer, form)
            return redirect(staff_path(_regrouped(request, answer, form)))
    except Refusal as refusal:
        if form is not None and refusal.code == "changed_meanwhile":
            form.refuse(refusal)
            return _again(request, answer, form, status=409, **_both_texts(form, refusal))
        return _again(request, answer, form or _form(answer), group_problem=refusal.words)


def _again(request: HttpRequest, answer: Answer, form: AnswerForm, *, status: int = 422, **more: Any) -> HttpResponse:
    """The page of the answer with what was typed, when regrouping was refused."""
    return render(request, "answers/edit.html", _context(answer, form) | {"form": form} | more, status=status)


def _regrouped(request: HttpRequest, answer: Answer, form: AnswerForm | None) -> Answer:
    """Save the typed words and move the chosen comments; the answer to go on with."""
    common: dict[str, Any] = {"actor": actor_of(request), "at": moment_of(request)}
    if form is not None:
        answer = actions.save_answer(**common, answer=answer, text=form.text(), revision=form.revision_typed())
        unsent.forget(request, staff_path(answer))
    chosen = numbers_of(request.POST.getlist("comments"))
    if request.POST.get("do") == "split":
        new = actions.split_answer(**common, answer=answer, comments=chosen, title=Wording())
        messages.success(request, _("The chosen comments are now in a draft of their own."))
        return new
    actions.remove_from_answer(**common, answer=answer, comments=chosen)
    messages.success(request, _("The chosen comments wait for an answer again."))
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: HttpRequest, process: str, activity: str, number: int) -> HttpResponse:
    """Throw a draft away, after asking."""
    answer = staff_answer(request, process, activity, number)
    return ask_page(
        request,
        Question(
            _("Remove the draft?"),
            back=staff_path(answer),
            told=[_("The words of the draft are lost. Its comments wait for an answer again.")],
            button=_("Remove the draft"),
            cancel=_("Go back to writing"),
        ),
        lambda: actions.remove_draft(actor=actor_of(request), answer=answer, at=moment_of(request)),
        done=_("The draft was removed. Its comments wait for an answer again."),
        then=activity_address(answer.activity, "answers:work"),
        base="answers/base.html",
        **frame(answer.activity),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def take_back(request: HttpRequest, process: str, activity: str, number: int) -> HttpResponse:
    """Take a published answer back to a draft, after asking."""
    answer = staff_answer(request, process, activity, number)

    def act() -> None:
        comments, at = worklist.comments_of(answer), moment_of(request)
        publishing.unpublish_answer(actor=actor_of(request), answer=answer, at=at)
        told = telling.heard("answers.taken_back", answer, comments, at=at)
        messages.success(request, _("The answer was taken back.") + f" {told}")

    taken_back = _("The answer leaves the page and becomes a draft. Its comments wait for an answer again, and their senders are told. What it said stays in its history.")  # fmt: skip
    question = Question(
        _("Take the answer back?"),
        back=staff_path(answer),
        told=[taken_back],
        button=_("Take the answer back"),
        cancel=_("Keep it published"),
    )
    return ask_page(request, question, act, base="answers/base.html", **frame(answer.activity))


@require_http_methods(["GET", "HEAD"])
def changes(request: HttpRequest, process: str, activity: str, number: int) -> HttpResponse:
    """How the chosen section changed from the version before."""
    answer = staff_answer(request, process, activity, number)
    if answer.changed_section is None:
        raise Http404
    newer = answer.changed_section.version
    older = _version_before(newer)
    rows = comparison(older, newer, page_language()) if older else []
    own = [row for row in rows if any(name.pk == answer.changed_section_id for name in row.newer)]
    context = frame(answer.activity) | {
        "answer": answer,
        "rows": own,
        "older": older,
        "newer": newer,
        "edit_path": staff_path(answer),
    }
    return render(request, "answers/changes.html", context)


def _version_before(version: DocumentVersion) -> DocumentVersion | None:
    """The published version that readers had before this one."""
    older = DocumentVersion.objects.filter(
        document=version.document_id, number__lt=version.number, published_at__isnull=False
    )
    return older.order_by("-number").first()
