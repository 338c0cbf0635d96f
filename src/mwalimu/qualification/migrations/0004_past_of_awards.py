"""Awards that exist get their numbers and the lines of history that they lacked."""

from collections import Counter

from django.db import migrations

BATCH = 1000


def write_past(apps, _schema_editor):
    """Number awards by first day within topic and year; say when they began and ended."""
    Award = apps.get_model("qualification", "Award")
    Series = apps.get_model("qualification", "AwardSeries")
    Event = apps.get_model("qualification", "AwardEvent")
    AuditLine = apps.get_model("accounts", "AuditLine")
    ends = {
        line.subject_uuid: line
        for line in AuditLine.objects.filter(subject="award", verb="end_award")
    }
    last, rows, events = Counter(), [], []
    awards = Award.objects.select_related("topic").order_by("valid_from", "pk")
    for award in awards.filter(number=None):
        series = (award.topic_id, award.valid_from.year)
        last[series] += 1
        award.number = f"MT-{award.topic.code}-{series[1]}-{last[series]:04}"
        rows.append(award)
        events.append(
            Event(
                award=award,
                kind="awarded",
                day=award.valid_from,
                at=award.decided_at,
                by_id=award.decided_by_id,
            )
        )
        if award.ended_on:
            line = ends.get(award.uuid)
            events.append(
                Event(
                    award=award,
                    kind="ended",
                    day=award.ended_on,
                    reason=award.end_reason,
                    at=line.at if line else award.decided_at,
                    by_id=line.by_id if line else award.decided_by_id,
                )
            )
    Award.objects.bulk_update(rows, ["number"], batch_size=500)
    Series.objects.bulk_create(
        Series(topic_id=topic, year=year, last=most)
        for (topic, year), most in last.items()
    )
    Event.objects.bulk_create(events, batch_size=BATCH)


def forget_past(apps, _schema_editor):
    """Take the numbers and lines back."""
    apps.get_model("qualification", "AwardEvent").objects.all().delete()
    apps.get_model("qualification", "AwardSeries").objects.all().delete()
    apps.get_model("qualification", "Award").objects.update(number=None)


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ('qualification', '0003_terms_and_numbers'),
    ]

    operations = [migrations.RunPython(write_past, forget_past)]
