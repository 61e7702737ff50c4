"""Addresses of moderation: the public ones of reporting and appealing, and the staff's below the desk."""

from django.urls import path

from yhdyspinta.moderation import comment_views, queue_views, views

app_name = "moderation"
_PROCESS = "desk/processes/<slug:process>/moderation/"
_COMMENT = "desk/processes/<slug:process>/activities/<slug:activity>/moderation/<int:number>/"

urlpatterns = [
    path(
        "processes/<slug:process>/activities/<slug:activity>/comments/<int:number>/report/", views.report, name="report"
    ),
    path("appeals/<int:decision>/", views.appeal, name="appeal"),
    path(
        "processes/<slug:process>/activities/<slug:activity>/comments/<int:number>/appeal/", views.latest, name="appeal"
    ),
    path("desk/moderation/", queue_views.queue, name="authority_queue"),
    path("desk/moderation/decide/", queue_views.decide, name="authority_decide"),
    path("desk/moderation/undo/", queue_views.undo, name="authority_undo"),
    path(_PROCESS, queue_views.queue, name="queue"),
    path(f"{_PROCESS}decide/", queue_views.decide, name="decide"),
    path(f"{_PROCESS}undo/", queue_views.undo, name="undo"),
    path(_COMMENT, comment_views.comment, name="comment"),
    path(f"{_COMMENT}mask/", comment_views.mask, name="mask"),
    path(f"{_COMMENT}unmask/", comment_views.unmask, name="unmask"),
    path(f"{_COMMENT}appeal/", comment_views.decide_appeal, name="decide_appeal"),
]
