"""What a kept file holds, whatever its kind, as it stands now."""

from collections.abc import Callable, Sequence
from datetime import datetime

from yhdyspinta.intake.codes import Place, newest_places, places_of, round_code
from yhdyspinta.intake.importing.checks import Surroundings, check_template
from yhdyspinta.intake.importing.earlier import check_earlier
from yhdyspinta.intake.importing.found import Checked
from yhdyspinta.intake.importing.known import compare_names, compare_with_known
from yhdyspinta.intake.importing.languages import guess_languages, usual_language
from yhdyspinta.intake.importing.service import check_service
from yhdyspinta.intake.models import Upload
from yhdyspinta.intake.printed import usual_of_file
from yhdyspinta.intake.shown_names import naming_in
from yhdyspinta.processes.loading import with_stages
from yhdyspinta.wording.languages import page_language


def places_for(upload: Upload) -> list[Place]:
    """The parts that its rows may be about; three queries."""
    is_earlier = upload.kind == Upload.Kind.EARLIER
    return (newest_places if is_earlier else places_of)(upload.activity, page_language())


def checked(
    upload: Upload, *, at: datetime, tell: Callable[[int], None] | None = None, places: list[Place] | None = None
) -> Checked:
    """Everything that would be brought in, and every mistake; the parts are those of the round as it stands now."""
    activity = upload.activity
    with_stages([activity])  # each row asks when the round was open
    is_earlier, is_service = upload.kind == Upload.Kind.EARLIER, upload.kind == Upload.Kind.SERVICE
    places = places_for(upload) if places is None else places
    around = Surroundings(
        activity=activity,
        places=places,
        usual=usual_of_file(upload, places),
        at=at,
        language=usual_language(upload),
        channel="elsewhere" if is_earlier or is_service else "paper",
        earlier=is_earlier or (is_service and activity.is_held_elsewhere),
        naming=naming_in(activity),
        tell=tell,
    )
    rows: Sequence[list[str]] = upload.rows
    if is_earlier:
        found = check_earlier(list(rows), around, upload.choices)
    elif is_service:
        found = check_service(list(rows), around)
    else:
        found = check_template(rows, around, round_code(activity))
    found.problems.sort(key=lambda one: (one.row, len(one.column), one.column))  # as the eye goes over the sheet
    guess_languages(found.senders, around.language)
    compare_with_known(upload, found)
    compare_names(upload, found)
    found.codes = {place.thread_id: place.code for place in around.places}
    return found
