"""Staff addresses of translating, below the desk."""

from django.urls import path

from yhdyspinta.translating import views

app_name = "translating"
_HOME = "desk/processes/<slug:process>/translations/"
urlpatterns = [
    path(_HOME, views.texts, name="texts"),
    path(f"{_HOME}file/", views.give, name="give"),
    path(f"{_HOME}bring-in/", views.bring_in, name="bring_in"),
    path(f"{_HOME}returned/<int:returned>/", views.returned, name="returned"),
]
