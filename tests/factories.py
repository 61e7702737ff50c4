"""The same people and things everywhere: Aino takes part, Bertta coordinates, Cai must get nothing."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

from django.test import Client

from yhdyspinta.audit import clock
from yhdyspinta.authorities.models import Authority
from yhdyspinta.comments.actions import NewComment, SenderFacts, send_comments
from yhdyspinta.comments.models import Comment, Thread
from yhdyspinta.comments.receipts import confirm_address
from yhdyspinta.documents.models import Document, DocumentVersion, Section, SectionText
from yhdyspinta.methods.comment_rounds.settings import RoundSettings
from yhdyspinta.people.models import Person, RoleGrant
from yhdyspinta.places.models import Area
from yhdyspinta.processes.models import Activity, Phase, Process, Stage

EPOCH = datetime(2026, 1, 1, tzinfo=UTC)


def authority(slug: str = "keski-suomi", *, code: str = "15", bilingual: bool = False, **fields: Any) -> Authority:
    """A county that is on."""
    area = Area.objects.filter(kind="county", code=code, authority=None).first()
    languages = ["fi", "sv"] if bilingual else ["fi"]
    defaults = {
        "kind": "county",
        "area": area,
        "is_on": True,
        "name": area.name if area else {"fi": "Esimerkkilä", "sv": "Exempel", "en": "Example"},
        "languages": ["fi", "sv", "en"],
        "duty_languages": languages,
        "phone": "000 000 0000",
        "email": "osallistu@example.org",
    }
    return Authority.objects.create(slug=slug, **{**defaults, **fields})


def person(email: str = "aino@example.org", **fields: Any) -> Person:
    defaults = {"name": email.split("@", maxsplit=1)[0].title(), "level": Person.Level.EMAIL, "created_at": EPOCH}
    return Person.objects.create_user(email=email, **{**defaults, **fields})


def guest() -> Person:
    made = Person(is_guest=True, guest_token=uuid4().hex, created_at=EPOCH, email=None)
    made.set_unusable_password()
    made.save()
    return made


def staff(to: Authority, role: str = "coordinator", email: str = "bertta@example.org") -> Person:
    who = person(email)
    RoleGrant.objects.create(person=who, authority=to, role=role, given_at=EPOCH)
    return who


def signed_in(who: Person, *, second_factor: bool = True) -> Client:
    """A browser in which the person has signed in, with a second factor unless told."""
    client = Client()
    client.force_login(who, backend="django.contrib.auth.backends.ModelBackend")
    if second_factor:
        session = client.session
        session["second_factor"] = True
        session.save()
    return client


def process(owner: Authority, slug: str = "toimintamallit", *, published: bool = True, **fields: Any) -> Process:
    defaults = {
        "title": {"fi": "Järjestöyhteistyön ja osallisuuden toimintamallit", "sv": "Verksamhetsmodeller"},
        "summary": {"fi": "Kommentoi luonnoksia.", "sv": "Kommentera utkasten."},
        "created_at": EPOCH,
        "published_at": EPOCH if published else None,
        "preview_nonce": uuid4().hex[:22],
        "contact_name": "Esimerkki Esimerkkilä",
        "contact_phone": "000 000 0000",
        "contact_email": "yhteys@example.org",
    }
    return Process.objects.create(owner=owner, slug=slug, **{**defaults, **fields})


def activity(
    of: Process,
    slug: str = "kommentointi",
    *,
    opens_at: datetime | None = None,
    closes_at: datetime | None = None,
    settings: RoundSettings | None = None,
) -> Activity:
    """A comment round that is open now unless times are given."""
    now = clock.now()
    phase = Phase.objects.create(
        process=of, position=1, kind="participation", title={"fi": "Kommentointi", "sv": "Kommentering"}
    )
    made = Activity.objects.create(
        phase=phase,
        process=of,
        method_key="comment_rounds",
        slug=slug,
        title={"fi": "Kommentointikierros", "sv": "Kommentarsrunda", "en": "Comment round"},
        settings=(settings or RoundSettings()).stored(),
        created_at=EPOCH,
    )
    Stage.objects.create(
        activity=made,
        key="comments",
        opens_at=opens_at or now - timedelta(days=7),
        closes_at=closes_at or now + timedelta(days=7),
    )
    return made


def document(
    of: Activity,
    slug: str = "osallisuus",
    *,
    sections: int = 3,
    published: bool = True,
    languages: tuple[str, ...] = ("fi", "sv"),
) -> Document:
    """A document with one version of numbered sections, each with two passages."""
    made = Document.objects.create(
        activity=of,
        position=of.documents.count() + 1,
        slug=slug,
        title={"fi": "Osallisuuden toimintamalli", "sv": "Modell för delaktighet"},
    )
    version = DocumentVersion.objects.create(
        document=made,
        number=1,
        name={"fi": "luonnos 1", "sv": "utkast 1"},
        created_at=EPOCH,
        thread=Thread.objects.create(activity=of),
    )
    for place in range(1, sections + 1):
        section = Section.objects.create(
            version=version,
            position=place,
            level=1,
            number=str(place),
            anchor=f"kohta-{place}",
            thread=Thread.objects.create(activity=of),
        )
        for language in languages:
            SectionText.objects.create(
                section=section,
                language=language,
                heading=f"Kohta {place} ({language})",
                body=f"Ensimmäinen katkelma kohdasta {place}.\n\nToinen katkelma kohdasta {place}.",
            )
    if published:
        version.published_at = EPOCH
        version.save()
    return made


def comment(
    by: Person,
    on: Section,
    text: str = "Kirjatkaa määräaika vastaukselle.",
    *,
    waits: bool = False,
    email: str = "",
    confirmed: bool = True,
    language: str = "fi",
    at: datetime | None = None,
    place: int = 0,
) -> Comment:
    """A comment on a section, or on another `place` of its round, sent through the real action; an address is confirmed."""
    moment = at or clock.now()
    receipt = send_comments(
        actor=by,
        activity=on.version.document.activity,
        key=uuid4(),
        comments=[NewComment(thread_id=place or on.thread_id or 0, text=text, language=language, waits=waits)],
        facts=SenderFacts(language=language, capacities=("resident",), email=email),
        check=lambda: moment,
    )
    if email and confirmed:
        confirm_address(receipt=receipt, at=moment)
    return receipt.comments.get()
