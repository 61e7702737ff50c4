"""The demo's mailbox: what would have been sent. Not there in production."""

from django.urls import path

from yhdyspinta.notices import mailbox_views

urlpatterns = [
    path("", mailbox_views.letters, name="mailbox"),
    path("<int:letter>/", mailbox_views.letter, name="mailbox_letter"),
    path("<int:letter>/html/", mailbox_views.letter_html, name="mailbox_letter_html"),
]
