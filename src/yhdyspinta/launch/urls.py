"""Addresses of launch packs: news under the process, staff pages below the desk, the short link."""

from django.urls import path

from yhdyspinta.launch import material_views, staff_views, views, writing_views

app_name = "launch"
_PUBLIC = "processes/<slug:process>/news/<slug:activity>/"
_STAFF = "desk/processes/<slug:process>/activities/<slug:activity>/launch/"

urlpatterns = [
    path("r/<slug:code>/", views.short, name="short"),
    path(_PUBLIC, views.news, name="news"),
    path(f"{_PUBLIC}<int:version>/", views.news_of, name="news_of"),
    path(f"{_PUBLIC}<int:version>/picture/", views.picture, name="picture"),
    path(f"{_PUBLIC}material/", material_views.material, name="material"),
    path(f"{_PUBLIC}material/pack.zip", material_views.material_pack, name="material_pack"),
    path(
        f"{_PUBLIC}material/<slug:language_tag>/<slug:part>/",
        material_views.material_file,
        name="material_file",
    ),
    path(_STAFF, writing_views.edit, name="edit"),
    path(f"{_STAFF}preview/", staff_views.preview, name="preview"),
    path(f"{_STAFF}take-back/", staff_views.take_back, name="take_back"),
    path(f"{_STAFF}pack.zip", staff_views.download, name="download"),
    path(f"{_STAFF}picture/", staff_views.staff_picture, name="staff_picture"),
]
