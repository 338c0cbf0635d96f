"""Who can sign in to the demo. Every one of them is synthetic."""

from dataclasses import dataclass
from datetime import date, datetime

from mwalimu.accounts.models import Actor
from mwalimu.people.models import Person, Role
from mwalimu.people.operations import Work, assign_role, create_person, invite
from mwalimu.reference.models import Member

PASSWORD = "mwalimu-demo-2015"  # noqa: S105 - the demo's, printed for everybody
SINCE = date(2016, 7, 1)  # when the Joint Project began; assessors act in its past


@dataclass(frozen=True)
class SignIn:
    """Somebody who signs in: what they are called, play, and for whom."""

    label: str
    address: str
    name: str
    role: str
    member: str = ""
    language: str = "en"

    @property
    def email(self) -> str:
        """The address with which they sign in; example.org belongs to nobody."""
        return f"{self.address}@example.org"


PEOPLE = (
    SignIn("Project team", "team", "Noor Claes (demo)", Role.PROJECT_TEAM),
    SignIn("Project team, a colleague", "team2", "Sam Peeters (demo)", Role.PROJECT_TEAM),
    SignIn("National coordinator, Kenya", "coordinator.ke", "Wambui Koech (demo)",
           Role.COORDINATOR, "KE"),
    SignIn("Training-school registrar, Kenya", "registrar.ke", "Brian Achola (demo)",
           Role.REGISTRAR, "KE"),
    SignIn("Head of Customs, Kenya", "head.ke", "Faith Rotich (demo)",
           Role.HEAD_OF_CUSTOMS, "KE"),
    SignIn("National coordinator, Togo", "coordinator.tg", "AMOUZOU Édwige (demo)",
           Role.COORDINATOR, "TG", "fr"),
    SignIn("National coordinator, Fiji", "coordinator.fj", "Litia Waqa (demo)",
           Role.COORDINATOR, "FJ"),
    SignIn("Assessor", "assessor", "Robin Maes (demo)", Role.ASSESSOR),
    SignIn("Assessor, a colleague", "assessor2", "Emi Satō (demo)", Role.ASSESSOR),
    SignIn("Host organiser, Kenya", "host.ke", "Akinyi Mutua (demo)",
           Role.HOST_ORGANISER, "KE"),
    SignIn("Regional office", "regional", "Kim Adan (demo)", Role.REGIONAL_OFFICE),
    SignIn("Reader at the donor", "reader", "Aki Tanabe (demo)", Role.READER),
)  # fmt: skip
HOLDERS = {  # of an award, or of a seat of the example programme
    "Master Trainer, Kenya": ("trainer.ke", "EA-HS-HS-KE-1"),
    "Master Trainer, Togo": ("trainer.tg", "WA-RMIA-RM-TG-1"),
    "WG member, Kenya": ("member.ke", "EX-PCA-KE-1"),
    "WG member, Togo": ("member.tg", "EX-CV-TG-1"),
}
SIGN_INS = tuple(
    [(row.label, row.email, PASSWORD) for row in PEOPLE]
    + [
        (label, f"{address}@example.org", PASSWORD)
        for label, (address, _) in HOLDERS.items()
    ]
)


def open_sign_ins(
    members: dict[str, Member], holders: dict[str, Person], *, by: Actor, at: datetime
) -> dict[str, Person]:
    """Create the people who sign in; by the first part of their address."""
    found = {row.address: _open(row, members, by, at) for row in PEOPLE}
    for address, seat in HOLDERS.values():
        person = holders[seat]
        language = "fr" if address.endswith(".tg") else "en"
        invite(
            person, email=f"{address}@example.org", by=by, at=at, language=language,
            password=PASSWORD, mail=False,
        )  # fmt: skip
        found[address] = person
    return found


def _open(row: SignIn, members: dict[str, Member], by: Actor, at: datetime) -> Person:
    member = members[row.member] if row.member else None
    work = [Work(member=member, since=SINCE)] if member else []
    person = create_person(name=row.name, work=work, by=by, at=at, synthetic=True)
    assign_role(person, role=row.role, since=SINCE, member=member, by=by, at=at)
    invite(
        person, email=row.email, by=by, at=at, language=row.language,
        password=PASSWORD, mail=False,
    )  # fmt: skip
    return person
