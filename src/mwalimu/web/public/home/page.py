"""What the first page shows, put together from figures and programmes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import pgettext

from mwalimu.drawing import AFRICA, PACIFIC, Drawing, Words
from mwalimu.figures.queries import FigureTable, Labels, figure
from mwalimu.people.permissions import Viewer
from mwalimu.programmes.models import Session
from mwalimu.programmes.queries import overview
from mwalimu.reference.models import Member
from mwalimu.reference.queries import members_by_code
from mwalimu.web.kit.charts import columns, made_up, members_map, written
from mwalimu.web.kit.writing import number

ON_MAPS = frozenset(AFRICA.places) | frozenset(PACIFIC.places)


@dataclass(frozen=True)
class Headline:
    """A number, its name, its counting rule, and the indicator that it opens."""

    code: str
    name: str
    value: str
    rule: str


@dataclass(frozen=True)
class HomePage:
    """Everything on the page."""

    headlines: list[Headline]
    trend: Drawing
    africa: Drawing
    pacific: Drawing
    elsewhere: list[Member]
    latest: list[Session]
    coming: list[Session]
    synthetic: bool


def home_page(viewer: Viewer, at: datetime, language: str) -> HomePage:
    """The page in a language, as the public sees it whoever looks."""
    labels = Labels(language)
    people = figure("participations", ("year",), viewer=viewer, public=True)
    trainings = figure("trainings", ("host",), viewer=viewer, public=True)
    trainers = figure("master_trainers", viewer=viewer, public=True)
    members = members_by_code()
    taking_part = overview.participating_members(viewer)
    codes = frozenset(taking_part.values_list("code", flat=True))
    maps = _maps(trainings, members, codes)
    return HomePage(
        headlines=[
            *(_headline(table, labels) for table in (people, trainings, trainers)),
            _members_headline(len(codes), language),
        ],
        trend=columns(
            people, labels, pgettext("chart", "Participations by year of the training")
        ),
        africa=maps[0],
        pacific=maps[1],
        elsewhere=_by_name([members[code] for code in codes - ON_MAPS], language),
        latest=overview.latest_sessions(viewer, at.date()),
        coming=overview.next_sessions(viewer, at.date()),
        synthetic=people.synthetic or trainers.synthetic,
    )


def _headline(table: FigureTable, labels: Labels) -> Headline:
    asked = table.indicator
    return Headline(
        asked.code,
        labels.text(asked.names),
        written(table.total),
        labels.text(asked.rule),
    )


def _members_headline(count: int, language: str) -> Headline:
    return Headline(
        "",
        pgettext("figure", "Members in its programmes"),
        number(count, language),
        pgettext(
            "figure",
            "WCO Members that take or took part in a programme, each counted once.",
        ),
    )


def _maps(
    trainings: FigureTable, members: Mapping[str, Member], codes: frozenset[str]
) -> tuple[Drawing, Drawing]:
    amounts = {row.key[0]: written(row.amount) for row in trainings.rows}
    titles = {
        pgettext("map", "Africa"): AFRICA,
        pgettext("map", "Pacific"): PACIFIC,
    }
    africa, pacific = (
        members_map(
            Words(
                title,
                pgettext(
                    "map",
                    "One tile a Member; a frame marks those that take or took part, "
                    "the number is that of verified trainings hosted.",
                ),
                (pgettext("map", "Member"), pgettext("map", "Trainings hosted")),
                made_up(trainings),
            ),
            layout,
            members.values(),
            codes,
            amounts,
        )
        for title, layout in titles.items()
    )
    return africa, pacific


def _by_name(members: list[Member], language: str) -> list[Member]:
    return sorted(members, key=lambda member: str(member.name(language)))
