import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import factories
from yhdyspinta.answers.tests.scene import new_version
from yhdyspinta.audit import clock
from yhdyspinta.documents.models import DocumentVersion, Section, SectionText
from yhdyspinta.processes.addresses import activity_address, process_address
from yhdyspinta.reports import practices
from yhdyspinta.reports.models import Practice, PracticeFile
from yhdyspinta.reports.tests import scene

pytestmark = pytest.mark.django_db


def sent(to, **changes: object):
    return {
        "section": str(to.pk),
        "kind": "solution",
        "title-fi": "Kumppanuuspöytä Esimerkkilässä",
        "title-sv": "Partnerskapsbord i Exempelby",
        "text-fi": "Kokoontuu *kuukausittain*.",
        "text-sv": "Möts varje månad.",
        "link": "https://example.org/poyta",
        **changes,
    }


def section_of(document):
    return document.versions.first().sections.first()


def section_page(document, number=1, anchor="kohta-1"):
    parts = {"document": document.slug, "version": number, "section": anchor}
    return Client().get(activity_address(document.activity, "comment_rounds:section", language="fi", **parts))


def test_a_solution_and_a_file_stand_beside_the_section(desk, bertta, document):
    section = section_of(document)
    path = scene.path_of(document, "manage_practices")
    assert desk.get(path).status_code == 200
    assert desk.post(path, sent(section)).status_code == 302
    assert desk.post(path, sent(section)).status_code == 302  # the same again adds nothing
    assert Practice.objects.count() == 1
    file = SimpleUploadedFile("lomake.txt", b"Lomake.", "text/plain")
    assert desk.post(path, sent(section, kind="support", file=file)).status_code == 302
    public = Client().get(scene.path_of(document, "practices")).content.decode()
    assert "Kumppanuuspöytä Esimerkkilässä" in public
    assert "<em>kuukausittain</em>" in public
    stored = Practice.objects.get(files__isnull=False)
    process = document.activity.process
    got = Client().get(process_address(process, "reports:practice_file", language="fi", practice=stored.pk))
    assert b"".join(got.streaming_content) == b"Lomake."
    assert got.headers["Content-Disposition"].startswith("attachment")
    assert "Kumppanuuspöytä Esimerkkilässä" in section_page(document).content.decode()
    here = scene.path_of(document, "practices")
    scene.save(bertta, document)
    scene.publish(bertta, document)
    report = scene.path_of(document, version=1)
    assert here in Client().get(report).content.decode()
    Practice.objects.update(removed_at=clock.now())
    assert here not in Client().get(report).content.decode()
    Practice.objects.update(removed_at=None)
    remove(desk, document, stored)
    gone = Client().get(process_address(process, "reports:practice_file", language="fi", practice=stored.pk))
    assert gone.status_code == 404


def test_it_goes_on_with_the_section_to_its_next_version(desk, document):
    section = section_of(document)
    desk.post(scene.path_of(document, "manage_practices"), sent(section))
    later = new_version(document, published=False)
    later.predecessors.add(section)
    later.version.published_at = clock.now()
    later.version.save()
    assert "Kumppanuuspöytä Esimerkkilässä" in section_page(document, 2).content.decode()


def further_version(document, *origins):
    """The next version, with a section for each group of sections that it came from."""
    number = document.versions.count() + 1
    version = DocumentVersion.objects.create(
        document=document, number=number, name={"fi": f"luonnos {number}"}, created_at=clock.now()
    )
    made = []
    for place, before in enumerate(origins, 1):
        section = Section.objects.create(version=version, position=place, number=place, anchor=f"kohta-{place}")
        SectionText.objects.create(section=section, language="fi", heading=f"Kohta {number}", body="Teksti.")
        section.predecessors.set(before)
        made.append(section)
    version.published_at = clock.now()
    version.save()
    return made


def queries_of(page):
    with CaptureQueriesContext(connection) as caught:
        assert page().status_code == 200
    return len(caught)


def test_it_goes_on_through_any_number_of_versions_in_as_many_queries(desk, document):
    section = section_of(document)
    desk.post(scene.path_of(document, "manage_practices"), sent(section))
    practices = lambda: Client().get(scene.path_of(document, "practices"))  # noqa: E731
    taken = []
    for number in range(2, 7):
        (section,) = further_version(document, [section])
        page = section_page(document, number).content.decode()
        assert "Kumppanuuspöytä Esimerkkilässä" in page, number
        shown = practices().content.decode()
        assert f"Kohta {number}" in shown  # by its newest form
        taken.append((queries_of(lambda: section_page(document, document.versions.count())), queries_of(practices)))
    assert len(set(taken)) == 1


def test_sections_joined_and_divided_keep_theirs_and_others_get_none(desk, document):
    one, two = list(document.versions.first().sections.all())[:2]
    for place, section in enumerate((one, two)):
        desk.post(scene.path_of(document, "manage_practices"), sent(section, **{"title-fi": f"Ratkaisu {place}."}))
    (joined,) = further_version(document, [one, two])
    further_version(document, [joined], [])
    page = section_page(document, 3).content.decode()
    assert "Ratkaisu 0." in page
    assert "Ratkaisu 1." in page
    assert "Ratkaisu 0." not in section_page(document, 3, "kohta-2").content.decode()
    shown = Client().get(scene.path_of(document, "practices")).content.decode()
    assert shown.count('aria-labelledby="section-') == 1  # both stand beside one section now


def test_a_divided_section_leaves_its_practices_to_both(desk, document):
    section = section_of(document)
    desk.post(scene.path_of(document, "manage_practices"), sent(section))
    further_version(document, [section], [section])
    for anchor in ("kohta-1", "kohta-2"):
        assert "Kumppanuuspöytä Esimerkkilässä" in section_page(document, 2, anchor).content.decode()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"title-sv": ""}, "svenska"),
        ({"link": "javascript:alert(1)"}, "https://"),
        ({"text-fi": "", "text-sv": "", "link": ""}, "linkki"),
        ({"section": "1" * 30}, ""),
        ({"kind": "muu"}, ""),
    ],
)
def test_what_is_not_whole_is_refused_and_nothing_typed_is_lost(desk, document, changes, words):
    response = desk.post(scene.path_of(document, "manage_practices"), sent(section_of(document)) | changes)
    assert response.status_code == 422
    assert words in response.content.decode()
    assert "Kumppanuuspöytä Esimerkkilässä" in response.content.decode()
    assert not Practice.objects.exists()


def test_not_while_the_round_is_open_nor_elsewhere(desk, document):
    other = factories.document(factories.activity(document.activity.process, "toinen", closes_at=None), "muu")
    assert desk.post(scene.path_of(other, "manage_practices"), sent(section_of(other))).status_code == 422
    assert desk.post(scene.path_of(document, "manage_practices"), sent(section_of(other))).status_code == 422
    assert not Practice.objects.exists()


def test_pages_take_few_queries(desk, document, django_assert_max_num_queries):
    for _ in range(4):
        for section in document.versions.first().sections.all():
            Practice.objects.create(
                section=section, kind="solution", title={"fi": "Yksi"}, link="https://example.org", added_at=clock.now()
            )
    with django_assert_max_num_queries(10):
        assert Client().get(scene.path_of(document, "practices")).status_code == 200
    with django_assert_max_num_queries(10):
        assert section_page(document).status_code == 200
    with django_assert_max_num_queries(15):
        assert desk.get(scene.path_of(document, "manage_practices")).status_code == 200


def test_the_name_is_not_called_optional_and_the_language_of_the_page_is_asked_first(desk, document):
    path = scene.path_of(document, "manage_practices")
    for language, first, second in (("fi", "fi", "sv"), ("sv", "sv", "fi")):
        page = desk.get(path.replace("/fi/", f"/{language}/", 1)).content.decode()
        legend = page.split('id="id_title"')[1].split("</legend>")[0]
        assert "(vapaaehtoinen)" not in legend
        assert "(frivillig" not in legend
        assert page.index(f'name="title-{first}"') < page.index(f'name="title-{second}"')


def test_one_is_changed_moved_and_its_file_replaced_or_taken_away(desk, document):
    one, two = list(document.versions.first().sections.all())[:2]
    file = SimpleUploadedFile("lomake.txt", b"Lomake.", "text/plain")
    desk.post(scene.path_of(document, "manage_practices"), sent(one, file=file))
    row = Practice.objects.get()
    path = scene.path_of(document, "edit_practice", practice=row.pk)
    assert path in desk.get(scene.path_of(document, "manage_practices")).content.decode()
    page = desk.get(path).content.decode()
    assert "Kokoontuu *kuukausittain*." in page
    assert "lomake.txt" in page
    mended = sent(two, **{"title-fi": "Pöytä", "revision": "1", "kind": "support"})
    assert desk.post(path, mended).status_code == 302
    assert desk.post(path, mended).status_code == 302  # a retry changes nothing
    row.refresh_from_db()
    assert (row.section_id, row.title["fi"], row.kind, row.revision) == (two.pk, "Pöytä", "support", 2)
    assert row.files.get().original_name == "lomake.txt"
    assert "Pöytä" in section_page(document, anchor="kohta-2").content.decode()
    assert "Pöytä" not in section_page(document).content.decode()
    other = SimpleUploadedFile("ohje.txt", b"Ohje.", "text/plain")
    assert desk.post(path, mended | {"revision": "2", "file": other}).status_code == 302
    got = Client().get(
        process_address(document.activity.process, "reports:practice_file", language="fi", practice=row.pk)
    )
    assert b"".join(got.streaming_content) == b"Ohje."
    assert desk.post(path, mended | {"revision": "3", "drops_file": "yes"}).status_code == 302
    row.refresh_from_db()
    assert (row.files.exists(), row.revision) == (False, 4)
    late = desk.post(path, mended | {"revision": "3", "title-fi": "Myöhemmin"})
    assert late.status_code == 409
    assert "Myöhemmin" in late.content.decode()
    assert "Pöytä" in late.content.decode()
    remove(desk, document, row)
    assert desk.get(path).status_code == 404


def test_all_that_is_missing_is_told_at_once(desk, document):
    page = desk.post(scene.path_of(document, "manage_practices"), {"section": str(section_of(document).pk)})
    assert page.status_code == 422
    summary = page.content.decode().partition("govuk-error-summary")[2].partition("</ul>")[0]
    for field in ("kind", "title-fi", "title-sv", "text"):
        assert f"#id_{field}" in summary, field


@pytest.mark.django_db(transaction=True)
def test_a_file_that_was_replaced_or_taken_away_is_gone_from_the_disk(desk, document):
    section, path = section_of(document), scene.path_of(document, "manage_practices")
    storage = default_storage
    desk.post(path, sent(section, file=SimpleUploadedFile("potilaat.txt", b"Potilaslista.", "text/plain")))
    names = [kept(Practice.objects.get())]
    change = scene.path_of(document, "edit_practice", practice=Practice.objects.get().pk)
    for sent_file in (b"Toinen.", b"Kolmas."):
        file = SimpleUploadedFile("toinen.txt", sent_file, "text/plain")
        assert desk.post(change, sent(section, revision=Practice.objects.get().revision, file=file)).status_code == 302
        names.append(kept(Practice.objects.get()))
    assert [storage.exists(name) for name in names] == [False, False, True]
    desk.post(change, sent(section, revision=Practice.objects.get().revision, drops_file="on"))
    assert (PracticeFile.objects.exists(), storage.exists(names[2])) == (False, False)
    file = SimpleUploadedFile("neljas.txt", b"Viimeinen.", "text/plain")
    desk.post(change, sent(section, revision=Practice.objects.get().revision, file=file))
    last = kept(Practice.objects.get())
    remove(desk, document, Practice.objects.get())
    assert (PracticeFile.objects.exists(), storage.exists(last)) == (False, False)


def kept(practice):
    name = practice.files.get().file.name
    assert default_storage.exists(name)
    return name


def remove(desk, document, practice):
    """From the list by its link, which asks first; pressing again changes nothing."""
    path = scene.path_of(document, "remove_practice", practice=practice.pk)
    assert path in desk.get(scene.path_of(document, "manage_practices")).content.decode()
    page = desk.get(path)
    assert page.status_code == 200
    assert practice.title["fi"] in page.content.decode()
    assert Practice.objects.get(pk=practice.pk).removed_at is None
    back = scene.path_of(document, "manage_practices")
    assert [desk.post(path).url for _time in range(2)] == [back, back]
    assert desk.get(path).url == back


def test_all_can_be_read_and_changed_from_page_to_page(desk, document, monkeypatch):
    monkeypatch.setattr(practices, "_ON_A_PAGE", 2)
    sections = document.versions.first().sections.all()[:2]
    for number in range(5):
        text = {"title-fi": f"Pöytä {number}"}
        desk.post(scene.path_of(document, "manage_practices"), sent(sections[number % 2], **text))
    inserted = Practice.objects.values_list("pk", "title")
    for reader, name in ((Client(), "practices"), (desk, "manage_practices")):
        seen, path = [], scene.path_of(document, name)
        address = path
        while address:
            page = reader.get(address)
            shown = page.content.decode()
            seen.append([title["fi"] for _pk, title in inserted if f"<b>{title['fi']}</b>" in shown])
            if name == "manage_practices":
                assert shown.count("/remove/") == len(seen[-1])
            address = path + page.context["pager"]["next_url"] if page.context["pager"]["next_url"] else ""
        assert [sorted(some) for some in seen] == [["Pöytä 0", "Pöytä 2"], ["Pöytä 1", "Pöytä 4"], ["Pöytä 3"]]
