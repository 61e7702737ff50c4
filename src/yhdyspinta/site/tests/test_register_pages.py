"""The registrar's and the data protection officer's day, and the trail in words."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import factories
from tests.factories import signed_in
from yhdyspinta.audit import trail
from yhdyspinta.audit.models import Entry
from yhdyspinta.comments.models import Comment, Sender
from yhdyspinta.intake.models import Batch, Sheet
from yhdyspinta.moderation.masking import MASK_MARK
from yhdyspinta.moderation.models import Decision, Mask
from yhdyspinta.open_data.models import BroughtRequest
from yhdyspinta.people.models import Organisation, Person, Representation
from yhdyspinta.processes.models import Process
from yhdyspinta.site import registrar, retention
from yhdyspinta.site.models import NamedExport, RetentionCount, RetentionRun
from yhdyspinta.site.tests.received import EXPORT, RECEIVED, World, body, table
from yhdyspinta.ui.dates import in_helsinki

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return World()


def test_everything_received_with_its_publicity(world):
    seen = world.comment("Näkyvä")
    masked = world.comment("Soita X", public_text="Soita ▇", channel="phone")
    decision = Decision.objects.create(comment=masked, kind="mask", reason="personal_data", at=world.at)
    Mask.objects.create(comment=masked, start=6, end=7, reason="personal_data", decision=decision)
    hidden = world.comment("Solvaus", state="hidden")
    Decision.objects.create(comment=hidden, kind="hide", reason="insult", at=world.at)
    world.comment("Peruttu", state="withdrawn")
    world.comment("Odottaa", state="waiting")
    world.feedback(1, world.at)
    client = signed_in(world.risto)
    page = client.get(RECEIVED.format("en")).content.decode()
    for words in (
        "Public",
        "Public, a passage is masked",
        "Hidden: Insulting or threatening",
        "Withdrawn by its sender",
        "Waiting to be checked",
        "Accessibility feedback",
        "KSHVA/123/2026",
    ):
        assert words in page
    link = f"/keski-suomi/en/processes/{world.process.slug}/comment-round/{world.activity.slug}/comments/"
    assert f"{link}{seen.number}/" in page
    assert f"{link}{hidden.number}/" not in page


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_pages_open_in_each_language(world, language):
    world.comment("Näkyvä")
    tiina = signed_in(factories.staff(world.county, "data_protection_officer", "tiina@example.org"))
    bertta = signed_in(factories.staff(world.county))
    retention.run(at=world.at)
    assert signed_in(world.risto).get(RECEIVED.format(language)).status_code == 200
    assert tiina.get(f"/keski-suomi/{language}/desk/data-protection/").status_code == 200
    assert bertta.get(f"/keski-suomi/{language}/desk/processes/{world.process.slug}/trail/").status_code == 200


def test_a_masked_passage_is_told_in_words_and_not_by_its_sign(world):
    masked = world.comment("Soita 0401234567", public_text=f"Soita {MASK_MARK}")
    decision = Decision.objects.create(comment=masked, kind="mask", reason="personal_data", at=world.at)
    Mask.objects.create(comment=masked, start=6, end=16, reason="personal_data", decision=decision)
    client = signed_in(world.risto)
    assert table(client.post(RECEIVED.format("en") + "export/"))[1][16] == "Soita [passage hidden by the authority]"
    assert MASK_MARK not in body(client.post(EXPORT))


def test_others_do_not_find_them(world):
    elsewhere = factories.authority("pohjanmaa", code="17")
    cai = signed_in(factories.staff(elsewhere, "county_admin", "cai@example.org"))
    viewer = signed_in(factories.staff(world.county, "viewer", "viewer@example.org"))
    assert Client().get(RECEIVED.format("fi")).url.startswith("/account/login/")
    for client in (cai, viewer):
        assert client.get(RECEIVED.format("fi")).status_code == 404
        assert client.post(EXPORT).status_code == 404
        assert client.get("/keski-suomi/fi/desk/data-protection/").status_code == 404
        found = client.get(f"/keski-suomi/fi/desk/processes/{world.process.slug}/trail/")
        assert found.status_code in {403, 404}
    assert signed_in(world.risto).get(EXPORT).status_code == 405
    assert not Entry.objects.filter(verb="site.register_exported").exists()


def test_another_authority_s_comments_are_not_listed(world):
    world.comment("Meidän")
    other = factories.authority("pohjanmaa", code="17")
    cai = signed_in(factories.staff(other, "registrar", "cai@example.org"))
    rows = table(cai.post("/pohjanmaa/fi/desk/received/export/"))
    assert len(rows) == 1


def test_the_export_has_metadata_and_leaves_a_line_in_the_trail(world):
    early, late = world.at - timedelta(days=3), world.at - timedelta(days=1)
    world.comment('=HYPERLINK("http://x.example")', arrived_at=late, entered_at=world.at, channel="paper")
    world.comment("Soita 0401234567", public_text="Soita ▇▇▇", arrived_at=early)
    world.feedback(1, world.at - timedelta(days=2))
    response = signed_in(world.risto).post(EXPORT)
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    head, *rows = table(response)
    assert len(head) == 20
    assert [row[9] for row in rows] == ["Soita 0401234567", "Kontrasti on heikko.", '\'=HYPERLINK("http://x.example")']
    assert rows[0][1] == "KSHVA/123/2026"
    assert rows[2][4] != rows[2][5]
    assert rows[2][4].endswith(("+02:00", "+03:00"))
    entry = Entry.objects.get(verb="site.register_exported")
    assert (entry.actor, entry.authority_id) == (f"person:{world.risto.pk}", world.county.pk)


@pytest.mark.parametrize(
    ("language", "heads"),
    [
        ("fi", ["Ominaisuus", "Järjestö", "Kirjaaja", "Pino tai tilaisuus", "Lähettäjä muutti tai pyysi muuttamaan"]),
        (
            "sv",
            [
                "Egenskap",
                "Organisation",
                "Registrerad av",
                "Bunt eller evenemang",
                "Ändrad av avsändaren eller på avsändarens begäran",
            ],
        ),
        (
            "en",
            ["Capacity", "Organisation", "Entered by", "Pile or event", "Changed by its sender, or at their request"],
        ),
    ],
)
def test_the_file_tells_who_entered_a_sheet_with_which_pile_and_for_whom_its_sender_speaks(world, language, heads):
    """M50: the file is the whole of the metadata; its name has the hour of the page."""
    bertta = factories.staff(world.county, email="kirjaaja@example.org")
    Person.objects.filter(pk=bertta.pk).update(name="Kirsi Kirjaaja")
    made = world.comment("Paperilla", channel="paper", entered_by=bertta)
    world.comment("Verkossa", arrived_at=world.at - timedelta(days=1))
    organisation = Organisation.objects.create(
        authority=world.county, name="Esimerkki ry", skeleton="esimerkki", created_at=world.at
    )
    Sender.objects.filter(pk=made.sender_id).update(capacities=["resident", "volunteer"], organisation=organisation)
    batch = Batch.objects.create(
        activity=world.activity, key=uuid4(), kind="pile", name="Kirjaston laatikko", channel="paper",
        arrived_on=world.at.date(), language="fi", begun_at=world.at,
    )  # fmt: skip
    Sheet.objects.create(batch=batch, number=1, receipt=made.receipt)
    response = signed_in(world.risto).post(f"/keski-suomi/{language}/desk/received/export/")
    head, online, paper = table(response)
    assert head[10:15] == heads
    assert online[11:14] == ["", "", ""]
    unconfirmed = {"fi": "vahvistamaton", "sv": "obekräftad", "en": "unconfirmed"}[language]
    assert paper[11:14] == [f"Esimerkki ry ({unconfirmed})", "Kirsi Kirjaaja", "Kirjaston laatikko"]
    assert len(paper[10].split(", ")) == 2
    at = Entry.objects.get(verb="site.register_exported").at
    assert f"keski-suomi-{in_helsinki(at):%Y%m%d-%H%M}.csv" in response["Content-Disposition"]


def test_i6_an_organisation_is_told_without_a_mark_once_it_and_its_speaker_are_confirmed(world):
    """I6: anybody can type a name; the register tells which of them the authority has made sure of."""
    made = world.comment("Lausumme.")
    organisation = Organisation.objects.create(
        authority=world.county, name="THL", skeleton="thl", created_at=world.at, verified_at=world.at
    )
    Sender.objects.filter(pk=made.sender_id).update(capacities=["organisation"], organisation=organisation)
    risto = signed_in(world.risto)
    assert table(risto.post("/keski-suomi/fi/desk/received/export/"))[1][11] == "THL (vahvistamaton)"
    Representation.objects.create(
        person=made.sender.person, organisation=organisation, since=world.at, confirmed_at=world.at
    )
    assert table(risto.post("/keski-suomi/fi/desk/received/export/"))[1][11] == "THL"


def test_filters_narrow_page_and_export_alike(world):
    other = factories.process(world.county, "toinen")
    world.comment("Vanha", arrived_at=world.at - timedelta(days=40))
    world.comment("Paperilla", channel="paper")
    world.comment("Verkossa")
    world.feedback(1, world.at)
    client = signed_in(world.risto)
    day = (world.at - timedelta(days=20)).date()
    cases = [
        ({"channel": "paper"}, 1),
        ({"process": world.process.slug}, 3),
        ({"process": other.slug}, 0),
        ({"since-day": day.day, "since-month": day.month, "since-year": day.year}, 3),
        ({"until-day": day.day, "until-month": day.month, "until-year": day.year}, 1),
    ]
    for data, wanted in cases:
        assert len(client.get(RECEIVED.format("fi"), data).context["rows"]) == wanted, data
        assert len(table(client.post(EXPORT, data))) == wanted + 1, data


@pytest.mark.parametrize(
    "query", ["channel=smoke", "process=ei-ole", "since-day=40&since-month=1&since-year=2026", "after=x"]
)
def test_odd_choices_are_refused_calmly(world, query):
    assert signed_in(world.risto).get(RECEIVED.format("fi") + "?" + query).status_code in {400, 422}


def test_paging_misses_nothing_and_repeats_nothing(world):
    for number in range(1, 8):
        world.comment(f"c{number}", arrived_at=world.at - timedelta(hours=number // 2))
        world.feedback(number, world.at - timedelta(hours=number // 3))
    seen, after = [], ""
    while True:
        page = registrar.page(world.county, registrar.Choices(), after=after, size=3)
        seen += [row.key for row in page.items]
        after = page.next_token
        if not after:
            break
    assert len(seen) == len(set(seen)) == 14
    assert seen == sorted(seen, reverse=True)
    assert [row.key for row in registrar.every(world.county, registrar.Choices())] == sorted(seen)


def many(world, count):
    first = Comment.objects.order_by("pk").first() or world.comment("Ensimmäinen")
    number = Comment.objects.count()
    Comment.objects.bulk_create(
        Comment(
            activity=world.activity, number=1_000 + place, thread=first.thread, sender=first.sender,
            receipt=first.receipt, text="x", public_text="x", language="fi", state="visible", arrived_at=world.at,
            entered_at=world.at,
        )
        for place in range(number, count)
    )  # fmt: skip
    with transaction.atomic():
        for _place in range(Entry.objects.filter(process_id=world.process.pk).count(), count):
            trail.record(
                "processes.edited", actor=world.risto, target=world.process, at=world.at, process_id=world.process.pk
            )
    for place in range(Process.objects.count(), count):
        factories.process(world.county, f"p{place}")
    for _place in range(RetentionRun.objects.count(), count):
        run = RetentionRun.objects.create(started_at=world.at, finished_at=world.at)
        RetentionCount.objects.create(run=run, authority=world.county, kind="drafts", count=3)


def test_the_pages_ask_the_same_of_3_and_300(world):
    admin = signed_in(factories.staff(world.county, "county_admin", "heikki@example.org"))
    pages = (
        RECEIVED.format("fi"),
        "/keski-suomi/fi/desk/data-protection/",
        f"/keski-suomi/fi/desk/processes/{world.process.slug}/trail/",
    )
    counts = {}
    for size in (3, 300):
        many(world, size)
        for page in pages:
            with CaptureQueriesContext(connection) as queries:
                assert admin.get(page).status_code == 200
            counts.setdefault(page, []).append(len(queries))
    for page, (few, lots) in counts.items():
        assert few == lots <= 15, (page, few, lots)


def test_the_officer_sees_what_was_deleted_when_and_the_alarm(world):
    tiina = signed_in(factories.staff(world.county, "data_protection_officer", "tiina@example.org"))
    page = "/keski-suomi/en/desk/data-protection/"
    run = retention.run(at=world.at)
    RetentionCount.objects.create(run=run, authority=world.county, kind="drafts", count=7)
    other = factories.authority("pohjanmaa", code="17")
    RetentionCount.objects.create(run=run, authority=other, kind="drafts", count=911)
    Process.objects.update(privacy_purposes={"en": "To prepare the model together."})
    shown = tiina.get(page).content.decode()
    assert "Unsent drafts of comments: 7" in shown
    assert "911" not in shown
    assert "To prepare the model together." in shown
    assert "has not run" not in shown
    RetentionRun.objects.update(finished_at=world.at - timedelta(days=2))
    assert "has not run" in tiina.get(page).content.decode()


def test_the_trail_tells_in_words_who_did_what(world):
    bertta = factories.staff(world.county)
    gone = factories.person("poissa@example.org", erased_at=world.at)
    guest, aino = factories.guest(), factories.person()
    with transaction.atomic():
        for actor in (bertta, gone, guest, aino, None):
            trail.record(
                "processes.edited", actor=actor, target=world.process, at=world.at, process_id=world.process.pk
            )
    page = f"/keski-suomi/en/desk/processes/{world.process.slug}/trail/"
    response = signed_in(bertta).get(page)
    who = [line["actor"] for line in response.context["lines"]]
    assert who == ["The service itself", "Participant", "Guest", "Erased person", bertta.name]
    assert "edited the process" in response.content.decode()
    assert aino.name not in who
    Person.objects.filter(pk=bertta.pk).update(name="Bertta Uusinimi")
    assert "Bertta Uusinimi" in signed_in(bertta).get(page).content.decode()


def test_the_export_reads_the_order_once_and_the_rows_in_batches(world, monkeypatch):
    monkeypatch.setattr(registrar, "_BATCH", 2)
    for place in range(5):
        world.comment(f"Kommentti {place}", arrived_at=world.at - timedelta(hours=place))
    world.feedback(1, world.at - timedelta(hours=2, minutes=30))
    with CaptureQueriesContext(connection) as asked:
        rows = list(registrar.every(world.county, registrar.Choices()))
    assert [row.text for row in rows] == [
        "Kommentti 4", "Kommentti 3", "Kontrasti on heikko.", "Kommentti 2", "Kommentti 1", "Kommentti 0",
    ]  # fmt: skip
    sorts = [
        one["sql"] for one in asked if "ORDER BY" in one["sql"] and "arrived_at" in one["sql"].rsplit("ORDER BY", 1)[1]
    ]
    assert len([sql for sql in sorts if '"comments_comment"."text"' in sql]) == 0, "whole rows are sorted"
    assert len(asked) <= 7 + 2 * 3 + 1  # of a batch its rows and what their senders wrote first


def test_requests_brought_from_the_statement_service_are_in_the_register_in_their_place(world):
    world.comment("Ennen", arrived_at=world.at - timedelta(days=3))
    world.comment("Jälkeen", arrived_at=world.at)
    BroughtRequest.objects.create(
        authority=world.county, key="abc-1", process=world.process, at=world.at - timedelta(days=1)
    )
    rows = table(signed_in(world.risto).post(EXPORT))[1:]
    assert [row[0] for row in rows] == ["Kommentti", "Lausuntopyyntö", "Kommentti"]
    assert rows[1][1] == "KSHVA/123/2026"
    assert rows[1][9].endswith("abc-1")
    assert rows[1][8] == "fi, sv"
    assert len(signed_in(world.risto).get(RECEIVED.format("fi"), {"channel": "elsewhere"}).context["rows"]) == 1


def test_e11_senders_are_in_the_file_only_for_a_purpose_that_is_told_and_kept(world):
    """E11: ability, purpose and a line of the trail; without them no column of senders."""
    made = world.comment("Nimellä")
    Sender.objects.filter(pk=made.sender_id).update(naming="named", display_name="Aino Asukas")
    client = signed_in(world.risto)
    assert "Aino Asukas" not in body(client.post(EXPORT))
    assert "Aino Asukas" not in body(client.post(EXPORT, {"purpose": "Vain teksti ei riitä"}))
    refused = client.post(EXPORT, {"named": "on", "purpose": "  "})
    assert "<title>Virhe: Kaikki vastaanotettu" in refused.content.decode()
    assert refused.status_code == 422
    assert "mihin tarkoitukseen" in refused.content.decode()
    assert "Aino Asukas" not in refused.content.decode()
    assert not NamedExport.objects.exists()
    head, row = table(client.post(EXPORT, {"named": "on", "purpose": "Tietopyyntö 12/2026"}))
    assert (len(head), row[9]) == (23, "Aino Asukas")
    line = Entry.objects.filter(verb="site.register_exported").order_by("pk").last()
    assert line.actor == f"person:{world.risto.pk}"
    assert line.detail["named_export"] == NamedExport.objects.get().pk
    assert "Tietopyyntö" not in str(line.detail)
    tiina = signed_in(factories.staff(world.county, "data_protection_officer", "tiina@example.org"))
    assert "Tietopyyntö 12/2026" in tiina.get("/keski-suomi/fi/desk/data-protection/").content.decode()
    assert tiina.post(EXPORT, {"named": "on", "purpose": "Muuten vain"}).status_code == 404
