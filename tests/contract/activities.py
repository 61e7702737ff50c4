"""An activity of each method as the contract tests ask of it: prepared by staff, used by residents, easy to read wrong."""

from collections.abc import Sequence

from tests import factories
from yhdyspinta.audit import clock
from yhdyspinta.documents.models import DocumentVersion, Section, SectionText
from yhdyspinta.processes.methods import StageTimes
from yhdyspinta.processes.models import Activity, Phase, Process, Stage


def comment_round(process: Process, slug: str, stages: Sequence[StageTimes]) -> Activity:
    """A round with a document, a secret draft of its next version, and one comment."""
    (comments,) = stages
    made = factories.activity(process, slug, opens_at=comments.opens_at, closes_at=comments.closes_at)
    document = factories.document(made)
    factories.comment(factories.guest(), Section.objects.get(version__document=document, number="1"))
    draft = DocumentVersion.objects.create(document=document, number=2, name={"fi": "Uusi"}, created_at=clock.now())
    section = Section.objects.create(version=draft, position=1, number="1", anchor="luonnos-1")
    SectionText.objects.create(section=section, language="fi", heading="Salainen luonnos", body="Yksi.")
    made.refresh_from_db(fields=["comment_count", "sender_count", "last_comment_number"])
    return made


def show_of_hands(process: Process, slug: str, stages: Sequence[StageTimes]) -> Activity:
    """A question for which hands have been raised."""
    phase = Phase.objects.create(process=process, position=1, kind="participation", title={"fi": "Kädet"})
    made = Activity.objects.create(
        phase=phase, process=process, method_key="show_of_hands", slug=slug, title={"fi": "Kädet ylös"},
        settings={"question": {"fi": "Avataanko uimaranta?"}, "hands": 3}, created_at=factories.EPOCH,
    )  # fmt: skip
    for stage in stages:
        Stage.objects.create(activity=made, key=stage.key, opens_at=stage.opens_at, closes_at=stage.closes_at)
    return made
