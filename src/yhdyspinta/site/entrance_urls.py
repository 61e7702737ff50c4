"""Pages above the authorities."""

from django.urls import path

from yhdyspinta.site import entrance_views

urlpatterns = [
    path("", entrance_views.front, name="front"),
    path("robots.txt", entrance_views.robots, name="robots"),
]
