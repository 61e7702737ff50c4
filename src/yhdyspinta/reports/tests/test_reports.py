from dataclasses import replace
from io import BytesIO

import docx
import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.utils.translation import override

from tests import factories
from yhdyspinta.answers.models import Answer
from yhdyspinta.audit import clock
from yhdyspinta.comments.counters import change_state
from yhdyspinta.comments.models import Comment
from yhdyspinta.notices.models import Notice
from yhdyspinta.notices.outbox import kind_of
from yhdyspinta.processes.addresses import process_address
from yhdyspinta.processes.models import Follow
from yhdyspinta.reports import word
from yhdyspinta.reports.actions import make_hearing_summary, reporting
from yhdyspinta.reports.models import HearingSummary, Report, ReportFile, ReportVersion
from yhdyspinta.reports.tests import scene
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db
READERS = ("residents", "deciders", "professionals")


def form_of(**changes):
    return {
        "in_short-fi": "Toivottiin määräaikaa.",
        "in_short-sv": "En tidsfrist önskades.",
        "asked-fi": "Kysyimme luonnoksesta.",
        "asked-sv": "Vi frågade om utkastet.",
        "revision": "0",
        **changes,
    }


@pytest.mark.parametrize(("more", "told"), [({}, False), ({"in_short-en": "A deadline was wished for."}, True)])
def test_a_language_in_which_words_are_missing_gets_no_file_and_the_preview_says_so(desk, bertta, document, more, told):
    scene.answered(bertta, document)
    sent = desk.post(scene.path_of(document, "edit"), form_of(then="preview", **more))
    words = "puuttuu teksti tällä kielellä (englanti): Mitä kysyttiin. Raportista ei tehdä tiedostoa tällä kielellä"
    assert (words in desk.get(sent.url).content.decode()) == told


def test_from_draft_to_publication(desk, bertta, document):
    scene.answered(bertta, document)
    page = desk.get(scene.path_of(document, "edit"))
    assert "Kommentoi luonnoksia." in page.content.decode()  # what the process tells already
    sent = desk.post(scene.path_of(document, "edit"), form_of(then="preview"))
    assert sent.status_code == 302
    preview = desk.get(sent.url).content.decode()
    assert "Vastaus 30 päivässä." in preview
    assert Client().get(scene.path_of(document, version=1)).status_code == 404
    published = desk.post(sent.url, {"revision": "1"})
    assert published.status_code == 302
    assert published.url == scene.path_of(document, version=1)
    for language in ("fi", "sv", "en"):
        shown = Client().get(scene.path_of(document, version=1, language=language))
        assert shown.status_code == 200
    assert "En tidsfrist önskades." in Client().get(scene.path_of(document, version=1, language="sv")).content.decode()
    assert Client().get(scene.path_of(document, "newest")).url == scene.path_of(document, version=1)


def test_three_readers_see_the_same_figures(bertta, document):
    scene.answered(bertta, document, 3)
    scene.answered(
        bertta, document, 2, handling="not_accepted", reason="cost", reason_words=Wording(fi="Kallis.", sv="Dyrt.")
    )
    scene.save(bertta, document)
    scene.publish(bertta, document)
    pages = {name: Client().get(scene.path_of(document, "reader", version=1, reader=name)) for name in READERS}
    assert all(page.status_code == 200 for page in pages.values())
    assert "5 kommenttia 5 lähettäjältä" in pages["residents"].content.decode()
    assert "Kallis." in pages["residents"].content.decode()
    assert "1 Kohta 1 (fi)" in pages["professionals"].content.decode()
    assert Client().get(scene.path_of(document, "reader", version=1, reader="others")).status_code == 404
    results = Client().get(process_address(document.activity.process, "outcomes:results", language="fi"))
    assert all(
        scene.path_of(document, "reader", version=1, reader=name) in results.content.decode() for name in READERS
    )


def test_a_published_version_stands_and_a_later_one_stands_beside_it(bertta, document):
    scene.answered(bertta, document)
    scene.save(bertta, document)
    first = scene.publish(bertta, document)
    assert scene.publish(bertta, document) == first  # a retry publishes nothing new
    comment = Comment.objects.first()
    change_state(comment, Comment.State.HIDDEN)
    second = scene.publish(bertta, document)
    assert second.number == 2
    assert first.figures["comments"] == 3
    assert second.figures["comments"] == 2
    page = Client().get(scene.path_of(document, version=1)).content.decode()
    assert "3 kommenttia" in page
    assert scene.path_of(document, version=2) in page
    for change in (
        lambda: ReportVersion.objects.filter(pk=first.pk).update(figures={}),
        lambda: ReportFile.objects.filter(version=first).update(content=b""),
        lambda: ReportFile.objects.filter(version=first).delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_what_is_not_whole_is_not_published(bertta, document):
    with pytest.raises(Refusal, match="report_missing"):
        scene.publish(bertta, document)
    scene.save(bertta, document, scene.ReportWords(asked=Wording(fi="Vain suomeksi.")))
    with pytest.raises(Refusal, match="report_part_missing"):
        scene.publish(bertta, document)
    whole = scene.ReportWords(in_short=scene.WORDS.in_short, asked=Wording(fi="Vain suomeksi."))
    scene.save(bertta, document, whole, revision=1)
    with pytest.raises(Refusal, match="language_missing"):
        scene.publish(bertta, document, revision=2)
    scene.save(bertta, document, revision=2)
    with pytest.raises(Refusal, match="report_changed"):
        scene.publish(bertta, document, revision=2)
    stage = document.activity.stages.get()
    stage.closes_at = clock.now() + (clock.now() - stage.opens_at)
    stage.save()
    with pytest.raises(Refusal, match="report_round_is_open"):
        scene.publish(bertta, document, revision=3)
    assert not ReportVersion.objects.exists()


def test_f10_two_who_write_at_once_see_both_texts(desk, bertta, document):
    scene.save(bertta, document)
    sent = desk.post(scene.path_of(document, "edit"), form_of(**{"in_short-fi": "Toinen teksti."}))
    assert sent.status_code == 409
    assert "Toinen teksti." in sent.content.decode()
    assert "Toivottiin määräaikaa." in sent.content.decode()
    assert Report.objects.get().in_short["fi"] == "Toivottiin määräaikaa."


def test_followers_are_told_once(bertta, document):
    process = document.activity.process
    Follow.objects.create(
        process=process,
        person=factories.person(),
        language="fi",
        nonce="n",
        since=clock.now(),
        confirmed_at=clock.now(),
    )
    scene.save(bertta, document)
    scene.publish(bertta, document)
    scene.publish(bertta, document)
    assert Notice.objects.filter(kind="reports.published").count() == 1


@pytest.mark.parametrize(
    ("language", "subject", "parts"),
    [
        (
            "fi",
            "Uusi versio raportista",
            ("Versio 2", "Kirjoitettu uudelleen: Raportti lyhyesti.", "Julkaistuja vastauksia on 1"),
        ),
        ("sv", "En ny version av en rapport", ("Version 2", "Omskrivet: ", "Publicerade svar: 1")),
        (
            "en",
            "A new version of a report",
            ("Version 2", "Written anew: The report in short.", "Published answers: 1"),
        ),
    ],
)
def test_followers_read_that_a_later_version_is_new_and_what_differs(bertta, document, language, subject, parts):
    process = document.activity.process
    Follow.objects.create(
        process=process, person=factories.person(), language=language, nonce="n", since=clock.now(), confirmed_at=clock.now()
    )  # fmt: skip
    scene.save(bertta, document)
    scene.publish(bertta, document)
    scene.answered(bertta, document)
    words = replace(scene.WORDS, in_short=Wording(fi="Nyt on vastattu.", sv="Nu har vi svarat."))
    scene.save(bertta, document, words, revision=1)
    scene.publish(bertta, document, revision=2)
    first, second = Notice.objects.filter(kind="reports.published").order_by("pk")
    with override(language):
        told = kind_of(second).words(second)
        assert subject not in kind_of(first).words(first).subject
    assert told.subject.startswith(subject)
    for part in parts:
        assert part in " ".join(told.paragraphs)


def test_word_files_hold_the_words_and_figures_in_both_languages(bertta, document):
    scene.answered(bertta, document)
    scene.save(bertta, document)
    version = scene.publish(bertta, document)
    for language, words in (("fi", "Toivottiin määräaikaa."), ("sv", "En tidsfrist önskades.")):
        response = Client().get(scene.path_of(document, "file", version=1, kind="docx", file_language=language))
        assert response.headers["Content-Disposition"].startswith("attachment")
        read = docx.Document(BytesIO(response.content))
        assert words in "\n".join(paragraph.text for paragraph in read.paragraphs)
        cells = [cell.text for table in read.tables for row in table.rows for cell in row.cells]
        assert any(("Vastaus" if language == "fi" else "Svar") in text for text in cells)
        assert word.report_file(version, language) == response.content  # the same bytes again
    assert Client().get(scene.path_of(document, "file", version=1, kind="docx", file_language="en")).status_code == 404


def test_reasons_keep_their_shape_on_every_page_as_in_the_files(bertta, document):
    scene.answered(bertta, document)
    Answer.objects.update(reason_words={"fi": "Se **ei kuulu** meille.", "sv": "Det **hör inte** till oss."})
    scene.save(bertta, document)
    scene.publish(bertta, document)
    for name, parts in (("report", {}), ("reader", {"reader": "professionals"})):
        page = Client().get(scene.path_of(document, name, version=1, **parts)).content.decode()
        assert "Se <strong>ei kuulu</strong> meille." in page


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_language_that_is_not_owed_has_its_word_file_too_when_its_words_are_written(language):
    """M42: the page stood wholly in Swedish, and the only file was in Finnish."""
    document = scene.closed_round(bilingual=False)
    bertta = factories.staff(document.activity.process.owner)
    scene.answered(bertta, document, title=Wording(fi="Määräaika"), body=Wording(fi="Vastaus suomeksi."))
    both = {part: Wording({"fi": "Suomeksi.", language: "Translated."}) for part in ("in_short", "asked")}
    scene.save(bertta, document, replace(scene.WORDS, **{**both, "asked": Wording(fi="Vain suomeksi.")}))
    scene.publish(bertta, document)
    scene.save(bertta, document, replace(scene.WORDS, **both), revision=1)
    scene.publish(bertta, document, 2)
    for version, wanted in ((1, 404), (2, 200)):  # half a translation makes no file
        parts = {"version": version, "kind": "docx", "file_language": language}
        path = scene.path_of(document, "file", language, **parts)
        assert Client().get(path).status_code == wanted
    text = "\n".join(one.text for one in docx.Document(BytesIO(Client().get(path).content)).paragraphs)
    assert "Translated." in text
    assert {"sv": "Ett svar har inte översatts", "en": "One answer has not been translated"}[language] in text
    assert path in Client().get(scene.path_of(document, "report", version=2, language=language)).content.decode()


def test_the_attachment_for_the_agenda(desk, bertta, document):
    path = scene.path_of(document, "hearing")
    scene.answered(
        bertta, document, handling="not_accepted", reason="cost", reason_words=Wording(fi="Kallis.", sv="Dyrt.")
    )
    assert "Liite on valmis ladattavaksi." in desk.post(path, follow=True).content.decode()
    for language, words in (
        ("fi", "Mikään ei ole muuttunut liitteen 1 jälkeen"), ("sv", "Inget har ändrats efter bilaga 1"),
        ("en", "Nothing has changed since attachment 1"),
    ):  # fmt: skip
        page = desk.post(scene.path_of(document, "hearing", language), follow=True).content.decode()
        assert words in page
        assert HearingSummary.objects.count() == 1  # the same figures make no second
    assert "valmis ladattavaksi" not in desk.post(path, follow=True).content.decode()
    assert (
        'filename="pohjanmaa-'
        in desk.get(scene.path_of(document, "hearing_file", made=1, file_language="fi")).headers["Content-Disposition"]
    )
    for language, words in (("fi", "Kallis."), ("sv", "Dyrt.")):
        file = desk.get(scene.path_of(document, "hearing_file", made=1, file_language=language))
        cells = [cell.text for t in docx.Document(BytesIO(file.content)).tables for row in t.rows for cell in row.cells]
        assert any(words in text for text in cells)
    assert Client().get(scene.path_of(document, "hearing_file", made=1, file_language="fi")).status_code != 200


def test_e8_the_address_of_an_attachment_gives_nothing_to_others(bertta, document, desk):
    scene.answered(bertta, document)
    make_hearing_summary(actor=bertta, activity=document.activity, at=clock.now(), although_waiting=True)
    path = scene.path_of(document, "hearing_file", made=1, file_language="fi")
    given = desk.get(path)
    assert given.status_code == 200
    assert given.headers["Content-Disposition"].startswith("attachment")
    assert "no-store" in given.headers["Cache-Control"]
    of_others = factories.staff(factories.authority("lappi", code="21"), email="toinen@example.org")
    for who in (factories.person("cai@example.org"), of_others):
        assert factories.signed_in(who).get(path).status_code == 404
    assert factories.signed_in(bertta, second_factor=False).get(path).status_code == 302
    desk.logout()
    assert desk.get(path).headers["Location"].startswith("/account/login/")


def test_pages_take_as_many_queries_for_few_and_many(bertta, document, desk, django_assert_max_num_queries):
    for count in (1, 2):
        scene.answered(bertta, document, count)
    scene.save(bertta, document)
    scene.publish(bertta, document)
    for name, parts in (("report", {}), *(("reader", {"reader": name}) for name in READERS)):
        with django_assert_max_num_queries(10):
            assert Client().get(scene.path_of(document, name, version=1, **parts)).status_code == 200
    for name, limit in (("edit", 15), ("preview", 15), ("hearing", 15)):
        with django_assert_max_num_queries(limit):
            assert desk.get(scene.path_of(document, name)).status_code == 200


def test_the_agendas_attachment_is_in_both_languages_also_where_one_is_owed():
    document = scene.closed_round(bilingual=False)
    bertta = factories.staff(document.activity.process.owner)
    scene.answered(bertta, document)
    made = reporting.make_hearing_summary(
        actor=bertta, activity=document.activity, at=clock.now(), although_waiting=True
    )
    assert sorted(ReportFile.objects.filter(hearing=made).values_list("language", flat=True)) == ["fi", "sv"]


def test_languages_are_named_in_the_language_of_the_page(bertta, document):
    scene.answered(bertta, document)
    scene.save(bertta, document)
    scene.publish(bertta, document)
    for language, name in (("fi", "suomi"), ("sv", "finska"), ("en", "Finnish")):
        assert f">{name}<" in Client().get(scene.path_of(document, language=language, version=1)).content.decode()
