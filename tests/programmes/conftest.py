"""The shipped history, and a small programme of our own."""

import pytest

from mwalimu.programmes.importing.catalogue import load_catalogue
from mwalimu.programmes.importing.events import import_shipped_events
from mwalimu.programmes.models import Programme
from mwalimu.programmes.operations import (
    CohortFacts,
    ProgrammeFacts,
    ProjectFacts,
    StageFacts,
    create_cohort,
    create_programme,
    create_project,
    plan_stages,
)
from mwalimu.reference.operations import load_reference
from tests.cast import AT


@pytest.fixture
def reference(system):
    """All Members, topics and the rest."""
    load_reference(by=system, at=AT)


@pytest.fixture
def catalogue(reference, system):
    """The real programmes, without what took place."""
    load_catalogue(by=system, at=AT)


@pytest.fixture
def history(catalogue, system):
    """The real programmes and the 61 real events."""
    return import_shipped_events(by=system, at=AT)


@pytest.fixture
def project(system):
    facts = ProjectFacts(code="JOINT", names={"en": "Joint Project"})
    return create_project(facts=facts, by=system, at=AT)


@pytest.fixture
def programme(project, system, topics):
    """A running programme on HS classification, in English only."""
    facts = ProgrammeFacts(
        code="EA-HS",
        names={"en": "HS in East Africa"},
        project=project,
        status=Programme.Status.RUNNING,
        topics=(topics["HS"],),
    )
    return create_programme(facts=facts, by=system, at=AT)


@pytest.fixture
def prepared(project, system):
    """A programme that only the project team knows of."""
    facts = ProgrammeFacts(
        code="SECRET-1",
        names={"en": "Secret plan"},
        project=project,
        status=Programme.Status.PREPARED,
    )
    return create_programme(facts=facts, by=system, at=AT)


@pytest.fixture
def cohort(programme, system, kenya, uganda, topics):
    """A cohort of Kenya and Uganda with two working groups in its plan."""
    facts = CohortFacts(
        code="EA-1",
        names={"en": "First"},
        topics=(topics["HS"],),
        members=(kenya, uganda),
    )
    made = create_cohort(programme, facts=facts, by=system, at=AT)
    stages = [StageFacts("WG1"), StageFacts("WG2")]
    plan_stages(made, stages=stages, by=system, at=AT)
    return made
