"""Whether somebody of a session is synthetic: what is printed of it says so then."""

from mwalimu.programmes.models import Attendance, Holding, Session, SessionGuest


def has_synthetic_people(session: Session) -> bool:
    """A holder of a seat of its cohorts, a guest, or somebody who was there."""
    cohorts = session.cohorts.order_by().values("pk")
    made = {"person__synthetic": True}
    return (
        Holding.objects.filter(seat__cohort__in=cohorts, **made).exists()
        or SessionGuest.objects.filter(session=session, **made).exists()
        or Attendance.objects.filter(day__session=session, **made).exists()
    )
