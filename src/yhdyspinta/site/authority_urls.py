"""Pages of an authority that belong to no single method."""

from django.urls import path

from yhdyspinta.site import (
    about_views,
    accessibility_views,
    desk,
    desk_lists,
    feeds,
    process_views,
    search_views,
    theme,
    views,
)

app_name = "site"
_PROCESS = "processes/<slug:process>/"

urlpatterns = [
    path("", views.home, name="home"),
    path("processes/", views.processes, name="processes"),
    path(_PROCESS, process_views.process, name="process"),
    path(f"{_PROCESS}calendar.ics", process_views.calendar, name="calendar"),
    path(f"{_PROCESS}feed/", feeds.process_feed, name="process_feed"),
    path(f"{_PROCESS}privacy/", process_views.privacy, name="process_privacy"),
    path("results/", views.results, name="results"),
    path("search/", search_views.search, name="search"),
    path("feed/", feeds.authority_feed, name="feed"),
    path("rights/", about_views.rights, name="rights"),
    path("privacy/", about_views.privacy, name="privacy"),
    path("licences/", about_views.licences, name="licences"),
    path("gallery/", about_views.gallery, name="gallery"),
    path("accessibility/", accessibility_views.statement, name="accessibility"),
    path("theme.css", theme.theme, name="theme"),
    path("logo.png", theme.logo, name="logo"),
    path("desk/", desk.desk, name="desk"),
    path("desk/processes/", desk_lists.processes, name="desk_processes"),
    path("desk/answers/", desk_lists.rounds, name="desk_answers"),
    path("desk/accessibility/", accessibility_views.feedback_list, name="feedback_list"),
    path("desk/accessibility/<int:number>/", accessibility_views.feedback, name="feedback"),
    path("desk/accessibility/<int:number>/extend/", accessibility_views.extend, name="extend_feedback"),
]
