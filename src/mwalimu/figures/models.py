"""The cube: cells of the grain of a training, and roll-ups of what counts now."""

from django.db import models

from mwalimu.trainings.models import Training


class Dimensions(models.Model):
    """The columns by which figures are cut, as codes. Empty means: not cut by it."""

    year = models.PositiveSmallIntegerField(default=0)
    month = models.PositiveSmallIntegerField(default=0)
    host = models.CharField(max_length=20, default="", blank=True)
    region = models.CharField(max_length=20, default="", blank=True)
    member = models.CharField(max_length=20, default="", blank=True)
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
    """One training version's people of one Member, sector and sex, while it counts."""

    training = models.ForeignKey(Training, models.CASCADE, related_name="+")
    named = models.PositiveIntegerField(default=0)
    counted = models.PositiveIntegerField(default=0)
    hours = models.DecimalField(max_digits=6, decimal_places=1, default=0)
    synthetic = models.BooleanField(default=False)
    counted_from = models.DateTimeField()
    counted_until = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"cell of training {self.training_id}"
