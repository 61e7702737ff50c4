"""Nobody has to tell the language of a row, a sheet or a call: clear words tell it, as on the public form."""

from uuid import uuid4

import pytest
from django.db import connection

from tests.factories import signed_in
from yhdyspinta.comments.languages import COMMENT_LANGUAGES, MARKED_IN
from yhdyspinta.comments.models import Comment, Receipt, Sender
from yhdyspinta.intake.models import Batch, Sheet, Upload
from yhdyspinta.intake.tests.test_files import ROUND, activity, book, send, today  # noqa: F401
from yhdyspinta.intake.tests.test_piles import cecilia, day  # noqa: F401
from yhdyspinta.intake.tests.typing_in import ENTER, more_of, typed
from yhdyspinta.notices.models import Notice

KEEPING = (Sender, Receipt, Comment, Batch, Notice)
pytestmark = pytest.mark.django_db
SWEDISH = "Jag tycker att det behövs en trygg cykelväg till skolan."
FINNISH = "Pyörätie koululle pitäisi rakentaa jo ensi kesänä, koska liikenne on vaarallista."
HEADS = ["Paperin numero", "Kohdan tunnus", "Kommentti", "Saapumispäivä", "Kieli"]


def _pile(client, language="fi"):
    client.post(ROUND + "piles/", day(key=str(uuid4()), name="Laatikko", channel="paper", language=language))
    return f"{ROUND}piles/{Batch.objects.get().pk}/"


def _sheet(text, **told):
    return day(key=str(uuid4()), place_1="A1", text_1=text, reply_by="none", **{"language": "", **told})


def test_rows_without_a_language_are_in_that_of_their_words(bertta, activity):
    client = signed_in(bertta)
    rows = [
        ["1", "A1", SWEDISH, today(), ""], ["2", "A1", FINNISH, today(), ""], ["3", "A1", "Bra!", today(), ""],
        ["4", "A1", SWEDISH, today(), "suomi"], ["5", "A1", SWEDISH, today(), ""], ["5", "A1", FINNISH, today(), ""],
    ]  # fmt: skip
    path = send(client, book(HEADS, *rows)).url
    page = client.get(path).content.decode()
    assert "Osa kommenteista on sanojen mukaan eri kielellä kuin muut: svenska 2." in page
    assert page.count("svenska, sanojen mukaan") == 2
    assert f'lang="sv">{SWEDISH}' in page
    client.post(f"{path}import/")
    assert [one.language for one in Comment.objects.order_by("number")] == ["sv", "fi", "fi", "fi", "sv", "fi"]
    assert [one.language for one in Receipt.objects.order_by("pk")] == ["sv", "fi", "fi", "fi", "fi"]


def test_a_file_in_a_language_that_is_not_guessed_stays_in_it(bertta, activity):
    client = signed_in(bertta)
    path = send(client, book(HEADS, ["1", "A1", FINNISH, today(), ""])).url
    Upload.objects.update(choices={"language": "se"})
    assert "davvisámegiella" in client.get(path).content.decode()
    client.post(f"{path}import/")
    assert Comment.objects.get().language == "se"


def test_a_sheet_is_in_the_language_of_its_words_and_the_pile_goes_on_in_its_own(bertta, section):
    client = signed_in(bertta)
    path = _pile(client)
    assert "Sanoista, muuten suomi" in client.get(path).content.decode()
    saved = client.post(path, _sheet(SWEDISH), follow=True).content.decode()
    assert "Sanojen mukaan sen kieli on: svenska." in saved
    saved = client.post(path, _sheet("Bra!"), follow=True).content.decode()
    assert "Sanojen mukaan sen kieli" not in saved
    assert [one.receipt.language for one in Sheet.objects.order_by("number")] == ["sv", "fi"]
    assert Comment.objects.order_by("number")[0].language == "sv"
    assert 'name="language"' in client.get(f"{ENTER}{Receipt.objects.first().pk}/mend/".replace(
        "activities/kommentointi/", "")).content.decode()  # fmt: skip


def test_a_language_that_was_chosen_holds_for_its_sheet_and_begins_the_next(bertta, section):
    client = signed_in(bertta)
    path = _pile(client)
    client.post(path, _sheet(SWEDISH, language="en"))
    assert Comment.objects.get().language == "en"
    assert "Sanoista, muuten English" in client.get(path).content.decode()
    client.post(path, _sheet("Mun mielas lea dehálaš dát.", language="se"))
    page = client.get(path).content.decode()
    assert '<option value="se" selected' in page
    assert "Sanoista" not in page
    assert client.post(path, _sheet(FINNISH)).status_code == 422  # a language must be chosen here
    assert Sheet.objects.count() == 2


def test_the_same_sheet_sent_twice_is_one(bertta, section):
    client = signed_in(bertta)
    path, sheet = _pile(client), _sheet("Bra!")
    client.post(path, sheet)
    Batch.objects.update(language="sv")  # somebody else types the same pile meanwhile
    client.post(path, sheet)
    assert [one.receipt.language for one in Sheet.objects.all()] == ["fi"]


def test_the_second_typist_need_not_tell_it_either(bertta, cecilia, section):
    client = signed_in(bertta)
    path = _pile(client)
    client.post(path, _sheet(SWEDISH))
    client.post(f"{path}finish/")
    client.post(f"{path}check/", {"percent": "100"})
    number = Comment.objects.get().number
    again = day(**{f"place_{number}": "A1", f"text_{number}": SWEDISH, "language": ""})
    other = signed_in(cecilia)
    page = other.get(f"{path}check/1/").content.decode()
    assert "Sanoista, muuten suomi" in page
    other.post(f"{path}check/1/", again)
    assert Sheet.objects.get().checked_at is not None
    assert '<option value="sv" selected' not in page


def test_a_call_is_read_back_with_the_language_of_its_words(bertta, section):
    client = signed_in(bertta)
    call = typed(section, text_1=SWEDISH, language="")
    page = client.post(ENTER, call).content.decode()
    assert "svenska, sanojen mukaan" in page
    client.post(ENTER, {**call, "step": "send", "read_back": "on"})
    comment = Comment.objects.get()
    assert comment.language == comment.receipt.language == "sv"
    add = f"/keski-suomi/fi/desk/processes/toimintamallit/intake/{comment.receipt_id}/add/"
    client.post(add, more_of(section, channel="email", text_1=FINNISH, language=""))
    assert [one.language for one in Comment.objects.order_by("number")] == ["sv", "fi"]


@pytest.mark.parametrize("tag", COMMENT_LANGUAGES)
def test_i5_every_language_that_staff_may_choose_is_kept(bertta, section, tag):
    response = signed_in(bertta).post(ENTER, typed(section, channel="paper", language=tag))
    assert response.status_code == 302
    assert list(Comment.objects.values_list("language", flat=True)) == [tag]
    assert all(len(one) <= model._meta.get_field("language").max_length for one in MARKED_IN for model in KEEPING)


EASY = "sv-x-lattlast"


def test_words_in_easy_swedish_are_marked_so_on_each_way_in_and_told_so_to_everybody(bertta, activity):
    """As easy Finnish: in a pile, a file and the comment's own page, by its tag of BCP 47 in the API."""
    client = signed_in(bertta)
    path = _pile(client, language=EASY)
    assert '<option value="sv-x-lattlast" selected>lätt svenska</option>' in client.get(path).content.decode()
    assert client.post(path, _sheet("Bra!", language=EASY)).status_code == 302
    sent = send(client, book(HEADS, ["7", "A1", "Mycket bra!", today(), "lätt svenska"])).url
    assert client.post(f"{sent}import/").status_code == 302
    assert list(Comment.objects.values_list("language", "sender__language")) == [(EASY, EASY)] * 2
    assert Batch.objects.get().language == EASY
    first = Comment.objects.order_by("number").first()
    api = f"/api/v1/processes/keski-suomi/toimintamallit/activities/kommentointi/comments/?language={EASY}"
    assert [one["language"] for one in client.get(api).json()["items"]] == [EASY] * 2
    shown = client.get(f"/keski-suomi/sv/processes/toimintamallit/comment-round/kommentointi/comments/{first.number}/")
    assert 'lang="sv"' in shown.content.decode()


def test_what_looks_at_the_language_of_comments_still_does():
    """The column is wider; the trigger that makes the files anew is as it was."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE tgname = 'open_data_comment'")
        ((made,),) = cursor.fetchall()
    assert "new.language" in made
    assert "UPDATE OF state, public_text, thread_id, language" in made
