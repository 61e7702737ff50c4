"""Staff pages of people and roles, blocks, organisations and messages; and the page of an invitation."""

from django.urls import path

from yhdyspinta.processes import team_views

app_name = "team"

urlpatterns = [
    path("desk/people/", team_views.people, name="people"),
    path("desk/people/roles/<int:grant>/end/", team_views.end_authority_role, name="end_role"),
    path("desk/people/invitations/<int:invitation>/revoke/", team_views.revoke, name="revoke"),
    path("desk/people/<int:person>/block/", team_views.block, name="block"),
    path("desk/blocked/", team_views.blocked_people, name="blocked"),
    path("desk/blocked/<int:block>/lift/", team_views.lift, name="lift"),
    path("desk/organisations/", team_views.organisations, name="organisations"),
    path("desk/organisations/<int:organisation>/", team_views.organisation_step, name="organisation_step"),
    path("desk/representatives/<int:representation>/", team_views.representation_step, name="representation_step"),
    path("desk/messages/", team_views.parked_messages, name="parked"),
    path("desk/messages/<int:notice>/again/", team_views.send_message_again, name="send_again"),
    path("desk/processes/<slug:process>/people/", team_views.process_people, name="process_people"),
    path(
        "desk/processes/<slug:process>/people/<int:role>/end/", team_views.end_role_in_process, name="end_process_role"
    ),
    path(
        "desk/processes/<slug:process>/people/invitations/<int:invitation>/revoke/",
        team_views.revoke_in_process,
        name="revoke_in_process",
    ),
    path("invitation/<str:token>/", team_views.invitation, name="invitation"),
]
