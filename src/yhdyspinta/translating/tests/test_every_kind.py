"""Each kind of text goes out and comes back to its place through the action that its form uses."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import transaction

from tests import factories
from yhdyspinta.answers.models import Answer, Correction
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry
from yhdyspinta.comments.models import Comment
from yhdyspinta.documents.models import Attachment, Document, DocumentVersion, Section, SectionText
from yhdyspinta.launch.models import LaunchPack
from yhdyspinta.material.models import Theme
from yhdyspinta.outcomes.models import FormerPromise, Measure, Outcome
from yhdyspinta.processes.language_versions import Change, Taking, translatables
from yhdyspinta.processes.models import Activity, Phase, Process
from yhdyspinta.reports.models import Practice, Report
from yhdyspinta.transfers.models import Transfer
from yhdyspinta.translating import actions
from yhdyspinta.translating.files import RowBack, as_excel, as_word, code_of, rows_back
from yhdyspinta.translating.models import ReturnedFile
from yhdyspinta.translating.tests.taking import take
from yhdyspinta.translating.texts import Text, texts_of
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db
_FI = {"fi": "Sanat."}
_OF_PROCESS = {key for key, kind in translatables().items() if kind.of is Process}
#: Texts that cannot lack Swedish here: comments are chosen one by one (`test_translating`), a correction is whole,
#: and so is a published answer (`test_published_answers`).
_APART = {"comment", "correction", "publishedanswer"}


@pytest.fixture
def county():
    return factories.authority("pohjanmaa", code="15", bilingual=True)


@pytest.fixture
def bertta(county):
    return factories.staff(county)


@pytest.fixture
def process(county) -> Process:
    """A process with every kind of text in Finnish only."""
    made = factories.process(county, published=False)
    now = clock.now()
    stopped = {"paused_at": now, "pause_reason": _FI, "cancelled_at": now, "cancel_reason": _FI}
    Process.objects.filter(pk=made.pk).update(summary=_FI, decided_by=_FI, **stopped)
    activity = factories.activity(made, closes_at=now - timedelta(days=1))
    Activity.objects.filter(pk=activity.pk).update(title=_FI)
    Phase.objects.filter(process=made).update(title=_FI, description=_FI)
    document = factories.document(activity, sections=1)
    Document.objects.filter(pk=document.pk).update(title=_FI, summary=_FI)
    Attachment.objects.create(
        document=document, name=_FI, file="attachments/x.pdf", original_name="x.pdf", content_type="application/pdf",
        size=1, added_at=now,
    )  # fmt: skip
    draft = DocumentVersion.objects.create(
        document=document, number=2, name=_FI, what_changed=_FI, created_at=factories.EPOCH
    )
    drafted = Section.objects.create(
        version=draft, position=1, number="1", anchor="yksi", questions={"fi": "Mitä puuttuu?"}
    )
    SectionText.objects.create(section=drafted, language="fi", heading="Otsikko", body="Leipä.")
    section = Section.objects.get(version__number=1)
    Practice.objects.create(section=section, kind="solution", title=_FI, text=_FI, added_at=now)
    Answer.objects.create(activity=activity, number=1, title=_FI, body=_FI, created_at=now, saved_at=now)
    Theme.objects.create(activity=activity, name=_FI, made_at=now)
    Outcome.objects.create(process=made, kind="decided", title=_FI, body_name=_FI, on=now.date(), created_at=now)
    Measure.objects.create(
        process=made, you_said=_FI, we_decided=_FI, promise=_FI, owner_name=_FI, status_words=_FI, created_at=now
    )
    texts = dict.fromkeys(("in_short", "asked", "took_part", "said", "changed", "next_steps"), _FI)
    Report.objects.create(activity=activity, saved_at=now, **texts)
    LaunchPack.objects.create(activity=activity, headline=_FI, short_post=_FI, saved_at=now)
    made.refresh_from_db()
    return made


def missing(process: Process, target: str = "sv") -> list[Text]:
    return [text for text in texts_of(process, "fi", target) if text.is_missing]


def keep(who, process, texts, words="På svenska: {}", target="sv") -> ReturnedFile:
    rows = [
        RowBack(number, code_of(text, "fi", target), words.format(text.source))
        for number, text in enumerate(texts, start=3)
    ]
    return actions.keep_returned(
        actor=who, of=process, name="sv.xlsx", content=words.encode(), rows=rows, at=clock.now()
    )


def pass_a_comment_on(process: Process, to) -> Transfer:
    section = Section.objects.get(version__number=1)
    Process.objects.filter(pk=process.pk).update(published_at=factories.EPOCH)
    Activity.objects.get(process=process).stages.update(closes_at=clock.now() + timedelta(days=1))
    comment = factories.comment(factories.guest(), section)
    Process.objects.filter(pk=process.pk).update(published_at=None)
    return Transfer.objects.create(comment=comment, key=uuid4(), receiver=to, reason=_FI, passed_at=clock.now())


def test_every_kind_goes_out_and_comes_back_to_its_place(process, bertta, county):
    transfer = pass_a_comment_on(process, factories.authority("keski-suomi", code="13"))
    Activity.objects.get(process=process).stages.update(closes_at=clock.now() - timedelta(days=1))
    texts = missing(process)
    assert {text.key.split("/")[0] for text in texts} == _OF_PROCESS - _APART - {"summary"}
    kept = keep(bertta, process, texts)
    assert kept.problems == []
    assert take(bertta, kept) == len(texts)
    assert missing(process) == []
    assert Section.objects.get(anchor="yksi").questions["sv"] == "På svenska: Mitä puuttuu?"
    assert Report.objects.get().next_steps["sv"] == "På svenska: Sanat."
    transfer.refresh_from_db()
    assert transfer.reason == {"fi": "Sanat.", "sv": "På svenska: Sanat."}
    assert {entry.actor for entry in Entry.objects.filter(verb="documents.attachment_named")} == {f"person:{bertta.pk}"}
    assert take(bertta, kept) == 0


def test_the_same_kinds_survive_both_files(process):
    texts = missing(process)
    for make, name in ((as_excel, "x.xlsx"), (as_word, "x.docx")):
        rows = rows_back(make(texts, title="Asia", source="fi", target="sv"), name)
        assert [row.code for row in rows] == [code_of(text, "fi", "sv") for text in texts]


def test_few_queries_for_every_kind(process, django_assert_num_queries):
    process = Process.objects.select_related("owner").get()
    with django_assert_num_queries(2):
        texts_of(process, "fi", "sv")


def test_a_post_is_as_long_as_its_link_leaves_room_for(process, bertta):
    (post,) = (text for text in missing(process) if text.key.endswith("short_post"))
    assert post.part.longest < 280
    fits = keep(bertta, process, [post], words="👩‍👩‍👧" * (post.part.longest // 2))
    assert fits.problems == []  # a family is one character to those who see it, and two to X
    (problem,) = keep(bertta, process, [post], words="x" * (post.part.longest + 1)).problems
    assert (problem["problem"], problem["row"], problem["column"]) == ("too_long", 3, "D")
    assert problem["most"] == post.part.longest


@pytest.mark.parametrize("name", ["title", "short_post", "owner_name", "what_changed", "name", "heading"])
def test_what_is_too_long_for_the_form_is_too_long_for_the_file(process, bertta, name):
    text = next(text for text in texts_of(process, "fi", "sv") if text.key.endswith(f"/{name}"))
    (problem,) = keep(bertta, process, [text], words="x" * (text.part.longest + 1)).problems
    assert problem["problem"] == "too_long"


def test_a_further_language_is_no_changed_promise(process, bertta, county):
    take(bertta, keep(bertta, process, missing(process)))
    Measure.objects.update(published_at=clock.now())
    promised = [text for text in missing(process, "en") if text.key.endswith(("/promise", "/we_decided"))]
    take(bertta, keep(bertta, process, promised, words="In English: {}", target="en"))
    assert Measure.objects.get().promise["en"] == "In English: Sanat."
    assert not FormerPromise.objects.exists()


def test_a_correction_that_waits_is_in_the_file(process, bertta, county):
    take(bertta, keep(bertta, process, missing(process)))
    answer = Answer.objects.get()
    Answer.objects.update(published_at=clock.now(), handling="accepted")
    both = {"fi": "Uudet sanat.", "sv": "Nya ord."}
    Correction.objects.create(
        answer=answer, title=both, body=both, handling="accepted", saved_at=clock.now(), revision=answer.revision + 1
    )
    keys = [text.key.split("/")[0] for text in missing(process, "en")]
    assert keys.count("correction") == 2
    assert "answer" not in keys


def test_what_is_withdrawn_hidden_or_removed_stays_out(process, county):
    transfer = pass_a_comment_on(process, factories.authority("keski-suomi", code="13"))
    assert "transfer" in {text.key.split("/")[0] for text in missing(process)}
    Comment.objects.filter(pk=transfer.comment_id).update(state=Comment.State.HIDDEN)
    Practice.objects.update(removed_at=clock.now())
    Attachment.objects.update(removed_at=clock.now())
    assert not {"transfer", "practice", "attachment"} & {text.key.split("/")[0] for text in missing(process)}


@pytest.mark.parametrize("key", sorted(_OF_PROCESS - _APART - {"summary", "transfer", "process"}))
def test_what_somebody_wrote_between_the_look_and_the_storing_stands(process, bertta, key):
    """The row is read again under its lock: what was looked at must still be there."""
    text = next(text for text in missing(process) if text.key.startswith(f"{key}/"))
    kind, pk, name = text.key.split("/")
    taking = Taking(bertta, process, "sv", clock.now())
    with pytest.raises(Refusal, match="texts_changed_meanwhile"), transaction.atomic():
        translatables()[kind].take(taking, int(pk), {name: Change("Någon annans ord.", "Mina ord.")})
    assert any(again.key == text.key for again in missing(process))
