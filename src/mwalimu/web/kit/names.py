"""Names of languages, from CLDR."""

from babel import Locale, UnknownLocaleError

from mwalimu.web.kit.writing import manner


def language_name(code: str, reading: str) -> str:
    """The name of a language (BCP 47) in the reader's language; the code if unknown."""
    try:
        name = Locale.parse(code, sep="-").get_language_name(manner(reading).locale)
    except (UnknownLocaleError, ValueError):
        return code
    return name or code
