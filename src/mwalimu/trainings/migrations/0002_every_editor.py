"""Keep every editor of a version, and no longer only the last one.

Earlier editors are read from the audit trail, which has a line for each edit.
"""

import django.db.models.deletion
from django.db import migrations, models

AT_ONCE = 2000


def carry_over(apps, schema_editor):
    """Who entered, who edited last, for whom they did, and who edited before."""
    Training = apps.get_model("trainings", "Training")
    AuditLine = apps.get_model("accounts", "AuditLine")
    behind = dict(apps.get_model("accounts", "Actor").objects.values_list("pk", "on_behalf_of"))
    edits = AuditLine.objects.filter(subject="training", verb="edit").order_by()
    edited = {}
    for uuid, after, by in edits.values_list("subject_uuid", "after", "by").iterator():
        edited.setdefault((uuid, after.get("version")), set()).add(by)
    cut = ("pk", "uuid", "version", "entered_by", "edited_by")
    found = set()
    for pk, uuid, version, entered, last in Training.objects.values_list(*cut).iterator():
        for hand in {entered, last, *edited.get((uuid, version), ())}:
            while hand is not None:
                found.add((pk, hand))
                hand = behind.get(hand)
    keep(apps, sorted(found))


def keep(apps, pairs):
    """Store them, in batches."""
    TrainingEditor = apps.get_model("trainings", "TrainingEditor")
    rows = (TrainingEditor(training_id=pk, actor_id=hand) for pk, hand in pairs)
    TrainingEditor.objects.bulk_create(rows, batch_size=AT_ONCE)


def keep_the_last(apps, schema_editor):
    """Back to one editor a version: the one who came last, other than who entered it."""
    Training = apps.get_model("trainings", "Training")
    TrainingEditor = apps.get_model("trainings", "TrainingEditor")
    others = TrainingEditor.objects.exclude(actor=models.F("training__entered_by"))
    last = others.filter(training=models.OuterRef("pk")).order_by("-pk").values("actor")
    Training.objects.update(edited_by=models.Subquery(last[:1]))


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("trainings", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="TrainingEditor",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("actor", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.actor")),
                ("training", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="editors", to="trainings.training")),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("training", "actor"), name="training_editor_once")],
            },
        ),
        migrations.RunPython(carry_over, keep_the_last),
        migrations.RemoveField(model_name="training", name="edited_at"),
        migrations.RemoveField(model_name="training", name="edited_by"),
    ]
