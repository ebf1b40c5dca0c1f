"""The lists of a billing run: what would be charged, what is skipped and why, units that no tariff lies on."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from app.core.language import tr
from app.core.money import NOTHING, Money
from app.core.show import show_money, show_months
from app.estate.unit_code import natural
from ui.fees.runs.preview_facts import BareLine, BillLine, ItemLine, SkipLine
from ui.fees.short_table import ShortTable
from ui.fees.tariffs.expression_words import VARIABLES, spelled
from ui.widgets.chip import Mood
from ui.widgets.colours import Tone
from ui.widgets.columns import Column, Kind, State
from ui.widgets.painting import box
from ui.widgets.row_delegate import RowLook
from ui.widgets.sizes import px
from ui.widgets.skip_words import cure_words, reason_state
from ui.widgets.table_view import TableView

_BAR_HEIGHT = 12


class BillTable(TableView[BillLine]):
    """Charges that the run would write, each beside what was charged before."""

    def __init__(self, name: str = "") -> None:
        columns: list[Column[BillLine]] = [
            Column(
                tr("Unit"), lambda line: line.row.unit_code, bold=True, sort=lambda line: natural(line.row.unit_code)
            ),
            Column(tr("Person"), lambda line: line.person, least=6, stretch=True),
            Column(tr("Fee item"), lambda line: line.row.item.name, stretch=True, whole=True),
            Column(tr("Tariff"), _tariff, tone=Tone.INK2, stretch=True),
            Column(tr("Period"), _period),
            Column(tr("Due"), lambda line: line.row.charge.due_on, Kind.DATE, tone=Tone.INK2),
            Column(tr("Remark"), _remark, Kind.STATE),
            Column(tr("Last time"), lambda line: line.row.last_amount, Kind.MONEY, tone=Tone.INK2, dash=True),
            Column(tr("Amount"), lambda line: line.row.charge.amount, Kind.MONEY, total=True, bold=True),
        ]
        super().__init__(name or tr("Charges of this run"), columns, key=lambda line: line.number)

    def fold(self, *, narrow: bool) -> None:
        """Leave out what the explanation below says too where there is little room."""
        for title in (tr("Tariff"), tr("Due")):
            self.hide_column(title, hidden=narrow)


class SkipTable(TableView[SkipLine]):
    """Assignments for which nothing would be written, with the reason and what would change it."""

    def __init__(self) -> None:
        columns: list[Column[SkipLine]] = [
            Column(
                tr("Unit"), lambda line: line.row.unit_code, bold=True, sort=lambda line: natural(line.row.unit_code)
            ),
            Column(tr("Person"), lambda line: line.person, least=6),
            Column(tr("Fee item"), lambda line: line.row.item.name, whole=True),
            Column(tr("Tariff"), lambda line: line.row.tariff, tone=Tone.INK2),
            Column(tr("Reason"), lambda line: reason_state(line.row.reason), Kind.STATE),
            Column(tr("What to do"), _cure, tone=Tone.INK2, stretch=True),
        ]
        super().__init__(tr("Skipped"), columns, key=lambda line: line.number)


def _cure(line: SkipLine) -> str:
    about = spelled(line.row.about) if line.row.about in VARIABLES else line.row.about
    words = cure_words(line.row.reason)
    return f"{words} ({about})" if about else words


class BareTable(TableView[BareLine]):
    """Units that nothing is ever charged on."""

    def __init__(self) -> None:
        columns: list[Column[BareLine]] = [
            Column(
                tr("Unit"), lambda line: line.row.unit_code, bold=True, sort=lambda line: natural(line.row.unit_code)
            ),
            Column(tr("Person"), lambda line: line.person, least=6),
            Column(tr("What to do"), lambda _: tr("assign a tariff, or nothing is ever charged"), stretch=True),
        ]
        super().__init__(tr("Units without a tariff"), columns, key=lambda line: line.row.unit_id)


class ItemTable(ShortTable[ItemLine]):
    """The fee items of a run with a tick each; the bar compares them."""

    def __init__(self) -> None:
        columns: list[Column[ItemLine]] = [
            Column("", lambda line: line.chosen, Kind.CHECK),
            Column(tr("Fee item"), lambda line: line.item.name, bold=True, stretch=True, whole=True),
            Column(tr("Share"), lambda _: "", Kind.OWN, paint=_paint_bar, stretch=True, least=12),
            Column(tr("Charges"), lambda line: f"{line.charges:,}", Kind.NUMBER),
            Column(tr("Amount"), lambda line: line.amount, Kind.MONEY, bold=True),
            Column(tr("Against last time"), _change, Kind.NUMBER, tone=Tone.INK2, dash=True),
        ]
        super().__init__(
            tr("Fee items of this run"), columns, key=lambda line: line.item.id, look=_item_look, row_height=28
        )

        self._narrow = self._compares = False

    def fold(self, *, narrow: bool) -> None:
        """Leave the bars out where there is little room."""
        self._narrow = narrow
        self._settle()

    def show_change(self, *, shown: bool) -> None:
        """Compare with the periods before instead of with one another, or not."""
        self._compares = shown
        self._settle()

    def _settle(self) -> None:
        self.hide_column(tr("Share"), hidden=self._narrow or self._compares)
        self.hide_column(tr("Charges"), hidden=self._narrow and self._compares)
        self.hide_column(tr("Against last time"), hidden=not self._compares)


def _item_look(line: ItemLine) -> RowLook:
    return RowLook(quiet=not line.charges)


def _tariff(line: BillLine) -> str:
    return f"{line.row.tariff} · {line.row.meter}" if line.row.meter else line.row.tariff


def _remark(line: BillLine) -> State | None:
    return State(tr("over 50 % off"), "triangle-alert", Mood.WARN) if line.is_conspicuous else None


def _change(line: ItemLine) -> str | None:
    return None if line.change is None else change_words(line.change)


def change_words(change: Money) -> str:
    """`+12.00`, `−5.00`, `±0.00`."""
    sign = "+" if change > NOTHING else "" if change else "±"
    return sign + show_money(change)


def _period(line: BillLine) -> str:
    return show_months(line.row.charge.period.first, line.row.charge.period.until)


def _paint_bar(painter: QPainter, place: QRectF, line: ItemLine) -> None:
    height = px(_BAR_HEIGHT)
    whole = QRectF(place.left(), place.center().y() - height / 2, place.width(), height)
    box(painter, whole, inside=Tone.TRACK, edge=None, radius=2)
    if line.amount.fen > 0:
        filled = QRectF(whole)
        filled.setWidth(max(2, whole.width() * line.amount.fen / line.largest.fen))
        box(painter, filled, inside=Tone.ACCENT if line.chosen else Tone.FIELD_EDGE, edge=None, radius=2)
