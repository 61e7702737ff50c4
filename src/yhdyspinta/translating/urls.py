"""Staff addresses of translating, below the desk."""

from django.urls import path

from yhdyspinta.translating import views

app_name = "translating"
_HOME = "desk/processes/<slug:process>/translations/"
_AUTHORITY = "desk/translations/"
urlpatterns = [
    path(_HOME, views.texts, name="texts"),
    path(f"{_HOME}file/", views.give, name="give"),
    path(f"{_HOME}bring-in/", views.bring_in, name="bring_in"),
    path(f"{_HOME}returned/<int:returned>/", views.returned, name="returned"),
    path(_AUTHORITY, views.authority_texts, name="authority_texts"),
    path(f"{_AUTHORITY}file/", views.authority_give, name="authority_give"),
    path(f"{_AUTHORITY}bring-in/", views.authority_bring_in, name="authority_bring_in"),
    path(f"{_AUTHORITY}returned/<int:returned>/", views.authority_returned, name="authority_returned"),
]
