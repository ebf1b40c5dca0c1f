"""The settings of every room in the order in which the office sees them; two rooms may share a section."""

from app.access import settings as of_access
from app.core.settings import Section
from app.counter import settings as of_counter
from app.counter.books import settings as of_books
from app.counter.outages import settings as of_outages
from app.counter.shifts import settings as of_shifts
from app.desk.backups import settings as of_backups
from app.desk.privacy import settings as of_privacy
from app.estate import settings as of_estate
from app.fees import settings as of_fees
from app.incidents.papers import settings as of_incident_papers
from app.incidents.unsigned import settings as of_unsigned
from app.tickets import settings as of_tickets
from app.tickets.deadlines import settings as of_deadlines


def joined(*sections: Section) -> tuple[Section, ...]:
    """Sections of one name become one, where the first of them stands."""
    found: dict[str, Section] = {}
    for section in sections:
        before = found[section.name].settings if section.name in found else ()
        found[section.name] = Section(section.name, before + section.settings)
    return tuple(found.values())


SECTIONS = joined(
    *of_estate.SECTIONS,
    *of_counter.SECTIONS,
    *of_books.SECTIONS,
    *of_shifts.SECTIONS,
    *of_outages.SECTIONS,
    *of_fees.SECTIONS,
    *of_tickets.SECTIONS,
    *of_deadlines.SECTIONS,
    *of_incident_papers.SECTIONS,
    *of_unsigned.SECTIONS,
    *of_access.SECTIONS,
    *of_privacy.SECTIONS,
    *of_backups.SECTIONS,
)
