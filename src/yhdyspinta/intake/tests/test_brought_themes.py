"""An earlier round's file may tell the themes of its comments: they come along with them."""

import pytest

from tests.factories import signed_in
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry as Line
from yhdyspinta.comments.models import Comment
from yhdyspinta.intake import actions
from yhdyspinta.intake.models import Upload
from yhdyspinta.intake.tests.test_files import send
from yhdyspinta.material.actions.themes import MOST
from yhdyspinta.material.models import BulkAction, CommentTheme, Theme
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db
DESK = "/keski-suomi/fi/desk/processes/toimintamallit/activities/kommentointi/"
ROLES = {"role_0": "text", "part_0": "A", "role_1": "text", "part_1": "A1", "role_2": "theme", "language": "fi"}


def _file(*rows, heads="Vastaus;Toinen;Teemat"):
    return "\r\n".join([heads, *rows]).encode()


def _sent(client, *rows, roles=ROLES, **file):
    path = send(client, _file(*rows, **file), "kysely.csv", "earlier/").url
    return client.post(path, roles).url if path.endswith("columns/") else path  # as the last file


def _themes():
    given = CommentTheme.objects.order_by("comment__number", "theme_id")
    return [(one.comment.text, one.theme.name.text("fi")) for one in given.select_related("comment", "theme")]


def test_themes_come_with_their_comments(bertta, last_year):
    client = signed_in(bertta)
    Theme.objects.create(activity=last_year, name={"fi": "Liikenne", "sv": "Trafik"}, made_at=clock.now())
    rows = ("Bussi.;Pyörä.;liikenne , Matkat", "Lääkäri.;;Palvelut", "Ei mitään.;;", "Tåget.;;Trafik")
    path = _sent(client, *rows)
    page = client.get(path).content.decode()
    assert "3 teemaa tulee mukana (kierroksella uusia: 2): liikenne, Matkat, Palvelut." in page
    assert '<dt>Teemat</dt><dd class="y-break">liikenne, Matkat</dd>' in page
    assert client.post(f"{path}import/").status_code == 302
    assert _themes() == [
        ("Bussi.", "Liikenne"), ("Bussi.", "Matkat"), ("Pyörä.", "Liikenne"), ("Pyörä.", "Matkat"),
        ("Lääkäri.", "Palvelut"), ("Tåget.", "Liikenne"),
    ]  # fmt: skip
    counts = {theme.name.text("fi"): theme.comment_count for theme in Theme.objects.all()}
    assert counts == {"Liikenne": 3, "Matkat": 2, "Palvelut": 1}
    assert dict(Theme.objects.get(comment_count=1).name) == {"fi": "Palvelut"}
    assert "Palvelut" in client.get(f"{DESK}material/themes/").content.decode()
    assert Line.objects.filter(verb="material.theme_made").count() == 2
    number = Comment.objects.get(text="Lääkäri.").number
    assert "Palvelut" in client.get(f"{DESK}material/comments/{number}/").content.decode()


def test_a_semicolon_divides_and_then_commas_belong_to_names(bertta, last_year):
    heads = '"Vastaus"|"Toinen"|"Teemat"'.replace("|", "\t")
    rows = ('Bussi.\t\t"Liikenne, kuljetukset;Palvelut"', 'Juna.\t\t"Liikenne, kuljetukset"')
    client = signed_in(bertta)
    client.post(f"{_sent(client, *rows, heads=heads)}import/")
    assert _themes() == [
        ("Bussi.", "Liikenne, kuljetukset"), ("Bussi.", "Palvelut"), ("Juna.", "Liikenne, kuljetukset"),
    ]  # fmt: skip


def test_a_theme_that_is_too_long_or_one_too_many_is_a_mistake_of_the_file(bertta, last_year):
    client = signed_in(bertta)
    path = _sent(client, f"Bussi.;;{'a' * 101}")
    page = client.get(path).content.decode()
    assert "Teemassa on 101 merkkiä; niitä voi olla 100." in page
    assert ">C</td>" in page
    assert client.post(f"{path}import/").status_code == 422
    many = [f"Bussi.;;Teema {number}" for number in range(MOST + 1)]
    page = client.get(_sent(client, *many)).content.decode()
    assert f"{MOST + 1} teemaa; niitä voi olla {MOST}." in page
    assert not Comment.objects.exists()
    assert not Theme.objects.exists()


def test_a_file_brought_in_twice_gives_its_themes_once(bertta, last_year):
    client = signed_in(bertta)
    path = _sent(client, "Bussi.;;Liikenne")
    client.post(f"{path}import/")
    client.post(f"{path}import/")
    longer = _sent(client, "Bussi.;;Liikenne", "Juna.;;LIIKENNE")
    client.post(f"{longer}import/")
    assert [theme.comment_count for theme in Theme.objects.all()] == [Comment.objects.count()]


def test_several_columns_of_themes_and_the_last_theme_is_undone(bertta, last_year):
    client = signed_in(bertta)
    roles = {"role_0": "text", "part_0": "A", "role_1": "theme", "role_2": "theme", "language": "sv"}
    client.post(f"{_sent(client, 'Bussi.;Yksi;Kaksi,Yksi', roles=roles)}import/")
    assert sorted(name for _text, name in _themes()) == ["Kaksi", "Yksi"]
    assert {tuple(theme.name) for theme in Theme.objects.all()} == {("sv",)}
    assert BulkAction.objects.filter(kind="theme_added", count=1).count() == 2


def test_nothing_is_stored_when_the_round_got_too_many_themes_meanwhile(bertta, last_year):
    client = signed_in(bertta)
    _sent(client, "Bussi.;;Liikenne")
    upload = Upload.objects.get()
    made = [Theme(activity=last_year, name={"fi": f"T {one}"}, made_at=clock.now()) for one in range(MOST)]
    Theme.objects.bulk_create(made)
    with pytest.raises(Refusal, match="file_has_mistakes"):
        actions.import_upload(actor=bertta, upload=upload, at=clock.now())
    assert not Comment.objects.exists()


def test_a_heading_of_themes_is_guessed(bertta, last_year):
    client = signed_in(bertta)
    path = send(client, _file("Bussi.;;Liikenne"), "kysely.csv", "earlier/").url
    for language, words in (("fi", "Kommentin teemat"), ("sv", "Kommentarens teman"), ("en", "Themes of the comment")):
        page = client.get(path.replace("/fi/", f"/{language}/")).content.decode()
        assert f'<option value="theme" selected>{words}' in page.split('id="id_role_2"')[1]


def test_a_page_of_many_themes_asks_no_more(bertta, last_year, django_assert_max_num_queries):
    client = signed_in(bertta)
    path = _sent(client, *[f"Bussi {one}.;;Teema {one % 150}" for one in range(300)])
    with django_assert_max_num_queries(15):
        page = client.get(path).content.decode()
    assert "150 teemaa tulee mukana" in page
