from django.urls import path

from yhdyspinta.methods.comment_rounds import feeds, staff_views, views

app_name = "comment_rounds"
_ROUND = "processes/<slug:process>/comment-round/<slug:activity>/"
_WRITE = f"{_ROUND}write/"
_RECEIPT = f"{_ROUND}receipt/<int:receipt>/"
_DOCUMENT = f"{_ROUND}documents/<slug:document>/"
_STAFF = "desk/processes/<slug:process>/comment-round/<slug:activity>/"
urlpatterns = [
    path("receipt/", views.my, name="my"),
    path("receipt/lost/", views.lost, name="lost"),
    path("receipt/link/<str:token>/", views.link, name="link"),
    path(_ROUND, views.round_page, name="round"),
    path(f"{_ROUND}feed/", feeds.comments_feed, name="feed"),
    path(f"{_ROUND}calendar/", feeds.calendar, name="calendar"),
    path(f"{_ROUND}comments/", views.comments, name="comments"),
    path(f"{_ROUND}comments/<int:number>/", views.comment, name="comment"),
    path(f"{_ROUND}comments/<int:number>/mark/", views.mark, name="endorse"),
    path(_DOCUMENT, views.document, name="document"),
    path(f"{_DOCUMENT}compare/", views.compare, name="compare"),
    path(f"{_DOCUMENT}v<int:version>/<slug:section>/", views.section, name="section"),
    path(f"{_DOCUMENT}<slug:section>/", views.newest_section, name="section"),
    path(_WRITE, views.write, name="comment_form"),
    path(f"{_WRITE}many/<slug:document>/", views.many, name="many"),
    path(f"{_WRITE}draft/", views.autosave, name="draft"),
    path(f"{_WRITE}about-you/", views.about, name="about"),
    path(f"{_WRITE}check/", views.check, name="check"),
    path(f"{_WRITE}remove/", views.remove, name="remove"),
    path(f"{_WRITE}send/", views.send, name="send"),
    path(_RECEIPT, views.receipt, name="receipt"),
    path(f"{_RECEIPT}download/", views.download, name="download"),
    path(f"{_RECEIPT}background/", views.background, name="background"),
    path(f"{_RECEIPT}comments/<int:number>/edit/", views.edit, name="edit"),
    path(f"{_RECEIPT}comments/<int:number>/withdraw/", views.withdraw, name="withdraw"),
    path(_STAFF, staff_views.overview, name="staff_round"),
    path(f"{_STAFF}settings/", staff_views.settings, name="staff_settings"),
    path(f"{_STAFF}times/", staff_views.times, name="staff_times"),
]
