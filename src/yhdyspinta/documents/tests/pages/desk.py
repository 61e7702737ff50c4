"""The addresses of documents at the desk, and what their forms send."""

from django.test import Client

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7*7 }}{% debug %}",
    "'; DROP TABLE x; --",
    "مرحبا 👨‍👩‍👧",
    "%(x)s %s {0}",
    "../../etc/passwd",
    "javascript:alert(1)",
]


def signed_in(person) -> Client:
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    session = client.session
    session["second_factor"] = True
    session.save()
    return client


def desk(world, rest="", language="fi"):
    return f"/keski-suomi/{language}/desk/processes/toimintamallit/activities/kommentointi/documents/{rest}"


def section_data(section, **changes):
    data = {"revision": section.revision, "questions-fi": "", "questions-sv": "", "questions-en": ""}
    for text in section.texts.all():
        data |= {
            f"heading_{text.language}": text.heading,
            f"body_{text.language}": text.body,
            f"revision_{text.language}": text.revision,
        }
    return {**data, **changes}
