"""Staff pages of people and roles, blocks, organisations and messages; and the page of an invitation."""

from django.urls import path

from yhdyspinta.processes import block_views, organisation_views, parked_views, speaker_views, team_views

app_name = "team"

urlpatterns = [
    path("desk/people/", team_views.people, name="people"),
    path("desk/people/roles/<int:grant>/end/", team_views.end_authority_role, name="end_role"),
    path("desk/people/invitations/<int:invitation>/revoke/", team_views.revoke, name="revoke"),
    path("desk/people/<int:person>/block/", block_views.block, name="block"),
    path("desk/blocked/", block_views.blocked_people, name="blocked"),
    path("desk/blocked/<int:block>/lift/", block_views.lift, name="lift"),
    path("desk/organisations/", organisation_views.organisations, name="organisations"),
    path("desk/organisations/<int:organisation>/", organisation_views.organisation_step, name="organisation_step"),
    path("desk/organisations/add/", speaker_views.add, name="add_organisation"),
    path("desk/organisations/<int:organisation>/invite/", speaker_views.invite, name="invite_speaker"),
    path("desk/organisations/invitations/<int:invitation>/revoke/", speaker_views.revoke, name="revoke_speaker"),
    path(
        "desk/representatives/<int:representation>/", organisation_views.representation_step, name="representation_step"
    ),
    path("desk/messages/", parked_views.parked_messages, name="parked"),
    path("desk/messages/<int:notice>/again/", parked_views.send_message_again, name="send_again"),
    path("desk/processes/<slug:process>/people/", team_views.process_people, name="process_people"),
    path(
        "desk/processes/<slug:process>/people/<int:role>/end/", team_views.end_role_in_process, name="end_process_role"
    ),
    path(
        "desk/processes/<slug:process>/people/invitations/<int:invitation>/revoke/",
        team_views.revoke_in_process,
        name="revoke_in_process",
    ),
    path("speak/<str:token>/", speaker_views.invitation, name="speaker_invitation"),
    path("invitation/<str:token>/", team_views.invitation, name="invitation"),
]
