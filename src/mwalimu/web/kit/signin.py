"""Sign-in by allauth, without self sign-up: an account is opened by invitation."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse, translate_url
from django.utils.translation import check_for_language, get_language, override

from mwalimu.accounts.models import Account
from mwalimu.accounts.queries import language_at
from mwalimu.people.queries import with_person
from mwalimu.shared import clock, ids, outbox
from mwalimu.web.kit.access import EVERYBODY, open_to


class Backend(AuthenticationBackend):
    """Sign-in by allauth; each later request reads the account with its person."""

    def get_user(self, user_id: int) -> Account | None:
        """The account behind a session, unless it was closed."""
        account = with_person(user_id)
        return account if self.user_can_authenticate(account) else None


class ClosedAdapter(DefaultAccountAdapter):
    """Nobody opens an account for themselves; every mail leaves through the outbox."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """Never: accounts are opened by invitation."""
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """The first page, in the language of the account."""
        account = request.user
        chosen = account.language if isinstance(account, Account) else ""
        with override(chosen or get_language()):
            return reverse(settings.LOGIN_REDIRECT_URL)

    def get_password_change_redirect_url(
        self,
        request: HttpRequest,  # noqa: ARG002
    ) -> str:
        """Where the account is looked after."""
        return reverse("desk:my_data")

    def send_notification_mail(
        self,
        template_prefix: str,
        user: Account,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        """To the address of the account."""
        super().send_notification_mail(
            template_prefix, user, context, email or user.email
        )

    def send_mail(
        self, template_prefix: str, email: str, context: dict[str, Any]
    ) -> None:
        """Through the outbox, in the language of the account at that address."""
        language = language_at(email) or get_language() or settings.LANGUAGE_CODE
        if not check_for_language(language):
            language = settings.LANGUAGE_CODE
        known = {**context, "email": email, "base_url": settings.BASE_URL}
        if link := known.get("password_reset_url"):
            known["password_reset_url"] = translate_url(link, language)
        with override(language):
            subject = render_to_string(f"{template_prefix}_subject.txt", known)
            text = render_to_string(f"{template_prefix}_message.txt", known)
        outbox.post_mail(
            to=[email],
            subject=subject,
            text=f"{text.strip()}\n",
            key=f"sign-in:{ids.new_id()}",
            at=clock.now(),
        )


@open_to(EVERYBODY)
def closed(request: HttpRequest) -> HttpResponse:
    """The mail address of an account is not changed by its holder."""
    return render(request, "account/closed.html", status=403)
