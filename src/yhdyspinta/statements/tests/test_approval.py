"""The draft as a whole, who wrote what, and what is given back; an invitation opened with another account."""

import pytest
from django.urls import reverse
from django.utils.translation import override

from tests import factories
from yhdyspinta.comments.models import Comment
from yhdyspinta.documents.models import DocumentVersion
from yhdyspinta.notices.models import Notice
from yhdyspinta.notices.outbox import kind_of
from yhdyspinta.processes.addresses import address
from yhdyspinta.statements import actions
from yhdyspinta.statements.models import Colleague, Statement
from yhdyspinta.statements.tests.scene import begin, path_of, speaker, step, write

pytestmark = pytest.mark.django_db


def test_the_whole_draft_has_a_place_and_stands_first(activity, organisation, oili):
    browser = factories.signed_in(oili)
    begin(browser, activity, organisation)
    version = DocumentVersion.objects.get()
    path = path_of(activity, "whole", version=version.pk)
    assert "Koko luonnos" in browser.get(path_of(activity)).content.decode()
    for language, words in (("fi", "kokonaisuutena"), ("sv", "som helhet"), ("en", "as a whole")):
        assert words in browser.get(path.replace("/fi/", f"/{language}/")).content.decode()
    write(browser, activity, "Kohdasta.")
    assert browser.post(path, {"text": "Yleistä.", "revision": 0}).status_code == 302
    assert browser.post(path, {"text": "Toisin.", "revision": 0}).status_code == 409
    assert browser.get(path_of(activity, "whole", version=version.pk + 99)).status_code == 404
    step(browser, activity, "ask")
    assert step(browser, activity, "send").status_code == 302
    comments = list(Comment.objects.order_by("number"))
    assert [one.text for one in comments] == ["Yleistä.", "Kohdasta."]
    assert comments[0].thread_id == version.thread_id
    sent = browser.get(path_of(activity)).content.decode()
    assert sent.index("Yleistä.") < sent.index("Kohdasta.")
    assert sent.count('<h4 class="y-card__heading">') == 2  # what was left empty is left out
    assert "Ei lausuttavaa" not in sent


def test_the_approver_sees_who_wrote_what_and_gives_it_back(activity, organisation, oili):
    pekka = speaker(organisation, "pekka@example.org")
    first, second = factories.signed_in(oili), factories.signed_in(pekka)
    begin(first, activity, organisation)
    write(first, activity, "Kannatamme.")
    step(first, activity, "ask")
    for language, words in (("fi", "pyysi hyväksyntää"), ("sv", "bad om godkännande"), ("en", "asked for approval")):
        page = second.get(path_of(activity).replace("/fi/", f"/{language}/")).content.decode()
        assert page.count(str(oili)) >= 2
        assert words in page
    assert first.post(path_of(activity, "give_back"), {"words": "Itse."}).status_code in {403, 422}
    assert second.post(path_of(activity, "give_back"), {"words": ""}).status_code == 422
    assert Statement.objects.get().asked_at is not None
    assert second.post(path_of(activity, "give_back"), {"words": "Kohta 2 puuttuu."}).status_code == 302
    statement = Statement.objects.get()
    assert (statement.asked_at, statement.asked_by) == (None, None)
    assert "Kohta 2 puuttuu." in first.get(path_of(activity)).content.decode()
    notice = Notice.objects.get(kind="statements.given_back")
    assert notice.person == oili
    for language, words in (("fi", "korjattavaksi"), ("sv", "rättas"), ("en", "mended")):
        with override(language):
            message = kind_of(notice).words(notice)
        assert words in f"{message.subject} {' '.join(message.paragraphs)}"
    assert second.post(path_of(activity, "give_back"), {"words": "Uudelleen."}).status_code in {403, 409, 422}
    assert step(second, activity, "send").status_code == 403


def test_an_invitation_opened_with_another_account_tells_whose_it_is(activity, organisation, oili):
    browser = factories.signed_in(oili)
    begin(browser, activity, organisation)
    step(browser, activity, "invite", email="kaisa@example.org")
    token = actions.token_of(Colleague.objects.get())
    cai = factories.signed_in(factories.person("cai@example.org"))
    for language, words in (("fi", "vaihda tili"), ("sv", "byt konto"), ("en", "change the account")):
        link = address("statements:join", activity.process.owner, language=language, token=token)
        page = cai.get(link).content.decode()
        assert "k…@example.org" in page
        assert "kaisa@example.org" not in page
        assert "cai@example.org" in page
        assert words in page
    assert cai.post(link).status_code == 403
    assert cai.post(reverse("account_logout"), {"next": link}).url == link
    notice = Notice.objects.get(kind="statements.invited")
    for language, words in (("fi", "sulkeutuu"), ("sv", "stängs"), ("en", "closes")):
        with override(language):
            told = " ".join(kind_of(notice).words(notice).paragraphs)
        assert str(oili) in told
        assert words in told
