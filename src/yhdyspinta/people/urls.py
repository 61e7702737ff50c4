"""Pages about oneself, in every authority."""

from django.urls import path

from yhdyspinta.people import views

app_name = "people"

urlpatterns = [
    path("my-data/", views.my_data, name="my_data"),
    path("my-data/download/", views.download, name="download"),
    path("my-data/settings/", views.settings_page, name="settings"),
    path("my-data/contributions/", views.contributions, name="contributions"),
    path("my-data/messages/", views.messages_page, name="messages"),
    path("my-data/messages/read/", views.read_all, name="read_messages"),
    path("my-data/sign-out-elsewhere/", views.sign_out_elsewhere, name="sign_out_elsewhere"),
    path("my-data/erase/", views.erase, name="erase"),
    path("my-data/erased/", views.erased, name="erased"),
]
