"""The hash that members of a panel sign."""

import hashlib
import json

from mwalimu.programmes.models import PanelMinutes


def hash_of(row: PanelMinutes) -> str:
    """SHA-256 of all that the minutes say: text, results, panel, what they correct.

    People stand in it by their uuid, so that a name written otherwise later changes
    nothing. docs/reference/demo-slots.md describes it.
    """
    said = {
        "minutes": str(row.uuid),
        "session": str(row.session.uuid),
        "corrects": str(row.corrects.uuid) if row.corrects else None,
        "language": row.language,
        "text": row.text,
        "results": sorted(
            [
                str(each.candidate.uuid),
                each.topic.code,
                each.skill,
                each.expertise,
                each.content,
                each.remarks,
            ]
            for each in row.results.select_related("candidate", "topic")
        ),
        "panel": sorted(
            [str(each.person.uuid), each.organisation]
            for each in row.panel.select_related("person")
        ),
    }
    plain = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()
