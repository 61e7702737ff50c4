"""An authority's own texts leave and return as one file too: settings, templates, answers to what was passed on to it."""

from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from tests import factories
from tests.factories import signed_in
from yhdyspinta.answers.models import AnswerTemplate
from yhdyspinta.audit import clock
from yhdyspinta.audit.models import Entry
from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.models import Comment
from yhdyspinta.processes.addresses import address
from yhdyspinta.processes.language_versions import Change, Taking, kinds_of, translatables
from yhdyspinta.transfers.models import Transfer
from yhdyspinta.translating import actions
from yhdyspinta.translating.files import RowBack, code_of
from yhdyspinta.translating.models import ReturnedFile
from yhdyspinta.translating.tests.taking import seen_when_read, take
from yhdyspinta.translating.texts import Text, texts_for, texts_of
from yhdyspinta.wording.refusals import Refusal

pytestmark = pytest.mark.django_db
_FI = {"fi": "Sanat."}
_BOTH = {"fi": "Sanat.", "sv": "Ord."}
HOME = "/kuvitelma/fi/desk/translations/"


@pytest.fixture
def town() -> Authority:
    made = factories.authority("kuvitelma", code="", kind="municipality")
    fields = ("tagline", "logo_description", "contact_unit", "phone_hours", "postal_address", "paper_way")
    Authority.objects.filter(pk=made.pk).update(
        name=_FI, languages=["fi", "sv", "en"], **dict.fromkeys((*fields, "name_inflected", "privacy_contact"), _FI)
    )
    made.refresh_from_db()
    AnswerTemplate.objects.create(authority=made, name="Kiitos", body=_FI, saved_at=clock.now())
    return made


@pytest.fixture
def head(town):
    return factories.staff(town, "county_admin")


@pytest.fixture
def veikko(town):
    return factories.staff(town, "answerer", "veikko@example.org")


@pytest.fixture
def came(town) -> list[Transfer]:
    """Two comments of another authority: one with a draft of its answer, one with a correction of it."""
    county = factories.authority("pohjanmaa", code="15", bilingual=True)
    section = factories.document(factories.activity(factories.process(county))).versions.get().sections.all()[0]
    more = {"receiver": town, "reason": _BOTH, "passed_at": clock.now()}
    first, second = (factories.comment(factories.guest(), section) for _ in range(2))
    return [
        Transfer.objects.create(comment=first, key=uuid4(), answer=_FI, **more),
        Transfer.objects.create(
            comment=second, key=uuid4(), answer=_BOTH, correction=_FI, state="answered", answered_at=clock.now(), **more
        ),
    ]


def missing(town) -> list[Text]:
    return [text for text in texts_of(town, "fi", "sv") if text.is_missing]


def keep(who, town, texts) -> ReturnedFile:
    rows = [RowBack(n, code_of(text, "fi", "sv"), f"På svenska: {text.source}") for n, text in enumerate(texts, 3)]
    return actions.keep_returned(actor=who, of=town, name="sv.xlsx", content=b"x", rows=rows, at=clock.now())


def test_every_kind_goes_out_and_comes_back_to_its_place(town, head, came):
    texts = missing(town)
    assert {text.key.split("/")[0] for text in texts} == {kind.key for kind in kinds_of(town)}
    kept = keep(head, town, texts)
    assert kept.problems == []
    assert take(head, kept) == len(texts)
    assert missing(town) == []
    town.refresh_from_db()
    assert (town.tagline["sv"], town.paper_way["sv"]) == ("På svenska: Sanat.", "På svenska: Sanat.")
    assert AnswerTemplate.objects.get().body["sv"] == "På svenska: Sanat."
    draft, corrected = Transfer.objects.order_by("pk")
    assert (draft.state, draft.answer["sv"]) == ("waiting", "På svenska: Sanat.")  # a draft it stays
    assert (corrected.answer, corrected.correction["sv"]) == (_BOTH, "På svenska: Sanat.")
    lines = Entry.objects.count()
    assert take(head, kept) == 0
    assert Entry.objects.count() == lines


def test_whoever_answers_gets_the_texts_of_answering_only(town, veikko, head, came):
    assert {text.ability for text in texts_for(veikko, town, "fi", "sv")} == {"answer"}
    kept = keep(veikko, town, missing(town))
    assert {problem["problem"] for problem in kept.problems} == {"unknown"}
    assert take(veikko, kept) == 3
    theirs = keep(head, town, missing(town))
    with pytest.raises(Refusal, match="not_your_role"):
        take(veikko, theirs)
    town.refresh_from_db()
    assert "sv" not in town.tagline


def test_another_authority_s_file_and_texts_stay_its_own(town, head, came):
    other = factories.authority("toinen", code="", kind="municipality")
    stranger = factories.staff(other, "county_admin", "vieras@example.org")
    kept = keep(head, town, missing(town))
    with pytest.raises(Refusal, match="not_your_role"):
        take(stranger, kept)
    with pytest.raises(Refusal, match="not_your_role"):
        keep(stranger, town, missing(town))
    with pytest.raises(Refusal, match="file_is_of_authority"):
        actions.keep_returned(
            actor=stranger, of=other, name="a", content=b"a", at=clock.now(),
            rows=[RowBack(3, code_of(text, "fi", "sv"), "Stulet") for text in missing(town)],
        )  # fmt: skip
    desk = signed_in(stranger)
    assert desk.get(f"{HOME}returned/{kept.pk}/").status_code == 404
    assert desk.get(f"/toinen/fi/desk/translations/returned/{kept.pk}/").status_code == 404


@pytest.mark.parametrize("key", [key for key, kind in translatables().items() if kind.of is Authority])
def test_what_somebody_wrote_between_the_look_and_the_storing_stands(town, head, came, key):
    text = next(text for text in missing(town) if text.key.startswith(f"{key}/"))
    kind, pk, name = text.key.split("/")
    with pytest.raises(Refusal, match="texts_changed_meanwhile"), transaction.atomic():
        translatables()[kind].take(Taking(head, town, "sv", clock.now()), int(pk), {name: Change("Annat.", "Mina.")})
    assert any(again.key == text.key for again in missing(town))


def test_what_came_back_elsewhere_or_was_hidden_stays_out(town, head, came):
    kept = keep(head, town, missing(town))
    Comment.objects.filter(pk=came[0].comment_id).update(state=Comment.State.HIDDEN)
    Transfer.objects.filter(pk=came[1].pk).update(state=Transfer.State.TAKEN_BACK)
    assert not {"reply", "replycorrection"} & {text.key.split("/")[0] for text in missing(town)}
    with pytest.raises(Refusal, match="texts_changed_meanwhile"), transaction.atomic():
        take(head, kept)


def test_the_whole_way_on_the_pages(town, head, veikko, came, django_assert_max_num_queries):
    desk = signed_in(head)
    with django_assert_max_num_queries(15):
        page = desk.get(HOME).content.decode()
    assert "viranomaisen omat tekstit" in page
    assert desk.get(f"{HOME}file/?from=fi&to=sv&kind=docx").status_code == 200
    kept = keep(head, town, missing(town))
    look = f"{HOME}returned/{kept.pk}/"
    assert "På svenska: Sanat." in desk.get(look).content.decode()
    assert signed_in(veikko).post(look).status_code in {403, 422}
    assert desk.post(look, {"seen": seen_when_read(kept)}).status_code == 302
    assert missing(town) == []
    assert "translations/" in desk.get(address("authorities:settings", town, language="fi")).content.decode()
    assert HOME in signed_in(veikko).get("/kuvitelma/fi/desk/passed-on/").content.decode()


def test_a_file_has_one_holder(town):
    with pytest.raises(IntegrityError):
        ReturnedFile.objects.create(digest="0", name="a", source="fi", target="sv", read_at=clock.now())
