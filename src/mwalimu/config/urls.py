"""Every address of the product. The language is the first part of a page's path."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from mwalimu.web.kit.signin import closed

urlpatterns = [
    path("api/", include("mwalimu.web.api.urls")),
    path("", include("mwalimu.web.kit.urls")),
    *i18n_patterns(
        path("", include("mwalimu.web.public.urls")),
        path("desk/", include("mwalimu.web.desk.urls")),
        path("field/", include("mwalimu.web.field.urls")),
        path("account/email/", closed, name="account_email_closed"),
        path("account/", include("allauth.urls")),
    ),
]

handler400 = "mwalimu.web.kit.errors.bad_request"
handler403 = "mwalimu.web.kit.errors.forbidden"
handler404 = "mwalimu.web.kit.errors.not_found"
handler500 = "mwalimu.web.kit.errors.server_error"
