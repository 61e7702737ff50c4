"""Whether an answer is whole: its languages, reasons and passage, and that it tells nothing that nobody may read."""

from collections.abc import Iterable
from copy import copy
from datetime import datetime

from yhdyspinta.answers.actions import AnswerText, write
from yhdyspinta.answers.languages import lacking
from yhdyspinta.answers.models import Answer
from yhdyspinta.answers.quotations import words_of
from yhdyspinta.answers.titles import tells_unshown
from yhdyspinta.answers.unshown import quotation_in
from yhdyspinta.answers.values import NEEDS_REASON, SENT_ON
from yhdyspinta.comments.models import Comment
from yhdyspinta.documents.models import DocumentVersion, Section
from yhdyspinta.documents.passages import passages
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal


def check_ready(answer: Answer, comments: list[Comment], *, at: datetime, before: AnswerText | None = None) -> None:
    """Refuse an answer that is not whole, at every field where it lacks something or tells what nobody may read.

    Of a published one, `before` is what it said: what it went on telling stays on the desk, and hinders no correction.
    """
    if not comments:
        raise Refusal("answer_without_comments", status=422, field="comments")
    missing = [*_missing(answer, comments), *_telling_unshown(answer, before)]
    if missing:
        raise Refusal.together(missing)
    if answer.changed_section_id is not None:
        _check_passage(answer, comments, at=at)


def check_added(answer: Answer, text: AnswerText) -> None:
    """Refuse words in a further language that tell of a comment what nobody may read; the others stand."""
    added = copy(answer)
    write(added, text)
    refused = list(_telling_unshown(added, AnswerText.of(answer)))
    if text.title != answer.title:
        added.title = Wording({tag: words for tag, words in text.title.items() if answer.title.get(tag) != words})
        if tells_unshown(added, waiting_comments(answer, answered=answer.is_final)):
            refused.insert(0, Refusal("title_is_not_shown", status=422, field="title"))
    if refused:
        raise Refusal.together(refused)


def _telling_unshown(answer: Answer, before: AnswerText | None) -> Iterable[Refusal]:
    """What its new words quote of its comments that nobody may read, at the field and language; two queries or four."""
    old = words_of(before) if before is not None else {}
    new = {place: text for place, text in words_of(answer).items() if old.get(place) != text}
    if not quotation_in(new, answer):
        return
    for place, text in new.items():
        if words := quotation_in({place: text}, answer):
            yield Refusal("words_are_not_shown", status=422, field=place, words=words)


def _missing(answer: Answer, comments: list[Comment]) -> Iterable[Refusal]:
    """What the answer lacks, in the order of its form."""
    process = answer.activity.process
    yield from lacking(process, "title", answer.title)
    if tells_unshown(answer, comments):
        yield Refusal("title_is_not_shown", status=422, field="title")
    if not answer.handling:
        yield Refusal("handling_missing", status=422, field="handling")
    yield from lacking(process, "body", answer.body)
    if answer.handling in NEEDS_REASON:
        if not answer.reason:
            yield Refusal("reason_missing", status=422, field="reason")
        yield from lacking(process, "reason_words", answer.reason_words)
    if answer.handling == SENT_ON:
        yield from lacking(process, "passed_to", answer.passed_to)


def _check_passage(answer: Answer, comments: list[Comment], *, at: datetime) -> None:
    """The changed passage stands in a published version newer than the one that was commented on."""
    section = Section.objects.select_related("version").prefetch_related("texts").get(pk=answer.changed_section_id or 0)
    version = section.version
    if version.published_at is None or version.published_at > at:
        raise Refusal("passage_not_published", status=422, field="changed")
    if version.number <= commented_version(comments, version):
        raise Refusal("passage_not_newer", status=422, field="changed")
    longest = max((len(passages(text.body)) for text in section.texts.all()), default=0)
    if answer.changed_passage is not None and not 1 <= answer.changed_passage <= longest:
        raise Refusal("passage_not_here", status=422, field="changed")


def commented_version(comments: list[Comment], version: DocumentVersion) -> int:
    """The oldest version of the document that the comments stand on; its first one when they stand elsewhere."""
    threads = {comment.thread_id for comment in comments}
    own = DocumentVersion.objects.filter(document=version.document_id)
    on_sections = own.filter(sections__thread__in=threads).order_by("number").values_list("number", flat=True).first()
    on_whole = own.filter(thread__in=threads).order_by("number").values_list("number", flat=True).first()
    found = [number for number in (on_sections, on_whole) if number is not None]
    return min(found, default=1)


def waiting_comments(answer: Answer, *, answered: bool = False) -> list[Comment]:
    """The group's comments, locked; hidden and withdrawn ones need no answer."""
    return shown_of(held_comments(answer, answered=answered))


def held_comments(answer: Answer, *, answered: bool) -> list[Comment]:
    """The group's comments that wait or are answered, locked, those that are not shown among them."""
    handling = Comment.Handling.ANSWERED if answered else Comment.Handling.OPEN
    found = Comment.objects.select_for_update(of=("self",)).filter(answered__answer=answer, handling=handling)
    return list(found.select_related("sender__person").order_by("pk"))


def shown_of(comments: Iterable[Comment]) -> list[Comment]:
    """Those that anybody may read."""
    return [comment for comment in comments if comment.state == Comment.State.VISIBLE]
