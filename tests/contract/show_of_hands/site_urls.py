"""Every address of the site, with those of the show of hands."""

from django.urls import include, path

from yhdyspinta.site.urls import handler400, handler403, handler404, handler500
from yhdyspinta.site.urls import urlpatterns as of_the_site

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

urlpatterns = [
    *of_the_site,
    path("<slug:authority>/<language:language>/", include("tests.contract.show_of_hands.urls")),
]
