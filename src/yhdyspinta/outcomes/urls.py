"""Addresses of outcomes: the public results page, and those of the staff below the desk."""

from django.urls import path

from yhdyspinta.outcomes import staff_views, views

app_name = "outcomes"
_STAFF = "desk/processes/<slug:process>/outcomes/"
_MEASURES = f"{_STAFF}measures/"

urlpatterns = [
    path("processes/<slug:process>/results/", views.results, name="results"),
    path("processes/<slug:process>/results/measures/", views.measures, name="measures"),
    path(_STAFF, staff_views.staff, name="staff"),
    path(f"{_STAFF}new/", staff_views.outcome, name="new_outcome"),
    path(f"{_STAFF}<int:outcome>/", staff_views.outcome, name="outcome"),
    path(f"{_STAFF}<int:outcome>/publish/", staff_views.publish_outcome, name="publish_outcome"),
    path(f"{_STAFF}<int:outcome>/take-back/", staff_views.take_back_outcome, name="take_back_outcome"),
    path(f"{_MEASURES}new/", staff_views.measure, name="new_measure"),
    path(f"{_MEASURES}<int:measure>/", staff_views.measure, name="measure"),
    path(f"{_MEASURES}<int:measure>/publish/", staff_views.publish_measure, name="publish_measure"),
    path(f"{_MEASURES}<int:measure>/progress/", staff_views.progress, name="progress"),
    path(f"{_MEASURES}<int:measure>/remove/", staff_views.remove_measure, name="remove_measure"),
]
