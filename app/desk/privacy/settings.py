"""How long the office keeps what it knows of people, as settings."""

from app.core.language import mark
from app.core.settings import Section, Setting, Unit, Whole

KEEP_PEOPLE = Setting(
    "privacy.keep_people_years",
    3,
    Whole(0, 30, Unit.YEARS),
    mark("Keep people who moved out"),
    mark(
        "So long after the last role and the last payment name and telephones stay; a claim can be raised for three "
        "years (Civil Code, art. 188)."
    ),
)
KEEP_REPORTS = Setting(
    "privacy.keep_reports_years",
    3,
    Whole(0, 30, Unit.YEARS),
    mark("Keep who reported a ticket"),
    mark("So long after a ticket ended it keeps who reported it; liability for the work can be claimed meanwhile."),
)
KEEP_INCIDENT_PEOPLE = Setting(
    "privacy.keep_incident_people_years",
    3,
    Whole(0, 30, Unit.YEARS),
    mark("Keep people of an incident"),
    mark(
        "So long after an incident began, names and telephones of people who were trapped or hurt stay for insurance "
        "and enquiries."
    ),
)
KEEP_PAPERS = Setting(
    "privacy.keep_papers_years",
    30,
    Whole(30, 100, Unit.YEARS),
    mark("Keep receipts and the journal"),
    mark(
        "Vouchers are kept for at least 30 years (rules on accounting archives); receipts keep the payer's name and "
        "are never changed."
    ),
)

SECTIONS = (Section(mark("Personal data"), (KEEP_PEOPLE, KEEP_REPORTS, KEEP_INCIDENT_PEOPLE, KEEP_PAPERS)),)
