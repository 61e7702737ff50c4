"""Every address of the site."""

from django.urls import include, path, register_converter

from yhdyspinta.processes.methods import urls_of_methods
from yhdyspinta.site import errors, health


class LanguageConverter:
    regex = "fi|sv|en"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(LanguageConverter, "language")

WITHIN_AUTHORITY = [
    *(path("", include(urls)) for urls in urls_of_methods()),  # first: most of what is asked for is theirs
    path("", include("yhdyspinta.site.authority_urls")),
    path("", include("yhdyspinta.site.authorities.urls")),
    path("", include("yhdyspinta.people.urls")),
    path("", include("yhdyspinta.processes.team_urls")),
    path("", include("yhdyspinta.processes.follow_urls")),
    path("", include("yhdyspinta.processes.urls")),
    path("", include("yhdyspinta.documents.urls")),
    path("", include("yhdyspinta.answers.urls")),
    path("", include("yhdyspinta.outcomes.urls")),
    path("", include("yhdyspinta.moderation.urls")),
    path("", include("yhdyspinta.intake.urls")),
    path("", include("yhdyspinta.material.urls")),
    path("", include("yhdyspinta.transfers.urls")),
    path("", include("yhdyspinta.reports.urls")),
    path("", include("yhdyspinta.translating.urls")),
    path("", include("yhdyspinta.open_data.urls")),
    path("", include("yhdyspinta.launch.urls")),
    path("", include("yhdyspinta.statements.urls")),
]

urlpatterns = [
    path("health/", health.health, name="health"),
    path("ready/", health.ready, name="ready"),
    path("", include("yhdyspinta.site.entrance_urls")),
    path("api/v1/", include("yhdyspinta.open_data.api.urls")),
    path("mailbox/", include("yhdyspinta.notices.mailbox_urls")),
    path("", include("yhdyspinta.demo.urls")),
    path("account/", include("yhdyspinta.people.account_urls")),
    path("account/", include("allauth.urls")),
    path("installation/<language:language>/", include("yhdyspinta.site.authorities.operator_urls")),
    path("<slug:authority>/<language:language>/", include(WITHIN_AUTHORITY)),
]

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler429 = errors.too_many  # allauth's own limits ask for it
handler500 = errors.server_error
