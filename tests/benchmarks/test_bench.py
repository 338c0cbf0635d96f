"""The bench runs, at a tiny size. What it measures is not judged here."""

import pytest
from benchmarks.report import print_result

from benchmarks import figures, pages, timing, writing
from mwalimu.accounts.operations import system_actor
from mwalimu.programmes.importing.catalogue import load_catalogue
from mwalimu.programmes.importing.events import import_shipped_events
from mwalimu.reference.operations import load_reference
from tests.cast import AT

TINY = 0.005
pytestmark = [pytest.mark.slow, pytest.mark.django_db]


@pytest.fixture(autouse=True)
def once(monkeypatch):
    """Each measurement once, without warming up."""
    monkeypatch.setattr(timing, "WARM_UP", 0)
    monkeypatch.setattr(timing.milliseconds, "__defaults__", (1,))


def test_the_bench_measures_and_prints_every_part(capsys):
    by = system_actor()
    load_reference(by=by, at=AT)
    load_catalogue(by=by, at=AT)
    import_shipped_events(by=by, at=AT)
    result = {
        "database": "test", "scale": TINY, "python": "", "django": "", "cpus": 1,
        "load": 0.0, "at": "", "engine_per_minute": 1.0,
        "writing": writing.fill(TINY),
        "pages": pages.measure_pages(),
        "figures": figures.measure_figures(),
    }  # fmt: skip
    print_result(result)
    assert result["writing"]["participations"] == 25 * 30
    assert {"public:home (public)", "desk:trainings (team)"} <= set(result["pages"])
    assert all(row["status"] == 200 for row in result["pages"].values())
    assert "participations by host" in result["figures"]
    assert "import of 750 participations" in capsys.readouterr().out
