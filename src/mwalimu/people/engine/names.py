"""Name keys: two ways of writing one name give the same key.

A key is transliterated to ASCII, folded, free of titles and apostrophes, and its words
are sorted, so that "OKELLO, Dr. José" and "Jose Okello" meet. A key is a way to find,
never a proof that two people are one.
"""

import hashlib
import hmac
import re
import unicodedata

from anyascii import anyascii

# Straight and curly quotes, primes, modifier letters, the Hawaiian and Tongan ʻokina,
# the Arabic hamza and ayn as scholars write them, grave and acute accents on their own.
APOSTROPHES = dict.fromkeys(map(ord, "'’‘‛ʼʻʽʾʿˈ′`´＇ʹ"))
TITLES = frozenset(
    "mr mrs ms miss mx dr dra prof hon sir eng mme mlle monsieur madame sr sra srta".split()
)
_WORD = re.compile(r"[a-z0-9]+")


def words(name: str) -> list[str]:
    """The folded words of a name in the order written, titles left out.

    A name that is nothing but titles keeps them: "Miss" may be all that is known.
    """
    bare = name.translate(APOSTROPHES)
    text = anyascii(unicodedata.normalize("NFKD", bare)).casefold()
    found = _WORD.findall(text.translate(APOSTROPHES))
    return [word for word in found if word not in TITLES] or found


def name_key(name: str) -> str:
    """The folded, order-free key of a name; empty where nothing can be read."""
    return " ".join(sorted(words(name)))


def staff_hash(number: str, *, member: str, key: str) -> str:
    """Keyed hash (HMAC-SHA-256, hex) of a staff number of that Member's administration.

    Spaces, dashes, dots, slashes and case do not matter. An empty number has no hash.
    Without the key a number cannot be found by trying all of them.
    """
    plain = re.sub(r"[\s\-./]", "", number).upper()
    if not plain:
        return ""
    message = f"{member}:{plain}".encode()
    return hmac.new(key.encode(), message, hashlib.sha256).hexdigest()
