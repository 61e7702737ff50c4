"""A colleague who writes along no more."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.loading import moment_of
from yhdyspinta.statements import actions
from yhdyspinta.statements.models import Colleague
from yhdyspinta.statements.views import frame, load, path_of
from yhdyspinta.wording.form_pages import Question, ask_page


@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: HttpRequest, process: str, activity: str, statement: int, colleague: int) -> HttpResponse:
    """End a colleague's right to write and read, or an invitation before it is used, after asking; again changes nothing."""
    found = load(request, process, activity, statement)
    row = Colleague.objects.filter(statement=found, pk=colleague).first()
    if row is None and not request.standing.speaks:  # type: ignore[attr-defined]
        raise Http404
    if request.method != "POST" and (row is None or not request.standing.speaks):  # type: ignore[attr-defined]
        raise Http404

    def act() -> None:
        if row is not None:
            actions.remove_colleague(actor=actor_of(request), statement=found, colleague=row, at=moment_of(request))

    has_joined = row is not None and row.joined_at is not None
    return ask_page(
        request,
        Question(
            _("Remove %(email)s?") % {"email": row.email if row is not None else ""},
            back=path_of(found),
            told=[
                _("The colleague neither reads nor writes the statement any more. What they wrote stays.")
                if has_joined
                else _("The link of the invitation does not work any more.")
            ],
            button=_("Remove"),
        ),
        act,
        done=_("The colleague no longer writes along, and the link does not work."),
        **frame(found.activity, _("Remove a colleague"), moment_of(request)),
    )
