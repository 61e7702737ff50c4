"""Addresses of organisations' statements, below the process."""

from django.urls import path

from yhdyspinta.statements import colleague_views, leaving_views, part_views, start_views, views

app_name = "statements"
_ROUND = "processes/<slug:process>/statement/<slug:activity>/"
_ONE = f"{_ROUND}<int:statement>/"

urlpatterns = [
    path("statement-invitation/<str:token>/", views.join, name="join"),
    path("organisations/<int:organisation>/leave/", leaving_views.leave, name="leave"),
    path(_ROUND, start_views.start, name="start"),
    path(f"{_ROUND}represent/", start_views.represent, name="represent"),
    path(_ONE, views.draft, name="draft"),
    path(f"{_ONE}matter/", part_views.matter, name="matter"),
    path(f"{_ONE}sections/<int:section>/", part_views.part, name="part"),
    path(f"{_ONE}whole/<int:version>/", part_views.whole, name="whole"),
    path(f"{_ONE}give-back/", part_views.give_back, name="give_back"),
    path(f"{_ONE}note/", views.note, name="note"),
    path(f"{_ONE}invite/", views.invite, name="invite"),
    path(f"{_ONE}colleagues/<int:colleague>/remove/", colleague_views.remove, name="remove"),
    path(f"{_ONE}ask/", views.ask, name="ask"),
    path(f"{_ONE}send/", views.send, name="send"),
    path(f"{_ONE}statement.docx", views.download, name="download"),
]
