"""Bringing the shipped tables into the database."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.db import transaction

from mwalimu.accounts.models import Actor
from mwalimu.accounts.operations import record
from mwalimu.reference.models import (
    Edition,
    Initiative,
    Member,
    MemberStatus,
    Named,
    Partner,
    Region,
    Topic,
)
from mwalimu.reference.operations import tables
from mwalimu.reference.operations.tables import Row, table, texts

REFERENCE = uuid5(NAMESPACE_URL, "mwalimu:reference")


@dataclass
class Loaded:
    """What a load did to the tables; `created` and `changed` list `table code`."""

    created: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    same: int = 0


@transaction.atomic
def load_reference(*, by: Actor, at: datetime) -> Loaded:
    """Bring Members, regions, topics, initiatives, partners, editions up to date.

    Loading again changes nothing. Rows that the tables do not name, and what an
    administration added about itself, are left alone.
    """
    done = Loaded()
    regions = _load(Region, "regions", _only_names, done)
    _load(Topic, "topics", tables.topic_values, done)
    _load(Initiative, "initiatives", _only_names, done)
    _load(Partner, "partners", tables.partner_values, done)
    _load_editions(done)
    members = _load(
        Member,
        "members",
        lambda row: {
            **tables.member_values(row),
            "region_id": regions[row["region"]].pk,
        },
        done,
    )
    _load_statuses(members, done)
    if done.created or done.changed:
        after = {"created": len(done.created), "changed": done.changed}
        record("load", "reference", REFERENCE, by=by, at=at, after=after)
    return done


def _only_names(row: Row) -> dict[str, Any]:
    return {"names": texts(row)}


def _load(
    model: type[Named],
    name: str,
    values_of: Callable[[Row], dict[str, Any]],
    done: Loaded,
) -> dict[str, Any]:
    """Create what is missing, change what differs; all rows of the table by code."""
    present: dict[str, Any] = {row.code: row for row in model._default_manager.all()}
    fresh, changed, columns = [], [], set[str]()
    for line in table(name):
        code, values = line["code"], values_of(line)
        columns |= values.keys()
        row = present.get(code)
        if row is None:
            fresh.append(model(code=code, **values))
        elif any(getattr(row, column) != value for column, value in values.items()):
            for column, value in values.items():
                setattr(row, column, value)
            changed.append(row)
        else:
            done.same += 1
    created = model._default_manager.bulk_create(fresh)
    if changed:
        model._default_manager.bulk_update(changed, sorted(columns))
    done.created += [f"{name} {row.code}" for row in fresh]
    done.changed += [f"{name} {row.code}" for row in changed]
    return present | {row.code: row for row in created}


def _load_editions(done: Loaded) -> None:
    """Editions point to the one that follows them, so the links come last."""
    editions = _load(Edition, "editions", tables.edition_values, done)
    for row in table("editions"):
        edition, follower = editions[row["code"]], editions.get(row["superseded_by"])
        if edition.superseded_by_id != (follower.pk if follower else None):
            edition.superseded_by = follower
            edition.save(update_fields=["superseded_by"])


def _load_statuses(members: dict[str, Member], done: Loaded) -> None:
    """The lists of the United Nations a Member is on; the table gives no dates."""
    present = set(MemberStatus.objects.values_list("member_id", "kind"))
    fresh = [
        MemberStatus(member=members[row["code"]], kind=kind)
        for row in table("members")
        for kind in row["lists"].split()
        if (members[row["code"]].pk, kind) not in present
    ]
    MemberStatus.objects.bulk_create(fresh)
    done.created += [f"list {row.member.code} {row.kind}" for row in fresh]
