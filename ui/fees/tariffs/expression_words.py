"""The variables of an expression in words, and what is wrong with one."""

from __future__ import annotations

from app.core.language import mark, tr
from app.fees.expression import CHINESE, Unsound, names_in
from app.fees.expression import VARIABLES as KNOWN
from app.fees.terms_refusals import ExpressionUnsound
from ui.sentences import say
from ui.widgets.two_line_list import Line, TwoLine

VARIABLES: dict[str, tuple[str, str]] = {
    "area": (mark("area"), mark("building area in ㎡")),
    "inner_area": (mark("inner_area"), mark("inner area in ㎡")),
    "billing_area": (mark("billing_area"), mark("billing area in ㎡")),
    "floor": (mark("floor"), mark("the unit's floor")),
    "headcount": (mark("headcount"), mark("how many people live there")),
    "coefficient": (mark("coefficient"), mark("the unit's own factor, 1 unless agreed otherwise")),
    "price": (mark("price"), mark("the price of the field above, after its rises")),
}
PRICE = "price"


def problem_of(text: str) -> str:
    """What is wrong with an expression, as a sentence; empty when nothing is."""
    if not text.strip():
        return tr("Type the expression, like area × price + 2 × (floor − 6).")
    try:
        names_in(text)
    except Unsound as unsound:
        return say(ExpressionUnsound(text.strip(), unsound.piece, unsound.place))
    return ""


def names_price(text: str) -> bool:
    """Whether an expression that is sound asks for the price."""
    try:
        return PRICE in names_in(text)
    except Unsound:
        return False


def spelled(name: str) -> str:
    """A variable as the language on the screen spells it; every expression understands both spellings."""
    said = tr(VARIABLES[name][0])
    return said if CHINESE.get(said, said) in KNOWN else name


def variable_lines() -> list[Line]:
    """Every variable: how it is spelled, and what it is."""
    return [TwoLine(head=spelled(name), below=tr(VARIABLES[name][1]), what=spelled(name)) for name in KNOWN]
