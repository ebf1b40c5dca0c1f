"""What the office says of itself, as settings."""

from app.core.language import mark
from app.core.settings import Section, Setting, Text

_FACTS = "office.facts"

COMPANY = Setting(
    _FACTS,
    "",
    Text(required=True),
    mark("Company"),
    mark("The property company, as on its stamp; it stands above the service centre on papers."),
    "company",
)
SERVICE_CENTRE = Setting(
    _FACTS,
    "",
    Text(required=True),
    mark("Service centre"),
    mark("The office itself, in the head of every paper."),
    "service_centre",
)
ESTATE = Setting(
    _FACTS,
    "",
    Text(required=True),
    mark("Name of the estate"),
    mark("Stands in the window's head and on papers."),
    "estate",
)
TELEPHONE = Setting(
    _FACTS,
    "",
    Text(40),
    mark("Telephone"),
    mark("Printed on receipts for questions about them."),
    "telephone",
)
ADDRESS = Setting(
    _FACTS,
    "",
    Text(),
    mark("Address"),
    mark("Where residents find the service centre."),
    "address",
)
COMPLAINT_TELEPHONE = Setting(
    _FACTS,
    "",
    Text(40),
    mark("Complaint number"),
    mark("The company's number for complaints, on the fee disclosure sheet."),
    "complaint_telephone",
)

SECTIONS = (Section(mark("Office"), (COMPANY, SERVICE_CENTRE, ESTATE, TELEPHONE, ADDRESS, COMPLAINT_TELEPHONE)),)
