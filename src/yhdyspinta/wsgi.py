"""The web application, as granian starts it."""

import gc
import os
import sys

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yhdyspinta.settings")
application = get_wsgi_application()

# What was loaded stays until the end: searching it for garbage again and again took a tenth of each page's time.
gc.collect()
gc.freeze()
gc.set_threshold(20_000, 20, 20)

# A thread that comes back from the database with a lock in its hands waits this long at most for the others' Python.
sys.setswitchinterval(0.0005)
