"""Like comments: offered soon, followed through edits and hiding, set apart by staff, never merged; suggested themes."""

import pytest

from tests.work import work_within
from yhdyspinta.answers.models import Answer
from yhdyspinta.audit import clock
from yhdyspinta.comments.actions import edit_comment, withdraw_comment
from yhdyspinta.comments.models import Comment
from yhdyspinta.material import similar, tasks
from yhdyspinta.material.models import Looking, Signature, Theme, ThemeSuggestion
from yhdyspinta.material.similar import CommentText
from yhdyspinta.material.tests.large import fill
from yhdyspinta.material.tests.scene import comments_on, path_of
from yhdyspinta.processes.addresses import activity_address

pytestmark = pytest.mark.django_db
LINE = "Kirjatkaa jokaiselle vastaukselle määräaika, jotta tiedämme milloin asia on ratkaistu."
OTHER = "Linja-auton pysäkki puuttuu koulun kohdalta ja lapset ylittävät tien pimeässä."


def led():
    return {row.comment_id: row.leader_id for row in Signature.objects.all()}


def test_like_comments_are_offered_and_followed(activity, sections):
    first, second, third = comments_on(sections[0], 3, LINE)
    (other,) = comments_on(sections[1], 1, OTHER)
    tasks.look_for_like(0)
    assert led() == {first.pk: None, second.pk: first.pk, third.pk: first.pk, other.pk: None}
    assert Signature.objects.get(comment=first).like_count == 2
    (late,) = comments_on(sections[0], 1, LINE)
    tasks.look_for_like(0)
    assert led()[late.pk] == first.pk
    at = clock.now()
    edit_comment(
        actor=second.sender.person, comment=second, text=OTHER, revision=1, waits=False, warnings=(), check=lambda: at
    )
    withdraw_comment(actor=first.sender.person, comment=first, at=at)
    tasks.look_for_like(0)
    assert led() == {second.pk: other.pk, third.pk: None, other.pk: None, late.pk: third.pk}
    assert Signature.objects.get(comment=third).like_count == 1


def test_a_quiet_round_is_not_read_again(activity, sections):
    comments_on(sections[0], 1)
    tasks.look_for_like(0)
    at = clock.now() + 2 * similar._SETTLES
    assert list(similar.rounds_with_news(at)) == []
    comments_on(sections[0], 1)
    assert list(similar.rounds_with_news(at)) == [activity]


def test_o6_copies_are_shown_with_their_number_for_one_answer(desk, activity, sections):
    first, second, third = comments_on(sections[0], 3, LINE)
    comments_on(sections[1], 1, OTHER)
    tasks.look_for_like(0)
    listed = desk.get(path_of(activity, "similar"))
    assert [(row["number"], row["count"]) for row in listed.context["rows"]] == [(first.number, 2)]
    table = desk.get(path_of(activity, "table")).content.decode()
    assert table.count(path_of(activity, "bunch", number=first.number)) == 3
    page = desk.get(path_of(activity, "bunch", number=first.number))
    assert page.content.decode().count(" checked") == 3
    answer = activity_address(activity, "answers:group", language="fi")
    assert answer in page.content.decode()
    assert desk.post(answer, {"do": "start", "comments": [first.pk, second.pk]}).status_code == 302
    assert Answer.objects.get().comment_count == 2
    assert desk.get(path_of(activity, "bunch", number=first.number)).content.decode().count(" checked") == 1
    rows = desk.get(path_of(activity, "table"), {"like": first.number}).context["rows"]
    assert [row["comment"].pk for row in rows] == [third.pk, second.pk, first.pk]


def test_staff_set_comments_apart_for_good(desk, activity, sections):
    first, second, _third = comments_on(sections[0], 3, LINE)
    tasks.look_for_like(0)
    path = path_of(activity, "apart", number=first.number)
    assert desk.post(path, {"comments": [second.pk]}).status_code == 302
    assert desk.post(path, {"comments": [second.pk]}).status_code == 302
    assert desk.post(path, {"comments": ["x"]}).status_code == 422
    comments_on(sections[0], 1, LINE)
    tasks.look_for_like(0)
    assert led()[second.pk] is None
    assert Signature.objects.get(comment=first).like_count == 2


def test_swedish_comments_make_themes_of_their_own_whatever_the_form_of_the_word():
    finnish = [CommentText(number, "Terveyskeskuksen ajanvaraus ei toimi puhelimessa.", "fi") for number in range(6)]
    swedish = [CommentText(number, f"Jag vill att {word} kör oftare på kvällen.", "und") for number, word in enumerate(
        ("bussen", "bussar", "bussarna", "bussarnas", "bussen", "bussarna"), start=6
    )]  # fmt: skip
    found = tasks.find_themes([*finnish, *swedish])
    members = [{int(one) for one in theme.members} for theme in found]
    assert all(group <= set(range(6)) or group <= set(range(6, 12)) for group in members)
    assert any(group & set(range(6, 12)) for group in members)


def test_themes_are_suggested_and_accepted_or_refused(desk, bertta, activity, sections):
    comments_on(sections[0], 6, LINE)
    comments_on(sections[1], 5, OTHER)
    assert desk.post(path_of(activity, "suggest")).status_code == 302
    assert desk.post(path_of(activity, "suggest")).status_code == 302
    assert "muodostetaan" in desk.get(path_of(activity, "themes")).content.decode()
    tasks.suggest_themes(0)
    assert Looking.objects.get().themes_asked_at is None
    offered = list(ThemeSuggestion.objects.order_by("pk"))
    assert len(offered) >= 2
    assert not Theme.objects.exists()
    path = path_of(activity, "suggestion", suggestion=offered[0].pk)
    assert path in desk.get(path_of(activity, "themes")).content.decode()
    lacking = desk.post(path, {"do": "accept", "name-fi": "Määräajat"})
    assert lacking.status_code == 422
    assert 'value="Määräajat"' in lacking.content.decode()
    assert desk.post(path, {"do": "accept", "name-fi": "Määräajat", "name-sv": "Tidsfrister"}).status_code == 302
    assert desk.post(path, {"do": "accept", "name-fi": "Määräajat", "name-sv": "Tidsfrister"}).status_code == 302
    theme = Theme.objects.get()
    assert theme.comment_count == len(offered[0].comments)
    other = path_of(activity, "suggestion", suggestion=offered[1].pk)
    assert desk.post(other, {"do": "refuse"}).status_code == 302
    assert desk.post(path, {"do": "refuse"}).status_code == 409
    assert {one.state for one in ThemeSuggestion.objects.all()} == {"accepted", "refused"}


def test_ten_thousand_comments_are_read_in_seconds(activity, bertta, document):
    fill(activity, bertta, 10_000)
    with work_within(10):
        assert tasks.look_at(activity) == Comment.objects.filter(state="visible").count()
    assert Signature.objects.filter(like_count__gt=0).count() < 10
