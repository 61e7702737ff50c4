"""A translation beside a comment: written with the original in sight, looked at again, taken away after asking."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from yhdyspinta.answers.languages import Languages
from yhdyspinta.comments.languages import language_name
from yhdyspinta.comments.models import Comment
from yhdyspinta.material.actions import translations as actions
from yhdyspinta.material.loading import comment_of, frame, round_of
from yhdyspinta.material.models import Translation
from yhdyspinta.material.translations import ASKED, OLDER, WITHHELD, mark_of, standing_of, with_standing
from yhdyspinta.material.values import ABILITY
from yhdyspinta.moderation.masking import MASK_MARK, in_words
from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.processes.loading import abilities_here, moment_of
from yhdyspinta.processes.models import Activity
from yhdyspinta.ui import forms
from yhdyspinta.ui.text import number_of
from yhdyspinta.wording.conflicts import both_texts, go_on_from
from yhdyspinta.wording.form_pages import Question, ask_page, form_page
from yhdyspinta.wording.languages import CONTENT_LANGUAGES, html_lang
from yhdyspinta.wording.refusals import Refusal

_OWN = "own"  # the comment has been found to be in the translation's own language


class TranslationForm(forms.Form):
    """The comment in another language."""

    text = forms.MultilineField(
        label=gettext_lazy("Translation"), rows=8, max_length=actions.LONGEST,
        help_text=gettext_lazy("As the sender says it: nothing added, nothing left out."),
    )  # fmt: skip
    revision = forms.HiddenField(required=False)
    mark = forms.HiddenField(required=False)


def lines_of(comment: Comment, *, may_read: bool, may_change: bool) -> list[dict[str, Any]]:
    """Each language that the comment can be in, with its translation, for the staff page; one query."""
    activity = comment.activity
    kept = {
        one.language: one for one in with_standing(Translation.objects.filter(comment=comment).select_related("by"))
    }
    tags = [tag for tag in Languages.of(activity.process.owner).all if tag != comment.language or tag in kept]
    found = []
    for tag in tags:
        one = kept.get(tag)
        standing = standing_of(one) if one else ""
        if one is None and not may_change:
            continue
        found.append(
            {
                "name": CONTENT_LANGUAGES[tag],
                "lang": html_lang(tag),
                "translation": one,
                "standing": standing,
                "text": one.text if one and may_read and standing != WITHHELD else "",
                "tag": _tag(standing if tag != comment.language else _OWN),
                "may_write": tag != comment.language,
                "path": activity_address(activity, "material:translation", number=comment.number, language_tag=tag),
                "remove_path": activity_address(
                    activity, "material:remove_translation", number=comment.number, language_tag=tag
                ),
            }
        )
    return found


def _tag(standing: str) -> dict[str, str] | None:
    words = {
        ASKED: (_("To be translated"), "frost"),
        OLDER: (_("Not shown: the sender has edited the comment since"), "amber"),
        _OWN: (_("Not shown: the comment itself is in this language"), "amber"),
        WITHHELD: (_("Not shown: words were masked after it was made"), "rose"),
    }
    if standing not in words:
        return None
    text, colour = words[standing]
    return {"text": text, "colour": colour}


def _of(request: HttpRequest, process: str, activity: str, number: int, tag: str) -> tuple[Activity, Comment]:
    found = round_of(request, process, activity, ABILITY)
    comment = comment_of(found, number)
    if tag not in CONTENT_LANGUAGES:
        raise Http404
    return found, comment


def _kept(comment: Comment, tag: str) -> Any:
    return with_standing(Translation.objects.filter(comment=comment, language=tag)).first()


@require_http_methods(["GET", "HEAD", "POST"])
def translation(request: HttpRequest, process: str, activity: str, number: int, language_tag: str) -> HttpResponse:
    """Write the comment in another language, or look at what stands there again."""
    found, comment = _of(request, process, activity, number, language_tag)
    if language_tag == comment.language or language_tag not in Languages.of(found.process.owner).all:
        raise Http404
    if comment.state != Comment.State.VISIBLE:
        raise Refusal("comment_not_shown", status=409)
    kept = _kept(comment, language_tag)
    standing = standing_of(kept) if kept else ""
    may_see = _may_see(request, standing)
    text, revision = (kept.text if may_see else "", kept.revision) if kept else ("", 0)
    form = TranslationForm(
        request.POST or None, initial={"text": text, "revision": revision, "mark": mark_of(comment.public_text)}
    )

    def save() -> HttpResponse:
        given = form.cleaned_data
        actions.save_translation(
            actor=actor_of(request), comment=comment, language=language_tag, text=given["text"],
            mark=given["mark"], revision=number_of(given["revision"]) or 0, at=moment_of(request),
        )  # fmt: skip
        messages.success(request, _("The translation was saved. It stands beside the comment."))
        return redirect(activity_address(found, "material:comment", number=number))

    def refused(refusal: Refusal) -> dict[str, Any]:
        return _refused(form, refusal, comment, may_see=may_see)

    context = frame(request, found) | _shown(comment, language_tag, kept, standing)
    return form_page(request, "material/translation.html", form, save, refused=refused, keeps=True, **context)


def _refused(form: TranslationForm, refusal: Refusal, comment: Comment, *, may_see: bool) -> dict[str, Any]:
    """Both texts where somebody else saved meanwhile; else the form goes on from the comment as it is now."""
    if refusal.code == "changed_meanwhile":
        saved, typed = refusal.values["saved"] if may_see else "", form.cleaned_data["text"]
        return both_texts(form, saved={"text": saved}, typed={"text": typed}, revision=refusal.values["revision"])
    go_on_from(form, number_of(form.data.get("revision")) or 0)
    data = form.data.copy()  # type: ignore[attr-defined]
    data["mark"] = mark_of(comment.public_text)
    form.data = data
    return {}


def _shown(comment: Comment, tag: str, kept: Any, standing: str) -> dict[str, Any]:
    """The original and what stands beside it."""
    return {
        "comment": comment,
        "text": in_words(comment.public_text),
        "is_masked": MASK_MARK in comment.public_text,
        "name": CONTENT_LANGUAGES[tag],
        "original_name": language_name(comment.language),
        "original_lang": html_lang(comment.language),
        "kept": kept if kept and kept.text else None,
        "tag": _tag(standing),
        "standing": standing,
        "back": activity_address(comment.activity, "material:comment", number=comment.number),
    }


def _may_see(request: HttpRequest, standing: str) -> bool:
    """What may hold masked words is for those who see them anyway."""
    return standing != WITHHELD or "moderate" in abilities_here(request)


@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: HttpRequest, process: str, activity: str, number: int, language_tag: str) -> HttpResponse:
    """Take a translation away, after asking."""
    found, comment = _of(request, process, activity, number, language_tag)
    back = activity_address(found, "material:comment", number=number)
    kept = _kept(comment, language_tag)
    if kept is None and request.method != "POST":  # one that is gone already is gone
        raise Http404
    is_shown = kept is not None and comment.state == Comment.State.VISIBLE and standing_of(kept) != WITHHELD
    return ask_page(
        request,
        Question(
            _("Remove the translation of comment %(number)s?") % {"number": number},
            back=back,
            shown="material/_removed_translation.html",
            told=[_("It disappears from the public pages at once. The comment itself stays.")],
            button=_("Remove the translation"),
            crumb=_("Comment %(number)s") % {"number": number},
        ),
        lambda: actions.remove_translation(
            actor=actor_of(request), comment=comment, language=language_tag, at=moment_of(request)
        ),
        done=_("The translation was removed. The comment stays as it is."),
        base="material/base.html",
        **frame(request, found),
        name=CONTENT_LANGUAGES[language_tag],
        text=kept.text if kept is not None and is_shown else "",
        lang=html_lang(language_tag),
    )
