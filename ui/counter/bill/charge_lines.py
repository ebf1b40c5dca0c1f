"""The lines of the open bill: ticked or not, what this payment gives to each, and the sum of what is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.language import mark, tr, tr_n
from app.core.money import NOTHING, total
from app.core.show import show_money
from ui.counter.bill.edged_table import EdgedTable, edge
from ui.counter.bill.left_cell import RightColumn, left_words, paint_left
from ui.counter.bill.line_rows import LineRow, Standing
from ui.widgets.chip import Mood
from ui.widgets.colours import Tone
from ui.widgets.columns import Column, Kind, Split, State
from ui.widgets.row_delegate import RowLook
from ui.widgets.sizes import px
from ui.widgets.sum_row import SumRow

_NOT_MET_FIRST = (
    Standing.NOT_DUE,
    Standing.AHEAD,
    Standing.DISCOUNT,
    Standing.DISCOUNT_LOST,
    Standing.ROUNDED,
    Standing.THEIRS,
)
_BELOW = (Standing.NOT_DUE, Standing.AHEAD, Standing.THEIRS)
_STATES = {
    Standing.DUE_TODAY: (mark("due today"), "hourglass", Mood.WARN),
    Standing.DISCOUNT: (mark("discount"), "badge-percent", Mood.OK),
    Standing.DISCOUNT_LOST: (mark("if all is paid"), "badge-percent", Mood.WARN),
    Standing.ROUNDED: (mark("rounded off"), "badge-percent", Mood.OK),
    Standing.NEW: (mark("charged now"), "plus", Mood.ACCENT),
    Standing.NOT_DUE: (mark("not due"), "calendar-clock", Mood.MUTE),
}
_NARROW_CHECKS = 40
_ROW, _LOW_ROW = 32, 22


class LinesTable(EdgedTable[LineRow]):
    """The order of the lines is the order in which money reaches them.

    What a line is comes first: where the room is short the due date goes (the state says it), then, with several rooms,
    what is left (the bar under what is paid says it), then a long item or period is cut at its end.
    """

    sortable = False
    shows_due = True
    shows_rooms = False

    def stand(self, *, low: bool, bare: bool) -> None:
        """Lower rows where there is little room; `bare` leaves out the head too."""
        wanted = _LOW_ROW if low else _ROW
        if self._delegate.row_height != wanted:
            self._delegate.row_height = wanted
            self._measure_rows()
        self.horizontalHeader().setVisible(not bare)

    def height_of_rows(self, count: int) -> int:
        """How high the table is with `count` rows, and its head where it has one."""
        head = self.horizontalHeader()
        return super().height_of_rows(count) - (head.sizeHint().height() if head.isHidden() else 0)

    def _fit_columns(self) -> None:
        self.setColumnHidden(self._place_of(tr("Room")), not self.shows_rooms)
        due = self._place_of(tr("Due"))
        self.setColumnHidden(due, not self.shows_due)
        if self.shows_due and not self._has_room():
            self.setColumnHidden(due, True)
        left = self._place_of(tr("Left"))
        self.setColumnHidden(left, False)
        self.setColumnHidden(left, self.shows_rooms and not self._has_room())
        super()._fit_columns()

    def _width(self, at: int) -> int:
        is_check = self.rows_model.columns[at].kind is Kind.CHECK
        return px(_NARROW_CHECKS) if is_check and not self.shows_due else super()._width(at)

    def _has_room(self) -> bool:
        shown = [at for at in range(len(self.rows_model.columns)) if not self.isColumnHidden(at)]
        return sum(self._width(at) for at in shown) <= self.viewport().width()

    def _place_of(self, title: str) -> int:
        return next(at for at, column in enumerate(self.rows_model.columns) if column.title == title)


class ChargeLines(QWidget):
    """`toggled` gives a row to tick or untick; `left` asks for the focus to go back to the amount."""

    toggled = Signal(object)
    left = Signal()
    current_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.table = LinesTable(tr("Lines of the bill"), _columns(), _key, look=_look)
        self.table.horizontalHeader().setSectionsClickable(False)
        self.sums = SumRow(self.table)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.table, 1)
        outer.addWidget(self.sums)
        self.table.toggled.connect(self.toggled)
        self.table.opened.connect(lambda _row: self.left.emit())
        self.table.left_at_bottom.connect(self.left)
        self.table.current_changed.connect(self.current_changed)

    def show_lines(self, rows: Sequence[LineRow]) -> None:
        """Show the lines and what the chosen ones come to."""
        fresh = self.table.rows_model.rowCount() == 0
        self.table.shows_rooms = len({row.room for row in rows if row.standing.is_charge}) > 1
        self.table.show_rows(rows)
        if fresh or self.table.current() is None:
            self.table.choose(0)
        chosen = [row for row in rows if row.chosen and row.standing is not Standing.THEIRS]
        lines = sum(row.standing.is_charge for row in chosen)
        words = tr_n("{n} line chosen", "{n} lines chosen", lines).format(n=lines)
        self.sums.show_sums(words, _sums(chosen))

    def clear(self) -> None:
        """No bill is open."""
        self.table.show_rows([])

    def current(self) -> LineRow | None:
        """The line whose arithmetic is shown."""
        return self.table.current()

    @property
    def nothing_is_asked_for(self) -> bool:
        """Whether no line is due and none is taken along."""
        rows = self.table.rows_model.rows
        return all(not row.chosen and row.standing in (Standing.NOT_DUE, Standing.THEIRS) for row in rows)

    @property
    def falls_due_later(self) -> bool:
        """Whether lines of the room stand there that are not due yet."""
        return any(row.standing is Standing.NOT_DUE for row in self.table.rows_model.rows)

    def enter_from_below(self) -> None:
        """Take the focus on the last line that is due, the first one met from the amount."""
        rows = self.table.rows_model.rows
        due = [at for at, row in enumerate(rows) if row.standing not in _NOT_MET_FIRST]
        self.table.choose(due[-1] if due else len(rows) - 1)
        self.table.setFocus()

    def enter_from_above(self) -> bool:
        """Take the focus on the first line that is not yet due, or is of another unit; whether there is one."""
        rows = self.table.rows_model.rows
        at = next((at for at, row in enumerate(rows) if row.standing in _BELOW), None)
        if at is None:
            return False
        self.table.choose(at)
        self.table.setFocus()
        return True

    def show_line(self, key: int) -> None:
        """Make a line the current one and bring it into view."""
        self.table.choose_key(key)
        self.table.scrollTo(self.table.currentIndex())

    def height_of_all(self) -> int:
        """How high the lines and their sum are without scrolling."""
        return self.height_of(self.table.rows_model.rowCount())

    def height_of(self, rows: int) -> int:
        """How high so many lines are with head and sum."""
        sums = 0 if self.sums.isHidden() else self.sums.sizeHint().height()
        return self.table.height_of_rows(rows) + sums + 1

    def height_of_least(self, rows: int) -> int:
        """How high so many lines are, or all where there are fewer."""
        return min(self.height_of_all(), self.height_of(rows))

    def stand(self, *, low: bool, bare: bool) -> None:
        """Lower rows where there is little room; `bare` leaves out the head too."""
        self.table.stand(low=low, bare=bare)

    def keep_current_in_view(self) -> None:
        """After the room became less."""
        self.table.scrollTo(self.table.currentIndex())

    def fold(self, *, narrow: bool) -> None:
        """Where the window is narrow the due date goes: the state says it."""
        if self.table.shows_due is narrow:
            self.table.shows_due = not narrow
            self.table.fit_columns()


def _key(row: LineRow) -> int:
    return row.key


def _look(row: LineRow) -> RowLook:
    return RowLook(quiet=row.standing in _NOT_MET_FIRST and not row.chosen)


def _columns() -> list[Column[LineRow]]:
    return [
        Column("", lambda row: None if row.standing.is_discount else row.chosen, Kind.CHECK),
        Column(tr("Room"), lambda row: row.room if row.standing.is_charge else "", tone=Tone.INK2, least=7),
        Column(tr("Item"), lambda row: row.item, least=8),
        Column(tr("Period"), lambda row: row.period, least=7),
        Column(tr("Due"), lambda row: row.due_on if row.standing.is_charge else None, Kind.DATE, tone=Tone.INK2),
        Column(tr("State"), _state, Kind.STATE, stretch=True),
        Column(tr("Principal"), lambda row: row.principal, Kind.MONEY, least=7),
        Column(tr("Late fee"), lambda row: row.late_fee, Kind.MONEY, dash=True, least=5),
        Column(tr("Paid now"), _split, Kind.SPLIT, bold=True, least=9),
        RightColumn(tr("Left"), lambda row: left_words(row.left), Kind.OWN, paint=paint_left, least=5),
        edge(),
    ]


def _state(row: LineRow) -> State:
    if row.standing is Standing.OVERDUE:
        words = tr_n("{n} d late", "{n} d late", row.days_overdue).format(n=row.days_overdue)
        return State(words, "triangle-alert", Mood.DANGER)
    if row.standing is Standing.AHEAD:
        return State(tr_n("{n} month ahead", "{n} months ahead", row.months).format(n=row.months), "plus", Mood.ACCENT)
    if row.standing is Standing.THEIRS:
        return _state_of_theirs(row)
    words, icon, mood = _STATES[row.standing]
    return State(tr(words), icon, mood)


def _state_of_theirs(row: LineRow) -> State:
    if row.chosen:
        return State(tr("on this receipt"), "check", Mood.ACCENT)
    if not row.days_overdue:
        return State(tr("theirs, nothing due"), "user", Mood.MUTE)
    words = tr_n("theirs, {n} due", "theirs, {n} due", row.days_overdue).format(n=row.days_overdue)
    return State(words, "user", Mood.WARN)


def _split(row: LineRow) -> Split | None:
    return None if row.taken is None else Split(row.taken, row.payable)


def _sums(chosen: Sequence[LineRow]) -> dict[str, str]:
    taken = [row.taken for row in chosen if row.taken is not None]
    left = [row.left for row in chosen if row.left is not None]
    sums = {
        tr("Principal"): total(row.principal for row in chosen),
        tr("Late fee"): total(row.late_fee or NOTHING for row in chosen),
    }
    if taken or not chosen:
        sums |= {tr("Paid now"): total(taken), tr("Left"): total(left)}
    return {title: show_money(amount) for title, amount in sums.items()}
