"""The office's own rules at the counter, as settings."""

from enum import StrEnum

from app.core.language import mark
from app.core.money import Money
from app.core.settings import Amount, OneOf, Section, Setting, SomeOf, Unit, Whole, YesNo
from app.counter.methods import NAMES, Method
from app.fees.allocation_rule import LateFeeOrder
from app.fees.cash_rounding import CashRounding
from app.paper.profiles import A4, A5_LANDSCAPE, HALF_FORM, ROLL_58, ROLL_80, THIRD_FORM


class DefaultMethod(StrEnum):
    """Which method a bill opens with."""

    LAST = "last"
    CASH = "cash"


DEFAULT_METHOD = Setting(
    "counter.default_method",
    DefaultMethod.LAST,
    OneOf(
        {
            DefaultMethod.LAST: mark("The last method of the cashier in this shift"),
            DefaultMethod.CASH: mark("Always cash"),
        }
    ),
    mark("Method that a bill opens with"),
    mark("What is chosen before the cashier presses a key for another method."),
)
CASH_ROUNDING = Setting(
    "counter.cash_rounding",
    CashRounding.DOWN,
    OneOf(
        {
            CashRounding.DOWN: mark("Down to the jiao"),
            CashRounding.HALF_UP: mark("To the nearest jiao, half a jiao up"),
            CashRounding.OFF: mark("Off: fen are taken as they are"),
        }
    ),
    mark("Rounding of cash"),
    mark("There are no fen coins: the difference stands on the receipt as a line of its own."),
)
LATE_FEE_ORDER = Setting(
    "fees.late_fee_order",
    LateFeeOrder.PRINCIPAL_FIRST,
    OneOf(
        {
            LateFeeOrder.PRINCIPAL_FIRST: mark("Principal first, then late fee"),
            LateFeeOrder.LATE_FEE_FIRST: mark("Late fee first, then principal"),
        }
    ),
    mark("What a part payment meets first"),
    mark("Within what is due; the payer may always pay the principal without the late fee."),
)
REFERENCE_REQUIRED: Setting[frozenset[Method]] = Setting(
    "counter.reference_required",
    frozenset(),
    SomeOf({method: words for method, words in NAMES.items() if not method.is_counted_at_once}),
    mark("Reference number required"),
    mark("A payment by a ticked method is only taken with the number of its slip or transfer."),
)
ROUND_OFF_LIMIT = Setting(
    "counter.round_off_limit_fen",
    Money(1_00),
    Amount(),
    mark("Rounding off without a supervisor"),
    mark("Up to how much a cashier lets go beyond the jiao in one payment, so that round money is paid."),
)
MONTHS_AHEAD = Setting(
    "counter.months_ahead",
    12,
    Whole(1, 36, Unit.MONTHS),
    mark("Months paid ahead at most"),
    mark("How far ahead of this month a payment may reach; the law limits it in some cities."),
)
CREDIT_AT_BILLING = Setting(
    "counter.credit_at_billing",
    False,
    YesNo(),
    mark("Use credit at billing"),
    mark("A billing run pays what a unit owes from the credit that it holds, oldest due first; no receipt is made."),
)
RECEIPT_PAPER = Setting(
    "counter.receipt_paper",
    THIRD_FORM.name,
    OneOf(
        {
            THIRD_FORM.name: mark("Continuous form 241 × 93.1 mm, a third of 11 inches"),
            HALF_FORM.name: mark("Continuous form 241 × 139.7 mm, two to a page"),
            A5_LANDSCAPE.name: mark("A5 sheet, landscape"),
            A4.name: mark("A4 sheet"),
            ROLL_80.name: mark("Thermal roll 80 mm"),
            ROLL_58.name: mark("Thermal roll 58 mm"),
        }
    ),
    mark("Paper of receipts"),
    mark("What the receipt printer holds; a receipt is laid out for just this paper."),
)

SECTIONS = (
    Section(
        mark("Taking payments"),
        (
            DEFAULT_METHOD,
            CASH_ROUNDING,
            LATE_FEE_ORDER,
            REFERENCE_REQUIRED,
            ROUND_OFF_LIMIT,
            MONTHS_AHEAD,
            CREDIT_AT_BILLING,
        ),
    ),
    Section(mark("Printing"), (RECEIPT_PAPER,)),
)
