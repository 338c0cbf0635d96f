"""Every kind of reminder there is: whom it is for, where its page is, when it is urgent.

The list is closed. How a kind is said stands in `queries.wording`, where its rows come
from in `queries.sources`; a test fails where one of them is missing.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

COORDINATES = frozenset({"coordinator", "deputy_coordinator"})
ENTERS = COORDINATES | {"registrar"}
HEADS = COORDINATES | {"head_of_customs"}
KEEPS = HEADS | {"registrar"}
RECORDS = ENTERS | {"project_team", "master_trainer"}
ON_A_PATH = frozenset({"candidate", "master_trainer"})


class Sort(StrEnum):
    """Why something needs somebody; in this order on every page."""

    DUE = "due"  # `day` is the last one
    EXPIRING = "expiring"  # `day` is the last one on which it holds
    BELOW_FLOOR = "below_floor"
    WAITING = "waiting"  # since `day`


class By(StrEnum):
    """What the address of a page is made of."""

    NOTHING = "nothing"
    UUID = "uuid"
    COHORT = "cohort"


@dataclass(frozen=True)
class Page:
    """An address by its name, and what goes behind the question mark."""

    name: str
    by: By = By.UUID
    query: str = ""


@dataclass(frozen=True)
class Kind:
    """One kind of reminder.

    It reaches the person it is about (`own`; if `own_as` names roles, in one of them, as
    its page opens to these alone), the project team (`team`), who plays one
    of the `roles` for its Member, and the assessors who may judge it (`judges`).

    Two kinds with the same `about` can be one matter, which is then said once; `parts`
    tell its matters apart. `page` is where it is done, `field_page` the same for those
    who only work in the field, `all_page` where all of them stand. It is urgent from
    `days` before its day, or after it has waited so long; None: never, 0 below a floor:
    always.
    """

    code: str
    sort: Sort
    about: str
    page: Page
    own: bool = False
    own_as: frozenset[str] = frozenset()
    team: bool = False
    roles: frozenset[str] = frozenset()
    judges: bool = False
    parts: tuple[str, ...] = ("uuid",)
    field_page: Page | None = None
    all_page: Page | None = None
    days: int | None = None


HAND_IN = Page("field:assignment")
MY_WORK = Page("field:assignments", By.NOTHING)
TRAINING = Page("desk:training")
TAUGHT = Page("field:training")
AWARD = Page("desk:award")
CALL = Page("desk:call")
LETTER = Page("desk:letter")
LATE_LETTERS = Page("desk:letters", By.NOTHING, "state=waiting")
NOMINATIONS = Page("desk:nominations", By.NOTHING)
SUBMISSION = Page("desk:submission")
FLOORS = Page("desk:floors", By.NOTHING)
SEATS = Page("desk:cohort_seats", By.COHORT)
BEHIND = Page("desk:board", By.COHORT, "behind=on")
ALL_BEHIND = Page("desk:boards", By.NOTHING, "behind=on")


def _trainings(status: str) -> Page:
    return Page("desk:trainings", By.NOTHING, f"status={status}")


KINDS = (
    Kind(
        "work_due",
        Sort.DUE,
        "work",
        HAND_IN,
        own=True,
        all_page=MY_WORK,
        days=3,
    ),
    Kind(
        "answer_invitation",
        Sort.DUE,
        "invitation",
        Page("field:session"),
        own=True,
        all_page=Page("field:sessions", By.NOTHING),
        days=14,
    ),
    Kind(
        "another_name",
        Sort.DUE,
        "names",
        NOMINATIONS,
        roles=COORDINATES,
        parts=("uuid", "member"),
        days=7,
    ),
    Kind(
        "names_missing",
        Sort.DUE,
        "names",
        NOMINATIONS,
        roles=COORDINATES,
        parts=("uuid", "member"),
        days=7,
    ),
    Kind(
        "letter_to_answer",
        Sort.DUE,
        "letter",
        LETTER,
        roles=HEADS,
        all_page=LATE_LETTERS,
        days=7,
    ),
    Kind(
        "answers_missing",
        Sort.DUE,
        "answers",
        Page("desk:session_people"),
        team=True,
        all_page=Page("desk:sessions", By.NOTHING),
        days=7,
    ),
    Kind(
        "award_ends",
        Sort.EXPIRING,
        "award",
        AWARD,
        own=True,
        days=30,
    ),
    Kind(
        "award_to_renew",
        Sort.EXPIRING,
        "award",
        AWARD,
        team=True,
        roles=COORDINATES,
        days=30,
    ),
    Kind(
        "below_floor",
        Sort.BELOW_FLOOR,
        "floor",
        FLOORS,
        team=True,
        roles=KEEPS,
        parts=("uuid", "member", "topic"),
        all_page=FLOORS,
        days=0,
    ),
    Kind(
        "work_to_repeat",
        Sort.WAITING,
        "work",
        HAND_IN,
        own=True,
        all_page=MY_WORK,
        days=14,
    ),
    Kind(
        "training_returned",
        Sort.WAITING,
        "training",
        TRAINING,
        own=True,
        own_as=RECORDS,
        roles=ENTERS,
        field_page=TAUGHT,
        all_page=_trainings("returned"),
        days=14,
    ),
    Kind(
        "training_to_verify",
        Sort.WAITING,
        "training",
        TRAINING,
        team=True,
        roles=COORDINATES,
        field_page=TAUGHT,
        all_page=_trainings("submitted"),
        days=30,
    ),
    Kind(
        "work_to_review",
        Sort.WAITING,
        "submission",
        Page("field:review"),
        judges=True,
        all_page=MY_WORK,
        days=14,
    ),
    Kind(
        "work_differs",
        Sort.WAITING,
        "submission",
        SUBMISSION,
        team=True,
        days=7,
    ),
    Kind(
        "work_not_reviewed",
        Sort.WAITING,
        "submission",
        SUBMISSION,
        team=True,
    ),
    Kind(
        "demo_to_score",
        Sort.WAITING,
        "slot",
        Page("field:score"),
        own=True,
        all_page=Page("field:scoring", By.NOTHING),
        days=1,
    ),
    Kind(
        "minutes_to_sign",
        Sort.WAITING,
        "minutes",
        Page("field:panel_minutes"),
        own=True,
        all_page=Page("field:scoring", By.NOTHING),
        days=7,
    ),
    Kind(
        "names_to_decide",
        Sort.WAITING,
        "call",
        CALL,
        team=True,
        days=14,
    ),
    Kind(
        "call_to_conclude",
        Sort.WAITING,
        "call",
        CALL,
        team=True,
    ),
    Kind(
        "letter_unanswered",
        Sort.WAITING,
        "letter",
        LETTER,
        team=True,
        all_page=LATE_LETTERS,
        days=14,
    ),
    Kind(
        "seats_vacant",
        Sort.WAITING,
        "seats",
        SEATS,
        team=True,
    ),
    Kind(
        "own_seats_vacant",
        Sort.WAITING,
        "seats",
        SEATS,
        roles=HEADS,
        parts=("uuid", "member"),
    ),
    Kind(
        "behind",
        Sort.WAITING,
        "path",
        Page("field:path", By.NOTHING),
        own=True,
        own_as=ON_A_PATH,
    ),
    Kind(
        "people_behind",
        Sort.WAITING,
        "behind",
        BEHIND,
        roles=HEADS,
        parts=("uuid", "member"),
        all_page=ALL_BEHIND,
    ),
    Kind(
        "cohort_behind",
        Sort.WAITING,
        "behind",
        BEHIND,
        team=True,
        all_page=ALL_BEHIND,
    ),
    Kind(
        "training_draft",
        Sort.WAITING,
        "training",
        TRAINING,
        own=True,
        own_as=RECORDS,
        roles=ENTERS,
        field_page=TAUGHT,
        all_page=_trainings("draft"),
    ),
)
BY_CODE = {kind.code: kind for kind in KINDS}
PLACE = {kind.code: place for place, kind in enumerate(KINDS)}
SORTS = tuple(Sort)


def concerning(roles: Iterable[str]) -> tuple[Kind, ...]:
    """The kinds that somebody in these roles may get; what is their own, always."""
    known = frozenset(roles)
    return tuple(
        kind
        for kind in KINDS
        if kind.own
        or (kind.team and "project_team" in known)
        or kind.roles & known
        or (kind.judges and "assessor" in known)
    )
