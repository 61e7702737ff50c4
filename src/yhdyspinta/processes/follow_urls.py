"""Pages of following a process."""

from django.urls import path

from yhdyspinta.processes import follow_views

app_name = "follows"

urlpatterns = [
    path("processes/<slug:process>/follow/", follow_views.follow, name="follow"),
    path("processes/<slug:process>/follow/confirm/<str:token>/", follow_views.confirm, name="confirm"),
    path("unsubscribe/<str:token>/", follow_views.unsubscribe, name="unsubscribe"),
    path("following/<str:token>/", follow_views.preferences, name="preferences"),
]
