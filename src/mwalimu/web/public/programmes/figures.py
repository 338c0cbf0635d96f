"""The figures of a programme: trainings on its topics, in its Members."""

from dataclasses import dataclass
from urllib.parse import urlencode

from mwalimu.figures.queries import Labels, figure
from mwalimu.people.permissions import Viewer
from mwalimu.programmes.queries.page import Scope
from mwalimu.web.kit.figures.amounts import recorded

SHOWN = ("participations", "trainings", "master_trainers")


@dataclass(frozen=True)
class Headline:
    """A number, its name and rule, and the question that it answers."""

    name: str
    value: str
    rule: str
    query: str


@dataclass(frozen=True)
class ProgrammeFigures:
    """The figures, and whether anything in them is synthetic."""

    headlines: list[Headline]
    synthetic: bool


def figures_of(scope: Scope, viewer: Viewer, language: str) -> ProgrammeFigures | None:
    """None where the programme names no topic or no Member: there is no scope then."""
    if not scope.topics or not scope.members:
        return None
    topics, regions = "|".join(scope.topics), "|".join(scope.regions)
    members = "|".join(scope.members)
    labels = Labels(language)
    headlines, synthetic = [], False
    for code in SHOWN:
        where = {"topic": topics, "host": members}
        if code == "master_trainers":
            # In public the pool is counted by region: by Member it would name people.
            where = {"topic": topics, "region": regions}
            if not regions:
                continue
        table = figure(code, where=where, viewer=viewer, public=True)
        synthetic = synthetic or table.synthetic
        headlines.append(
            Headline(
                name=labels.text(table.indicator.names),
                value=recorded(table.total),
                rule=labels.text(table.indicator.rule),
                query=urlencode({"indicator": code, **where}),
            )
        )
    return ProgrammeFigures(headlines, synthetic)
