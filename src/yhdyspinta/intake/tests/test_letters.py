"""Answers told by letter: the list narrowed, a page of letters printed and marked at once, each in its receiver's language."""

import re
from dataclasses import replace
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories
from tests.factories import signed_in
from yhdyspinta.answers import publishing
from yhdyspinta.answers.actions import AnswerText
from yhdyspinta.answers.tests import scene
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry as Line
from yhdyspinta.comments.actions import SenderFacts
from yhdyspinta.intake import actions
from yhdyspinta.intake.actions import Reply
from yhdyspinta.intake.models import Entry
from yhdyspinta.intake.owing import letters_due
from yhdyspinta.intake.tests.typing_in import answer, enter
from yhdyspinta.processes.models import ProcessRole
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db
LETTERS = "/keski-suomi/fi/desk/intake/letters/"
PRINT, SENT = f"{LETTERS}print/", f"{LETTERS}sent/"


@pytest.fixture
def other(county):
    """A section of another process of the county."""
    activity = factories.activity(factories.process(county, "liikenne", title={"fi": "Liikenne", "sv": "Trafik"}))
    return factories.document(activity).versions.get().sections.first()


def owed(bertta, section, name="Aino Esimerkki", *, by="letter", language="fi"):
    """Somebody whom staff have to tell an answer."""
    facts = SenderFacts(language=language, capacities=("resident",), email="a@example.org" if by == "email" else "")
    receipt = enter(bertta, section, facts=facts, reply=Reply(by, name, "Tie 1\n00000 Esimerkkilä", "000 1"))
    comment = receipt.comments.get()
    answer(comment, number=comment.number)
    return Entry.objects.get(receipt=receipt)


def sent_of(page):
    """What the form below the printed letters sends."""
    return {
        "letter": re.findall(r'name="letter" value="(\d+)"', page),
        "seen": re.search(r'name="seen" value="([^"]+)"', page)[1],
    }


def test_the_list_is_narrowed_to_a_process_and_a_way(bertta, section, other):
    owed(bertta, section, "Aino Kirje")
    owed(bertta, section, "Bo Puhelin", by="phone")
    owed(bertta, other, "Cai Kirje")
    client = signed_in(bertta)

    def names(query=""):
        page = client.get(f"{LETTERS}{query}").content.decode()
        return re.findall(r"(Aino Kirje|Bo Puhelin|Cai Kirje)", page)

    assert names() == ["Aino Kirje", "Bo Puhelin", "Cai Kirje"]
    assert names("?process=toimintamallit") == ["Aino Kirje", "Bo Puhelin"]
    assert names("?process=liikenne") == ["Cai Kirje"]
    assert names("?by=phone") == ["Bo Puhelin"]
    assert names("?process=liikenne&by=phone") == []
    assert client.get(f"{LETTERS}?process=muu").status_code == 404


def test_who_works_in_one_process_only_tells_its_senders_and_no_others(county, bertta, section, other):
    owed(bertta, section, "Aino Kirje")
    strange = owed(bertta, other, "Cai Kirje")
    cai = factories.person("cai@example.org")
    process = section.version.document.activity.process
    ProcessRole.objects.create(person=cai, process=process, role="coordinator", given_at=clock.now())
    client = signed_in(cai)
    assert client.get(LETTERS).status_code == 404
    assert client.get(f"{LETTERS}?process=liikenne").status_code == 404
    page = client.get(f"{LETTERS}?process=toimintamallit")
    assert "Aino Kirje" in page.content.decode()
    assert "Cai Kirje" not in page.content.decode()
    assert "Liikenne" not in page.content.decode()
    answered = client.post(f"{SENT}?process=toimintamallit", {"letter": [strange.pk]})
    assert answered.status_code == 403
    strange.refresh_from_db()
    assert strange.told_at is None


def test_told_leads_back_to_the_same_place_of_the_list(bertta, section, monkeypatch):
    entries = [owed(bertta, section, f"Aino {n}") for n in range(53)]
    client = signed_in(bertta)
    first = client.get(f"{LETTERS}?process=toimintamallit").content.decode()
    further = re.search(r'href="(\?process=toimintamallit[^"]*after=[^"]+)"', first)[1].replace("&amp;", "&")
    page = client.get(f"{LETTERS}{further}").content.decode()
    opened = re.search(r'href="([^"]+/letter/\?[^"]+)"', page)[1].replace("&amp;", "&")
    letter = client.get(opened).content.decode()
    assert f'href="{LETTERS}{further}"'.replace("&", "&amp;") in letter
    for number in (50, 51, 52):
        told = re.search(rf'action="([^"]+/{entries[number].receipt_id}/told/\?[^"]+)"', page)[1]
        answered = client.post(told.replace("&amp;", "&"), {"seen": clock.now().isoformat()})
        assert answered["Location"] == f"{LETTERS}{further}"
    assert client.get(answered["Location"])["Location"] == f"{LETTERS}?process=toimintamallit"


def test_every_letter_of_the_page_is_printed_in_its_receivers_language(bertta, section):
    owed(bertta, section, "Aino Suomi")
    owed(bertta, section, "Anna Svenska", language="sv")
    owed(bertta, section, "Áile Sámi", language="se")
    owed(bertta, section, "Bo Puhelin", by="phone")
    page = signed_in(bertta).get(PRINT.replace("/fi/", "/en/")).content.decode()
    letters = re.findall(r'<article class="y-letter[^"]*" lang="(\w+)">(.*?)</article>', page, re.DOTALL)
    assert [tag for tag, _text in letters] == ["fi", "sv", "fi"]
    finnish, swedish, sami = [text for _tag, text in letters]
    assert "Vastaus kommenttiisi" in finnish
    assert "Lisätään määräaika." in finnish
    assert "Svar på din kommentar" in swedish
    assert "En tidsfrist läggs till." in swedish
    assert "Vastaus kommenttiisi" in sami
    assert '<blockquote class="y-quote y-prewrap" lang="se">' in sami
    assert "Bo Puhelin" not in page
    assert "Mark all 3 as sent" in page


def test_a_sami_reader_gets_the_answer_in_sami_where_it_is(bertta, section):
    entry = owed(bertta, section, language="se")
    made = entry.receipt.comments.get().answered.answer
    made.body = {"fi": "Suomeksi.", "sv": "På svenska.", "se": "Davvisámegillii.", "smn": "Anarâškielân."}
    made.save()
    path = f"/keski-suomi/sv/desk/processes/toimintamallit/intake/{entry.receipt_id}/letter/"
    page = signed_in(bertta).get(path).content.decode()
    assert '<article class="y-letter y-reading" lang="fi">' in page
    assert re.search(r'<div class="y-prose" lang="se">.*Davvisámegillii', page, re.DOTALL)
    assert "Anarâškielân." not in page


def test_words_in_no_language_of_ours_are_marked_so(bertta, section):
    entry = owed(bertta, section, language="und")
    page = signed_in(bertta).get(PRINT).content.decode()
    assert '<article class="y-letter y-reading" lang="fi">' in page
    assert '<blockquote class="y-quote y-prewrap" lang="und">' in page
    easy = owed(bertta, section, language="fi-x-selko")
    page = signed_in(bertta).get(PRINT).content.decode()
    assert "x-selko" not in page
    assert {entry.pk, easy.pk} == {int(pk) for pk in sent_of(page)["letter"]}


def test_a_page_of_letters_is_marked_at_once_and_a_second_press_changes_nothing(county, bertta, section):
    entries = [owed(bertta, section, f"Aino {n}") for n in range(3)]
    client = signed_in(bertta)
    form = sent_of(client.get(f"{PRINT}?by=letter").content.decode())
    assert form["letter"] == [str(entry.pk) for entry in entries]
    for _twice in range(2):
        answered = client.post(f"{SENT}?by=letter", form, follow=True)
        assert answered.redirect_chain == [(f"{LETTERS}?by=letter", 302)]
        assert "3 kirjettä merkittiin lähetetyiksi" in answered.content.decode()
    assert not letters_due(county)
    told = set(Entry.objects.values_list("told_by", flat=True))
    assert told == {bertta.pk}
    assert Line.objects.filter(verb="intake.answer_told").count() == 3


def test_a_letter_whose_answer_changed_since_it_was_printed_stays(county, bertta, section):
    kept = owed(bertta, section, "Aino Sama")
    mended = enter(bertta, section, reply=Reply("letter", "Bo Muuttunut", "Tie 1")).entry
    published = scene.publish(bertta, scene.write(bertta, scene.start(bertta, mended.receipt.comments.get())))
    client = signed_in(bertta)
    form = sent_of(client.get(PRINT).content.decode())
    made = scene.fresh(published)
    publishing.correct_answer(
        actor=bertta, answer=made, revision=made.revision, at=clock.now(),
        text=replace(AnswerText.of(made), body=Wording(fi="Ei.", sv="Nej.")),
    )  # fmt: skip
    page = client.post(SENT, form, follow=True).content.decode()
    assert "Bo Muuttunut" in page
    assert "Aino Sama" not in page
    assert "Yhden vastaus on muuttunut" in page
    assert list(letters_due(county)) == [mended]
    kept.refresh_from_db()
    assert kept.told_at is not None


def test_all_or_none_are_marked(county, bertta, section):
    mine = owed(bertta, section)
    abroad = factories.authority("pohjanmaa", code="15")
    strange = factories.document(factories.activity(factories.process(abroad))).versions.get().sections.first()
    theirs = owed(factories.staff(abroad, email="c@example.org"), strange)
    with pytest.raises(Refusal):
        actions.mark_all_told(actor=bertta, entries=[mine.pk, theirs.pk], at=clock.now())
    assert list(letters_due(county)) == [mine]
    client = signed_in(bertta)
    assert client.post(SENT, {"letter": [str(theirs.pk), "x", ""]}).status_code == 409
    assert client.post(SENT, {"letter": [str(mine.pk)], "seen": str(uuid4())}).status_code == 302
    assert not letters_due(county)
    assert list(letters_due(abroad)) == [theirs]


def test_a_page_of_letters_asks_as_often_for_many(bertta, section):
    client, counts = signed_in(bertta), []
    for _more in range(2):
        for number in range(3):
            owed(bertta, section, f"Aino {number}", language=("fi", "sv", "se")[number])
        with CaptureQueriesContext(connection) as asked:
            assert client.get(PRINT).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 15
