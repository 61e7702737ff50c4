"""The least that Django needs, on the product's database."""

from pathlib import Path

from yhdyspinta.settings import DATABASES as PRODUCT

SECRET_KEY = "bare" * 20
ALLOWED_HOSTS = ["127.0.0.1"]
ROOT_URLCONF = "bench.running.bare.urls"
INSTALLED_APPS: list[str] = []
MIDDLEWARE: list[str] = []
DATABASES = PRODUCT
USE_TZ = True
LOGGING_CONFIG = None
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).parent / "templates"],
    }
]
