"""Links in mail begin with the installation's own address, never with anything a request said."""

from django.conf import settings


def absolute(path: str) -> str:
    return f"{settings.BASE_ADDRESS}{path}"
