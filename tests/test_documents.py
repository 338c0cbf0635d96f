"""What the manual and the files for operators say can really be typed."""

import configparser
import re
import shlex
from pathlib import Path

import click
import pytest
from babel.messages.pofile import read_po

from mwalimu.cli import main
from mwalimu.config.sources import OPTIONS

ROOT = Path(__file__).resolve().parent.parent
PAGES = [
    path
    for pattern in ("*.md", "docs/**/*.md", "deploy/*", ".ci/run")
    for path in sorted(ROOT.glob(pattern))
]
USE = re.compile(r"(?:^|[\s`'\"/&])mwalimu ((?:--home \S+ )?[a-z][^`'\"\n&|;]*)")


def read(path: Path) -> str:
    """What a file says."""
    return path.read_text("utf-8")


def uses(path: Path) -> list[str]:
    """What follows `mwalimu` in code: indented lines, backquotes, unit files."""
    text = path.read_text("utf-8")
    if path.suffix == ".md":
        code = re.findall(r"`([^`\n]+)`|^ {4,}(.*)$", text, re.M)
        text = "\n".join(quoted or block for quoted, block in code)
    return [use.strip() for use in USE.findall(text)]


def problem(use: str) -> str:
    """Why a use of the command is wrong; empty if it is right."""
    words = shlex.split(use.replace("...", "").replace("[", "").replace("]", ""))
    if words[:1] == ["--home"]:
        words = words[2:]
    command: click.Command = main
    while isinstance(command, click.Group):
        name = words.pop(0) if words else ""
        if name not in command.commands:
            return f"no command {name!r}"
        command = command.commands[name]
    known = {option for parameter in command.params for option in parameter.opts}
    if command.name == "manage":
        return ""
    given = {word.partition("=")[0] for word in words if word.startswith("--")}
    return f"no option {sorted(given - known)}" if given - known else ""


LATER = {"import", "figures", "trace"}  # announced in the manual, made elsewhere
USES = [
    pytest.param(use, id=f"{path.name}: {use[:50]}")
    for path in PAGES
    for use in uses(path)
    if "mwalimu " not in use and not (LATER - set(main.commands)) & {use.split()[0]}
]


@pytest.mark.parametrize("use", USES)
def test_every_command_in_a_document_exists(use):
    assert problem(use) == ""


def test_the_check_of_documents_notices_what_is_wrong():
    assert problem("serv") == "no command 'serv'"
    assert problem("serve --colour") == "no option ['--colour']"
    assert len(USES) > 20


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_in_a_document_leads_somewhere(path):
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", path.read_text("utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


def test_every_test_that_a_document_names_exists():
    tests = "\n".join(path.read_text("utf-8") for path in ROOT.glob("tests/**/*.py"))
    there = set(re.findall(r"^def (test_\w+)\(", tests, re.M))
    named = {name for path in PAGES for name in re.findall(r"`(test_\w+)`", read(path))}
    assert len(named) > 40
    assert named - there == set()


def test_every_refusal_in_the_manual_is_said_in_these_words():
    catalogue = ROOT / "src/mwalimu/locale/fr/LC_MESSAGES/django.po"
    said = {str(message.id) for message in read_po(catalogue.open("rb"))}
    quoted = re.findall("“(.+?)”", read(ROOT / "docs/reference/refusals.md"))
    assert len(quoted) > 25
    assert [text for text in quoted if not any(says(each, text) for each in said)] == []


def says(message: str, quoted: str) -> bool:
    """Whether a message holds the words; an ellipsis stands for what is filled in."""
    parts = [re.escape(part.strip()) for part in quoted.split("…")]
    return re.search(".*".join(parts), message) is not None


@pytest.mark.parametrize("name", ["mwalimu.service", "mwalimu-backup.service"])
def test_a_unit_starts_the_command_as_its_own_user(name):
    unit = configparser.ConfigParser(strict=False, interpolation=None)
    unit.read(ROOT / "deploy" / name)
    start = unit["Service"]["ExecStart"].split()
    assert start[0] == "/opt/mwalimu/bin/mwalimu"
    assert problem(" ".join(start[1:])) == ""
    assert (unit["Service"]["User"], unit["Service"]["UMask"]) == ("mwalimu", "0077")


@pytest.mark.parametrize(
    "path", sorted((ROOT / "deploy").glob("*")), ids=lambda p: p.name
)
def test_every_setting_in_a_file_for_operators_exists(path):
    known = {option.environment for option in OPTIONS} | {"MWALIMU_HOME"}
    known |= {"MWALIMU_HOST", "MWALIMU_UPSTREAM"}  # the proxy's, in the Caddyfile
    named = re.findall(
        r"\b(?:MWALIMU_[A-Z_]+|DATABASE_URL\w*)", path.read_text("utf-8")
    )
    assert {name.removesuffix("_FILE") for name in named} - known == set()


def test_the_image_copies_only_what_is_there():
    copied = re.findall(
        r"^COPY (?!--)(.+) \S+$", (ROOT / "deploy" / "Dockerfile").read_text(), re.M
    )
    names = [name for line in copied for name in line.split()]
    assert names == ["requirements.txt", "pyproject.toml", "README.md", "src"]
    assert [name for name in names if not (ROOT / name).exists()] == []
