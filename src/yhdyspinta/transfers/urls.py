"""Addresses within an authority."""

from django.urls import path

from yhdyspinta.transfers import many_back_views, many_views, passing_views, received_views, reply_views, together_views

app_name = "transfers"
_ROUND = "desk/processes/<slug:process>/activities/<slug:activity>/transfers/"
_COMMENT = f"{_ROUND}<int:number>/"

urlpatterns = [
    path(f"{_ROUND}pass-on/", many_views.pass_many_on, name="pass_many_on"),
    path(f"{_ROUND}together/<uuid:key>/take-back/", many_back_views.take_many_back, name="take_many_back"),
    path(_COMMENT, passing_views.pass_on, name="pass_on"),
    path(f"{_COMMENT}take-back/", passing_views.take_back, name="take_back"),
    path(f"{_COMMENT}take-answer-back/", passing_views.take_record_back, name="take_record_back"),
    path("desk/passed-on/", received_views.transfers, name="list"),
    path("desk/passed-on/together/", together_views.together, name="together"),
    path("desk/passed-on/<int:transfer>/take-out/", together_views.take_out, name="take_out"),
    path("desk/passed-on/<int:transfer>/", reply_views.received, name="received"),
    path("desk/passed-on/<int:transfer>/give-back/", reply_views.give_back, name="give_back"),
]
