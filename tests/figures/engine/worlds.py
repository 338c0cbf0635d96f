"""Random trainings for property tests."""

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from mwalimu.figures.engine.facts import Group, TrainingFacts

quick = settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
PERSONS = st.integers(1, 12)


@st.composite
def groups(draw):
    """Groups of one training; nobody is named twice."""
    persons = draw(st.lists(PERSONS, unique=True, max_size=5))
    places = st.tuples(
        st.sampled_from(["KE", "UG", "not_recorded"]),
        st.sampled_from(["customs", "private"]),
        st.sampled_from(["F", "M", "N"]),
    )
    found = [Group(*draw(places), named=(person,)) for person in persons]
    heads = draw(st.dictionaries(places, st.integers(1, 30), max_size=3))
    found += [Group(*place, counted=count) for place, count in heads.items()]
    return tuple(found)


@st.composite
def training(draw, number):
    """One training's facts."""
    year = draw(st.sampled_from(["2018", "2019"]))
    return TrainingFacts(
        training=number,
        year=year,
        month=draw(st.sampled_from([f"{year}-01", f"{year}-07", "not_recorded"])),
        host=draw(st.sampled_from(["KE", "UG"])),
        region="ESA",
        topic=draw(st.sampled_from(["HS", "CV", "several"])),
        mode=draw(st.sampled_from(["online", "in_person"])),
        language=draw(st.sampled_from(["en", "fr"])),
        abroad=draw(st.sampled_from(["own", "abroad"])),
        initiative="none",
        led_by=draw(st.sampled_from(["master_trainer", "later", "other"])),
        tenths=draw(st.integers(0, 400)),
        synthetic=draw(st.booleans()),
        groups=draw(groups()),
    )


@st.composite
def trainings(draw, at_most=5):
    """Some trainings."""
    count = draw(st.integers(0, at_most))
    return [draw(training(number)) for number in range(1, count + 1)]
