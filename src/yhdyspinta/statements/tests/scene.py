"""What the tests of statements share: who speaks, addresses and steps."""

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.documents.models import Section
from yhdyspinta.people.models import Representation
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.statements.models import Statement

NAME = "Esimerkkilän omaisyhdistys ry"


def speaker(organisation, email, *, confirmed=True):
    who = factories.person(email)
    now = clock.now()
    Representation.objects.create(
        person=who, organisation=organisation, since=now, confirmed_at=now if confirmed else None
    )
    return who


def path_of(activity, name="draft", statement=None, **parts):
    more = {"statement": (statement or Statement.objects.get()).pk} if name != "start" else {}
    return activity_address(activity, f"statements:{name}", language="fi", **more, **parts)


def begin(browser, activity, organisation):
    return browser.post(path_of(activity, "start"), {"organisation": organisation.pk})


def write(browser, activity, text, revision=0, place=0):
    section = Section.objects.order_by("pk")[place]
    return browser.post(path_of(activity, "part", section=section.pk), {"text": text, "revision": revision})


def step(browser, activity, name, **more):
    return browser.post(path_of(activity, name), {"revision": Statement.objects.get().revision, **more})
