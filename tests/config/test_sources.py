"""Settings: default < file < environment; nonsense is refused in words."""

import os
import stat
from pathlib import Path

import pytest

from mwalimu.config.databases import from_url
from mwalimu.config.secrets import kept
from mwalimu.config.sources import BadSetting, load

NONSENSE = [
    ("MWALIMU_DEBUG", "perhaps", "'perhaps': write yes or no"),
    ("MWALIMU_MAIL_PORT", "0", "'0': write a whole number from 1 to 65535"),
    ("MWALIMU_MAIL_PORT", "many", "'many': write a whole number from 1 to 65535"),
    ("MWALIMU_WEB_WORKERS", "-1", "'-1': write a whole number from 1 to 64"),
    ("MWALIMU_TIME_ZONE", "nairobi", "'nairobi': write a name such as Africa/Nairobi"),
    ("MWALIMU_TIME_ZONE", "../etc", "'../etc': write a name such as Africa/Nairobi"),
    ("MWALIMU_BASE_URL", "m.example.org", "write an address such as https://mwalimu"),
    ("MWALIMU_BASE_URL", "https://m.org/x", "write the address without a path"),
    ("MWALIMU_HOSTS", "a.org,http://b.org", "write a host name such as"),
    ("MWALIMU_MAIL_HOST", "smtp://a.org", "write a host name such as"),
    ("MWALIMU_MAIL_FROM", "nobody", "'nobody': write an address such as"),
    ("DATABASE_URL", "mysql://a/b", "(secret): write postgresql://"),
    ("DATABASE_URL", "postgresql://a", "the name of the database is missing"),
    ("DATABASE_URL", "postgresql://a:x/b", "the port is no number"),
    ("MWALIMU_SECRET_KEY", "hush", "(secret): write 50 characters or more"),
]


@pytest.mark.parametrize(("name", "value", "words"), NONSENSE)
def test_nonsense_is_refused_with_what_would_be_right(name, value, words, tmp_path):
    with pytest.raises(BadSetting) as caught:
        load(tmp_path, {name: value})
    assert str(caught.value).startswith(f"{name} is ")
    assert words in str(caught.value)


@pytest.mark.parametrize("name", ["MWALIMU_SECRET_KEY", "DATABASE_URL"])
def test_a_secret_is_never_shown(name, tmp_path):
    with pytest.raises(BadSetting) as caught:
        load(tmp_path, {name: "hush-hush"})
    assert "hush" not in str(caught.value)


def test_the_environment_counts_more_than_the_file_and_the_file_more_than_nothing(
    tmp_path,
):
    file = tmp_path / "mwalimu.toml"
    file.write_text('mail_port = 25\nweb_threads = 8\nhosts = ["a.org", "b.org"]\n')
    found = load(tmp_path, {"MWALIMU_MAIL_PORT": "465"})
    assert (found["mail_port"], found["web_threads"], found["web_workers"]) == (
        465,
        8,
        1,
    )
    assert found["hosts"] == ["a.org", "b.org"]


def test_true_and_false_in_the_file_are_yes_and_no(tmp_path):
    (tmp_path / "mwalimu.toml").write_text("demo = true\nmail_tls = false\n")
    found = load(tmp_path, {})
    assert (found["demo"], found["mail_tls"]) == (True, False)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"colour = 'red'", "has no setting 'colour'. Known are: base_url,"),
        (b"demo = ", "cannot be read:"),
        (b"\xff\xfe", "cannot be read:"),
        (b"[mail_port]\nx = 1", "mail_port must be a text, a number, true or false"),
    ],
)
def test_a_file_that_makes_no_sense_is_refused(content, words, tmp_path):
    (tmp_path / "mwalimu.toml").write_bytes(content)
    with pytest.raises(BadSetting) as caught:
        load(tmp_path, {})
    assert words in str(caught.value)


def test_a_secret_may_come_from_a_file(tmp_path):
    (tmp_path / "key").write_text("k" * 60 + "\n")
    found = load(tmp_path, {"MWALIMU_SECRET_KEY_FILE": str(tmp_path / "key")})
    assert found["secret_key"] == "k" * 60


def test_a_secret_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(BadSetting, match=r"MWALIMU_SECRET_KEY_FILE: .*No such file"):
        load(tmp_path, {"MWALIMU_SECRET_KEY_FILE": str(tmp_path / "none")})


def test_a_value_and_its_file_together_are_refused(tmp_path):
    both = {"MWALIMU_SECRET_KEY": "k" * 60, "MWALIMU_SECRET_KEY_FILE": "/key"}
    with pytest.raises(BadSetting, match="are both set: remove one"):
        load(tmp_path, both)


def test_a_secret_is_made_once_and_readable_by_its_owner_only(tmp_path):
    first = kept(tmp_path, "secret_key")
    assert kept(tmp_path, "secret_key") == first
    assert len(first) >= 50
    path = tmp_path / "secrets" / "secret_key"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert os.listdir(path.parent) == ["secret_key"]


@pytest.mark.parametrize(
    ("query", "options"),
    [
        ("", {"options": "-c random_page_cost=1.1"}),
        ("?options=", {}),
        (
            "?options=-c%20jit%3Doff&sslmode=require",
            {"options": "-c jit=off", "sslmode": "require"},
        ),
    ],
)
def test_postgresql_reckons_with_fast_disks_unless_told_otherwise(query, options):
    found = from_url(f"postgresql://a@b/c{query}", Path())
    assert found["OPTIONS"] == options
