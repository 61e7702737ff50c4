"""Settings of an authority: accepted and refused on one set-up, with the trail's line."""

import zlib
from io import BytesIO

import pytest
from PIL import Image

from tests import factories
from yhdyspinta.audit.models import Entry
from yhdyspinta.authorities import actions, colours
from yhdyspinta.authorities.logos import remade
from yhdyspinta.wording.fields import Wording
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db
AT = factories.EPOCH


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def county():
    return factories.authority(code="17", slug="pohjanmaa", bilingual=True)


@pytest.fixture
def admin(county):
    return factories.staff(county, "county_admin")


def refused(code, act, *arguments, **values):
    with pytest.raises(Refusal) as caught:
        act(*arguments, **values)
    assert caught.value.code == code
    assert str(caught.value.words)
    return caught.value


def both(text):
    return Wording(fi=text, sv=f"{text} sv")


CASES = {
    "names": (actions.edit_names, actions.NameFacts(both("Uusi"), both("Uuden"), both("Tule mukaan"))),
    "languages": (actions.edit_languages, actions.LanguageFacts(("fi", "sv", "en", "se"), ("fi", "sv"))),
    "look": (actions.edit_look, actions.LookFacts("#123456", "#ffcc00")),
    "contact": (
        actions.edit_contact,
        actions.ContactFacts(
            phone="000 123", phone_hours=both("9-15"), paper_way=both("Kirjasto"), postal_address=both("Katu 1\n00000")
        ),
    ),
    "rules": (actions.edit_rules, actions.RulesFacts(30, 48, 10)),
}


@pytest.mark.parametrize("group", CASES)
def test_saved_once_by_its_administrator(group, county, admin):
    act, facts = CASES[group]
    saved = act(actor=admin, authority=county, facts=facts, revision=1, at=AT)
    county.refresh_from_db()
    for name, value in vars(facts).items():
        kept = getattr(county, name)
        assert (tuple(kept) if isinstance(value, tuple) else kept) == value
    assert saved.revision == county.revision == 2
    entry = Entry.objects.get(verb__startswith="authorities.")
    assert (entry.actor, entry.authority_id) == (f"person:{admin.pk}", county.pk)
    refused("changed_meanwhile", act, actor=admin, authority=county, facts=facts, revision=1, at=AT)
    assert Entry.objects.filter(verb__startswith="authorities.").count() == 1


@pytest.mark.parametrize("group", CASES)
def test_others_save_nothing(group, county, admin):
    act, facts = CASES[group]
    elsewhere = factories.authority("keski-suomi", code="15")
    cai = factories.staff(elsewhere, "county_admin", "cai@example.org")
    bertta = factories.staff(county, "coordinator", "koordinaattori@example.org")
    for person in (cai, bertta, factories.person(), factories.guest()):
        refused("not_your_role", act, actor=person, authority=county, facts=facts, revision=1, at=AT)
    operator = factories.person("outi@example.org", is_operator=True)
    assert act(actor=operator, authority=county, facts=facts, revision=1, at=AT).revision == 2


@pytest.mark.parametrize(
    ("act", "facts", "code", "field"),
    [
        (actions.edit_names, actions.NameFacts(Wording(fi="Vain suomeksi")), "authority_name_missing", "name"),
        (
            actions.edit_names,
            actions.NameFacts(both("A"), tagline=Wording(sv="Delta")),
            "language_missing",
            "tagline",
        ),
        (actions.edit_contact, actions.ContactFacts(paper_way=Wording(fi="Täällä")), "language_missing", "paper_way"),
        (actions.edit_languages, actions.LanguageFacts(("fi", "sv"), ("fi",)), "bilingual_owes_both", "duty_languages"),
        (
            actions.edit_languages,
            actions.LanguageFacts(("fi",), ("fi", "sv")),
            "duty_language_not_in_use",
            "duty_languages",
        ),
        (
            actions.edit_languages,
            actions.LanguageFacts(("en",), ("en",)),
            "finnish_or_swedish_needed",
            "duty_languages",
        ),
        (
            actions.edit_languages,
            actions.LanguageFacts(("fi", "sv", "smn"), ("fi", "sv", "smn")),
            "authority_name_missing",
            "duty_languages",
        ),
        (actions.edit_rules, actions.RulesFacts(0, 24, 5), "answer_days_out_of_range", "answer_days"),
        (actions.edit_rules, actions.RulesFacts(366, 24, 5), "answer_days_out_of_range", "answer_days"),
        (actions.edit_rules, actions.RulesFacts(42, 169, 5), "moderation_hours_out_of_range", "moderation_hours"),
        (actions.edit_rules, actions.RulesFacts(42, 24, 4), "small_group_out_of_range", "small_group_limit"),
        (actions.edit_look, actions.LookFacts("red", "#f2a541"), "colour_unknown", "colour_main"),
        (actions.edit_look, actions.LookFacts("#f2a541", "#f2a541"), "colour_not_readable", "colour_main"),
        (actions.edit_look, actions.LookFacts("#0d4d47", "#0d4d47"), "accent_not_readable", "colour_accent"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(act, facts, code, field, county, admin):
    refusal = refused(code, act, actor=admin, authority=county, facts=facts, revision=1, at=AT)
    assert refusal.field == field
    county.refresh_from_db()
    assert county.revision == 1


def test_contrast_is_measured_as_wcag_does():
    assert colours.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert colours.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert colours.contrast("#767676", "#ffffff") > 4.5


@pytest.mark.parametrize("colour", ["#ffffff", "#f2a541", "#777777", "#00ff00", "#ffff00", "#0d4d47"])
def test_the_suggested_colour_passes(colour, county, admin):
    nearest = colours.nearest_passing(colour, (colours.WHITE, colours.PAPER), darker=True)
    assert colours.lowest_contrast(nearest, (colours.WHITE, colours.PAPER)) >= 4.5
    facts = actions.LookFacts(nearest, colours.nearest_passing(colour, (colours.DARK_TEXT,), darker=False))
    assert actions.edit_look(actor=admin, authority=county, facts=facts, revision=1, at=AT).colour_main == nearest


def test_the_refusal_names_ratio_and_nearest_colour(county, admin):
    facts = actions.LookFacts("#777777", "#f2a541")
    refusal = refused("colour_not_readable", actions.edit_look, actor=admin, authority=county, facts=facts, revision=1, at=AT)  # fmt: skip
    assert refusal.values["ratio"] == "4.4"
    assert colours.is_colour(refusal.values["nearest"])
    assert refusal.values["nearest"] in refusal.words


def picture(kind="PNG", size=(900, 600), mode="RGB", **more):
    out = BytesIO()
    Image.new(mode, size, "teal").save(out, kind, **more)
    return out.getvalue()


def test_e3_a_logo_is_made_anew(county, admin):
    exif = Image.Exif()
    exif[0x013B] = "Salainen Tekijä"
    sent = picture("JPEG", exif=exif)
    assert b"Salainen" in sent
    facts = actions.LookFacts("#0d4d47", "#f2a541", both("Pohjanmaan merkki"))
    saved = actions.edit_look(actor=admin, authority=county, facts=facts, revision=1, at=AT, logo=sent)
    with saved.logo.open("rb") as file:
        kept = file.read()
    assert kept.startswith(b"\x89PNG")
    assert b"Salainen" not in kept
    with Image.open(BytesIO(kept)) as made:
        assert made.height == 400
        assert not made.getexif()
    again = actions.remove_logo(actor=admin, authority=saved, revision=2, at=AT)
    assert not again.logo


def test_a_logo_needs_words_in_each_language(county, admin):
    facts = actions.LookFacts("#0d4d47", "#f2a541", Wording(fi="Merkki"))
    refused(
        "logo_description_missing", actions.edit_look, actor=admin, authority=county, facts=facts, revision=1, at=AT,
        logo=picture(),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "logo_not_a_picture"),
        (b"", "logo_not_a_picture"),
        (b"\x89PNG\r\n\x1a\nbroken", "logo_not_a_picture"),
        (b"GIF89a" + b"\x00" * 40, "logo_not_a_picture"),
        (b"\x89PNG" + b"\x00" * 2_000_001, "logo_too_big"),
    ],
)
def test_what_is_no_logo_is_refused(content, code):
    refused(code, remade, content)


def test_e3_a_huge_picture_is_refused_before_it_is_decoded():
    small = picture(size=(1, 1))
    huge = bytearray(small)
    huge[16:24] = (50_000).to_bytes(4, "big") * 2
    huge[29:33] = zlib.crc32(bytes(huge[12:29])).to_bytes(4, "big")
    refused("logo_too_big", remade, bytes(huge))
    refused("logo_too_big", remade, picture(size=(4_001, 10)))


def test_the_operator_sets_the_regime(county):
    operator = factories.person("outi@example.org", is_operator=True)
    values = {"actor": operator, "authority": county, "at": AT}
    refused("unknown_regime", actions.edit_regime, regime="kingdom", revision=1, **values)
    assert actions.edit_regime(regime="association", revision=1, **values).regime == "association"
    refused("changed_meanwhile", actions.edit_regime, regime="authority", revision=1, **values)
