from django.urls import path, register_converter

from yhdyspinta.site import protection_views, registrar_views, trail_views
from yhdyspinta.site.authorities import views


class GroupConverter:
    regex = "|".join(views.GROUPS)

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(GroupConverter, "settings_group")

app_name = "authorities"
urlpatterns = [
    path("desk/authority/", views.settings, name="settings"),
    path("desk/authority/<settings_group:group>/", views.group, name="group"),
    path("desk/authority/look/remove-logo/", views.remove_logo, name="remove_logo"),
    path("desk/received/", registrar_views.received, name="received"),
    path("desk/received/export/", registrar_views.export, name="received_export"),
    path("desk/data-protection/", protection_views.data_protection, name="data_protection"),
    path("desk/processes/<slug:process>/trail/", trail_views.trail, name="trail"),
]
