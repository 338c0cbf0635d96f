"""What the import contracts do not show."""

import ast
import re
from pathlib import Path

import pytest
from django.apps import apps

from mwalimu.config.sources import OPTIONS

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "mwalimu"
MODULES = [
    path
    for folder in ("src", "tests", "benchmarks")
    for path in sorted((ROOT / folder).rglob("*.py"))
    if "migrations" not in path.parts
]
BANDS = tuple(
    "shared typesetting drawing accounts reference people forms programmes materials"
    " trainings qualification credentials deployment figures forecast reports notices"
    " site web".split()
)
SHARED = {"clock", "ids", "dates", "periods", "languages", "files", "outbox"}
SHARED_TABLES = {
    "apps",
    "models",
    "fields",
    "search",
    "rows",
    "texts",
    "__init__",
}  # decision 0003


def test_no_file_is_longer_than_400_lines():
    long = {
        str(path.relative_to(ROOT)): lines
        for path in MODULES
        if (lines := len(path.read_text("utf-8").splitlines())) > 400
    }
    assert long == {}


def test_no_function_is_longer_than_60_lines():
    long = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno >= 60
    ]
    assert long == []


def test_a_relation_never_points_to_a_higher_package():
    wrong = [
        f"{model.__module__}.{field.name}"
        for model in apps.get_models()
        if model.__module__.startswith("mwalimu.")
        for field in model._meta.get_fields()
        if getattr(field, "concrete", False)
        and field.is_relation
        and field.related_model.__module__.startswith("mwalimu.")
        and height(field.related_model) > height(model)
    ]
    assert wrong == []


def height(model) -> int:
    return BANDS.index(model.__module__.split(".")[1])


def test_cross_package_relations_have_no_reverse_name():
    wrong = [
        f"{model.__module__}.{field.name}"
        for model in apps.get_models()
        if model.__module__.startswith("mwalimu.")
        for field in model._meta.get_fields()
        if getattr(field, "concrete", False)
        and field.is_relation
        and field.related_model.__module__.startswith("mwalimu.")
        and height(field.related_model) != height(model)
        and not field.remote_field.hidden
        and (model.__name__, field.name) != ("Person", "account")
    ]
    assert wrong == []


def test_faces_reach_rows_only_through_queries_and_permissions():
    wrong = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in (SOURCE / "web").rglob("*.py")
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if re.search(r"\.objects\b|\._default_manager\b", line)
    ]
    assert wrong == []


def test_no_inline_style_or_script_in_templates():
    wrong = [
        str(path.relative_to(ROOT))
        for path in SOURCE.rglob("*.html")
        if re.search(
            r"<style|\sstyle=|<script(?![^>]*\ssrc=)|\son[a-z]+=", path.read_text()
        )
    ]
    assert wrong == []


def test_no_template_is_longer_than_250_lines():
    long = [
        str(path.relative_to(ROOT))
        for path in SOURCE.rglob("*.html")
        if len(path.read_text("utf-8").splitlines()) > 250
    ]
    assert long == []


def test_shared_is_a_closed_list():
    found = {path.stem for path in (SOURCE / "shared").glob("*.py")}
    assert found <= SHARED | SHARED_TABLES


def test_few_type_ignores_each_with_its_code():
    found = [
        line
        for path in SOURCE.rglob("*.py")
        for line in path.read_text("utf-8").splitlines()
        if "type: ignore" in line
    ]
    assert all("type: ignore[" in line for line in found)
    assert len(found) <= 20


@pytest.mark.parametrize("option", OPTIONS, ids=lambda option: option.name)
def test_every_setting_is_documented(option):
    page = (ROOT / "docs" / "reference" / "settings.md").read_text("utf-8")
    assert f"`{option.environment}`" in page
    assert option.help in page


def test_the_list_of_announcements_is_closed():
    page = (ROOT / "docs" / "reference" / "events.md").read_text("utf-8")
    announced = {
        name
        for path in SOURCE.rglob("signals.py")
        for name in re.findall(r"^(\w+) = Signal\(\)", path.read_text("utf-8"), re.M)
    }
    assert announced == set(re.findall(r"^\| `(\w+)`", page, re.M))


def test_the_index_of_the_documentation_names_every_page():
    docs = ROOT / "docs"
    index = (docs / "index.md").read_text("utf-8")
    pages = {str(path.relative_to(docs)) for path in docs.glob("*/*.md")}
    assert {page for page in pages if f"]({page})" not in index} == set()
