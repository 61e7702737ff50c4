"""A slip in typing is mended as a correction of the typing: words, parts and what was typed of the sender."""

from datetime import timedelta

import pytest
from django.db import transaction

from tests import factories
from tests.factories import signed_in
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry as Line
from yhdyspinta.comments.models import Comment, Receipt, Revision, Sender, Thread
from yhdyspinta.intake import actions
from yhdyspinta.intake.checking import Typed
from yhdyspinta.intake.models import Sheet
from yhdyspinta.intake.rules import TYPED_WITHIN
from yhdyspinta.intake.slips import mark_of_typing, mendable_comments
from yhdyspinta.intake.tests.test_piles import day, pile_of
from yhdyspinta.intake.tests.typing_in import enter
from yhdyspinta.material.history import history_of
from yhdyspinta.material.loading import whole_comment_of
from yhdyspinta.people.models import Organisation
from yhdyspinta.people.skeletons import skeleton
from yhdyspinta.processes.models import Stage
from yhdyspinta.ui.dates import in_helsinki
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db


@pytest.fixture
def receipt(bertta, section) -> Receipt:
    pile_of(bertta, "Ovet auki iltasin.")
    return Receipt.objects.get()


def path_of(receipt, rest="mend/", language="fi"):
    return f"/keski-suomi/{language}/desk/processes/toimintamallit/intake/{receipt.pk}/{rest}"


def posted(receipt, client=None, **more):
    """The form as it stands, with what is mended."""
    one = Comment.objects.get()
    given = {f"place_{one.number}": one.thread_id, f"text_{one.number}": one.text, "language": "fi", **day()}
    return {**given, "mark": mark_of_typing(receipt, [one]), **more}


def test_all_that_was_typed_is_mended_and_told_as_a_slip(bertta, section, receipt):
    client = signed_in(bertta)
    assert "Korjaa kirjaus" in client.get(path_of(receipt, "")).content.decode()
    shown = client.get(path_of(receipt)).content.decode()
    assert "Ovet auki iltasin." in shown
    one, second = Comment.objects.get(), section.version.sections.all()[1]
    sent = posted(
        receipt, capacities=["close_person"], municipality="Jyväskylä", age_group="30_44", language="sv",
        **{f"text_{one.number}": "Ovet auki iltaisin.", f"place_{one.number}": second.thread_id},
    )  # fmt: skip
    for _twice in range(2):
        answer = client.post(path_of(receipt), sent, follow=True)
        assert answer.status_code == 200
    assert "Mitään ei muutettu." in answer.content.decode()
    assert "Ovet auki iltaisin." in answer.content.decode()
    one.refresh_from_db()
    assert (one.text, one.thread_id, one.language, one.state) == (
        "Ovet auki iltaisin.", second.thread_id, "sv", "visible",
    )  # fmt: skip
    assert Revision.objects.get(comment=one).text == "Ovet auki iltasin."
    assert Thread.objects.get(pk=second.thread_id).visible_count == 1
    assert Thread.objects.get(pk=section.thread_id).visible_count == 0
    sender = Sender.objects.get()
    assert (sender.capacities, sender.municipality.name["fi"], sender.age_group) == (
        ["close_person"],
        "Jyväskylä",
        "30_44",
    )
    told = [(event.what, event.more) for event in history_of(whole_comment_of(one.activity, one.number))][2:]
    assert told == [
        ("Kirjausvirhe korjattiin", "siirretty kohdasta 1 kohtaan 2"),
        ("Kirjausvirhe korjattiin", "Ominaisuus, Kotikunta, Ikäryhmä, Kieli"),
    ]
    assert not Line.objects.filter(verb="intake.edited_for_sender").exists()


def test_a_comment_marked_with_another_language_keeps_it_when_the_sheet_is_mended(bertta, receipt):
    Comment.objects.update(language="se")  # as `material.actions.languages` does
    client, before = signed_in(bertta), in_helsinki(clock.now() - timedelta(days=1))
    earlier = {f"arrived_on-{part}": getattr(before, part) for part in ("day", "month", "year")}
    for given in (earlier, {**earlier, "language": "sv"}):
        assert client.post(path_of(receipt), posted(receipt, **given)).status_code == 302
        receipt.refresh_from_db()
        assert Comment.objects.get().language == "se"
    assert receipt.language == "sv"
    assert in_helsinki(Comment.objects.get().arrived_at).date() == in_helsinki(receipt.at).date() == before.date()


def test_the_name_of_an_organisation_is_mended_and_unticked_for_good_only_on_purpose(bertta, receipt):
    client = signed_in(bertta)

    def mend(name, capacities=("organisation",)):
        sent = posted(Receipt.objects.get(), capacities=capacities, organisation=name)
        assert client.post(path_of(receipt), sent).status_code == 302
        told = Sender.objects.get().organisation
        return told.name if told else ""

    assert mend("hoivaseura ry") == "hoivaseura ry"
    assert mend("Hoivaseura ry") == "Hoivaseura ry"
    assert 'value="Hoivaseura ry"' in client.get(path_of(receipt)).content.decode()
    assert mend("Hoivaseura ry", ()) == ""
    assert not Organisation.objects.exists()
    seura = Organisation.objects.create(
        authority=receipt.activity.process.owner, name="Seura ry", skeleton=skeleton("Seura ry"),
        created_at=clock.now(), verified_at=clock.now(),
    )  # fmt: skip
    assert mend("SEURA ry") == "Seura ry"
    assert mend("Toinen ry") == "Toinen ry"
    assert {one.name for one in Organisation.objects.all()} == {seura.name, "Toinen ry"}


def test_who_changed_it_meanwhile_is_not_written_over(bertta, section, receipt):
    client, one = signed_in(bertta), Comment.objects.get()
    sent = posted(receipt, **{f"text_{one.number}": "Minun sanani."})
    client.post(path_of(receipt), posted(receipt, **{f"text_{one.number}": "Toisen sanat."}))
    answer = client.post(path_of(receipt), sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Toisen sanat." in page
    assert "Minun sanani.</textarea>" in page
    assert Comment.objects.get().text == "Toisen sanat."
    mark = answer.context["form"]["mark"].value()
    assert client.post(path_of(receipt), {**sent, "mark": mark}).status_code == 302
    assert Comment.objects.get().text == "Minun sanani."


@pytest.mark.parametrize(
    "wrong", [{"municipality": "Olematon"}, {"language": "xx"}, {"arrived_on-day": "99"}, {"text": ""}, {"place": "0"}]
)
def test_h2_what_is_wrong_is_told_at_its_field_and_nothing_is_lost(bertta, receipt, wrong):
    one = Comment.objects.get()
    sent = posted(receipt, capacities=["close_person"])
    sent |= {(f"{name}_{one.number}" if name in {"text", "place"} else name): value for name, value in wrong.items()}
    answer = signed_in(bertta).post(path_of(receipt), sent)
    assert answer.status_code == 422
    assert "govuk-error-summary" in answer.content.decode()
    assert Comment.objects.get().text == one.text
    assert Sender.objects.get().capacities == []


def test_the_moment_of_a_call_is_mended_and_must_be_in_time(bertta, section):
    receipt = enter(bertta, section, reply=actions.Reply())
    client = signed_in(bertta)
    sent = posted(receipt, capacities=["resident"], language="sv")
    for name in [key for key in sent if key.startswith("arrived_on")]:
        del sent[name]
    asked = client.get(path_of(receipt))
    assert "arrived_at" in asked.context["form"].fields
    assert "arrived_on" not in asked.context["form"].fields
    opened = in_helsinki(Stage.objects.get().opens_at).replace(second=0, microsecond=0)
    early = client.post(path_of(receipt), {**sent, **_moment(opened - timedelta(days=2))})
    assert early.status_code == 422
    assert 'href="#id_arrived_at' in early.content.decode()
    moment = opened + timedelta(days=1, minutes=7)
    assert client.post(path_of(receipt), {**sent, **_moment(moment)}).status_code == 302
    assert Receipt.objects.get().at == Comment.objects.get().arrived_at == moment


def _moment(at):
    told = {f"arrived_at-{name}": str(getattr(at, name)) for name in ("day", "month", "year")}
    return {**told, "arrived_at-time": f"{at.hour}.{at.minute:02}"}


def test_a_drawn_sheet_is_the_second_typists_and_then_decided_by_two(bertta, section, receipt):
    client, batch = signed_in(bertta), Sheet.objects.get().batch
    actions.draw_sheets(actor=bertta, batch=batch, percent=100, at=clock.now())
    assert "Korjaa kirjaus" not in client.get(path_of(receipt, "")).content.decode()
    assert client.get(path_of(receipt)).status_code == 403
    one = Comment.objects.get()
    sent = client.post(path_of(receipt), posted(receipt, **{f"text_{one.number}": "Pitkä korjaus."}))
    assert sent.status_code == 422
    assert "Pitkä korjaus.</textarea>" in sent.content.decode()

    def mend(code):
        with pytest.raises(Refusal, match=code), transaction.atomic():
            actions.mend_typing(
                actor=bertta, receipt=Receipt.objects.get(), mark=mark_of_typing(receipt, [one]),
                stands={one.number: Typed(one.thread_id, "Toiset.")}, at=clock.now(),
            )  # fmt: skip

    mend("sheet_is_drawn")
    Sheet.objects.update(checked_at=clock.now())
    mend("sheet_is_decided")
    assert Comment.objects.get().text == one.text


def test_p7_only_what_is_still_the_typing_is_mended(bertta, section, receipt):
    one = Comment.objects.get()
    assert mendable_comments(receipt) == [one]
    Comment.objects.update(channel="online")  # its sender added it with the code
    assert mendable_comments(receipt) == []
    Comment.objects.update(channel=one.channel)
    actions.edit_for_sender(actor=bertta, comment=one, text="Lähettäjän omat.", revision=1, at=clock.now())
    assert mendable_comments(receipt) == []
    long_ago = clock.now() - 2 * TYPED_WITHIN
    Stage.objects.update(opens_at=long_ago - TYPED_WITHIN, closes_at=long_ago)
    assert signed_in(bertta).get(path_of(receipt)).status_code == 403
    viewer = factories.staff(section.version.document.activity.process.owner, "viewer", "v@example.org")
    assert signed_in(viewer).get(path_of(receipt)).status_code == 403
