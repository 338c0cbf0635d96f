"""The forms that come with the product. What is there already is left alone."""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import datetime
from importlib.resources import files
from typing import Any

from django.db import transaction

from mwalimu.accounts.models import Actor
from mwalimu.forms.models import QuestionSet
from mwalimu.forms.operations.questions import QuestionFacts, add_question
from mwalimu.forms.operations.sets import SetFacts, create_set, put_in_use

Table = Mapping[str, Any]


def shipped() -> Iterator[Table]:
    """Every form of `forms/data`, as its file says it."""
    folder = files("mwalimu.forms") / "data"
    paths = [path for path in folder.iterdir() if path.name.endswith(".toml")]
    for path in sorted(paths, key=lambda path: path.name):
        yield tomllib.loads(path.read_text("utf-8"))


@transaction.atomic
def load_sets(*, by: Actor, at: datetime) -> list[str]:
    """Bring in the shipped forms that are missing, and put them in use; their codes."""
    present = set(QuestionSet.objects.values_list("code", flat=True))
    made = [table for table in shipped() if table["code"] not in present]
    for table in made:
        _make(table, by, at)
    return [table["code"] for table in made]


def _make(table: Table, by: Actor, at: datetime) -> None:
    facts = SetFacts(table["names"], table["introduction"])
    draft = create_set(
        code=table["code"], kind=table["kind"], facts=facts, by=by, at=at
    )
    for each in table["questions"]:
        add_question(draft, facts=_facts(each), by=by, at=at)
    put_in_use(draft, by=by, at=at)


def _facts(table: Table) -> QuestionFacts:
    texts = {language: table[language] for language in ("en", "fr")}
    return QuestionFacts(
        kind=table["kind"],
        texts=texts,
        helps=table.get("help", {}),
        required=table.get("required", False),
        lowest=table.get("lowest", {}),
        highest=table.get("highest", {}),
        options=table.get("options", ()),
    )
