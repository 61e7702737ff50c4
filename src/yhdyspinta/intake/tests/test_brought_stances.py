"""An earlier round's file may tell the stances that its staff read in the comments: they come along with them."""

from uuid import uuid4

import pytest

from tests import factories
from tests.factories import signed_in
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry as Line
from yhdyspinta.comments.models import Comment
from yhdyspinta.intake import actions, working
from yhdyspinta.intake.importing import kept
from yhdyspinta.intake.importing.stances import stances
from yhdyspinta.intake.importing.values import Unknown
from yhdyspinta.intake.models import Upload
from yhdyspinta.intake.tests.test_files import send
from yhdyspinta.intake.upload_forms import means
from yhdyspinta.material.actions.brought_stances import bring_stances
from yhdyspinta.material.models import BulkAction, CommentWork
from yhdyspinta.reports.stances import stances_of
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db
TABLE = "/keski-suomi/fi/desk/processes/toimintamallit/activities/kommentointi/material/"
ROLES = {"role_0": "text", "part_0": "A", "role_1": "text", "part_1": "A1", "role_2": "stance", "language": "fi"}
ROWS = ("Bussi.;Pyörä.;Kannattaa", "Lääkäri.;;vastustaa", "Milloin?;;Kysymys", "Kiitos.;;", ";;kannattaa")


def _file(*rows, heads="Vastaus;Toinen;Kanta"):
    return "\r\n".join([heads, *rows]).encode()


def _sent(client, *rows):
    path = send(client, _file(*rows), "kysely.csv", "earlier/").url
    return client.post(path, ROLES).url


def _marked():
    return dict(CommentWork.objects.values_list("comment__text", "stance"))


def test_stances_come_with_their_comments_into_table_and_report(bertta, last_year):
    client = signed_in(bertta)
    path = _sent(client, *ROWS)
    page = client.get(path).content.decode()
    assert "4 kommentin kanta tulee mukana: Puolesta 2, Vastaan 1, Kysymys 1." in page
    assert '<dt>Kanta</dt><dd class="y-break">Puolesta</dd>' in page
    assert client.post(f"{path}import/").status_code == 302
    assert _marked() == {"Bussi.": "for", "Pyörä.": "for", "Lääkäri.": "against", "Milloin?": "question"}
    table = client.get(f"{TABLE}?stance=against").content.decode()
    assert "Lääkäri." in table
    assert "Bussi." not in table
    assert stances_of(last_year)["stances"] == [
        {"key": "for", "count": 2}, {"key": "against", "count": 1}, {"key": "question", "count": 1},
        {"key": "not_marked", "count": 1},
    ]  # fmt: skip
    assert list(BulkAction.objects.order_by("pk").values_list("kind", "stance", "count", "by")) == [
        ("stance", stance, count, bertta.pk) for stance, count in (("for", 2), ("against", 1), ("question", 1))
    ]
    assert Line.objects.filter(verb="material.changed").count() == 3
    number = Comment.objects.get(text="Lääkäri.").number
    assert "Kanta: Vastaan" in client.get(f"{TABLE}comments/{number}/").content.decode()


def test_an_unknown_stance_is_asked_of_and_a_mistake_until_it_is_told_or_left_out(bertta, last_year):
    client = signed_in(bertta)
    path = send(client, _file("Bussi.;;Huolestunut", "Juna.;;EOS"), "kysely.csv", "earlier/").url
    assert client.post(path, ROLES).url.endswith("#values")
    own = path.replace("columns/", "")
    shown = client.get(own).content.decode()
    assert "”Huolestunut” ei käy tähän sarakkeeseen" in shown
    assert ">C</td>" in shown
    assert client.post(f"{own}import/").status_code == 422
    worried, unsaid = means(Unknown("stance", "huolestunut", 1)), means(Unknown("stance", "eos", 1))
    asked = client.get(path).content.decode().split(f'name="{worried}"')[1].split("</select>")[0]
    assert '<option value="partly">Osittain puolesta' in asked
    assert client.post(path, {**ROLES, worried: "against", unsaid: "-"}).url == own
    assert client.post(f"{own}import/").status_code == 302
    assert _marked() == {"Bussi.": "against"}


@pytest.mark.parametrize("heading", ["Kanta", "Kommentin kanta", "Ståndpunkt", "Kommunens ställningstagande", "Stance"])
def test_a_heading_of_stances_is_guessed(bertta, last_year, heading):
    client = signed_in(bertta)
    path = send(client, _file("Bussi.;;Puolesta", heads=f"Vastaus;Toinen;{heading}"), "kysely.csv", "earlier/").url
    for language, words in (
        ("fi", "Kommentin kanta"), ("sv", "Kommentarens ställningstagande"), ("en", "Stance of the comment"),
    ):  # fmt: skip
        page = client.get(path.replace("/fi/", f"/{language}/")).content.decode()
        assert f'<option value="stance" selected>{words}' in page.split('id="id_role_2"')[1]


def test_words_of_three_languages_are_known_without_asking():
    known = stances()
    for said, key in {
        "kannattaa": "for", "Stöder": "for", "Puolesta": "for", "För": "for", "for": "for", "Delvis för": "partly",
        "vastustaa": "against", "Emot": "against", "Opposes": "against", "neutraali": "none", "Neutral": "none",
        "Ei ota kantaa": "none", "KYSYMYS": "question", "fråga": "question", "question": "question",
    }.items():  # fmt: skip
        assert known.key(said) == key, said
    assert known.key("myönteinen") is None
    assert known.near("vastustta") == "vastustaa"


def test_a_long_files_stances_are_brought_in_by_the_worker_and_once(bertta, last_year, monkeypatch):
    monkeypatch.setattr(kept, "READ_AT_ONCE", 2)
    client = signed_in(bertta)
    path = _sent(client, *(f"Rivi {one}.;;{('kannattaa', 'vastustaa')[one % 2]}" for one in range(600)))
    upload = Upload.objects.get()
    working.work_on(upload.pk)
    page = client.get(path).content.decode()
    assert "600 kommentin kanta tulee mukana: Puolesta 300, Vastaan 300." in page
    actions.ask_to_import(actor=bertta, upload=upload, at=clock.now())
    assert not CommentWork.objects.exists()
    for _twice in range(2):
        working.work_on(upload.pk)
    assert stances_of(last_year)["stances"] == [{"key": "for", "count": 300}, {"key": "against", "count": 300}]
    assert BulkAction.objects.filter(kind="stance", count=300).count() == 2


def test_only_those_who_answer_the_round_bring_stances_and_only_known_ones(bertta, last_year):
    given = {"activity": last_year, "key": uuid4(), "at": clock.now()}
    with pytest.raises(Refusal, match="not_your_role"):
        bring_stances(actor=factories.person(), told={"for": [1]}, **given)
    with pytest.raises(Refusal, match="unknown_choice"):
        bring_stances(actor=bertta, told={"angry": [1]}, **given)
    assert not BulkAction.objects.exists()


def test_a_file_without_stances_marks_nothing(bertta, last_year):
    client = signed_in(bertta)
    path = _sent(client, "Bussi.;;", "Juna.;;")
    assert "kanta tulee mukana" not in client.get(path).content.decode()
    assert client.post(f"{path}import/").status_code == 302
    assert Comment.objects.count() == 2
    assert not CommentWork.objects.exists()
    assert not BulkAction.objects.exists()
