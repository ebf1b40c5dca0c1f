"""Where each thing stands on each receipt paper: millimetres from the top left corner, texts by their baseline.

The numbers themselves are data: `resources/papers`, or an office's own copy of a file from there.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.paper.flow import Span
from app.paper.layout_file import Spot
from app.paper.lettering import Style


@dataclass(frozen=True, slots=True)
class HeadLayout:
    """Company and centre, title, the mark of a copy, number over date, and the heavy rule that closes the head."""

    company: Spot
    centre: Spot
    room: float
    title: Spot
    spacing: float
    mark: Spot
    mark_size: tuple[float, float]
    number: Spot
    number_label: Style
    number_room: float
    date: Spot
    rule: float


@dataclass(frozen=True, slots=True)
class RoomLayout:
    """Unit, payer and area on one line."""

    label: Style
    unit: Spot
    unit_room: float
    payer: Spot
    payer_room: float
    area: Spot


@dataclass(frozen=True, slots=True)
class TableLayout:
    """Columns, their heads between two rules, and the body: `rows` are the row heights to try, tallest first.

    With `least_rows` the table is only as long as its rows, but no shorter than so many of them: what stands below it
    moves up.
    """

    columns: tuple[float, float, float, float]
    top: float
    heads: float
    head: Style
    body: float
    bottom: float
    rows: tuple[float, ...]
    cell: Style
    amount: Style
    least_rows: float | None


@dataclass(frozen=True, slots=True)
class BandLayout:
    """The total in words and figures on one baseline, between two heavy rules."""

    baseline: float
    bottom: float
    label: Style
    aside: Style
    words: Style
    smallest_words: float
    total: Style
    subtotal: Style


@dataclass(frozen=True, slots=True)
class FootLayout:
    """How it was paid, the code, who took it, a line to sign, the notes, and the place for the stamp."""

    paid: Spot
    paid_lines: tuple[Span, Span]
    received_at: float
    change_at: float
    credit_at: float | None
    code: tuple[float, float]
    cashier: Spot
    cashier_line: Span
    shift_at: float
    sign: Spot
    sign_line: Span
    sign_drop: float
    stamp: Spot
    stamp_size: tuple[float, float]
    note: Spot
    note_room: float
    plies: Spot | None
    page: Spot
    check: Spot
    copy: Spot
    copy_room: float


@dataclass(frozen=True, slots=True)
class ReceiptLayout:
    """One receipt paper of a fixed size."""

    left: float
    right: float
    head: HeadLayout
    room: RoomLayout
    table: TableLayout
    band: BandLayout
    foot: FootLayout


@dataclass(frozen=True, slots=True)
class RollLayout:
    """A receipt on a roll: how each text is set; every part stands below the last one.

    `code_beside` (1 or 0) puts the notes to the right of the code; else they stand below it.
    """

    left: float
    right: float
    company: Style
    centre: Style
    title: Style
    spacing: float
    mark: Style
    number: Style
    date: Style
    unit: Style
    payer: Style
    area: Style
    item: Style
    amount: Style
    detail: Style
    total_label: Style
    total: Style
    words: Style
    smallest_words: float
    paid: Style
    change: Style
    check: Style
    note: Style
    code_beside: float
