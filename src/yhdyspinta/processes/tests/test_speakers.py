"""Staff add an organisation and ask somebody by e-mail to speak for it; nothing need be published first."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils.translation import override

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry
from yhdyspinta.notices.models import Notice
from yhdyspinta.notices.outbox import words_of
from yhdyspinta.people.erasure import erase_me
from yhdyspinta.people.models import Organisation, Representation, RoleGrant, SpeakerInvitation
from yhdyspinta.people.organisations import represent_organisation, verify_organisation
from yhdyspinta.people.personal import export
from yhdyspinta.people.speaker_invitations import invite_speaker, token_of
from yhdyspinta.site import retention

pytestmark = pytest.mark.django_db
LIST = "/keski-suomi/{}/desk/organisations/"
ADD = LIST + "add/"
NAME = "Esimerkkilän omaisyhdistys ry"
HER = "oili@example.org"


@pytest.fixture
def county():
    return factories.authority()


@pytest.fixture
def bertta(county):
    return factories.staff(county)


@pytest.fixture
def staff(bertta):
    return factories.signed_in(bertta)


def link(language="fi"):
    return f"/keski-suomi/{language}/speak/{token_of(SpeakerInvitation.objects.latest('pk'))}/"


def test_staff_add_an_organisation_and_its_representative_comes_by_the_letter(county, bertta, staff):
    for language, words in (
        ("fi", "Lisää järjestö"),
        ("sv", "Lägg till en organisation"),
        ("en", "Add an organisation"),
    ):
        assert ADD.format(language) in staff.get(LIST.format(language)).content.decode()
        assert words in staff.get(ADD.format(language)).content.decode()
    assert staff.post(ADD.format("fi"), {"organisation": NAME, "email": "ei-osoite"}).status_code == 422
    assert staff.post(ADD.format("fi"), {"organisation": NAME, "email": "Oili@Example.org"}).status_code == 302
    organisation = Organisation.objects.get()
    assert (organisation.name, organisation.verified_by) == (NAME, bertta)
    assert HER in staff.get(LIST.format("fi")).content.decode()
    oili = factories.person(HER)
    browser = factories.signed_in(oili)
    for language, words in (("fi", "Edustan järjestöä"), ("sv", "Jag företräder"), ("en", "I speak for")):
        page = browser.get(link(language)).content.decode()
        assert words in page
        assert NAME in page
    assert not Representation.objects.exists()  # opening the link changes nothing
    for _again in range(2):
        assert browser.post(link()).status_code == 302
    speaks = Representation.objects.get()
    assert (speaks.person, speaks.organisation, speaks.confirmed_by) == (oili, organisation, bertta)
    assert "vahvistettu edustaja" in staff.get(LIST.format("fi")).content.decode()
    verbs = list(Entry.objects.filter(verb__startswith="people.").order_by("pk").values_list("verb", flat=True))
    assert [verb for verb in verbs if "speaker" in verb] == ["people.speaker_invited", "people.speaker_accepted"]


def test_the_letter_says_what_is_asked_and_until_when(county, staff):
    staff.post(ADD.format("fi"), {"organisation": NAME, "email": HER})
    notice = Notice.objects.get(kind="people.speaker_invited")
    assert notice.address == HER
    for language, words in (
        ("fi", "pyytää sinua edustamaan"),
        ("sv", "ber dig företräda"),
        ("en", "asks you to speak"),
    ):
        with override(language):
            message = words_of(notice)
        assert words in " ".join(message.paragraphs)
        assert NAME in " ".join(message.paragraphs)
        assert NAME not in message.subject
        assert message.path == link(language)
    Organisation.objects.all().delete()
    with override("fi"):
        assert words_of(notice).path == ""  # a letter that is late leads nowhere


def test_a2_the_link_is_for_one_address_once_and_in_time(county, bertta, staff):
    staff.post(ADD.format("fi"), {"organisation": NAME, "email": HER})
    path = link()
    assert "<form method" not in Client().get(path).content.decode().partition("<main")[2]
    assert Client().post(path).status_code == 302  # to sign in
    cai = factories.signed_in(factories.person("cai@example.org"))
    page = cai.get(path).content.decode()
    assert HER not in page
    assert "o…@example.org" in page
    assert cai.post(path).status_code == 403
    unsure = factories.person(HER)
    type(unsure).objects.filter(pk=unsure.pk).update(level=0)
    assert factories.signed_in(unsure).post(path).status_code == 403
    type(unsure).objects.filter(pk=unsure.pk).update(level=1)
    oili = factories.signed_in(unsure)
    now = clock.now()
    for change in ({"expires_at": now}, {"revoked_at": now}, {"invited_by": None}):
        before = dict(SpeakerInvitation.objects.values(*change)[0])
        SpeakerInvitation.objects.update(**change)
        assert oili.post(path).status_code == 410
        SpeakerInvitation.objects.update(**before)
    RoleGrant.objects.filter(person=bertta).update(ended_at=now)  # who asked does not work here any more
    assert oili.post(path).status_code == 410
    RoleGrant.objects.filter(person=bertta).update(ended_at=None)
    Organisation.objects.update(verified_at=None)
    assert oili.post(path).status_code == 410
    assert not Representation.objects.exists()
    assert Client().get(path.replace("/speak/", "/speak/x")).status_code == 404


def test_asked_again_the_first_link_ends_and_at_once_nothing_more_is_sent(county, staff):
    for _twice in range(2):
        staff.post(ADD.format("fi"), {"organisation": NAME, "email": HER})
    assert Notice.objects.filter(kind="people.speaker_invited").count() == 1
    first = link()
    SpeakerInvitation.objects.update(invited_at=clock.now() - timedelta(hours=1))
    invite = f"{LIST.format('fi')}{Organisation.objects.get().pk}/invite/"
    assert NAME in staff.get(invite).content.decode()
    assert staff.post(invite, {"email": HER}).status_code == 302
    assert Notice.objects.filter(kind="people.speaker_invited").count() == 2
    oili = factories.signed_in(factories.person(HER))
    assert oili.post(first).status_code == 410
    assert oili.post(link()).status_code == 302
    assert oili.post(first).status_code == 410
    for language, words in (
        ("fi", "vahvistetun edustajan"),
        ("sv", "bekräftad företrädare"),
        ("en", "confirmed repres"),
    ):
        answer = staff.post(invite.replace("/fi/", f"/{language}/"), {"email": HER})
        assert answer.status_code == 422
        assert words in answer.content.decode()


def test_who_said_it_before_is_confirmed_by_the_invitation(county, bertta, staff):
    oili = factories.person(HER)
    represent_organisation(actor=oili, authority=county, name=NAME, at=clock.now())
    staff.post(ADD.format("fi"), {"organisation": NAME.upper(), "email": HER})
    assert Organisation.objects.get().name == NAME  # one that looks the same is the same
    factories.signed_in(oili).post(link())
    assert Representation.objects.get().confirmed_by == bertta


def test_an_invitation_is_taken_back_and_an_organisation_that_nobody_used_goes(county, bertta, staff):
    staff.post(ADD.format("fi"), {"organisation": "Vääirn kirjoitettu ry", "email": HER})
    revoke = f"{LIST.format('fi')}invitations/{SpeakerInvitation.objects.get().pk}/revoke/"
    assert revoke in staff.get(LIST.format("fi")).content.decode()
    staff.get(revoke)
    assert Organisation.objects.exists()  # asking changes nothing
    assert staff.post(revoke).status_code == 302
    assert not Organisation.objects.exists()
    represented = represent_organisation(actor=factories.person(), authority=county, name=NAME, at=clock.now())
    kept = invite_speaker(actor=bertta, authority=county, name=NAME, email=HER, at=clock.now())
    path = link()
    for _twice in range(2):
        staff.post(f"{LIST.format('fi')}invitations/{kept.pk}/revoke/")
    assert Organisation.objects.get() == represented.organisation
    assert factories.signed_in(factories.person(HER)).post(path).status_code == 410
    assert Entry.objects.filter(verb="people.speaker_revoked").count() == 2


def test_moderators_invite_and_see_no_whole_address_and_others_do_not_get_in(county, staff):
    staff.post(ADD.format("fi"), {"organisation": NAME, "email": HER})
    moderator = factories.signed_in(factories.staff(county, "moderator", "moni@example.org"))
    assert LIST.format("fi") in moderator.get("/keski-suomi/fi/desk/").content.decode()
    page = moderator.get(LIST.format("fi")).content.decode()
    assert HER not in page
    assert "o…@example.org" in page
    assert moderator.post(ADD.format("fi"), {"organisation": NAME, "email": "pekka@example.org"}).status_code == 302
    answerer = factories.signed_in(factories.staff(county, "answerer", "antti@example.org"))
    assert answerer.post(ADD.format("fi"), {"organisation": NAME, "email": HER}).status_code == 404
    elsewhere = factories.signed_in(factories.staff(factories.authority("pohjanmaa"), "coordinator", "muu@example.org"))
    assert elsewhere.post(ADD.format("fi"), {"organisation": NAME, "email": HER}).status_code == 404
    assert SpeakerInvitation.objects.count() == 2


def test_a_confirmed_organisation_with_somebody_to_confirm_stands_among_the_first(county, bertta, staff):
    for name in ("Aamun yhdistys", "Ystävät ry"):
        made = represent_organisation(actor=bertta, authority=county, name=name, at=clock.now())
        Representation.objects.filter(pk=made.pk).update(confirmed_at=clock.now())
        verify_organisation(actor=bertta, organisation=made.organisation, at=clock.now())
    page = staff.get(LIST.format("fi")).content.decode()
    assert page.index("Aamun") < page.index("Ystävät")
    represent_organisation(actor=factories.person(), authority=county, name="Ystävät ry", at=clock.now())
    page = staff.get(LIST.format("fi")).content.decode()
    assert page.index("Ystävät") < page.index("Aamun")


def test_invitations_are_told_to_whom_they_concern_and_go_with_them(county, bertta):
    invite_speaker(actor=bertta, authority=county, name=NAME, email=HER, at=clock.now())
    oili = factories.person(HER)
    told = export(oili)["invitations_to_speak"]
    assert [(one["organisation__name"], one["email"]) for one in told] == [(NAME, HER)]
    erase_me(actor=oili, at=clock.now())
    assert not SpeakerInvitation.objects.exists()


def test_an_invitation_that_nobody_took_is_deleted_by_the_clock(county, bertta):
    now = clock.now()
    invite_speaker(actor=bertta, authority=county, name=NAME, email=HER, at=now)
    retention.run(at=now + timedelta(days=43))
    assert SpeakerInvitation.objects.exists()
    made = retention.run(at=now + timedelta(days=45))
    assert not SpeakerInvitation.objects.exists()
    assert made.counts.get(kind="invitations").count == 1
