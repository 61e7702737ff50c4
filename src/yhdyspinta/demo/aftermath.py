"""What staff of the demo do after a round: group, answer, tell the outcome, and see the measures done."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Final

from django.db.models import QuerySet

from yhdyspinta.answers import actions as answering
from yhdyspinta.answers.actions import AnswerText
from yhdyspinta.answers.looks import mark_now
from yhdyspinta.answers.models import Answer
from yhdyspinta.answers.publishing import publish_answer
from yhdyspinta.answers.rounds import close_without_answer, mark_round_answered, publish_summary, save_summary
from yhdyspinta.comments.models import Comment
from yhdyspinta.demo.content.replies import REPLIES, Reply, summary_of
from yhdyspinta.demo.stories import both
from yhdyspinta.documents.models import Section
from yhdyspinta.moderation.actions import decide_show
from yhdyspinta.outcomes.actions import OutcomeText, publish_outcome, save_outcome
from yhdyspinta.outcomes.measures import MeasureText, Progress, publish_measure, save_measure, update_measure
from yhdyspinta.people.models import Person
from yhdyspinta.processes.models import Activity, Process

CHANGES: Final = {
    "2.3": {
        "fi": "Jokaiseen kommenttiin tai kommenttien ryhmään vastataan viimeistään 30 päivää kierroksen päättymisestä. "
        "Kommentoijalle kerrotaan, mikä tekstissä muuttui.\n\n"
        "Vastauksessa kerrotaan, otettiinko asia huomioon, ja jos ei otettu, miksi ei.",
        "sv": "Varje kommentar eller grupp av kommentarer besvaras senast 30 dagar efter att rundan avslutats. "
        "Kommentatorn får veta vad som ändrades i texten.\n\n"
        "I svaret berättar vi om saken beaktades, och om den inte beaktades, varför inte.",
    },
    "3.2": {
        "fi": "Maakunnallinen osallisuusfoorumi kokoontuu vähintään kerran vuodessa ja joka toinen kerta illalla. "
        "Foorumi on kaikille avoin, kiertää alueen kunnissa, ja siihen voi tulla paikan päälle tai etänä.\n\n"
        "Työpajoissa käsitellään kommenttikierroksella saadut ehdotukset. Työpajojen muistiot julkaistaan viikon kuluessa.",
        "sv": "Det regionala delaktighetsforumet samlas minst en gång om året, varannan gång på kvällen. "
        "Forumet är öppet för alla, cirkulerar i kommunerna, och man kan delta på plats eller på distans.\n\n"
        "I workshopparna behandlas de förslag som kommit in under kommentarsrundan. Minnesanteckningarna publiceras inom en vecka.",
    },
}


def summarise(story: str, activity: Activity, staff: Person, *, at: datetime) -> None:
    """The summary that comes before the answers."""
    activity.refresh_from_db()
    body = summary_of(story, activity.comment_count)
    save_summary(actor=staff, activity=activity, body=body, revision=0, at=at)
    publish_summary(actor=staff, activity=activity, at=at)


def answer_sections(story: str, activity: Activity, staff: Person, *, at: datetime) -> list[Answer]:
    """One answer to each section of the first document that staff have got to; replies between residents and thanks are closed."""
    talk = list(_open(activity).filter(parent__isnull=False).values_list("pk", flat=True))
    if talk:
        close_without_answer(actor=staff, activity=activity, comments=talk, reason="conversation", at=at)
    first = Section.objects.filter(version__document__activity=activity, version__document__position=1)
    sections = list(first.filter(version__number=1).order_by("position"))
    made = []
    for section in sections:
        reply = REPLIES[story].get(section.number)
        if reply is None:
            continue
        comments = list(_open(activity).filter(thread=section.thread_id).values_list("pk", flat=True))
        if comments:
            made.append(_answer(activity, staff, section, reply, comments, at=at))
    return made


def _open(activity: Activity) -> QuerySet[Comment]:
    return Comment.objects.filter(activity=activity, state=Comment.State.VISIBLE, handling=Comment.Handling.OPEN)


def _answer(
    activity: Activity, staff: Person, section: Section, reply: Reply, comments: list[int], *, at: datetime
) -> Answer:
    answer = answering.start_answer(actor=staff, activity=activity, comments=comments, title=reply.title, at=at)
    return _written(answer, staff, section, reply, at=at)


def publish_brought(story: str, activity: Activity, staff: Person, *, at: datetime) -> list[Answer]:
    """The answers that came along in a file, with a heading and the language that they lacked."""
    first = Section.objects.filter(version__document__activity=activity, version__document__position=1)
    sections = {section.number: section for section in first.filter(version__number=1)}
    replies = {reply.body.text("fi"): (number, reply) for number, reply in REPLIES[story].items()}
    drafts = Answer.objects.filter(activity=activity, published_at=None).order_by("number")
    found = [(draft, *replies[draft.body["fi"]]) for draft in drafts]
    return [_written(draft, staff, sections[number], reply, at=at) for draft, number, reply in found]


def _written(answer: Answer, staff: Person, section: Section, reply: Reply, *, at: datetime) -> Answer:
    """The words of the reply in each language, published unless it stays a draft."""
    newer = section.successors.filter(version__published_at__isnull=False).first() if reply.changed else None
    text = AnswerText(
        title=reply.title,
        body=reply.body,
        handling=reply.handling,
        reason=reply.reason,
        reason_words=reply.reason_words,
        changed_section_id=newer.pk if newer else None,
        changed_passage=1 if newer else None,
    )
    answer = answering.save_answer(actor=staff, answer=answer, text=text, revision=answer.revision, at=at)
    if reply.is_draft:
        return answer
    return publish_answer(actor=staff, answer=answer, revision=answer.revision, seen=mark_now(answer), at=at)


def finish(activity: Activity, staff: Person, *, at: datetime) -> None:
    mark_round_answered(actor=staff, activity=activity, at=at)


def decide(process: Process, staff: Person, answers: list[Answer], *, on: date, at: datetime) -> None:
    """The model was taken into preparation where it fitted, and three measures follow."""
    outcome = save_outcome(
        actor=staff,
        process=process,
        outcome=None,
        revision=0,
        at=at,
        text=OutcomeText(
            kind="partly_taken",
            title=both("Mallit valmisteluun soveltuvin osin", "Modellerna tas in i beredningen i tillämpliga delar"),
            body_name=both("Aluehallitus", "Välfärdsområdesstyrelsen"),
            on=on,
            section_number="42",
            case_number=process.case_number,
            explanation=both(
                "Aluehallitus otti mallin valmisteluun soveltuvin osin. Työaika käsitellään henkilöstösuunnitelmassa.",
                "Styrelsen tog modellen till beredning i tillämpliga delar. Arbetstiden behandlas i personalplanen.",
            ),
        ),
    )
    publish_outcome(actor=staff, outcome=outcome, at=at)
    by_section = {answer.title.get("fi", ""): answer for answer in answers}
    for text, progress in _measures(by_section, outcome.pk, on):
        measure = save_measure(actor=staff, process=process, measure=None, text=text, revision=0, at=at)
        measure = publish_measure(actor=staff, measure=measure, at=at)
        update_measure(
            actor=staff, measure=measure, progress=progress, revision=measure.revision, at=at + timedelta(days=14)
        )


def _measures(answers: Mapping[str, Answer], outcome: int, on: date) -> list[tuple[MeasureText, Progress]]:
    made = {
        "Määräaika vastaukselle": _deadline,
        "Foorumi myös illalla": _evenings,
        "Kuljetukset ja tulkkaus": _transport,
    }
    return [make(answers[title].pk if title in answers else None, outcome, on) for title, make in made.items()]


def _deadline(answer: int | None, outcome: int, on: date) -> tuple[MeasureText, Progress]:
    return (
        MeasureText(
            you_said=both("Vastaukselle pitää olla määräaika.", "Det ska finnas en tidsfrist för svaret."),
            we_decided=both(
                "Vastaus annetaan 30 päivässä kierroksen päättymisestä.",
                "Svaret ges inom 30 dagar efter att rundan avslutats.",
            ),
            promise=both("Määräaika otetaan käyttöön kaikilla kierroksilla.", "Tidsfristen införs i alla rundor."),
            owner_name=both("Osallisuuspalvelut", "Delaktighetstjänster"),
            due_on=on + timedelta(days=30),
            outcome_id=outcome,
            answer_id=answer,
        ),
        Progress("done", both("Käytössä. Seuraamme vuosittain.", "Har införts. Vi följer upp varje år.")),
    )


def _evenings(answer: int | None, outcome: int, on: date) -> tuple[MeasureText, Progress]:
    return (
        MeasureText(
            you_said=both(
                "Ilta-aikojen puute estää työssäkäyviä osallistumasta.",
                "Bristen på kvällstider hindrar dem som arbetar från att delta.",
            ),
            we_decided=both("Joka toinen foorumi pidetään illalla.", "Vartannat forum ordnas på kvällen."),
            promise=both("Neljä foorumia vuodessa, kaksi illalla.", "Fyra forum om året, två på kvällen."),
            owner_name=both("Osallisuuspalvelut", "Delaktighetstjänster"),
            due_on=on + timedelta(days=300),
            total_count=4,
            outcome_id=outcome,
            answer_id=answer,
        ),
        Progress("under_way", both("Seuraava foorumi on illalla.", "Nästa forum är på kvällen."), done_count=3),
    )


def _transport(answer: int | None, outcome: int, on: date) -> tuple[MeasureText, Progress]:
    return (
        MeasureText(
            you_said=both("Tulkkaus ja kuljetukset pitää luvata.", "Tolkning och transporter ska utlovas."),
            we_decided=both(
                "Tulkkaus luvataan, kuljetuksista neuvotellaan.", "Tolkning utlovas, om transporter förhandlas."
            ),
            promise=both(
                "Ohje tulkkauksesta ja sopimus kuljetuksista.", "Anvisning om tolkning och avtal om transporter."
            ),
            owner_name=both("Hankintapalvelut", "Upphandlingstjänster"),
            due_on=on + timedelta(days=120),
            total_count=2,
            outcome_id=outcome,
            answer_id=answer,
        ),
        Progress("under_way", both("Tulkkausohje on valmis.", "Anvisningen om tolkning är klar."), done_count=1),
    )


def let_show(activity: Activity, staff: Person, *, at: datetime, before: datetime | None = None) -> None:
    """What waits to be checked is checked and shown; only what arrived before an instant, if one is given."""
    waiting = Comment.objects.filter(activity=activity, state=Comment.State.WAITING)
    for comment in waiting.filter(arrived_at__lt=before or at):
        decide_show(actor=staff, comment=comment, at=at)
