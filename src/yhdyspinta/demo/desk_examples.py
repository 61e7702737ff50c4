"""Examples of the addresses that staff and organisations work at: piles, files, themes, what was passed on, packs, statements."""

from collections.abc import Callable

from yhdyspinta.answers.models import AnswerTemplate
from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.models import Comment
from yhdyspinta.intake.models import Batch, Sheet, TableLink, TableNote, Upload
from yhdyspinta.intake.table_links import token_of as token_of_table
from yhdyspinta.launch.models import LaunchRelease
from yhdyspinta.material.models import SavedView, Signature, StaffNote, Theme, ThemeSuggestion, Translation
from yhdyspinta.people.models import SpeakerInvitation
from yhdyspinta.people.speaker_invitations import token_of as token_of_speaker
from yhdyspinta.processes.models import Activity
from yhdyspinta.processes.short_links import code_of
from yhdyspinta.statements.actions import token_of
from yhdyspinta.statements.models import Colleague, Statement, StatementPart
from yhdyspinta.transfers.models import Transfer
from yhdyspinta.translating.models import ReturnedFile

Examples = dict[str, Callable[[], str]]


def place_of(activity: Activity) -> Examples:
    return {"process": lambda: activity.process.slug, "activity": lambda: activity.slug}


def of_desks(opened: Activity, answering: Activity, preparing: Activity) -> dict[str, Examples]:
    """Everything of the county's desk, by namespace or route."""
    county = opened.process.owner
    templates = AnswerTemplate.objects.filter(authority=county).order_by("pk")
    returned = ReturnedFile.objects.filter(process=preparing.process).order_by("pk")
    own = ReturnedFile.objects.filter(authority=county).order_by("pk")
    one: Examples = {"template": lambda: str(templates[0].pk)}
    return {
        "answers:template": one,
        "answers:remove_template": one,
        "translating:": place_of(preparing) | {"returned": lambda: str(returned[0].pk)},
        "translating:authority_returned": {"returned": lambda: str(own[0].pk)},
        **_of_piles(opened),
        **_of_uploads(opened, county),
        **_of_the_material(opened),
        **_of_transfers(answering, county),
        **_of_launching(opened),
        **_of_statements(opened),
    }


def _of_piles(opened: Activity) -> dict[str, Examples]:
    """A pile that is checked, one that is being typed, and the notes of an event."""
    batches = Batch.objects.filter(activity=opened).order_by("pk")
    piles, events = batches.filter(kind="pile"), batches.filter(kind="event")
    being_typed: Examples = {"batch": lambda: str(piles.filter(finished_at=None)[0].pk)}
    checked = piles.filter(finished_at__isnull=False)
    differing = Sheet.objects.filter(batch__activity=opened, is_drawn=True, checked_at=None).order_by("pk")
    sheet: Examples = {"batch": lambda: str(differing[0].batch_id), "number": lambda: str(differing[0].number)}
    event: Examples = {"batch": lambda: str(events[0].pk)}
    links = TableLink.objects.filter(batch__activity=opened, revoked_at=None).order_by("pk")
    waiting = TableNote.objects.filter(link__batch__activity=opened, settled_at=None).order_by("pk")
    tables: Examples = {"batch": lambda: str(links[0].batch_id), "link": lambda: str(links[0].pk)}
    return {
        **{f"intake:{name}": being_typed for name in ("pile", "finish")},
        **{f"intake:{name}": event for name in ("notes", "finish_event", "people_present")},
        **{f"intake:{name}": tables for name in ("waiting_notes", "table_links", "table_sheets", "end_table_link")},
        "intake:mend_note": {"batch": lambda: str(waiting[0].link.batch_id), "note": lambda: str(waiting[0].pk)},
        "intake:table": {"token": lambda: token_of_table(links[0].nonce)},
        **{f"intake:{name}": {"batch": lambda: str(checked[0].pk)} for name in ("check", "sheets", "reopen")},
        "intake:check_sheet": sheet,
    }


def _of_uploads(opened: Activity, county: Authority) -> dict[str, Examples]:
    """A filled template, and the file of a round held elsewhere."""
    files = Upload.objects.order_by("pk")
    filled = files.filter(activity=opened, kind=Upload.Kind.TEMPLATE)
    earlier = files.filter(activity__process__owner=county, kind=Upload.Kind.EARLIER)
    own: Examples = {"upload": lambda: str(filled[0].pk)}
    other: Examples = {
        "process": lambda: earlier[0].activity.process.slug,
        "activity": lambda: earlier[0].activity.slug,
        "upload": lambda: str(earlier[0].pk),
    }
    ways = ("earlier", "earlier_file", "mapping", "earlier_mistakes", "earlier_import", "earlier_discard")
    return {
        **{f"intake:{name}": own for name in ("upload", "upload_mistakes", "upload_import", "upload_discard")},
        **{f"intake:{name}": other for name in ways},
    }


def _of_the_material(opened: Activity) -> dict[str, Examples]:
    notes = StaffNote.objects.filter(comment__activity=opened).order_by("pk")
    led = Signature.objects.filter(activity=opened, like_count__gt=0).order_by("comment")
    bunch: Examples = {"number": lambda: str(led[0].comment.number)}
    return {
        "material:": {
            "theme": lambda: str(Theme.objects.filter(activity=opened).order_by("pk")[0].pk),
            "note": lambda: str(notes[0].pk),
            "number": lambda: str(notes[0].comment.number),
            "view": lambda: str(SavedView.objects.filter(activity=opened).order_by("pk")[0].pk),
            "suggestion": lambda: str(ThemeSuggestion.objects.filter(activity=opened).order_by("pk")[0].pk),
        },
        **dict.fromkeys(("material:translation", "material:remove_translation"), _translated(opened)),
        "material:bunch": bunch,
        "material:apart": bunch,
    }


def _translated(opened: Activity) -> Examples:
    rows = Translation.objects.filter(comment__activity=opened).exclude(text="").order_by("pk")
    return {"number": lambda: str(rows[0].comment.number), "language_tag": lambda: rows[0].language}


def _of_transfers(answering: Activity, county: Authority) -> dict[str, Examples]:
    """A comment that came, one that was passed on, and one that waits for an answer and could be."""
    rows = Transfer.objects.order_by("pk")
    away = rows.filter(comment__activity=answering, state=Transfer.State.WAITING)
    waiting = Comment.objects.filter(activity=answering, state="visible", handling="open").order_by("number")
    return {
        "transfers:": place_of(answering) | {
            "transfer": lambda: str(rows.filter(receiver=county)[0].pk),
            "number": lambda: str(waiting[0].number),
        },
        "transfers:take_back": {"number": lambda: str(away[0].comment.number)},
        "transfers:take_many_back": {"key": lambda: str(away.reverse()[0].key)},
    }  # fmt: skip


def _of_launching(opened: Activity) -> dict[str, Examples]:
    released = LaunchRelease.objects.filter(activity=opened).order_by("number")
    return {
        "launch:": {"version": lambda: str(released[0].number), "code": lambda: code_of(opened.pk)},
        "launch:material_file": place_of(opened) | {"language_tag": lambda: "fi", "part": lambda: "news"},
    }


def _of_statements(opened: Activity) -> dict[str, Examples]:
    """A statement in the making, and the links that were mailed to a colleague and to a second representative."""
    rows = Statement.objects.filter(activity=opened, receipt=None).order_by("pk")
    parts = StatementPart.objects.filter(statement__activity=opened).order_by("pk")
    owner = opened.process.owner
    speakers = SpeakerInvitation.objects.filter(organisation__authority=owner, accepted_at=None).order_by("pk")
    asked = Colleague.objects.filter(statement__activity=opened, joined_at=None).order_by("pk")
    return {
        "statements:": {
            "statement": lambda: str(rows[0].pk),
            "section": lambda: str(parts[0].section_id),
            "version": lambda: str(parts[0].section.version_id) if parts[0].section else "",
            "colleague": lambda: str(asked[0].pk),
        },
        "statements:leave": {"organisation": lambda: str(rows[0].organisation_id)},
        "statements:join": {"token": lambda: token_of(asked[0])},
        "team:speaker_invitation": {"token": lambda: token_of_speaker(speakers[0])},
        "team:revoke_speaker": {"invitation": lambda: str(speakers[0].pk)},
    }
