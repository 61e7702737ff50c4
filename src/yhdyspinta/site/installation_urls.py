"""Pages above the authorities."""

from django.urls import path

from yhdyspinta.site import installation_views

urlpatterns = [
    path("", installation_views.front, name="front"),
    path("robots.txt", installation_views.robots, name="robots"),
]
