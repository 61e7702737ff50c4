"""P5, D4, H2: every form of every page sent: with what nobody may set, with private words, and with too little."""

import json
import logging
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import quote

import pytest
from django.apps import apps
from django.db import connection, models

from tests.contract.every_form import BY_HAND, Found, every_form, filled_in, names_posted_to, posted
from tests.contract.kinds import World
from tests.contract.observing import writes
from tests.contract.rendering import each_page_rendered_once
from yhdyspinta.notices.models import Letter, Notice

pytestmark = pytest.mark.django_db

#: Their form stands on a page whose own choices are sent along, and may be of any of these names.
CHOSEN_BEFORE: Final = {"authorities:received_export"}
STORED: Final = {
    model._meta.db_table: model for model in apps.get_models() if model.__module__.startswith("yhdyspinta.")
}


@pytest.fixture(scope="module")
def forms(world: World) -> list[Found]:
    return every_form(world)


def test_p5_every_address_that_is_posted_to_has_its_form_on_a_page_or_by_hand(forms: list[Found]) -> None:
    """A new address is tried here as soon as a page of the world has its form; else it needs a line of `BY_HAND`."""
    assert names_posted_to() == {one.name for one in forms if not one.name.startswith(("account_", "mfa_"))}
    shown = {one.name for one in forms if one.form.action or one.name not in BY_HAND}
    assert set(BY_HAND) - names_posted_to() == set()
    assert shown & set(BY_HAND) == set()


def _extras(world: World, found: Found) -> dict[str, str]:
    """Every field of everything that is stored, as it would be named, but for what the form itself has."""
    named: dict[str, str] = {"is_staff": "on", "is_superuser": "on", "actor": "1", "at": "2001-01-01", "pk": "1"}
    for model in STORED.values():
        for field in model._meta.concrete_fields:
            value = "2001-01-01" if isinstance(field, models.DateField) else _VALUES.get(field.name, "1")
            named |= {field.name: value, field.attname: value}
    other = str(world.other.pk)
    named |= dict.fromkeys(("owner", "owner_id", "authority", "authority_id", "receiver", "receiver_id"), other)
    return {name: value for name, value in named.items() if name not in found.form.kinds}


_VALUES: Final = {"state": "hidden", "role": "county_admin", "is_operator": "on", "level": "strong"}


def test_p5_fields_that_a_form_does_not_have_change_nothing(world: World, forms: list[Found]) -> None:
    """Each form is sent as it stands and with every field of everything besides: the same is stored."""
    known = {name: _values(model) for name, model in STORED.items()}
    wrong, taken = [], 0
    for found in forms:
        if found.name in CHOSEN_BEFORE:
            continue
        with each_page_rendered_once():
            own, code = _stored_by(found, found.form.sent, known)
            if found.name in BY_HAND and not 300 <= code < 400:
                continue  # it lacks what its page would send
            all_, other_code = _stored_by(found, {**_extras(world, found), **found.form.sent}, known)
        taken += bool(own)
        wrong += [f"{found.name}: {code}, {other_code}"] if code != other_code or code >= 500 else []
        for name in own.keys() | all_.keys():
            more = all_.get(name, Counter()) - own.get(name, Counter())
            wrong += [f"{found.name}: {name} {row}" for row in more]
    assert wrong == []
    assert taken > 60


Known = dict[str, set[str]]


def _values(model: type[models.Model]) -> Known:
    """What each field holds before, in whichever row."""
    rows = list(model._default_manager.values())
    return {field.attname: {repr(row[field.attname]) for row in rows} for field in model._meta.concrete_fields}


def _stored_by(found: Found, data: dict[str, Any], known: dict[str, Known]) -> tuple[dict[str, Counter], int]:
    """The rows of every table that was written to, and the answer's status."""
    before = writes()
    with posted(found, data) as response:
        touched = [name for name, count in writes().items() if count != before.get(name, 0) and name in STORED]
        return {name: Counter(_rows(STORED[name], known[name])) for name in touched}, response.status_code


def _rows(model: type[models.Model], known: Known) -> list[tuple[str, ...]]:
    """What was not there before counts as new, whatever it is (a moment, a chance, a number), unless it is of the extras."""
    return [
        tuple(
            f"{name}={told}" if told in known[name] or any(day in told for day in _OF_EXTRAS) else f"{name} is new"
            for name, told in ((name, repr(value)) for name, value in row.items())
        )
        for row in model._default_manager.values()
    ]


_OF_EXTRAS: Final = ("(2001, 1, 1", "(2000, 12, 31", "county_admin'")


WORDS, EMAIL = "Naapurini Veikko Viljamin oma lause.", "veikko.viljami@example.org"


def test_d4_what_is_typed_into_any_form_is_told_by_no_log_task_subject_or_address(
    forms: list[Found], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    for name in ("django.request", "django.security", "yhdyspinta", "procrastinate", "allauth"):
        logging.getLogger(name).setLevel(logging.DEBUG)
    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(max(id), 0) FROM procrastinate_jobs")
        newest = cursor.fetchone()[0]
    wrong, taken = [], 0
    for found in forms:
        caplog.clear()
        with each_page_rendered_once(), posted(found, filled_in(found.form, WORDS, EMAIL)) as response:
            taken += 300 <= response.status_code < 400
            told = _told(caplog, newest) + response.get("Location", "")
        wrong += [f"{found.name}: {word}" for word in (WORDS, "Viljami", EMAIL, quote(EMAIL)) if word in told]
    assert wrong == []
    assert taken > 70


def _told(caplog: pytest.LogCaptureFixture, newest: int) -> str:
    own = [record for record in caplog.records if not record.name.startswith("django.db")]
    told = [f"{record.getMessage()} {record.args!r}" for record in own]
    told += Letter.objects.values_list("subject", flat=True)
    told.append(json.dumps(list(Notice.objects.values_list("values", flat=True))))
    with connection.cursor() as cursor:
        cursor.execute("SELECT args::text FROM procrastinate_jobs WHERE id > %s", [newest])
        told += [row[0] for row in cursor.fetchall()]
    return "\n".join(told)


#: Nothing is typed there: what is missing is told in a sentence above the list.
TOLD_ABOVE: Final = {"intake:waiting_notes"}


def test_h2_every_refused_form_keeps_its_words_and_leads_to_what_is_wrong(forms: list[Found]) -> None:
    """Each form is sent with words in its texts and nothing chosen; where it is refused, the page is as good as it was."""
    wrong, refused = [], 0
    for found in forms:
        if found.name.startswith(("account_", "mfa_")) or found.name in {*BY_HAND, *TOLD_ABOVE}:
            continue
        texts = [name for name, kind in found.form.kinds.items() if kind == "textarea"]
        hidden = {name: values for name, values in found.form.sent.items() if found.form.kinds[name] == "hidden"}
        with posted(found, {**hidden, **dict.fromkeys(texts, WORDS)}) as response:
            if response.status_code == 422:
                refused += 1
                wrong += [f"{found.name}: {what}" for what in _not_mendable(response.content.decode(), texts)]
            elif response.status_code >= 500:
                wrong.append(f"{found.name}: {response.status_code}")
    assert wrong == []
    assert refused > 30


def _not_mendable(page: str, texts: list[str]) -> Iterator[str]:
    summaries = page.count('class="govuk-error-summary"')
    if summaries != 1 or not re.search(r"<title>\s*Virhe: ", page):
        yield f"{summaries} summaries, or no word of it in the title"
    summary = page[page.find('class="govuk-error-summary"') :].split("</ul>", maxsplit=1)[0]
    for href in re.findall(r'href="#([^"]+)"', summary):
        if f'id="{href}"' not in page:
            yield f"{href} leads nowhere"
    if texts and page.count(WORDS) < len(texts):
        yield f"of {len(texts)} texts {page.count(WORDS)} are kept"
