"""The web application, as granian starts it."""

import gc
import os
import sys

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver
from django.utils import translation

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yhdyspinta.settings")
application = get_wsgi_application()

# Every address and every text is loaded before the first request, and once for all workers that begin as copies.
get_resolver().reverse_dict  # noqa: B018 (reads every address)
for language, _name in settings.LANGUAGES:
    with translation.override(language):
        pass

# What was loaded stays until the end: searching it for garbage again and again took a tenth of each page's time.
gc.collect()
gc.freeze()
gc.set_threshold(20_000, 20, 20)

# A thread that comes back from the database with a lock in its hands waits this long at most for the others' Python.
sys.setswitchinterval(0.0005)
