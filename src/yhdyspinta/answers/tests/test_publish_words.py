"""The button that publishes an answer promises to tell only where the service tells somebody."""

import pytest

from tests import factories
from yhdyspinta.answers.tests.scene import start, write
from yhdyspinta.processes.addresses import activity_address

pytestmark = pytest.mark.django_db
WORDS = {
    "fi": ("Julkaise ja kerro", "Julkaise vastaus"),
    "sv": ("Publicera och meddela", "Publicera svaret"),
    "en": ("Publish and tell", "Publish the answer"),
}


@pytest.mark.parametrize("language", WORDS)
@pytest.mark.parametrize("email", ["aino@example.org", ""])
def test_the_button_says_what_happens(desk, bertta, section, language, email):
    answer = write(bertta, start(bertta, factories.comment(factories.guest(), section, email=email)))
    address = activity_address(answer.activity, "answers:publish", language=language, number=answer.number)
    page = desk.get(address).content.decode()
    button = page.rsplit('<form method="post" class="y-section">', 1)[1].split("</button>")[0]
    telling, publishing = WORDS[language]
    assert (telling in button, publishing in button) == (bool(email), not email)
