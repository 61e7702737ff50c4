from io import BytesIO

import docx
import pytest
from django.test import Client

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry
from yhdyspinta.comments.codes import shown_code
from yhdyspinta.comments.models import Comment, Receipt
from yhdyspinta.documents.models import Section
from yhdyspinta.notices.models import Notice
from yhdyspinta.processes.addresses import address
from yhdyspinta.processes.models import Process, Stage
from yhdyspinta.processes.permissions import no
from yhdyspinta.processes.taking_statements import statement_method_of
from yhdyspinta.statements import actions
from yhdyspinta.statements.models import Colleague, Statement, StatementPart
from yhdyspinta.statements.tests.scene import NAME, begin, path_of, speaker, step, write

pytestmark = pytest.mark.django_db


def test_written_together_approved_by_another_and_sent_once(activity, organisation, oili):
    pekka = speaker(organisation, "pekka@example.org")
    first, second = factories.signed_in(oili), factories.signed_in(pekka)
    assert begin(first, activity, organisation).status_code == 302
    assert begin(second, activity, organisation).status_code == 302
    assert Statement.objects.count() == 1
    assert write(first, activity, "Kannatamme kohtaa.").status_code == 302
    assert write(second, activity, "Ehdotamme määräaikaa.", place=1).status_code == 302
    assert step(first, activity, "note", text="Katsotko kohdan 2?").status_code == 302
    page = second.get(path_of(activity)).content.decode()
    assert "Kannatamme kohtaa." in page
    assert "Katsotko kohdan 2?" in page
    assert step(first, activity, "send").status_code == 403  # nobody has asked
    assert step(first, activity, "ask").status_code == 302
    assert Notice.objects.filter(kind="statements.asked").count() == 1
    assert step(first, activity, "send").status_code == 403  # another approves
    assert not Comment.objects.exists()
    for _ in range(2):
        assert step(second, activity, "send").status_code == 302
    assert step(first, activity, "send").status_code == 302  # the same receipt
    assert Receipt.objects.count() == 1
    assert [one.text for one in Comment.objects.order_by("number")] == ["Kannatamme kohtaa.", "Ehdotamme määräaikaa."]
    sender = Receipt.objects.get().sender
    assert (sender.organisation, sender.capacities, sender.person) == (organisation, ["organisation"], pekka)
    assert Notice.objects.filter(once_key__startswith="receipt:").count() == 1
    assert write(first, activity, "Myöhässä", 1).status_code == 422
    file = docx.Document(BytesIO(first.get(path_of(activity, "download")).content))
    text = "\n".join(paragraph.text for paragraph in file.paragraphs)
    assert "Ehdotamme määräaikaa." in text
    assert NAME in text


def word_of(browser, activity) -> list[str]:
    file = docx.Document(BytesIO(browser.get(path_of(activity, "download")).content))
    return [paragraph.text for paragraph in file.paragraphs]


def test_the_file_tells_matter_approver_and_receipt(activity, organisation, oili):
    pekka = speaker(organisation, "pekka@example.org")
    Process.objects.update(case_number="ESIM/12/2026")
    first, second = factories.signed_in(oili), factories.signed_in(pekka)
    begin(first, activity, organisation)
    write(first, activity, "Kannatamme kohtaa.")
    told = word_of(first, activity)
    assert "Asianumero: ESIM/12/2026" in told
    assert not any("Hyväksyjä" in line or "Kuitin koodi" in line for line in told)
    step(first, activity, "ask")
    step(second, activity, "send")
    told = word_of(first, activity)
    assert f"Hyväksyjä: {pekka.name or pekka.email}" in told
    assert f"Kuitin koodi: {shown_code(Receipt.objects.get())}" in told
    writer = factories.person("kolle@example.org")
    now = clock.now()
    Colleague.objects.create(
        statement=Statement.objects.get(), email=writer.email, nonce="n", invited_at=now, expires_at=now, person=writer, joined_at=now
    )  # fmt: skip
    told = word_of(factories.signed_in(writer), activity)
    assert "Kannatamme kohtaa." in told
    assert not any("Kuitin koodi" in line for line in told)


def test_the_only_representative_approves_their_own(activity, organisation, oili):
    browser = factories.signed_in(oili)
    begin(browser, activity, organisation)
    assert step(browser, activity, "ask").status_code == 422  # nothing is written
    write(browser, activity, "Kannatamme.")
    step(browser, activity, "ask")
    assert step(browser, activity, "send").status_code == 302
    assert Receipt.objects.count() == 1


@pytest.mark.parametrize(
    "text", ["Jäsenemme sairastavat syöpää.", "En av våra medlemmar fick cancer.", "After surgery the way is too long."]
)
def test_d6_health_words_of_a_statement_are_warned_of_and_wait_for_a_check(activity, organisation, oili, text):
    browser = factories.signed_in(oili)
    begin(browser, activity, organisation)
    write(browser, activity, "Kannatamme kohtaa.")
    assert "govuk-warning-text" not in browser.get(path_of(activity)).content.decode()
    write(browser, activity, text, place=1)
    for language, words in (
        ("fi", ("ei pidä julkaista: Mahdollinen terveystieto.", "Viranomainen tarkistaa")),
        ("sv", ("inte bör publiceras: Möjlig hälsouppgift.", "Myndigheten granskar")),
        ("en", ("not be published: Possible health information.", "The authority checks")),
    ):
        page = browser.get(path_of(activity).replace("/fi/", f"/{language}/")).content.decode()
        assert all(said in page for said in words), language
    step(browser, activity, "ask")
    assert step(browser, activity, "send").status_code == 302
    assert dict(Comment.objects.values_list("text", "state")) == {"Kannatamme kohtaa.": "visible", text: "waiting"}
    assert "govuk-warning-text" not in browser.get(path_of(activity)).content.decode()


def test_changed_words_are_asked_about_anew(activity, organisation, oili):
    browser = factories.signed_in(oili)
    begin(browser, activity, organisation)
    write(browser, activity, "Kannatamme.")
    step(browser, activity, "ask")
    looked_at = Statement.objects.get().revision
    write(browser, activity, "Vastustamme.", 1)
    assert Statement.objects.get().asked_at is None
    assert browser.post(path_of(activity, "send"), {"revision": looked_at}).status_code == 409
    assert not Receipt.objects.exists()


def test_f10_two_who_write_at_once_see_both_texts(activity, organisation, oili):
    browser = factories.signed_in(oili)
    begin(browser, activity, organisation)
    write(browser, activity, "Ensimmäisen sanat")
    response = write(browser, activity, "Toisen sanat", 0)
    assert response.status_code == 409
    assert "Ensimmäisen sanat" in response.content.decode()
    assert "Toisen sanat" in response.content.decode()
    assert StatementPart.objects.get().text == "Ensimmäisen sanat"


def test_a_colleague_comes_by_the_link_and_writes_but_does_not_send(activity, organisation, oili):
    browser = factories.signed_in(oili)
    begin(browser, activity, organisation)
    assert step(browser, activity, "invite", email="ei-osoite").status_code == 422
    assert step(browser, activity, "invite", email="kaisa@example.org").status_code == 302
    link = address(
        "statements:join", activity.process.owner, language="fi", token=actions.token_of(Colleague.objects.get())
    )
    cai = factories.signed_in(factories.person("cai@example.org"))
    assert cai.post(link).status_code == 403
    assert cai.get(path_of(activity)).status_code == 404
    kaisa = factories.signed_in(factories.person("kaisa@example.org"))
    assert kaisa.get(link).status_code == 200
    for _ in range(2):
        assert kaisa.post(link).status_code == 302
    assert write(kaisa, activity, "Kollegan sanat").status_code == 302
    step(kaisa, activity, "ask")
    assert step(kaisa, activity, "send").status_code == 403
    assert step(kaisa, activity, "invite", email="muu@example.org").status_code in {403, 422}
    assert step(browser, activity, "send").status_code == 302


def test_a_colleague_who_writes_along_is_sent_no_other_link(activity, organisation, oili):
    browser = factories.signed_in(oili)
    begin(browser, activity, organisation)
    step(browser, activity, "invite", email="kaisa@example.org")
    kaisa = factories.signed_in(factories.person("kaisa@example.org"))
    token = actions.token_of(Colleague.objects.get())
    kaisa.post(address("statements:join", activity.process.owner, language="fi", token=token))
    browser.get(path_of(activity))  # what was told of the first link is read away
    for language, words in (
        ("fi", "kirjoittaa jo mukana"),
        ("sv", "skriver redan med"),
        ("en", "already writes along"),
    ):
        path = path_of(activity, "invite").replace("/fi/", f"/{language}/")
        page = browser.post(path, {"email": "Kaisa@example.org"}, follow=True).content.decode()
        assert words in page
        assert not any(said in page for said in ("Linkki lähetettiin", "Länken skickades", "The link was sent"))
    assert Notice.objects.filter(kind="statements.invited").count() == 1


def test_a_colleague_of_ones_own_is_no_second_pair_of_eyes(activity, organisation, oili):
    second = factories.signed_in(speaker(organisation, "pekka@example.org"))
    browser = factories.signed_in(oili)
    begin(browser, activity, organisation)
    write(browser, activity, "Kannatamme.")
    mate = factories.person("kaveri@example.org")
    statement, now = Statement.objects.get(), clock.now()
    Colleague.objects.create(
        statement=statement, email=mate.email, nonce="x", person=mate, joined_at=now, invited_at=now, expires_at=now
    )
    friend = factories.signed_in(mate)
    assert "useita edustajia" in friend.get(path_of(activity)).content.decode()
    assert step(friend, activity, "ask").status_code == 403
    Statement.objects.update(asked_at=now, asked_by=mate)  # asked while there was one representative only
    assert step(browser, activity, "send").status_code == 403
    assert not Receipt.objects.exists()
    assert step(browser, activity, "ask").status_code == 302
    assert Statement.objects.get().asked_by == oili
    assert step(browser, activity, "send").status_code == 403
    assert step(second, activity, "send").status_code == 302
    assert Receipt.objects.count() == 1


def test_p3_an_invitation_tells_nothing_of_a_process_that_is_off_the_site(activity, organisation, oili):
    browser = factories.signed_in(oili)
    begin(browser, activity, organisation)
    step(browser, activity, "invite", email="kaisa@example.org")
    token = actions.token_of(Colleague.objects.get())
    link = address("statements:join", activity.process.owner, language="fi", token=token)
    assert Client().get(link).status_code == 200
    Process.objects.update(published_at=None)
    assert Client().get(link).status_code == 404


def test_p3_a_removed_colleague_neither_reads_nor_writes_and_a_link_ends(activity, organisation, oili):
    browser = factories.signed_in(oili)
    begin(browser, activity, organisation)
    browsers = []
    for email in ("kaisa@example.org", "kalle@example.org"):
        step(browser, activity, "invite", email=email)
        browsers.append(factories.signed_in(factories.person(email)))
    kaisa, kalle = browsers
    joined, invited = Colleague.objects.order_by("pk")
    links = [
        address("statements:join", activity.process.owner, language="fi", token=actions.token_of(one))
        for one in (joined, invited)
    ]
    assert kaisa.post(links[0]).status_code == 302
    removals = [path_of(activity, "remove", colleague=one.pk) for one in (joined, invited)]
    assert all(path in browser.get(path_of(activity)).content.decode() for path in removals)
    assert kaisa.post(removals[1]).status_code == 403
    assert kaisa.get(removals[1]).status_code == 404
    for path, email in zip(removals, ("kaisa@example.org", "kalle@example.org"), strict=True):
        assert f"{email}?" in browser.get(path).content.decode()
    assert Colleague.objects.count() == 2  # asking changes nothing
    for path in (*removals, *removals):
        assert browser.post(path).status_code == 302
    assert kaisa.get(path_of(activity)).status_code == 404
    assert write(kaisa, activity, "Myöhässä.").status_code == 404
    assert kalle.post(links[1]).status_code == 404
    assert Entry.objects.filter(verb="statements.colleague_removed").count() == 2


def test_neither_strangers_nor_the_unconfirmed_get_in(activity, organisation, oili):
    begin(factories.signed_in(oili), activity, organisation)
    for who in (speaker(organisation, "epa@example.org", confirmed=False), factories.staff(activity.process.owner)):
        browser = factories.signed_in(who)
        assert begin(browser, activity, organisation).status_code == 403
        assert browser.get(path_of(activity)).status_code == 404
        assert write(browser, activity, "Ei").status_code == 404


def test_not_before_nor_after_the_round(activity, organisation, oili):
    browser = factories.signed_in(oili)
    begin(browser, activity, organisation)
    write(browser, activity, "Myöhässä.")
    step(browser, activity, "ask")
    Stage.objects.update(opens_at=factories.EPOCH, closes_at=factories.EPOCH + (clock.now() - factories.EPOCH) / 2)
    assert step(browser, activity, "send").status_code == 403
    assert not Receipt.objects.exists()


def test_pages_take_few_queries(activity, organisation, oili, django_assert_max_num_queries):
    browser = factories.signed_in(oili)
    begin(browser, activity, organisation)
    for number in range(30):
        write(browser, activity, f"Sana {number}", number)
        actions.add_note(actor=oili, statement=Statement.objects.get(), text=f"Huom {number}", at=clock.now())
    path = path_of(activity)
    browser.get(path)  # what was told of the last step is read away
    with django_assert_max_num_queries(10):
        assert browser.get(path).status_code == 200
    whole = path_of(activity, "whole", version=Section.objects.order_by("pk")[0].version_id)
    for one in (path_of(activity, "part", section=Section.objects.order_by("pk")[1].pk), whole):
        with django_assert_max_num_queries(10):
            assert browser.get(one).status_code == 200


def test_the_sections_words_come_first_and_one_goes_on_from_section_to_section(activity, organisation, oili):
    browser = factories.signed_in(oili)
    begin(browser, activity, organisation)
    first, second, last = Section.objects.order_by("pk")
    paths = [path_of(activity, "part", section=one.pk) for one in (first, second, last)]
    page = browser.get(paths[1]).content.decode()
    assert page.index("Ensimmäinen katkelma kohdasta 2.") < page.index("<textarea")
    assert "<details" not in page[: page.index("<textarea")].partition("<main")[2]
    assert f'href="{paths[0]}"' in page
    assert f'href="{paths[2]}"' in page
    typed = {"text": "Kannatamme.", "revision": 0, "then_next": "yes"}
    assert browser.post(paths[0], typed).url == paths[1]
    assert browser.post(paths[2], typed).url == path_of(activity)  # there is no next one
    assert "then_next" not in browser.get(paths[2]).content.decode()
    assert StatementPart.objects.count() == 2


def test_only_a_method_that_takes_statements_has_these_pages(activity, organisation, oili, monkeypatch):
    browser = factories.signed_in(oili)
    monkeypatch.setattr("yhdyspinta.statements.start_views.keys_of_statement_methods", list)
    assert browser.get(path_of(activity, "start")).status_code == 404


def test_what_the_method_refuses_is_refused(activity, organisation, oili, monkeypatch):
    method = statement_method_of(activity)
    monkeypatch.setattr(method, "may_send", lambda *_args, **_more: no("statement_not_yours"))
    assert begin(factories.signed_in(oili), activity, organisation).status_code == 403
    assert not Statement.objects.exists()
