"""Every book-keeping truth of the house, each brought by its room; read when the books are checked."""

from __future__ import annotations

from app.access import truths as of_access
from app.counter import seals as of_acts
from app.counter import truths as of_counter
from app.counter.books import truths as of_books
from app.counter.deposits import truths as of_deposits
from app.counter.outages import truths as of_outages
from app.counter.refunds import truths as of_refunds
from app.counter.shifts import truths as of_shifts
from app.duty import truths as of_duty
from app.estate import truths as of_estate
from app.fees import truths as of_fees
from app.fees.adjustments import truths as of_adjustments
from app.incidents import truths as of_incidents
from app.incidents.contacts import truths as of_contacts
from app.incidents.drills import truths as of_drills
from app.incidents.kept_plans import truths as of_plans
from app.ledger import truths as of_ledger
from app.meters import truths as of_meters
from app.notices import truths as of_notices
from app.store import file_truths as of_file
from app.store.truths import Truth
from app.tickets import truths as of_tickets
from app.tickets.deadlines import truths as of_deadlines
from app.tickets.files import truths as of_photos
from app.tickets.materials import truths as of_work
from app.tickets.ratings import truths as of_ratings

ALL_TRUTHS: tuple[Truth, ...] = (
    *of_file.TRUTHS,
    *of_ledger.TRUTHS,
    *of_estate.TRUTHS,
    *of_meters.TRUTHS,
    *of_fees.TRUTHS,
    *of_adjustments.TRUTHS,
    *of_acts.TRUTHS,
    *of_counter.TRUTHS,
    *of_refunds.TRUTHS,
    *of_deposits.TRUTHS,
    *of_books.TRUTHS,
    *of_shifts.TRUTHS,
    *of_outages.TRUTHS,
    *of_notices.TRUTHS,
    *of_tickets.TRUTHS,
    *of_deadlines.TRUTHS,
    *of_photos.TRUTHS,
    *of_work.TRUTHS,
    *of_ratings.TRUTHS,
    *of_incidents.TRUTHS,
    *of_contacts.TRUTHS,
    *of_plans.TRUTHS,
    *of_drills.TRUTHS,
    *of_duty.TRUTHS,
    *of_access.TRUTHS,
)
