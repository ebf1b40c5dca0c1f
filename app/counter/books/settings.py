"""Which numbers the program prints on receipts."""

from __future__ import annotations

from app.core.language import mark
from app.core.settings import OneOf, Section, Setting
from app.counter.books.kinds import BookKind

RECEIPT_NUMBERS = Setting(
    "counter.receipt_numbers",
    BookKind.OWN,
    OneOf(
        {
            BookKind.OWN: mark("The program's own, one after the other"),
            BookKind.PREPRINTED: mark("Those on pre-printed forms, as registered"),
        }
    ),
    mark("Numbers of receipts"),
    mark("With pre-printed forms the number on the form is the number of the receipt; a stack is compared once."),
)

SECTIONS = (Section(mark("Printing"), (RECEIPT_NUMBERS,)),)
