"""Addresses within an authority."""

from django.urls import path

from yhdyspinta.open_data import about_views, card_views, download_views, statement_views

app_name = "open_data"
_ROUND = "processes/<slug:process>/data/<slug:activity>/"
urlpatterns = [
    path("open-data/", about_views.about, name="about"),
    path("open-data/catalogue.jsonld", about_views.catalogue, name="catalogue"),
    path("open-data/statement-requests.xml", statement_views.feed, name="statement_feed"),
    path("desk/statement-requests/", statement_views.bring_in, name="bring_in_requests"),
    path(_ROUND, download_views.data, name="round"),
    path(f"{_ROUND}dataset.jsonld", about_views.dataset, name="dataset"),
    path(f"{_ROUND}comments.<slug:kind>", download_views.file, name="file"),
    path(
        "desk/processes/<slug:process>/activities/<slug:activity>/received-statements.xml",
        statement_views.received,
        name="received_statements",
    ),
    path("processes/<slug:process>/card/<slug:activity>/", card_views.card, name="card"),
    path("desk/processes/<slug:process>/activities/<slug:activity>/card/", card_views.share, name="share"),
]
