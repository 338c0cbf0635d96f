"""The door for web servers."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from mwalimu.config.requests import SizeLimit

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mwalimu.config.settings")

application = SizeLimit(get_wsgi_application(), settings.MAX_REQUEST)
