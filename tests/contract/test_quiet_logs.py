"""D4: logs, task arguments, subjects of messages and addresses hold nobody's name, e-mail, phone or words."""

import json
import logging

import pytest
from django.conf import settings
from django.db import connection, transaction

from tests.contract.addresses import addresses
from tests.contract.kinds import World
from yhdyspinta.comments.models import Comment
from yhdyspinta.notices.models import Letter, Notice
from yhdyspinta.people.models import Person

pytestmark = pytest.mark.django_db


#: What somebody types into every form of the product; none of it may be told by a log, a task, a subject or an address.
TYPED = {
    "text": "Naapurini sairaudesta kertova lause.",
    "words": "Perustelu joka mainitsee Veikko Viljamin.",
    "name": "Veikko Viljami Esimerkkimies",
    "pseudonym": "Salanimi Sammakko",
    "email": "veikko.viljami@example.org",
    "phone": "040 765 4321",
    "postal_address": "Salakuja 7 A 12",
    "message": "Palaute, jossa on oma tarina.",
    "question": "Kysymys omasta hoidosta.",
    "reason": "Oma syy sanoin kerrottuna.",
    "code": "ABCD-EFGH-JKLM",
    "login": "veikko.viljami@example.org",
    "password": "salasana-jota-ei-kerrota",
    "sure": "on",
}


def private_words() -> set[str]:
    """Everything personal that the world holds: whole texts, names and addresses."""
    people = Person.objects.exclude(email=None).values_list("email", "name")
    found = {word for row in people for word in row if word and len(word) > 5}
    found |= {word for word in TYPED.values() if len(word) > 5}
    return found | set(Comment.objects.values_list("text", flat=True)) | {"Soile Soittaja", "seuraaja@example.org"}


def test_d4_logs_tasks_subjects_and_addresses_are_quiet(world: World, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    for name in ("django.request", "django.security", "yhdyspinta", "procrastinate", "allauth"):
        logging.getLogger(name).setLevel(logging.DEBUG)
    county = world.county.slug
    with transaction.atomic():
        for kind in ("coordinator", "receipt_holder", "visitor"):
            client = world.client(kind)
            client.raise_request_exception = False
            for one in addresses():
                client.get(one.path(world.things))
                if one.name not in ("account_logout", "people:erase"):
                    with transaction.atomic():  # a refused write leaves the rest of the run standing
                        client.post(one.path(world.things), TYPED)
        visitor = world.client("visitor")
        visitor.post(f"/{county}/fi/receipt/lost/", {"email": "seuraaja@example.org"})
        visitor.post(
            f"/{county}/fi/processes/{world.process.slug}/follow/",
            {"email": "seuraaja@example.org", "what": "everything", "digest": "at_once"},
        )
        visitor.post("/account/login/code/", {"email": "email@example.org"})
        told = "\n".join(
            f"{record.getMessage()} {record.args!r}"
            for record in caplog.records
            if not record.name.startswith("django.db")
        )
        told += "\n".join(Letter.objects.exclude(pk=world.things["letter"]).values_list("subject", flat=True))
        told += json.dumps(list(Notice.objects.values_list("values", flat=True)))
        told += "\n".join(one.path(world.things) for one in addresses())
        with connection.cursor() as cursor:
            cursor.execute("SELECT args::text FROM procrastinate_jobs")
            told += "\n".join(row[0] for row in cursor.fetchall())
        transaction.set_rollback(True)
    assert len(told) > 1000
    assert sorted(word for word in private_words() if word in told) == []


def test_d4_errors_are_told_to_nobody_by_mail() -> None:
    """An error report would hold what somebody typed."""
    assert not settings.ADMINS
    assert settings.DEBUG is False
