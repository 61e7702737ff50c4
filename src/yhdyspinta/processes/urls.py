from django.urls import path, register_converter

from yhdyspinta.processes import partner_views, publishing_views, staff_views, timeline_views


class StopConverter:
    regex = "pause|cancel"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class TurnConverter(StopConverter):
    regex = "resume|unpublish|archive|renew-preview"


register_converter(StopConverter, "stop")
register_converter(TurnConverter, "turn")

app_name = "processes"
_DESK = "desk/processes/<slug:process>/"
urlpatterns = [
    path("desk/new-process/", staff_views.create, name="create"),
    path(_DESK, staff_views.overview, name="overview"),
    path(f"{_DESK}edit/", staff_views.edit, name="edit"),
    path(f"{_DESK}timeline/", timeline_views.timeline, name="timeline"),
    path(f"{_DESK}timeline/new/", timeline_views.phase, name="new_phase"),
    path(f"{_DESK}timeline/<int:phase>/", timeline_views.phase, name="phase"),
    path(f"{_DESK}timeline/<int:phase>/move/", timeline_views.move_phase, name="move_phase"),
    path(f"{_DESK}timeline/<int:phase>/remove/", timeline_views.remove_phase, name="remove_phase"),
    path(f"{_DESK}timeline/<int:phase>/new-activity/", timeline_views.place_method, name="place_method"),
    path(f"{_DESK}publish/", publishing_views.publish, name="publish"),
    path(f"{_DESK}<stop:how>/", publishing_views.stop, name="stop"),
    path(f"{_DESK}<turn:how>/", publishing_views.turn, name="turn"),
    path(f"{_DESK}remove/", publishing_views.remove, name="remove"),
    path(f"{_DESK}copy/", staff_views.copy, name="copy"),
    path(f"{_DESK}partners/", partner_views.partners, name="partners"),
    path(f"{_DESK}partners/<slug:partner>/remove/", partner_views.remove_partner, name="remove_partner"),
    path(f"{_DESK}hand-over/", partner_views.hand_over, name="hand_over"),
]
