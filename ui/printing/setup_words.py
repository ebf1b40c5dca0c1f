"""What kinds of documents and offsets are called on the screen."""

from __future__ import annotations

import re
from decimal import Decimal

from app.core.language import mark, tr
from app.core.show import MINUS
from app.paper.documents import MOST_OFFSET, DocumentKind
from app.paper.refusals import OffsetOutOfBounds, OffsetUnreadable

KINDS = {
    DocumentKind.RECEIPT: mark("Payment receipts"),
    DocumentKind.REFUND: mark("Refund slips"),
    DocumentKind.Z_REPORT: mark("Shift reports"),
    DocumentKind.NOTICE: mark("Notices and reports"),
    DocumentKind.SLIP: mark("Slips"),
}
_MILLIMETRES = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
_FULL_WIDTH = str.maketrans("０１２３４５６７８９．－＋−", "0123456789.-+-")


def parse_offset(text: str) -> int:
    """Tenths of a millimetre from millimetres as typed. Raises OffsetUnreadable, OffsetOutOfBounds."""
    typed = text.strip().translate(_FULL_WIDTH)
    tenths = Decimal(typed) * 10 if _MILLIMETRES.fullmatch(typed) else None
    if tenths is None or tenths != tenths.to_integral_value():
        raise OffsetUnreadable(text.strip())
    if abs(tenths) > MOST_OFFSET:
        raise OffsetOutOfBounds
    return int(tenths)


def show_offset(tenths: int) -> str:
    """`1.5`, `−0.2`: millimetres."""
    whole, rest = divmod(abs(tenths), 10)
    return f"{MINUS if tenths < 0 else ''}{whole}.{rest}"


def printer_words(name: str) -> str:
    """A printer's name; words for the system's default one."""
    return name or tr("The computer's default printer")
