"""The cube: cells of the grain of a training, and roll-ups of what counts now."""

from django.db import models
from django.db.models import Q

from mwalimu.figures.querysets import CellQuerySet, RollupQuerySet
from mwalimu.trainings.models import Training


class Dimensions(models.Model):
    """The columns by which figures are cut, as codes. Empty: not cut by it."""

    year = models.CharField(max_length=4, default="", blank=True)
    month = models.CharField(max_length=12, default="", blank=True)
    host = models.CharField(max_length=20, default="", blank=True)
    member = models.CharField(max_length=20, default="", blank=True)
    region = models.CharField(max_length=20, default="", blank=True)
    topic = models.CharField(max_length=20, default="", blank=True)
    sector = models.CharField(max_length=12, default="", blank=True)
    sex = models.CharField(max_length=1, default="", blank=True)
    mode = models.CharField(max_length=12, default="", blank=True)
    language = models.CharField(max_length=12, default="", blank=True)
    abroad = models.CharField(max_length=12, default="", blank=True)
    initiative = models.CharField(max_length=20, default="", blank=True)
    led_by = models.CharField(max_length=20, default="", blank=True)

    class Meta:
        abstract = True


class Cell(Dimensions):
    """One training version's people of one Member, sector and sex, while it counts.

    Never updated but superseded: a correction, or another judgement of who led the
    training, ends the cell and begins another. `persons` is the packed set of primary
    keys of those named; `trainings` is 1 on one cell of a training and 0 on the others,
    `tenths` (hours in tenths) stands on that same cell. `day` sorts, and may be the first
    day of a month or year of which no more is known.
    """

    training = models.ForeignKey(Training, models.CASCADE, related_name="+")
    day = models.DateField()
    named = models.PositiveIntegerField(default=0)
    counted = models.PositiveIntegerField(default=0)
    trainings = models.PositiveSmallIntegerField(default=0)
    tenths = models.PositiveIntegerField(default=0)
    synthetic = models.BooleanField(default=False)
    counted_from = models.DateTimeField()
    counted_until = models.DateTimeField(null=True, blank=True)
    persons = models.BinaryField(default=b"")

    objects = CellQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["training", "member", "sector", "sex"],
                condition=Q(counted_until=None),
                name="cell_once_while_it_counts",
            ),
        ]
        indexes = [
            models.Index(
                fields=["day", "training"],
                name="cell_by_day",
                condition=Q(counted_until=None),
            ),
            models.Index(
                fields=["host", "day", "training"],
                name="cell_by_host",
                condition=Q(counted_until=None),
            ),
        ]

    def __str__(self) -> str:
        return f"cell of training {self.training_id}"


class Rollup(Dimensions):
    """One row of a cuboid: what counts now. See `figures.engine.tallies.Tally`."""

    key = models.CharField(max_length=200, primary_key=True)
    cuboid = models.PositiveSmallIntegerField()
    named = models.PositiveIntegerField(default=0)
    counted = models.PositiveIntegerField(default=0)
    trainings = models.PositiveIntegerField(default=0)
    tenths = models.PositiveIntegerField(default=0)
    largest = models.PositiveIntegerField(default=0)
    cells = models.PositiveIntegerField(default=0)
    synthetic = models.PositiveIntegerField(default=0)
    persons = models.BinaryField(default=b"")
    members = models.TextField(default="", blank=True)

    objects = RollupQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["cuboid", "host", "year"], name="rollup_by_host"),
        ]

    def __str__(self) -> str:
        return self.key
