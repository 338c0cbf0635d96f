"""EX-RM: a call is open; names are drafted, put forward, scored, and one is accepted."""

from io import BytesIO

from mwalimu.demo.example.scene import Scene, specimen
from mwalimu.demo.plan.example import COMING, EACH, MEMBERS, TOPICS, nominee
from mwalimu.programmes.models import Call, Nomination
from mwalimu.programmes.operations.calls import (
    CallFacts,
    CriterionFacts,
    accept_nomination,
    attach,
    draft_call,
    nominate,
    open_call,
    score_nomination,
    submit_nomination,
)
from mwalimu.programmes.operations.letters import (
    Occasion,
    issue_letters,
    write_letters,
)
from mwalimu.programmes.queries.codes import cohorts_by_code

OPENED, CLOSES = -21, 12  # days from today
PROFILE = {
    "en": "Officers who analyse risk every day, and like to explain what they do. Three"
    " years in risk management; free for all working groups.",
    "fr": "Des agents qui analysent les risques chaque jour et aiment expliquer ce"
    " qu’ils font. Trois ans en gestion des risques ; libres pour tous les groupes de"
    " travail.",
}
CRITERIA = (
    CriterionFacts({"en": "Experience", "fr": "Expérience"}, 2),
    CriterionFacts({"en": "Wish to teach", "fr": "Envie d’enseigner"}, 2),
    CriterionFacts({"en": "Languages", "fr": "Langues"}),
)
WHY = {
    "en": "Five years in the risk unit; teaches new officers every spring (synthetic).",
    "fr": "Cinq ans à l’unité de gestion des risques ; forme chaque année les nouveaux"
    " agents (données fictives).",
}


def open_the_call(scene: Scene) -> None:
    """The call, its letters, and what administrations have answered so far."""
    call = send_call(scene)
    first = put_forward(scene, call, "KE", 1, "coordinator.ke", -14)
    name(scene, call, "KE", 2, "coordinator.ke", -6)  # still a draft
    put_forward(scene, call, "TG", 1, "coordinator.tg", -12)
    put_forward(scene, call, "TG", 2, "coordinator.tg", -11)
    scored(scene, first, {"team": (4, 5, 4), "team2": (4, 4, 5)})
    ghana = from_a_letter(scene, call, "GH")
    scored(scene, ghana, {"team": (5, 4, 4)})
    since = scene.day(-2)
    accept_nomination(ghana, since=since, by=scene.by, at=scene.then(-2))
    from_a_letter(scene, call, "UG")


def send_call(scene: Scene) -> Call:
    """The call goes out, with a letter to each head of Customs."""
    cohort = cohorts_by_code()[COMING]
    by, at = scene.by, scene.then(OPENED)
    members = [scene.world.members[code] for code in MEMBERS]
    facts = CallFacts(
        topic=scene.world.topics[TOPICS[COMING]],
        opens_on=scene.day(OPENED),
        closes_on=scene.day(CLOSES),
        profiles=PROFILE,
        seats=dict.fromkeys(members, EACH),
        criteria=CRITERIA,
    )
    call = open_call(draft_call(cohort, facts=facts, by=by, at=at), by=by, at=at)
    occasion = Occasion("call", cohort=cohort, answer_by=scene.day(CLOSES))
    drafts = write_letters(occasion, members=members, by=by, at=at)
    issue_letters(drafts, dated_on=at.date(), by=by, at=at)
    return call


def name(
    scene: Scene, call: Call, member: str, number: int, who: str, days: int
) -> Nomination:
    """A coordinator begins to name an officer."""
    return nominate(
        call,
        member=scene.world.members[member],
        person=scene.person(nominee(member, number)),
        motivation=WHY["fr" if member == "TG" else "en"],
        by=scene.actor(who),
        at=scene.then(days),
    )


def put_forward(
    scene: Scene, call: Call, member: str, number: int, who: str, days: int
) -> Nomination:
    """A coordinator names an officer, and the project team reads it."""
    row = name(scene, call, member, number, who, days)
    return submit_nomination(row, by=scene.actor(who), at=scene.then(days, 11))


def from_a_letter(scene: Scene, call: Call, member: str) -> Nomination:
    """The project team enters what an administration wrote, with the scan."""
    row = name(scene, call, member, 1, "team", -8)
    scan = specimen("Letter (synthetic)", ["We nominate the officer named here."])
    by, at = scene.actor("team"), scene.then(-8, 11)
    attach(row, stream=BytesIO(scan), name="letter.pdf", by=by, at=at)
    return submit_nomination(row, by=by, at=at)


def scored(
    scene: Scene, row: Nomination, given: dict[str, tuple[int, int, int]]
) -> None:
    """What the project team thinks of a name; it stays inside."""
    criteria = list(row.call.criteria.all())
    for who, scores in given.items():
        score_nomination(
            row,
            scores=dict(zip(criteria, scores, strict=True)),
            by=scene.actor(who),
            at=scene.then(-4),
        )
