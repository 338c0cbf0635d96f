"""Where a matter is done: the address of its page, in the active language."""

from django.urls import NoReverseMatch, reverse

from mwalimu.notices.engine.kinds import By, Kind, Page
from mwalimu.notices.engine.matters import Matter


def address_of(matter: Matter, *, field: bool = False) -> str:
    """The path of the page; `field`: for somebody who only works in the field.

    Empty where the page does not exist in this version.
    """
    kind = matter.of
    page = kind.field_page if field and kind.field_page else kind.page
    values = {By.NOTHING: {}, By.UUID: {"uuid": matter.uuid}}
    if matter.cohort is not None:
        values[By.COHORT] = {"code": matter.cohort.code}
    return _path(page, values.get(page.by, {}))


def page_address(kind: Kind, *, field: bool = False) -> str:
    """The path of the page on which all matters of a kind stand; empty without one."""
    page = kind.all_page
    if page is None or (field and kind.field_page and page.name.startswith("desk:")):
        return ""
    return _path(page, {})


def _path(page: Page, values: dict[str, str]) -> str:
    try:
        path = reverse(page.name, kwargs=values)
    except NoReverseMatch:
        return ""
    return f"{path}?{page.query}" if page.query else path
