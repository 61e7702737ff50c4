"""Solutions and material on each good practice within a section: apart from each other, and on to the next version."""

import pytest
from django.test import Client

from yhdyspinta.audit import clock
from yhdyspinta.comments.models import Thread
from yhdyspinta.documents.models import Document, DocumentVersion, Section, SectionText
from yhdyspinta.documents.parts import parts_of
from yhdyspinta.reports.models import Practice
from yhdyspinta.reports.tests import scene
from yhdyspinta.reports.tests.test_practices import section_page, sent

pytestmark = pytest.mark.django_db

FI = "Hyviä käytäntöjä ovat:\n\n- **Kumppanuuspöytä.** Kokoontuu usein.\n- **Kokemusasiantuntijat** saavat palkkion."
SV = "Goda sätt är:\n\n- **Partnerskapsbord.** Möts ofta.\n- **Erfarenhetsexperter** får arvode."
TABLE, EXPERTS = "Kumppanuuspöytä", "Kokemusasiantuntijat"


def version_of(document: Document, number: int, body: str, swedish: str = "", before: Section | None = None) -> Section:
    """The document's next published version: one section with these words."""
    version = DocumentVersion.objects.create(
        document=document, number=number, name={"fi": f"luonnos {number}"}, created_at=clock.now()
    )
    section = Section.objects.create(
        version=version, position=1, number="1", anchor="kohta-1",
        thread=Thread.objects.create(activity=document.activity),
    )  # fmt: skip
    for language, text in (("fi", body), ("sv", swedish)):
        if text:
            SectionText.objects.create(section=section, language=language, heading="Käytännöt", body=text)
    if before is not None:
        section.predecessors.add(before)
    version.published_at = clock.now()
    version.save()
    return section


@pytest.fixture
def section(document) -> Section:
    """The newest version has a section that lists two good practices."""
    return version_of(document, 2, FI, SV, before=document.versions.first().sections.first())


def add(desk, document: Document, section: Section, part: object, name: str, **changes: object) -> Practice:
    where = f"{section.pk}:{part}" if part else str(section.pk)
    form = sent(section, section=where, **{"title-fi": name, "title-sv": f"{name} (sv)"}, **changes)
    assert desk.post(scene.path_of(document, "manage_practices"), form).status_code == 302
    return Practice.objects.order_by("-pk")[0]


def order_of(page: str, *words: str) -> bool:
    places = [page.index(word) for word in words]
    return places == sorted(places)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (FI, ("Hyviä käytäntöjä ovat:", TABLE, EXPERTS)),
        ("Eka. Toka.\n\n### Otsikko\n\n1. yksi\n   - sisempi\n2. kaksi", ("Eka.", "Otsikko", "yksi", "kaksi")),
        ("Sana " * 40, ("Sana " * 23 + "Sana…",)),
        ("| a | b |\n|---|---|\n| c | d |", ()),
        ("", ()),
    ],
)
def test_the_parts_of_a_section_are_its_paragraphs_and_the_items_of_its_lists(text, parts):
    assert parts_of(text) == parts


def test_two_practices_of_one_section_stand_apart(desk, document, section):
    form = desk.get(scene.path_of(document, "manage_practices")).content.decode()
    assert f'value="{section.pk}:2">Osallisuuden toimintamalli: 1 Käytännöt – {TABLE}<' in form
    add(desk, document, section, 3, "Palkkio-ohje")
    add(desk, document, section, 2, "Pöydän muistipohja", kind="support")
    add(desk, document, section, 2, "Pöytä Esimerkkilässä")
    add(desk, document, section, None, "Kaikille yhteinen")
    wanted = (
        "Kaikille yhteinen",
        f">{TABLE}<",
        "Pöytä Esimerkkilässä",
        "Pöydän muistipohja",
        f">{EXPERTS}<",
        "Palkkio-ohje",
    )
    for page in (Client().get(scene.path_of(document, "practices")), section_page(document, 2)):
        words = page.content.decode()
        beside = words[words.index("Ratkaisut ja aineistot") :]
        assert order_of(beside[beside.index("Kaikille yhteinen") - 1 :], *wanted)
    swedish = Client().get(scene.path_of(document, "practices", "sv")).content.decode()
    assert order_of(swedish, ">Partnerskapsbord<", "Pöytä Esimerkkilässä (sv)", ">Erfarenhetsexperter<")


def test_the_same_again_beside_another_good_practice_is_another(desk, document, section):
    for part in (2, 2, 3):
        add(desk, document, section, part, "Ohje")
    assert sorted(str(one.about) for one in Practice.objects.all()) == [EXPERTS, TABLE]
    absent = desk.post(scene.path_of(document, "manage_practices"), sent(section, section=f"{section.pk}:9"))
    assert absent.status_code == 422


def test_they_go_on_with_their_words_and_stand_last_where_the_next_version_has_them_no_more(desk, document, section):
    add(desk, document, section, 2, "Pöytä Esimerkkilässä")
    add(desk, document, section, 3, "Palkkio-ohje")
    version_of(document, 3, f"- **{EXPERTS}** kutsutaan.\n- **Foorumi** kiertää.", before=section)
    for page in (Client().get(scene.path_of(document, "practices")), section_page(document, 3)):
        words = page.content.decode().replace(f"<strong>{EXPERTS}</strong>", "")
        assert order_of(words, f">{EXPERTS}<", "Palkkio-ohje", f">{TABLE}<", "Pöytä Esimerkkilässä")


def test_of_a_divided_section_each_follows_its_words(desk, document, section):
    add(desk, document, section, 3, "Palkkio-ohje")
    first = version_of(document, 3, f"- **{TABLE}.** Kokoontuu.", before=section)
    version = DocumentVersion.objects.create(document=document, number=4, name={"fi": "4"}, created_at=clock.now())
    for place, body in ((1, f"**{TABLE}**"), (2, f"**{EXPERTS}**")):
        made = Section.objects.create(version=version, position=place, number=str(place), anchor=f"kohta-{place}")
        SectionText.objects.create(section=made, language="fi", heading=f"Jaettu {place}", body=body)
        made.predecessors.add(first)
    version.published_at = clock.now()
    version.save()
    page = Client().get(scene.path_of(document, "practices")).content.decode()
    assert "2 Jaettu 2" in page
    assert "1 Jaettu 1" not in page


def test_one_is_moved_to_another_good_practice_and_a_change_of_words_leaves_it_where_it_is(desk, document, section):
    row = add(desk, document, section, 2, "Ohje")
    path = scene.path_of(document, "edit_practice", practice=row.pk)
    assert f'value="{section.pk}:2" selected' in desk.get(path).content.decode()
    moved = sent(section, section=f"{section.pk}:3", revision="1", **{"title-fi": "Ohje", "title-sv": "Ohje (sv)"})
    for _retry in range(2):
        assert desk.post(path, moved).status_code == 302
    row.refresh_from_db()
    assert (str(row.about), row.revision) == (EXPERTS, 2)
    late = desk.post(path, moved | {"section": str(section.pk), "revision": "1"})
    assert late.status_code == 409
    assert f"– {EXPERTS}" in late.content.decode()
    newer = version_of(document, 3, "Kokonaan toiset sanat.", before=section)
    page = desk.get(path).content.decode()
    assert f'value="{newer.pk}:kept" selected' in page
    kept = moved | {"section": f"{newer.pk}:kept", "revision": "2", "title-fi": "Uusi nimi"}
    assert desk.post(path, kept).status_code == 302
    row.refresh_from_db()
    assert (str(row.about), row.title["fi"], row.section_id) == (EXPERTS, "Uusi nimi", newer.pk)


def test_many_parts_take_as_few_queries(desk, document, section, django_assert_max_num_queries):
    for part in (None, 1, 2, 3):
        for name in ("Yksi", "Kaksi"):
            add(desk, document, section, part, name)
    with django_assert_max_num_queries(10):
        assert Client().get(scene.path_of(document, "practices")).status_code == 200
    with django_assert_max_num_queries(10):
        assert section_page(document, 2).status_code == 200
    for path in (
        scene.path_of(document, "manage_practices"),
        scene.path_of(document, "edit_practice", practice=Practice.objects.all()[0].pk),
    ):
        with django_assert_max_num_queries(15):
            assert desk.get(path).status_code == 200


def test_the_professionals_view_names_the_parts_that_have_something(
    desk, bertta, document, section, django_assert_max_num_queries
):
    scene.answered(bertta, document, 1)
    scene.save(bertta, document)
    scene.publish(bertta, document)
    path = scene.path_of(document, "reader", version=1, reader="professionals")
    assert "Ratkaisut ja aineistot kierroksen jälkeen" not in Client().get(path).content.decode()
    add(desk, document, section, 3, "Palkkio-ohje")
    add(desk, document, section, 2, "Pöytä Esimerkkilässä")
    add(desk, document, section, None, "Kaikille yhteinen")
    with django_assert_max_num_queries(10):
        page = Client().get(path).content.decode()
    told = page.partition("Ratkaisut ja aineistot kierroksen jälkeen")[2]
    assert order_of(told, "Koko kohta", "Kaikille yhteinen", TABLE, "Pöytä Esimerkkilässä", EXPERTS, "Palkkio-ohje")
    assert scene.path_of(document, "practices") in page
