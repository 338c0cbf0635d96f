"""The secrets that an instance makes for itself."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from mwalimu.config.secrets import kept


def test_a_secret_is_made_once(tmp_path):
    assert kept(tmp_path, "person_key") == kept(tmp_path, "person_key")


@pytest.mark.parametrize("content", [b"", b"\n", b"short", b"\xff" * 60])
def test_a_file_that_holds_no_secret_is_refused(content, tmp_path):
    (tmp_path / "secrets").mkdir()
    (tmp_path / "secrets" / "person_key").write_bytes(content)
    with pytest.raises(ImproperlyConfigured, match="person_key holds no secret"):
        kept(tmp_path, "person_key")
