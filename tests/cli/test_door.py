"""The command says troubles in words, with the exit codes that the manual promises."""

import io
import os
import socket
import sys
from pathlib import Path

import click
import pytest

from mwalimu.cli import main
from mwalimu.cli.door import speak_utf8

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("place", ["before", "after"])
def test_the_home_is_named_before_or_after_the_command(place, bare, tmp_path):
    home = ("--home", str(tmp_path / "named"))
    command = ("manage", "check")
    done = bare.run(*(home + command if place == "before" else command + home))
    assert done.returncode == 0, done.stdout
    assert (tmp_path / "named" / "secrets" / "secret_key").exists()
    assert not bare.home.exists()


def test_nonsense_in_a_setting_is_said_in_words_and_ends_with_2(bare):
    done = bare.run("init", MWALIMU_MAIL_PORT="many")
    assert done.returncode == 2
    assert done.stdout == (
        "Error: MWALIMU_MAIL_PORT is 'many': write a whole number from 1 to 65535.\n"
    )


def test_a_pipe_gets_utf8_whatever_the_machine_speaks(monkeypatch):
    pipe = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", pipe)
    speak_utf8()
    click.echo("Côte d’Ivoire")
    assert pipe.buffer.getvalue().decode() == "Côte d’Ivoire\n"


def test_a_path_that_is_none_is_said_in_words(bare):
    done = bare.run("--home", "/dev/null/nowhere", "figures")
    assert done.returncode in (1, 2)
    assert "Traceback" not in done.stdout


def test_an_unknown_option_ends_with_2(bare):
    assert bare.run("init", "--colour").returncode == 2


def test_a_home_that_is_a_file_is_said_in_words_and_ends_with_1(bare):
    bare.home.write_text("not a folder")
    done = bare.run("init")
    assert done.returncode == 1
    assert done.stdout.endswith("is a file. Choose a folder with --home.\n")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_home_that_cannot_be_written_is_said_in_words(bare):
    bare.home.mkdir(mode=0o500)
    done = bare.run("init")
    assert done.returncode == 1
    assert "cannot be written. Give this user the right to write there" in done.stdout


def test_a_database_that_does_not_answer_is_said_without_its_password(bare):
    bare.environment["DATABASE_URL"] = "postgresql://me:hush@127.0.0.1:9/none"
    done = bare.run("init")
    assert done.returncode == 1
    assert "Error: The database says: " in done.stdout
    assert "hush" not in done.stdout


def test_serving_an_instance_that_was_never_made_says_what_to_run(bare):
    done = bare.run("serve", "--port", str(free_port()))
    assert done.returncode == 1
    assert "Run `mwalimu init` if it is new, `mwalimu upgrade`" in done.stdout


@pytest.mark.parametrize("command", ["serve", "demo"])
def test_a_port_that_is_taken_is_said_in_words(command, bare):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = bare.run(command, "--port", str(port))
    assert done.returncode == 1
    assert f"127.0.0.1:{port} cannot be used: Address already in use" in done.stdout
    assert "choose another port with --port" in done.stdout


def test_the_demo_never_goes_into_a_real_instance(bare):
    bare.home.mkdir()
    (bare.home / "mwalimu.toml").write_text("mail_port = 25\n")
    done = bare.run("demo", "--prepare-only")
    assert done.returncode == 1
    assert "holds an instance that is no demo; nothing was changed" in done.stdout
    assert sorted(os.listdir(bare.home)) == [
        "backups",
        "files",
        "mwalimu.toml",
        "secrets",
        "static",
    ]


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def commands(group: click.Group, prefix: str = "mwalimu"):
    """Every command with its full name."""
    for name, command in sorted(group.commands.items()):
        full = f"{prefix} {name}"
        if isinstance(command, click.Group):
            yield from commands(command, full)
        else:
            yield full, command


@pytest.mark.parametrize(
    ("name", "command"), [pytest.param(*row, id=row[0]) for row in commands(main)]
)
def test_every_command_and_option_is_in_the_manual(name, command):
    page = (ROOT / "docs" / "reference" / "commands.md").read_text("utf-8")
    assert f"## `{name}`" in page
    section = page.split(f"## `{name}`")[1].split("\n## ")[0]
    missing = [
        option
        for parameter in command.params
        for option in parameter.opts
        if option.startswith("--")
        and option != "--home"
        and f"`{option}" not in section
    ]
    assert missing == []


@pytest.mark.parametrize(
    ("name", "command"), [pytest.param(*row, id=row[0]) for row in commands(main)]
)
def test_every_command_takes_a_home_and_says_what_it_does(name, command):
    assert "--home" in {option for param in command.params for option in param.opts}
    assert command.help
