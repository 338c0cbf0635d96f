"""How Members are asked for."""

from collections.abc import Iterable
from typing import Any

from django.db import models


class MemberQuerySet(models.QuerySet[Any]):
    """Questions about Members."""

    def with_codes(self, codes: Iterable[str]) -> "MemberQuerySet":
        """The Members of these ISO 3166-1 alpha-2 codes."""
        return self.filter(code__in=list(codes))

    def in_region(self, code: str) -> "MemberQuerySet":
        """The Members of one WCO region."""
        return self.filter(region__code=code)
