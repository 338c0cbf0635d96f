"""Rows of the access matrix: trainings at the desk."""

from mwalimu.people.models import Person
from tests.cast import make_person
from tests.trainings.making import plain, verified
from tests.web.matrix import KENYA, Row

SEE = KENYA | {"team", "reader", "regional_office"}
WRITE = {"team", "kenya_coordinator", "kenya_deputy", "kenya_registrar"}
ASK = frozenset(WRITE | {"togo_coordinator"})
STEPS = ("submit", "verify", "return", "correct", "drop", "void")


def a_training(world):
    """A verified training in Kenya by its Master Trainer, the same for all rows."""
    if not hasattr(world, "training"):
        trainer = Person.objects.filter(name="Kenya Trainer").first()
        trainer = trainer or make_person("Somebody", world.system, world.kenya)
        facts = plain(world.kenya, world.topics["HS"], trainer)
        world.training = verified(facts, world.system, world.by.actor)
    return {"uuid": world.training.uuid}


ROWS = {
    "desk:trainings": Row(frozenset(SEE | {"togo_coordinator"})),
    "desk:training_new": Row(ASK),
    "desk:training": Row(frozenset(SEE), a_training),
    "desk:training_edit": Row(frozenset(WRITE), a_training),
    **{f"desk:training_{step}": Row(ASK, a_training) for step in STEPS},
}
