"""A2: every token is tried at every door, in its own authority and in another: it opens its own and no other."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.core import signing
from django.db import transaction
from django.test import Client

from tests import factories
from tests.contract.asking import ask
from tests.contract.kinds import World
from yhdyspinta.audit import clock
from yhdyspinta.comments.codes import link_token, shown_code
from yhdyspinta.demo.cast import PARTS
from yhdyspinta.demo.sign_in import sign_in_path
from yhdyspinta.intake.models import TableLink
from yhdyspinta.intake.table_links import token_of as token_of_table
from yhdyspinta.moderation import queue_views
from yhdyspinta.people.models import SpeakerInvitation
from yhdyspinta.people.speaker_invitations import token_of as token_of_speaker
from yhdyspinta.processes.follows import confirmation_token
from yhdyspinta.processes.invitations import token_of
from yhdyspinta.processes.models import Follow, Invitation, Process
from yhdyspinta.processes.preview import preview_token
from yhdyspinta.statements.actions import token_of as token_of_colleague
from yhdyspinta.statements.models import Colleague
from yhdyspinta.ui import paging

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Door:
    """A page that a token opens; `{}` is the token's place."""

    token: str  # whose door it is
    path: str
    kind: str = "visitor"
    posted: str = ""  # the field's name, where the token is sent and not in the address

    def open(self, world: World, token: str, county: str = "") -> bool:
        """Whether the token is let in: a page, or the change that was asked for."""
        path = self.path.replace("COUNTY", county or world.county.slug).replace("PROCESS", world.process.slug)
        client = world.client(self.kind)
        if self.posted:
            with transaction.atomic():
                response = client.post(path, {self.posted: token})
                transaction.set_rollback(True)
            said = response.content.decode()
            return response.status_code in {302, 303} and "/receipt/" in response["Location"] and "Koodi" not in said
        response = ask(client, "GET", path.replace("{}", token).replace("%7B%7D", token))
        assert response.status_code < 500, (self, token)
        return response.status_code in {200, 302, 303}


DOORS = (
    Door("receipt link", "/COUNTY/fi/receipt/link/{}/"),
    Door("receipt code", "/COUNTY/fi/receipt/", posted="code"),
    Door("follow confirm", "/COUNTY/fi/processes/PROCESS/follow/confirm/{}/"),
    Door("unsubscribe", "/COUNTY/fi/unsubscribe/{}/"),
    Door("unsubscribe", "/COUNTY/fi/following/{}/"),
    Door("invitation", "/COUNTY/fi/invitation/{}/", kind="strongly_identified"),
    Door("speaker", "/COUNTY/fi/speak/{}/", kind="strongly_identified"),
    Door("colleague", "/COUNTY/fi/statement-invitation/{}/", kind="strongly_identified"),
    Door("preview", "/COUNTY/fi/processes/luonnos/?preview={}"),
    Door("table link", "/COUNTY/fi/tables/{}/"),
    Door("demo sign-in", "/demo/sign-in/{}/"),
    Door("paging", "/COUNTY/fi/processes/?after={}"),
)


@pytest.fixture(scope="module")
def tokens(world: World) -> dict[str, str]:
    now = clock.now()
    draft = factories.process(world.county, slug="luonnos", published=False)
    follow = Follow.objects.filter(process=world.process).latest("pk")
    invitation = Invitation.objects.filter(process=None).latest("pk")
    aino = world.people["email_confirmed"]
    aino.set_password("pitkä-ja-outo-salasana")
    aino.save()
    for place in range(40):
        factories.process(world.county, slug=f"asia-{place}")
    row = Process.objects.filter(owner=world.county).latest("pk")
    return {
        "receipt link": link_token(world.comment.receipt),
        "receipt code": shown_code(world.comment.receipt),
        "follow confirm": confirmation_token(follow),
        "unsubscribe": follow.nonce,
        "invitation": token_of(invitation),
        "speaker": token_of_speaker(SpeakerInvitation.objects.latest("pk")),
        "colleague": token_of_colleague(Colleague.objects.earliest("pk")),
        "preview": preview_token(draft),
        "table link": token_of_table(TableLink.objects.latest("pk").nonce),
        "demo sign-in": sign_in_path(PARTS["coordinator"]).rstrip("/").rsplit("/", 1)[-1],
        "password reset": f"{user_pk_to_url_str(aino)}-{default_token_generator.make_token(aino)}",
        "undo": signing.dumps([1], salt=queue_views._UNDO),
        "guest cookie": signing.dumps(world.people["receipt_holder"].guest_token, salt="people.guest"),
        "another page's paging": paging._write(row, ["pk"], backwards=False),
        "sign-in code": "ABC-DEF",
        "e-mail confirmation": "ABCDEF",
        "late": signing.TimestampSigner(salt="other").sign(now.isoformat()),
        "empty": "-",
    }


def test_a2_every_token_opens_its_own_door(world: World, tokens: dict[str, str]) -> None:
    shut = [door for door in DOORS if door.token in tokens and not door.open(world, tokens[door.token])]
    assert shut == []


def test_a2_no_token_opens_the_door_of_another(world: World, tokens: dict[str, str]) -> None:
    opened = [
        (name, door.path)
        for door in DOORS
        for name, token in tokens.items()
        if name != door.token and door.open(world, token)
    ]
    assert opened == []


def test_a2_no_token_works_in_another_authority(world: World, tokens: dict[str, str]) -> None:
    other = world.other.slug
    opened = [
        (name, door.path)
        for door in DOORS
        if "COUNTY" in door.path and door.token != "paging"
        for name, token in tokens.items()
        if door.open(world, token, other)
    ]
    assert opened == []


def test_a2_only_its_own_key_sets_a_password_or_takes_back(world: World, tokens: dict[str, str]) -> None:
    aino = world.people["email_confirmed"]
    for name, token in tokens.items():
        own = name == "password reset"
        key = token if own else f"{user_pk_to_url_str(aino)}-{token}"
        response = ask(Client(), "GET", f"/account/password/reset/key/{key}/")
        assert response.status_code in {200, 302, 404}, name
        assert (response.status_code == 302) == own, name
    bertta = world.client("coordinator")
    county, process = world.county.slug, world.process.slug
    before = list(world.process.activities.values_list("comments__state"))
    for name, token in tokens.items():
        if name == "undo":
            continue
        with transaction.atomic():
            response = bertta.post(f"/{county}/fi/desk/processes/{process}/moderation/undo/", {"undo": token})
            assert response.status_code < 500, name
            transaction.set_rollback(True)
        assert list(world.process.activities.values_list("comments__state")) == before
    stranger = world.client("coordinator_of_another_authority")
    response = stranger.post(f"/{county}/fi/desk/processes/{process}/moderation/undo/", {"undo": tokens["undo"]})
    assert response.status_code == 404


def test_a2_a_guests_cookie_is_no_other_token(world: World, tokens: dict[str, str], settings) -> None:
    for name, token in tokens.items():
        client = Client()
        client.cookies[settings.GUEST_COOKIE] = token
        page = client.get(f"/{world.county.slug}/fi/processes/{world.process.slug}/comment-round/"
                          f"{world.activity.slug}/receipt/{world.comment.receipt_id}/")  # fmt: skip
        assert (page.status_code == 200) == (name == "guest cookie"), name


def _main(response) -> str:
    return response.content.decode().partition("<main")[2].partition("</main>")[0]


def test_a2_late_and_revoked_links_are_refused(world: World, tokens: dict[str, str]) -> None:
    by_token = {door.token: door for door in DOORS}
    with transaction.atomic():
        receipt = world.comment.receipt
        type(receipt).objects.filter(pk=receipt.pk).update(revoked_at=clock.now())
        for model in (Invitation, SpeakerInvitation):
            model.objects.update(expires_at=clock.now() - timedelta(seconds=1))
        Process.objects.filter(slug="luonnos").update(preview_nonce="uusi")
        for name in ("receipt link", "receipt code", "preview"):
            assert not by_token[name].open(world, tokens[name]), name
        invited = world.client("strongly_identified")
        for path in (f"invitation/{tokens['invitation']}/", f"speak/{tokens['speaker']}/"):
            path = f"/{world.county.slug}/fi/{path}"
            assert "<form" not in _main(invited.get(path))  # the page tells that it is too late
            assert 400 <= invited.post(path).status_code < 500
        transaction.set_rollback(True)
