"""What the tests of reports share: a closed round with answers, its report, and the ways to both."""

from datetime import timedelta

from tests import factories
from yhdyspinta.answers.tests import scene as answering
from yhdyspinta.audit import clock
from yhdyspinta.documents.models import Document
from yhdyspinta.people.models import Person
from yhdyspinta.processes.addresses import activity_address
from yhdyspinta.reports import actions
from yhdyspinta.reports.actions import pdf_files
from yhdyspinta.reports.models import ReportVersion
from yhdyspinta.reports.words import ReportWords
from yhdyspinta.wording.fields import Wording

WORDS = ReportWords(
    in_short=Wording(fi="Toivottiin määräaikaa.", sv="En tidsfrist önskades."),
    asked=Wording(fi="Kysyimme luonnoksesta.", sv="Vi frågade om utkastet."),
)


class Drawn:
    """Stands for the program that makes PDF: keeps what it was asked to draw."""

    asked: list[tuple[str, object]] = []

    def __init__(self, *, string, base_url, url_fetcher):
        self.asked.append((string, url_fetcher))

    def write_pdf(self, **_options):
        return b"%PDF-1.7 "


def closed_round(*, bilingual: bool = True) -> Document:
    """A document whose round closed yesterday."""
    county = factories.authority("pohjanmaa", code="15", bilingual=bilingual)
    return factories.document(factories.activity(factories.process(county), closes_at=clock.now() - timedelta(days=1)))


def answered(bertta: Person, document: Document, count: int = 3, **changes) -> None:
    """So many comments on the first section, with one published answer."""
    section = document.versions.first().sections.first()
    comments = [factories.comment(factories.guest(), section) for _ in range(count)]
    answer = answering.write(bertta, answering.start(bertta, *comments), **changes)
    answering.publish(bertta, answer)


def save(bertta: Person, document: Document, words: ReportWords = WORDS, revision: int = 0):
    return actions.save_report(actor=bertta, activity=document.activity, words=words, revision=revision, at=clock.now())


def publish(bertta: Person, document: Document, revision: int = 1) -> ReportVersion:
    return actions.publish_report(
        actor=bertta, activity=document.activity, revision=revision, at=clock.now(), although_waiting=True
    )


def publish_with_pdf(bertta: Person, document: Document) -> ReportVersion:
    """Published, and the worker has made its PDF files."""
    version = publish(bertta, document)
    pdf_files.make_pdf(version.pk, at=clock.now())
    return version


def path_of(document: Document, name: str = "report", language: str = "fi", **parts) -> str:
    return activity_address(document.activity, f"reports:{name}", language=language, **parts)
