"""Kinds of receipt books, and what becomes of a number that carries no money."""

from __future__ import annotations

from enum import StrEnum

from app.core.language import mark


class BookKind(StrEnum):
    """Who writes the numbers of a book."""

    OWN = "own"
    REFUND = "refund"
    PREPRINTED = "preprinted"
    HANDWRITTEN = "handwritten"
    BLANK = "blank"

    @property
    def is_counted(self) -> bool:
        """Whether the program gives the numbers in their order; else a hand writes them in any."""
        return self in _COUNTED


_COUNTED = (BookKind.OWN, BookKind.REFUND, BookKind.PREPRINTED)

BOOK_NAMES = {
    BookKind.OWN: mark("program's own numbers"),
    BookKind.REFUND: mark("refund slips"),
    BookKind.PREPRINTED: mark("pre-printed forms"),
    BookKind.HANDWRITTEN: mark("hand-written book"),
    BookKind.BLANK: mark("numbered blanks"),
}

ON_PAPER = {
    BookKind.OWN: "程序编号收据",
    BookKind.REFUND: "退款单",
    BookKind.PREPRINTED: "预印编号收据",
    BookKind.HANDWRITTEN: "手写收据本",
    BookKind.BLANK: "空白编号收据",
}


class Fate(StrEnum):
    """Why a number will never carry money."""

    SPOILED = "spoiled"
    MISSING = "missing"
    UNUSED = "unused"


FATE_NAMES = {
    Fate.SPOILED: mark("spoiled"),
    Fate.MISSING: mark("missing"),
    Fate.UNUSED: mark("came back unused"),
}

FATES_ON_PAPER = {Fate.SPOILED: "写坏", Fate.MISSING: "遗失", Fate.UNUSED: "未用交回"}
