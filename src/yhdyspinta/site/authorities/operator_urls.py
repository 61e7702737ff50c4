from django.urls import path

from yhdyspinta.site.authorities import operator_views as views

app_name = "installation"
urlpatterns = [
    path("", views.overview, name="overview"),
    path("areas/", views.areas, name="areas"),
    path("areas/<int:area>/switch-on/", views.switch_on, name="switch_on"),
    path("national/", views.national, name="national"),
    path("authorities/<slug:which>/switch-off/", views.switch_off, name="switch_off"),
    path("authorities/<slug:which>/switch-on/", views.switch_on_again, name="switch_on_again"),
    path("authorities/<slug:which>/regime/", views.regime, name="regime"),
]
