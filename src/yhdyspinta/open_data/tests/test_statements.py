"""Rounds from and to the national statement service."""

import io
from datetime import timedelta

import pytest
from defusedxml.ElementTree import fromstring
from django.core.cache import cache
from django.test import Client

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.documents.models import Document, Section
from yhdyspinta.intake.importing.atom import plain
from yhdyspinta.open_data import statement_views
from yhdyspinta.open_data.models import BroughtRequest
from yhdyspinta.open_data.statements.reading import read
from yhdyspinta.processes.models import Activity, Process
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db
PAGE = "/keski-suomi/fi/desk/statement-requests/"
FEED = "/keski-suomi/fi/open-data/statement-requests.xml"
ENTRY = (
    '<entry><content type="application/xml"><m:properties><d:Id>{id}</d:Id><d:Name>{name}</d:Name>'
    "<d:Goals>&lt;p&gt;Luonnos &amp;amp; perustelut.&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;&lt;ul&gt;&lt;li&gt;Yksi&lt;/li&gt;&lt;/ul&gt;</d:Goals>"
    "<d:Deadline>{deadline}</d:Deadline><d:PublishedOn>2026-01-02T10:00:00</d:PublishedOn>"
    "<d:OrganizationName>Esimerkkivirasto</d:OrganizationName><d:RegisterNumber>EV/12/2026</d:RegisterNumber>"
    "</m:properties></content></entry>"
)


def listed(*entries: str) -> bytes:
    spaces = (
        'xmlns="http://www.w3.org/2005/Atom" xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata"'
        ' xmlns:d="http://schemas.microsoft.com/ado/2007/08/dataservices"'
    )
    return f"<feed {spaces}>{''.join(entries)}</feed>".encode()


def entry(key: str = "a1", name: str = "Lausuntopyyntö", deadline: str = "") -> str:
    return ENTRY.format(id=key, name=name, deadline=deadline or (clock.now() + timedelta(days=30)).isoformat())


def send(client: Client, content: bytes, language: str = "fi"):
    file = io.BytesIO(content)
    file.name = "lista.xml"
    return client.post(PAGE.replace("/fi/", f"/{language}/"), {"file": file, "language": "fi"})


@pytest.fixture
def bertta(db) -> Client:
    return factories.signed_in(factories.staff(factories.authority()))


def test_requests_become_drafts_once(bertta: Client) -> None:
    content = listed(entry("a1"), entry("a2", "Toinen"))
    for _ in range(2):
        assert send(bertta, content).status_code == 302
    assert Process.objects.count() == BroughtRequest.objects.count() == 2
    made = Process.objects.get(title__fi="Lausuntopyyntö")
    assert (made.published_at, made.case_number) == (None, "EV/12/2026")
    assert made.background["fi"] == "Lausuntoja pyytää: Esimerkkivirasto\n\nLuonnos & perustelut.\n\n- Yksi"
    stage = Activity.objects.get(process=made).stages.get()
    assert stage.closes_at > clock.now() + timedelta(days=29)


ASKED = (
    '<entry><category term="Lausuntopalvelu.Question"/><content type="application/xml"><m:properties><d:Id>{id}</d:Id>'
    "<d:ProposalId>{of}</d:ProposalId><d:Title>{title}</d:Title><d:Order>{order}</d:Order></m:properties></content></entry>"
)


def question(key: str, title: str, *, of: str = "a1", order: int = 1) -> str:
    return ASKED.format(id=key, of=of, title=title, order=order)


def sections_of(document: Document) -> list[tuple[str, str]]:
    """Number and Finnish heading of each."""
    sections = document.versions.get().sections.order_by("position")
    return [(one.number, one.texts.get(language="fi").heading) for one in sections]


def test_what_is_asked_becomes_the_sections_of_a_draft(bertta: Client) -> None:
    asked = [
        question("q9", "Riittävätkö palvelut?", order=2),
        question("q3", "Yleistä", order=1),
        question("q", "x", of="a2"),
    ]
    assert send(bertta, listed(entry("a1"), entry("a2", "Toinen"), *asked)).status_code == 302
    (document,) = Document.objects.filter(activity__process__title__fi="Lausuntopyyntö")
    assert document.title["fi"] == "Lausuntopyyntö"
    assert sections_of(document) == [("1", "Yleistä"), ("2", "Riittävätkö palvelut?")]
    assert document.versions.get().published_at is None


def test_a_question_without_words_is_told_and_nothing_brought_in(bertta: Client) -> None:
    response = send(bertta, listed(entry("a1"), question("q1", ""), question("q2", "x" * 301)))
    assert response.status_code == 422
    assert response.content.decode().count("<code>Title</code>") == 2
    assert Process.objects.count() == 0


def test_a_round_given_by_one_authority_has_its_sections_with_another(bertta: Client) -> None:
    neighbour = factories.authority("pohjanmaa", code="15")
    activity = factories.activity(factories.process(neighbour))
    document = factories.document(activity)
    given = Client().get("/pohjanmaa/fi/open-data/statement-requests.xml").content
    assert send(bertta, given).status_code == 302
    made = Document.objects.exclude(pk=document.pk).get()
    assert made.title["fi"] == document.title["fi"]
    before = Section.objects.filter(version__document=document).order_by("position")
    assert [number for number, _heading in sections_of(made)] == [one.number for one in before]
    assert [heading for _number, heading in sections_of(made)] == [
        one.texts.get(language="fi").heading for one in before
    ]


def test_with_one_mistake_nothing_is_brought_in_and_each_is_told(bertta: Client) -> None:
    response = send(bertta, listed(entry("a1"), entry("", "Nimi"), entry("a3", "", deadline="huomenna"), entry("a1")))
    text = response.content.decode()
    assert response.status_code == 422
    assert Process.objects.count() == 0
    for words in ("<code>Id</code>", "<code>Name</code>", "<code>Deadline</code>"):
        assert words in text
        assert text.index("govuk-error-summary") < text.index('type="file"') < text.index(words)


@pytest.mark.parametrize(
    "content",
    [
        b"", b"not xml", b"<feed/>", b"\xff\xfe\x00", b'<?xml version="1.0" encoding="nothing"?><feed/>',
        b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><feed><entry>&b;</entry></feed>',
    ],
)  # fmt: skip
def test_e4_a_file_that_is_no_list_is_refused(bertta: Client, content: bytes) -> None:
    assert send(bertta, content).status_code == 422
    assert Process.objects.count() == 0


def test_a_past_deadline_leaves_the_ready_made_times(bertta: Client) -> None:
    assert send(bertta, listed(entry(deadline="2025-01-01T16:15:00"))).status_code == 302
    assert Activity.objects.get().stages.get().closes_at > clock.now()


def test_more_than_two_hundred_are_refused() -> None:
    with pytest.raises(Refusal, match="statements_too_many"):
        read(listed(*[entry(str(place)) for place in range(201)]))


def test_html_becomes_paragraphs() -> None:
    assert plain("<h2>A</h2><p>b <b>c</b><br>d</p><ol><li>e</li></ol>&lt;i&gt;") == "A\n\nb c\n\nd\n\n- e\n\n<i>"


def test_public_rounds_are_given_in_the_same_shape_and_can_be_read_back(activity: Activity) -> None:
    factories.activity(factories.process(activity.process.owner, "luonnos", published=False))
    response = Client().get(FEED)
    assert response.status_code == 200
    fromstring(response.content)
    found, problems = read(response.content)
    assert problems == []
    (one,) = found
    assert one.name == activity.process.title["fi"]
    assert one.deadline == activity.stages.get().closes_at.replace(microsecond=0)
    assert one.goals == "Kommentoi luonnoksia."


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_neighbours_own_list_comes_in_as_drafts_once(bertta: Client, language: str) -> None:
    neighbour = factories.authority("pohjanmaa", code="15", bilingual=True)
    long = "x" * 78
    process = factories.process(neighbour, long)
    wording = {"fi": "Pitkä nimi " * 18, "sv": "Långt namn " * 18}
    Process.objects.filter(pk=process.pk).update(
        title={tag: words.strip()[:200] for tag, words in wording.items()},
        background={"fi": "\n\n".join(["- kohta"] * 2_200), "sv": "Bakgrund."},
    )
    factories.activity(process)
    content = Client().get(f"/pohjanmaa/{language}/open-data/statement-requests.xml").content
    assert len(read(content)[0][0].key) > 100
    for _ in range(2):
        assert send(bertta, content).status_code == 302
    made = Process.objects.get(owner__slug="keski-suomi")
    assert made.title["fi"] == wording["fi"].strip()[:200].strip()
    assert set(made.title) == {"fi", "sv"}
    assert BroughtRequest.objects.count() == 1


def test_the_list_of_an_authority_that_owes_sami_names_each_version_apart(activity: Activity) -> None:
    """There are no pages in Sámi: the entry leads to those in the authority's first language, under a key of its own."""
    owner, process = activity.process.owner, activity.process
    owner.duty_languages = ["fi", "se"]
    owner.save()
    Process.objects.filter(pk=process.pk).update(title={"fi": "Luonnos", "se": "Evttohus"})
    response = Client().get(FEED)
    assert response.status_code == 200
    page = f"http://localhost:8000/keski-suomi/fi/processes/{process.slug}/comment-round/{activity.slug}/"
    found = [one.text for one in fromstring(response.content).iter("{http://www.w3.org/2005/Atom}id")]
    assert [page, f"{page}#se"] == [key for key in found if key and key.startswith(page) and "#Question" not in key]


def test_o7_the_list_reads_headings_alone_and_is_limited(
    activity: Activity, settings, django_assert_max_num_queries
) -> None:
    cache.clear()
    settings.API_REQUESTS_A_MINUTE = 2 * statement_views._WORTH
    asker = Client(REMOTE_ADDR="192.0.2.9")
    with django_assert_max_num_queries(10) as asked:
        assert asker.get(FEED).status_code == 200
    texts = [query["sql"] for query in asked if 'FROM "documents_sectiontext"' in query["sql"]]
    assert len(texts) == 1
    assert '"heading"' in texts[0]
    assert "body" not in texts[0].replace('LEFT("documents_sectiontext"."body", 100)', "")
    assert asker.get(FEED).status_code == 200
    assert asker.get(FEED).status_code == 429
    assert Client(REMOTE_ADDR="192.0.2.11").get(FEED).status_code == 200


def test_o7_twenty_rounds_stand_on_a_page(activity: Activity) -> None:
    for place in range(20):
        factories.activity(factories.process(activity.process.owner, f"toinen-{place}"))
    first = Client().get(FEED).content
    assert len(read(first)[0]) == 20
    (link,) = (one.get("href") for one in fromstring(first).iter() if one.get("rel") == "next")
    assert len(read(Client().get(f"{FEED}?{link.split('?')[1]}").content)[0]) == 1


def test_an_authoritys_own_list_makes_nothing_of_its_own_rounds(activity: Activity) -> None:
    bertta = factories.signed_in(factories.staff(activity.process.owner))
    response = send(bertta, Client().get(FEED).content)
    assert "1 oli täällä jo" in bertta.get(response.url).content.decode()
    assert Process.objects.count() == 1


def test_versions_in_languages_that_are_not_used_here_are_left_out(bertta: Client) -> None:
    both = listed(*(entry("a1").replace("<d:Name>", f"<d:Language>{tag}</d:Language><d:Name>") for tag in ("fi", "se")))
    assert send(bertta, both).status_code == 302
    assert set(Process.objects.get().title) == {"fi"}
    alone = entry("a2").replace("<d:Name>", "<d:Language>se</d:Language><d:Name>")
    assert send(bertta, listed(alone)).status_code == 422


def test_the_language_of_the_page_is_offered_first(bertta: Client) -> None:
    chosen = bertta.get(PAGE.replace("/fi/", "/sv/")).content.decode().split('value="sv"', 1)[1]
    assert "checked" in chosen.split(">", 1)[0]


def test_cai_gets_nothing(activity: Activity) -> None:
    cai = factories.signed_in(factories.person("cai@example.org"))
    assert cai.get(PAGE).status_code == 404
    assert send(cai, listed(entry())).status_code == 404
    assert Process.objects.count() == 1


@pytest.mark.parametrize(
    ("language", "words", "one"),
    [
        ("fi", "2 muuta virhettä ei näy tässä.", "1 muu virhe ei näy tässä."),
        ("sv", "2 andra fel visas inte här.", "1 annat fel visas inte här."),
        ("en", "2 more mistakes are not shown here.", "1 more mistake is not shown here."),
    ],
)
def test_mistakes_that_are_left_out_are_counted(bertta: Client, language: str, words: str, one: str) -> None:
    asked = [question(str(place), "") for place in range(502)]
    page = send(bertta, listed(entry("a1"), *asked), language).content.decode()
    assert (page.count("<code>Title</code>"), words in page) == (500, True)
    assert one in send(bertta, listed(entry("a1"), *asked[:501]), language).content.decode()
    told = send(bertta, listed(entry("a1"), *asked[:500]), language).content.decode()
    assert (told.count("<code>Title</code>"), words in told, one in told) == (500, False, False)
