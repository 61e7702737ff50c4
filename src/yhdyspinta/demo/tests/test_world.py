import re
from datetime import timedelta

import pytest
from django.db.models import Count
from django.test import Client

from yhdyspinta.answers.models import Answer, Summary
from yhdyspinta.audit import clock, trail
from yhdyspinta.audit.models import Entry as TrailLine
from yhdyspinta.authorities.models import Authority
from yhdyspinta.cli.addresses import all_addresses
from yhdyspinta.comments.audience import audience
from yhdyspinta.comments.models import Comment, Quote, Receipt, Sender
from yhdyspinta.demo import offline, regulars, world
from yhdyspinta.demo.cast import PARTS, SUPPORT
from yhdyspinta.demo.content.working import WORK
from yhdyspinta.demo.examples import pages
from yhdyspinta.demo.remarks import remarks_of
from yhdyspinta.demo.stories import STORIES
from yhdyspinta.documents.models import Attachment, Section
from yhdyspinta.documents.passages import passages
from yhdyspinta.intake.models import Batch, Entry, Upload
from yhdyspinta.intake.owing import letters_due
from yhdyspinta.launch.models import LaunchRelease
from yhdyspinta.moderation.models import Appeal
from yhdyspinta.notices.models import Letter, Notice
from yhdyspinta.outcomes.models import Measure
from yhdyspinta.people.models import Person, RoleGrant
from yhdyspinta.processes.addresses import activity_address, process_address
from yhdyspinta.processes.models import Activity, Follow, Invitation, Process, SearchEntry
from yhdyspinta.processes.searching import found
from yhdyspinta.reports.models import ReportVersion
from yhdyspinta.statements.models import StatementPart
from yhdyspinta.transfers.models import Transfer

pytestmark = pytest.mark.django_db


def test_the_world_shows_the_case_at_each_stage(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    settings.EMAIL_BACKEND = "yhdyspinta.notices.delivery.NowhereBackend"
    now = clock.now()
    world.fill(now=now, tell=lambda what: None, share=0.15)
    assert world.is_filled()
    county = Process.objects.filter(owner__slug="keski-suomi")
    assert county.count() == 6
    assert county.filter(published_at=None).count() == 2
    open_now = Process.objects.of(Authority.objects.get(slug="keski-suomi")).filter(
        activities__stages__closes_at__gt=now
    )
    assert set(open_now.exclude(published_at=None).values_list("owner__slug", flat=True)) == {
        "keski-suomi",
        "jyvaskyla",
    }
    assert Activity.objects.filter(answered_at__isnull=False).count() == 2
    assert Measure.objects.filter(state="done").count() == 1
    assert {"fi", "sv"} == set(Comment.objects.values_list("language", flat=True))
    _counters_are_true()
    _roles_were_offered_and_taken()
    _senders_are_seen()
    _answers_are_on_their_way()
    _people_hear()
    _moderators_have_work(now)
    _words_come_by_every_way(now)
    _documents_are_furnished()
    _the_summary_counts_right()
    _desks_are_at_work()
    _a_round_held_elsewhere_is_answered()
    _material_is_worked_on()
    assert [address.pattern for address in all_addresses() if not address.example] == []
    _what_is_gone_is_left_out(now)
    trail.seal()
    assert trail.problems() == []


def _what_is_gone_is_left_out(now):
    Attachment.objects.update(removed_at=now)
    missing = [one.pattern for one in all_addresses() if not one.example]
    assert missing
    assert all("<int:attachment>" in pattern for pattern in missing)
    Attachment.objects.update(removed_at=None)
    assert {"home", "round", "section", "receipt", "mailbox"} <= set(pages())


def _roles_were_offered_and_taken():
    for part in (*PARTS.values(), *SUPPORT):
        person = Person.objects.get(email=part.email)
        assert person.level == Person.Level.EMAIL
        if part.role:
            assert person.pk in Invitation.objects.filter(role=part.role).values_list("accepted_by", flat=True)
    assert not RoleGrant.objects.filter(given_by=None).exists()
    assert TrailLine.objects.filter(verb="authorities.contact_edited").count() == 3


def _senders_are_seen():
    statement = Receipt.objects.get(sender__person__email="olli.omainen@example.org")
    assert statement.comments.count() == 10
    withdrawn = Comment.objects.get(state="withdrawn")
    assert withdrawn.reply_count == 1
    asked = set(Sender.objects.filter(wants_news=True).values_list("email", flat=True))
    follows = Follow.objects.filter(email__in=asked).exclude(confirmed_at=None)
    assert follows.exists()
    assert Sender.objects.filter(email__startswith="talvitie").exclude(email_confirmed_at=None).exists()


def _answers_are_on_their_way():
    answers = Answer.objects.filter(activity__process__case_number="KSHVA-2026-0302")
    assert answers.filter(published_at=None).count() == 1
    assert answers.exclude(published_at=None).count() == 2
    told = Notice.objects.filter(kind="answers.published", person__email="aino.asukas@example.org")
    assert told.filter(state=Notice.State.SENT).count() == 2


def _people_hear():
    assert Follow.objects.filter(person__isnull=False).exists()
    assert Follow.objects.exclude(email="").exclude(confirmed_at=None).exists()
    assert not Notice.objects.filter(state__in=[Notice.State.OWED, Notice.State.PARKED]).exists()
    assert Notice.objects.filter(person__email="aino.asukas@example.org").exists()
    kinds = set(Notice.objects.filter(state=Notice.State.SENT).values_list("kind", flat=True))
    assert {"processes.confirm_follow", "comment_rounds.received", "answers.published"} <= kinds
    assert Letter.objects.filter(to="seuraaja.yksi@example.org").exists()


def _moderators_have_work(now):
    comments = Comment.objects.filter(activity__process__case_number="KSHVA-2026-0388")
    assert comments.filter(state="hidden").count() == 2
    assert comments.filter(masks__isnull=False).count() == 1
    assert comments.filter(reports__handled_at=None, reports__isnull=False).distinct().count() == 2
    assert Appeal.objects.filter(decided_at=None).count() == 1
    assert comments.exclude(edited_at=None).count() == 2
    recent = comments.filter(state="waiting", arrived_at__gt=now - timedelta(days=1)).exclude(warnings=[])
    assert {warning for row in recent for warning in row.warnings} >= {"health", "identity_code", "too_fast"}
    assert recent.count() == 4


def _words_come_by_every_way(now):
    entries = Entry.objects.filter(receipt__activity__process__case_number="KSHVA-2026-0388")
    assert {"phone", "paper", "event", "email"} == set(entries.values_list("receipt__channel", flat=True))
    county = Authority.objects.get(slug="keski-suomi")
    due = {entry.name: entry.reply_by for entry in letters_due(county)}
    assert set(due) == {"", "Lempi Esimerkki", "Sylvi Esimerkki"}
    assert due[""] == "email"  # an address that its owner has not confirmed
    assert audience(county, [entries[0].receipt.activity_id]).off_line >= 6
    assert Comment.objects.filter(activity__process__owner__slug="jyvaskyla", state="visible").exists()
    for quote in Quote.objects.select_related("comment__thread__section"):
        text = quote.comment.thread.section.texts.get(language=quote.language)
        passage = next(one for one in passages(text.body) if one.number == quote.passage)
        assert passage.text[quote.start : quote.end] == quote.words
    assert Quote.objects.exists()


def _desks_are_at_work():
    pile = Batch.objects.get(name="Kirjaston palautuslaatikko")
    assert list(pile.sheets.filter(checked_at=None).values_list("number", "differing")) == [(2, 2)]
    assert Upload.objects.count() == 3
    states = Transfer.objects.values_list("receiver__slug", "state").order_by("receiver__slug", "state")
    on_the_platform = [("jyvaskyla", "answered"), *[("jyvaskyla", "waiting")] * 4, ("keski-suomi", "waiting")]
    assert list(states) == [*on_the_platform, (None, "answered")]
    together = Transfer.objects.values("key").annotate(n=Count("pk")).filter(n__gt=1)
    assert [one["n"] for one in together] == [3]  # passed on at once, and could be taken back so
    outside = Transfer.objects.select_related("comment__activity").get(receiver=None)
    assert outside.passed_at.date() < outside.answered_on <= outside.answered_at.date()
    page = activity_address(
        outside.comment.activity, "comment_rounds:comment", number=outside.comment.number, language="fi"
    )
    shown = Client().get(page).content.decode()
    assert "Esimerkkivirasto (keksitty" in shown
    assert "Korvaukset maksetaan nyt kolmessa viikossa" in shown
    assert LaunchRelease.objects.get().picture is not None
    assert StatementPart.objects.filter(statement__receipt=None).count() == 3
    first, report = ReportVersion.objects.filter(activity__process__case_number="KSHVA-2026-0117").order_by("number")
    assert (first.words["took_part"], bool(report.words["took_part"])) == ({}, True)
    assert len(report.figures["themes"]) >= 3
    assert {"fi", "sv"} == set(report.figures["themes"][0]["name"])


def _a_round_held_elsewhere_is_answered():
    activity = Activity.objects.get(process__case_number="KSHVA-2026-0064")
    assert (activity.sender_count, activity.due_count, activity.answered_count) == (7, 0, activity.comment_count)
    assert ReportVersion.objects.get(activity=activity).figures["languages"] == [
        {"key": "fi", "count": activity.comment_count - 2},
        {"key": "sv", "count": 2},
    ]
    told = Upload.objects.get(activity=activity)
    assert "Annettu vastaus" in told.choices["columns"]  # the answers came along in the file
    assert activity.answers.filter(published_at=None).count() == 0
    assert {"fi", "sv"} == {tag for answer in activity.answers.all() for tag in answer.body}
    page = Client().get(process_address(activity.process, "outcomes:results", language="fi")).content.decode()
    assert "Aiheet ajoissa tietoon" in page
    assert "Alueen aiempi kyselytyökalu" in page


def _material_is_worked_on():
    """The round that staff are sent to answer shows something on every page of its material, and so does the Swedish one."""
    for case in ("KSHVA-2026-0302", "OVPH-2026-0058"):
        activity = Activity.objects.get(process__case_number=case)
        rows = Comment.objects.filter(activity=activity)
        assert activity.themes.filter(comment_count__gt=0).count() >= 2
        assert activity.themes.exclude(name__has_keys=["fi", "sv"]).count() == 0
        assert rows.exclude(work=None).exclude(work__stance="").exists()
        assert activity.looking.themes_made_at is not None
    activity = Activity.objects.get(process__case_number="KSHVA-2026-0302")
    assert activity.documents.count() == 2
    assert activity.bulk_actions.filter(kind="theme_added").exists()
    given = Comment.objects.filter(activity=activity).exclude(work__assignee=None)
    assert all(day for day in given.values_list("work__due_on", flat=True))


def test_what_staff_do_is_found_in_what_is_said():
    """Every theme, stance, note and translation of a round has comments whose words it names."""
    for story, work in WORK.items():
        remarks = [remark for name in STORIES[story].documents for remark in remarks_of(story, name)]
        texts = [one.text for remark in remarks for one in (remark, *remark.replies)]
        words = [words for _name, words in work.themes] + [words for _stance, words in work.stances]
        for pattern in words:
            assert any(re.search(pattern.replace(r"\m", r"\b"), text, re.IGNORECASE) for text in texts), pattern
        for place, _who, _text in work.notes:
            said = [
                *texts,
                *(one.text for one in offline.WHILE_OPEN),
                *(one.text for one in regulars.BY_SWEDISH_RESIDENT),
            ]
            assert any(place in text for text in said), place
    assert {stance for stance, _words in WORK["answering"].stances} == {"for", "partly", "against", "question"}


def _documents_are_furnished():
    asked = [section.questions for section in Section.objects.all() if section.questions]
    assert len(asked) > 10
    assert all(questions["fi"] and questions["sv"] for questions in asked)
    assert {attachment.language for attachment in Attachment.objects.all()} == {"fi", "sv"}
    county = Authority.objects.get(slug="keski-suomi")
    entries = found(SearchEntry.objects.filter(process__owner=county), "terveyskeskus", "fi")
    assert {"document", "comment"} & set(entries.values_list("kind", flat=True))


def _the_summary_counts_right():
    for summary in Summary.objects.exclude(published_at=None):
        assert f"Saimme {summary.activity.comment_count} kommenttia" in summary.body["fi"]


def _counters_are_true():
    for activity in Activity.objects.all():
        visible = activity.comments.filter(state="visible")
        assert activity.comment_count == visible.count()
        assert activity.sender_count == visible.values("sender").distinct().count()
        assert activity.due_count == visible.filter(handling="open").count()
        assert activity.answered_count == visible.filter(handling="answered").count()
        assert activity.waiting_count == activity.comments.filter(state="waiting").count()
        assert activity.hidden_count == activity.comments.filter(state="hidden").count()
