"""What is installed is complete: templates, static files, data, translations."""

import tomllib
from fnmatch import fnmatch
from pathlib import Path

import mwalimu

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "mwalimu"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
NOT_SHIPPED = {".compiled"}


def test_every_file_of_the_source_is_shipped():
    patterns = PROJECT["tool"]["setuptools"]["package-data"]["mwalimu"]
    kinds = {pattern.removeprefix("**/") for pattern in patterns}
    left_out = [
        str(path.relative_to(SOURCE))
        for path in SOURCE.rglob("*")
        if path.is_file()
        and path.suffix not in (".py", ".pyc")
        and path.name not in NOT_SHIPPED
        and not any(fnmatch(path.name, kind) for kind in kinds)
    ]
    assert left_out == []


def test_every_folder_with_code_is_a_package():
    folders = {path.parent for path in SOURCE.rglob("*.py")}
    without = [folder for folder in folders if not (folder / "__init__.py").exists()]
    assert without == []


def test_the_version_is_the_same_everywhere():
    assert PROJECT["project"]["version"] == mwalimu.__version__


def test_the_locks_have_hashes_and_name_no_index():
    for name in ("requirements.txt", "requirements-dev.txt"):
        text = (ROOT / name).read_text("utf-8")
        assert "://" not in text
        assert [line for line in text.splitlines() if line.startswith("-")] == []
        pinned = [line for line in text.splitlines() if "==" in line]
        assert all(line.endswith("\\") for line in pinned)


def test_every_dependency_says_why_it_is_there():
    lines = (ROOT / "pyproject.toml").read_text("utf-8").splitlines()
    first = lines.index("dependencies = [") + 1
    dependencies = lines[first : lines.index("]", first)]
    reasons = [line.partition("#")[2].strip() for line in dependencies]
    assert all(reasons)
