"""Rows of the access matrix: programmes for everybody."""

from mwalimu.programmes.models import Programme, Project
from tests.web.matrix import ALL, Row

NOBODY = frozenset()


def running(world):
    project, _ = Project.objects.get_or_create(code="JOINT", names={"en": "Joint"})
    row, _ = Programme.objects.get_or_create(
        code="RUN", project=project, status="running", names={"en": "Runs"}
    )
    return {"slug": row.code}


ROWS: dict[str, Row] = {
    "public:programmes": Row(ALL, writes=NOBODY),
    "public:programme": Row(ALL, running, writes=NOBODY),
    "public:programme_figures": Row(ALL, running, writes=NOBODY),
}
