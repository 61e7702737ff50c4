"""A colleague who writes along no more."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from yhdyspinta.people.visitors import actor_of
from yhdyspinta.processes.loading import moment_of
from yhdyspinta.statements import actions
from yhdyspinta.statements.models import Colleague
from yhdyspinta.statements.views import frame, load, path_of


@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: HttpRequest, process: str, activity: str, statement: int, colleague: int) -> HttpResponse:
    """End a colleague's right to write and read, or an invitation before it is used, after asking; again changes nothing."""
    found = load(request, process, activity, statement)
    row = Colleague.objects.filter(statement=found, pk=colleague).first()
    if row is None and not request.standing.speaks:  # type: ignore[attr-defined]
        raise Http404
    if request.method != "POST":
        if row is None or not request.standing.speaks:  # type: ignore[attr-defined]
            raise Http404
        context = frame(found.activity, _("Remove a colleague"), moment_of(request)) | {
            "colleague": row,
            "back": path_of(found),
        }
        return render(request, "statements/remove.html", context)
    if row is not None:
        actions.remove_colleague(actor=actor_of(request), statement=found, colleague=row, at=moment_of(request))
    messages.success(request, _("The colleague no longer writes along, and the link does not work."))
    return redirect(path_of(found))
