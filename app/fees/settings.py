"""The office's own rules of billing, waivers, discounts and the disclosure sheet."""

from app.core.language import mark
from app.core.money import Money
from app.core.settings import Amount, OneOf, Section, Setting, Text
from app.fees.handover import WORDS, HandoverMonth

_SHEET = "fees.disclosure"

HANDOVER_MONTH = Setting(
    "fees.handover_month",
    HandoverMonth.FROM_HANDOVER_DAY,
    OneOf(WORDS),
    mark("Handover month"),
    mark("From which day an owner is charged; cities differ. Charges already made stay as they are."),
)
WAIVE_LIMIT = Setting(
    "fees.waive_limit_fen",
    Money(50_00),
    Amount(),
    mark("Waiver without a supervisor"),
    mark("Up to how much a cashier waives of one charge, its late fee included, all waivers together."),
)
DISCOUNT_LIMIT = Setting(
    "fees.discount_limit_fen",
    Money(1_000_00),
    Amount(),
    mark("Discount without a supervisor"),
    mark("Up to how much a cashier grants a discount in one payment."),
)
PAYERS = Setting(
    _SHEET,
    "业主（未售出的房屋由建设单位交纳）",
    Text(120),
    mark("Charged to"),
    mark("Who pays, as the sheet says it. Empty leaves the line out."),
    "payers",
)
SERVICE_STANDARD = Setting(
    _SHEET,
    "",
    Text(120),
    mark("Service standard"),
    mark("Where the standard of service can be read. Empty leaves the line out."),
    "service_standard",
)
PRICE_CONTROL = Setting(
    _SHEET,
    "市场调节价",
    Text(120),
    mark("Price control"),
    mark("Whether the price is set by the market or guided by the government. Empty leaves the line out."),
    "price_control",
)
CHARGING = Setting(
    _SHEET,
    "包干制",
    Text(120),
    mark("Way of charging"),
    mark("Lump sum (包干制) or remuneration (酬金制). Empty leaves the line out."),
    "charging",
)
PRICE_HOTLINE = Setting(
    _SHEET,
    "12315",
    Text(40),
    mark("Price hotline"),
    mark("The public number for complaints about prices. Empty leaves the line out."),
    "price_hotline",
)
AUTHORITY_TELEPHONE = Setting(
    _SHEET,
    "",
    Text(40),
    mark("Housing authority"),
    mark("The telephone of the authority that supervises the office. Empty leaves the line out."),
    "authority_telephone",
)

SECTIONS = (
    Section(mark("Billing"), (HANDOVER_MONTH,)),
    Section(mark("Waivers and discounts"), (WAIVE_LIMIT, DISCOUNT_LIMIT)),
    Section(
        mark("Fee disclosure sheet"),
        (PAYERS, SERVICE_STANDARD, PRICE_CONTROL, CHARGING, PRICE_HOTLINE, AUTHORITY_TELEPHONE),
    ),
)
