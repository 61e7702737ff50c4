"""The pages of a show of hands."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

app_name = "show_of_hands"


def page(request: HttpRequest, **pieces: str) -> HttpResponse:
    return HttpResponse("Hands up.")


urlpatterns = [
    path("processes/<slug:process>/show-of-hands/<slug:activity>/", page, name="question"),
    path("desk/processes/<slug:process>/show-of-hands/<slug:activity>/", page, name="staff"),
]
