"""Staff addresses of intake, below the desk."""

from django.urls import path

from yhdyspinta.intake import entering_views, views

app_name = "intake"
urlpatterns = [
    path("desk/processes/<slug:process>/activities/<slug:activity>/intake/", entering_views.enter, name="enter"),
    path("desk/processes/<slug:process>/intake/<int:receipt>/", views.entered, name="entered"),
    path("desk/processes/<slug:process>/intake/<int:receipt>/add/", entering_views.add, name="add"),
    path("desk/processes/<slug:process>/intake/<int:receipt>/comments/<int:number>/", views.edit, name="edit"),
    path(
        "desk/processes/<slug:process>/intake/<int:receipt>/comments/<int:number>/withdraw/",
        views.withdraw,
        name="withdraw",
    ),
    path("desk/intake/find/", views.find, name="find"),
    path("desk/intake/letters/", views.letters, name="letters"),
    path("desk/processes/<slug:process>/intake/<int:receipt>/letter/", views.letter, name="letter"),
    path("desk/processes/<slug:process>/intake/<int:receipt>/told/", views.told, name="told"),
]
