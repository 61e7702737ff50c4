"""Addresses of answers: public ones, and those of the staff below the desk."""

from django.urls import path

from yhdyspinta.answers import (
    correction_views,
    editing_views,
    group_views,
    joining_views,
    many_views,
    publishing_views,
    round_views,
    staff_views,
    template_views,
    views,
)

app_name = "answers"
_STAFF = "desk/processes/<slug:process>/activities/<slug:activity>/answers/"

urlpatterns = [
    path("processes/<slug:process>/answers/<slug:activity>/", views.answers, name="answers"),
    path("processes/<slug:process>/answers/<slug:activity>/<int:number>/", views.answer, name="answer"),
    path("desk/answer-templates/", template_views.templates, name="templates"),
    path("desk/answer-templates/new/", template_views.template, name="new_template"),
    path("desk/answer-templates/<int:template>/", template_views.template, name="template"),
    path("desk/answer-templates/<int:template>/remove/", template_views.remove_template, name="remove_template"),
    path(_STAFF, staff_views.work, name="work"),
    path(f"{_STAFF}group/", group_views.group, name="group"),
    path(f"{_STAFF}drafts/", many_views.do_many, name="many"),
    path(f"{_STAFF}summary/", round_views.summary, name="summary"),
    path(f"{_STAFF}finish/", round_views.finish, name="finish"),
    path(f"{_STAFF}<int:number>/", editing_views.edit, name="edit"),
    path(f"{_STAFF}<int:number>/regroup/", editing_views.regroup, name="regroup"),
    path(f"{_STAFF}<int:number>/publish/", publishing_views.publish, name="publish"),
    path(f"{_STAFF}<int:number>/remove/", editing_views.remove, name="remove"),
    path(f"{_STAFF}<int:number>/take-back/", editing_views.take_back, name="take_back"),
    path(f"{_STAFF}<int:number>/correction/", correction_views.correction, name="correction"),
    path(f"{_STAFF}<int:number>/join/", joining_views.join, name="join"),
    path(f"{_STAFF}<int:number>/take-out/", joining_views.take_out, name="take_out"),
    path(f"{_STAFF}<int:number>/changes/", editing_views.changes, name="changes"),
]
