"""Where each thing stands on each receipt paper: millimetres from the top left corner, texts by their baseline."""

from __future__ import annotations

from dataclasses import dataclass

from app.paper.flow import Span
from app.paper.lettering import Style
from app.paper.profiles import A5_LANDSCAPE, THIRD_FORM, PaperProfile
from app.paper.sheet import Side


@dataclass(frozen=True, slots=True)
class Spot:
    """A place for one text."""

    x: float
    y: float
    style: Style
    side: Side = Side.LEFT


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
    """Columns, their heads between two rules, and the body: `rows` are the row heights to try, tallest first."""

    columns: tuple[float, float, float, float]
    top: float
    heads: float
    head: Style
    body: float
    bottom: float
    rows: tuple[float, ...]
    cell: Style
    amount: Style


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
    """One receipt paper."""

    left: float
    right: float
    head: HeadLayout
    room: RoomLayout
    table: TableLayout
    band: BandLayout
    foot: FootLayout


_THIRD = ReceiptLayout(
    left=18,
    right=223,
    head=HeadLayout(
        company=Spot(18, 9.9, Style(11, bold=True)),
        centre=Spot(18, 15.1, Style(10)),
        room=80,
        title=Spot(120.5, 12.4, Style(20, bold=True)),
        spacing=9,
        mark=Spot(163.5, 5.5, Style(13, bold=True)),
        mark_size=(26.6, 9),
        number=Spot(223, 10, Style(14, bold=True), Side.RIGHT),
        number_label=Style(10.5),
        number_room=44,
        date=Spot(223, 15.1, Style(10.5), Side.RIGHT),
        rule=17.2,
    ),
    room=RoomLayout(
        label=Style(10.5),
        unit=Spot(18, 23, Style(14, bold=True)),
        unit_room=37,
        payer=Spot(58, 23, Style(14, bold=True)),
        payer_room=97,
        area=Spot(159, 23, Style(10.5)),
    ),
    table=TableLayout(
        columns=(18, 58, 109, 159),
        top=25.6,
        heads=29.6,
        head=Style(10.5, bold=True),
        body=31,
        bottom=52.6,
        rows=(5.4,),
        cell=Style(10.5),
        amount=Style(11),
    ),
    band=BandLayout(
        baseline=59.1,
        bottom=61.2,
        label=Style(12, bold=True),
        aside=Style(10.5),
        words=Style(14, bold=True),
        smallest_words=9,
        total=Style(18, bold=True),
        subtotal=Style(14, bold=True),
    ),
    foot=FootLayout(
        paid=Spot(18, 66.1, Style(10.5)),
        paid_lines=((18, 161), (44, 161)),
        received_at=68,
        change_at=97.8,
        credit_at=125.8,
        code=(18.2, 69.7),
        cashier=Spot(44, 71.8, Style(10.5)),
        cashier_line=(44, 112),
        shift_at=71,
        sign=Spot(97.8, 71.8, Style(10.5)),
        sign_line=(117.4, 159.9),
        sign_drop=1.3,
        stamp=Spot(165, 66.1, Style(10.5)),
        stamp_size=(58, 27),
        note=Spot(44, 77.7, Style(9.5)),
        note_room=119.5,
        plies=Spot(44, 82.2, Style(9.5)),
        page=Spot(159.9, 82.2, Style(9.5), Side.RIGHT),
        check=Spot(44, 87, Style(9.5, bold=True)),
        copy=Spot(80, 87, Style(9.5, bold=True)),
        copy_room=84,
    ),
)

_A5 = ReceiptLayout(
    left=22,
    right=198,
    head=HeadLayout(
        company=Spot(22, 16.9, Style(11, bold=True)),
        centre=Spot(22, 22.1, Style(10)),
        room=64,
        title=Spot(110, 20.4, Style(22, bold=True)),
        spacing=9,
        mark=Spot(149.5, 13.2, Style(13, bold=True)),
        mark_size=(26.6, 9),
        number=Spot(198, 17.1, Style(14, bold=True), Side.RIGHT),
        number_label=Style(9.5),
        number_room=33,
        date=Spot(198, 22.1, Style(10), Side.RIGHT),
        rule=26.1,
    ),
    room=RoomLayout(
        label=Style(9.5),
        unit=Spot(22, 34.6, Style(16, bold=True)),
        unit_room=44,
        payer=Spot(69, 34.6, Style(14, bold=True)),
        payer_room=94,
        area=Spot(198, 34.6, Style(10), Side.RIGHT),
    ),
    table=TableLayout(
        columns=(22, 55, 102, 145),
        top=39.7,
        heads=44.9,
        head=Style(9.5, bold=True),
        body=47.4,
        bottom=85.9,
        rows=(7.7, 5.4),
        cell=Style(10),
        amount=Style(11),
    ),
    band=BandLayout(
        baseline=94.4,
        bottom=97.9,
        label=Style(12, bold=True),
        aside=Style(9.5),
        words=Style(14, bold=True),
        smallest_words=8.5,
        total=Style(21, bold=True),
        subtotal=Style(14, bold=True),
    ),
    foot=FootLayout(
        paid=Spot(22, 104.1, Style(10)),
        paid_lines=((22, 198), (46, 198)),
        received_at=69,
        change_at=102,
        credit_at=None,
        code=(22.2, 109.7),
        cashier=Spot(46, 113.2, Style(10)),
        cashier_line=(46, 145),
        shift_at=76,
        sign=Spot(46, 122.8, Style(10)),
        sign_line=(64.8, 108),
        sign_drop=1,
        stamp=Spot(150, 113.2, Style(10)),
        stamp_size=(48, 26),
        note=Spot(22, 137, Style(8.5)),
        note_room=125,
        plies=None,
        page=Spot(198, 137, Style(8.5), Side.RIGHT),
        check=Spot(22, 131, Style(8.5)),
        copy=Spot(50, 131, Style(9.5, bold=True)),
        copy_room=97,
    ),
)

LAYOUTS: dict[PaperProfile, ReceiptLayout] = {THIRD_FORM: _THIRD, A5_LANDSCAPE: _A5}
"""How a receipt is laid out on each paper that it can be printed on."""
