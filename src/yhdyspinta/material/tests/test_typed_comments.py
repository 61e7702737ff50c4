"""A slip of typing that is seen in the table of comments is mended from there, by whoever may open what was typed."""

import pytest
from django.test import Client

from tests import factories
from tests.factories import signed_in
from yhdyspinta.intake.tests.conftest import bertta, county, section  # noqa: F401
from yhdyspinta.intake.tests.test_files import right, send
from yhdyspinta.intake.tests.typing_in import enter
from yhdyspinta.processes.addresses import activity_address, process_address

pytestmark = pytest.mark.django_db


def page_of(client: Client, comment, language="fi"):
    return client.get(activity_address(comment.activity, "material:comment", language=language, number=comment.number))


def typed_at(comment):
    return process_address(comment.activity.process, "intake:entered", language="fi", receipt=comment.receipt_id)


def test_the_page_of_a_typed_comment_leads_to_what_was_typed(bertta, section):
    comment = enter(bertta, section).comments.get()
    client = signed_in(bertta)
    shown = page_of(client, comment).content.decode()
    assert f'href="{typed_at(comment)}">Katso tai korjaa kirjaus<' in shown
    entered = client.get(typed_at(comment)).content.decode()
    assert "Korjaa kirjaus" in entered
    assert "Se eller rätta inmatningen" in page_of(client, comment, "sv").content.decode()


def test_also_that_of_a_comment_that_a_file_brought(bertta, section):
    client = signed_in(bertta)
    client.post(f"{send(client, right()).url}import/")
    comment = section.version.document.activity.comments.order_by("number").first()
    assert typed_at(comment) in page_of(client, comment).content.decode()
    assert client.get(typed_at(comment)).status_code == 200


def test_who_may_not_open_it_is_led_nowhere_and_a_comment_sent_online_has_none(county, bertta, section):
    comment = enter(bertta, section).comments.get()
    viewer = signed_in(factories.staff(county, "viewer", "v@example.org"))
    assert typed_at(comment) not in page_of(viewer, comment).content.decode()
    online = factories.comment(factories.guest(), section)
    assert "Katso tai korjaa kirjaus" not in page_of(signed_in(bertta), online).content.decode()
