"""The blind count of a close: cash by its pieces, totals of terminal and apps, references ticked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget

from app.core.language import mark, tr
from app.core.money import Money
from app.core.show import show_money, show_shift, show_time
from app.counter.methods import Method
from app.counter.shifts.comparison import MethodClose
from app.counter.shifts.counted import Counted, has_total
from app.counter.shifts.shift_counts import ToCount
from app.desk.day_board import LooseEnd
from ui.counter.bill.tender_view import ON_SEGMENT
from ui.counter.cash.cash_grid import CashGrid
from ui.counter.cash.piece_words import piece_name
from ui.counter.shifts.blind_side import BlindSide, missing_words
from ui.counter.shifts.reference_table import ReferenceTable
from ui.counter.shifts.steps_line import COUNT, StepsLine
from ui.shell.actions import ActionRegistry
from ui.shell.draft_keeper import UNFIT
from ui.shell.question_panel import QuestionPanel
from ui.shell.window_layout import SMALL_TEXT_FROM
from ui.widgets.colours import Tone
from ui.widgets.error_line import ErrorLine
from ui.widgets.key_button import Kind
from ui.widgets.line_field import LineField
from ui.widgets.money_field import MoneyField
from ui.widgets.scrolling import Scrolling
from ui.widgets.sizes import text_percent
from ui.widgets.surface import Rule, column, row
from ui.widgets.text_label import body, caption, section

_HINTS = {
    Method.CARD: mark("total of the terminal's batch"),
    Method.WECHAT: mark("today's total in the merchant's app"),
    Method.ALIPAY: mark("today's total in the merchant's app"),
}


class CountPanel(QuestionPanel[Counted]):
    """Answers the count once everything is counted; Esc puts it aside as a draft."""

    most = (1290, 720)
    changed = Signal()

    def __init__(
        self,
        asked: ToCount,
        loose: Sequence[LooseEnd],
        draft: Mapping[str, Any] | None,
        show_expected: Callable[[], Sequence[MethodClose] | None],
    ) -> None:
        super().__init__(tr("Close shift {shift}").format(shift=show_shift(asked.shift.id)), width=1240)
        self._asked, self._show_expected = asked, show_expected
        self.grid = CashGrid(asked.pieces, dense=True)
        self.totals = {method: _total_field(method) for method in asked.methods if has_total(method)}
        self.references = ReferenceTable(asked.references)
        self.side = BlindSide(loose)
        self._columns = row(space=20)
        self._early = ErrorLine()
        self._lay_out()
        self._put_back(draft)
        self._connect()
        self.setFocusProxy(self._first_open())
        self._show_missing()

    def add_actions(self, actions: ActionRegistry) -> None:
        context = self.context
        actions.add(f"{context}.step", tr("Next field"), "Return", self._on_step, context=context)
        actions.add(f"{context}.all", tr("Tick all transfers"), "Ctrl+A", self.references.tick_all, context=context)
        self.add_button(actions, "aside", tr("Put aside"), "Esc", self.give_up)
        self.add_button(actions, "expected", tr("Show expected (supervisor)"), "F6", self._on_expected)
        self.add_button(actions, "done", tr("Count is complete"), ("F9", "F12"), self._on_done, Kind.PRIMARY)
        self.buttons.insertWidget(0, self._early, 1)

    def content(self) -> dict[str, Any]:
        """What was typed so far, for a draft."""
        return {
            "shift": self._asked.shift.id,
            "pieces": self.grid.texts(),
            "totals": {method.value: field.text() for method, field in self.totals.items() if field.text()},
            "arrived": sorted(self.references.arrived),
            "later": sorted(self.references.later),
        }

    def missing(self) -> list[tuple[str, QWidget]]:
        """What is not counted yet, and where."""
        pieces = [(piece_name(piece), self.grid.fields[piece]) for piece in self.grid.missing()]
        totals = [(tr(ON_SEGMENT[method]), field) for method, field in self.totals.items() if field.value() is None]
        waiting = [(f"{one.unit} {one.reference}", self.references.table) for one in self.references.waiting]
        return [*pieces, *totals, *waiting]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= self._least_side_by_side() and text_percent() < SMALL_TEXT_FROM
        ways = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(ways[0] if wide else ways[1])

    def _least_side_by_side(self) -> int:
        return sum(part.minimumSizeHint().width() for part in (self.grid, self.references, self.side)) + 90

    def _lay_out(self) -> None:
        shift = self._asked.shift
        words = tr("{cashier}, drawer {drawer}, since {time}")
        words = words.format(cashier=shift.cashier, drawer=shift.drawer, time=show_time(shift.opened_at))
        float_words = tr("the float of {amount} is part of it").format(amount=show_money(shift.opening_float))
        cash = column(section(tr("Cash")), caption(float_words), self.grid, None, space=2)
        others = column(section(tr("Other methods")), caption(tr("copy the totals of terminal and apps")), space=2)
        for method, field in self.totals.items():
            label = body(tr(ON_SEGMENT[method]), bold=True)
            label.setBuddy(field)
            names = column(label, caption(tr(_HINTS.get(method, "")) if method in _HINTS else ""), space=0)
            others.addLayout(row(names, None, field, space=8))
        if not self.totals:
            others.addWidget(body(tr("No card or app was used in this shift."), Tone.INK2).wrap())
        others.addSpacing(10)
        others.addWidget(self.references, 1)
        others.addStretch(0 if self._asked.references else 1)
        self._columns.addLayout(cash, 4)
        self._columns.addWidget(Rule(upright=True))
        self._columns.addLayout(others, 5)
        self._columns.addWidget(self.side, 3)
        self.body.addLayout(row(caption(words, Tone.INK2), None, StepsLine(COUNT)))
        place = Scrolling(self._columns)
        self.references.table.current_changed.connect(lambda _line: place.show_row_of(self.references.table))
        self.body.addWidget(place, 1)
        self.references.setVisible(bool(self._asked.references))  # seen only where it has its place

    def _put_back(self, draft: Mapping[str, Any] | None) -> None:
        """What was typed before a kill or Esc; only a recount begins with the references of the count before."""
        if draft is not None and draft.get("shift") == self._asked.shift.id:
            with suppress(*UNFIT):
                self.grid.show_texts(draft["pieces"])
                for name, text in draft["totals"].items():
                    if Method(name) in self.totals:
                        self.totals[Method(name)].setText(text)
                self.references.mark(draft["arrived"], draft["later"])
        elif self._asked.last is not None:
            self.references.mark(self._asked.last.arrived, self._asked.last.later)

    def _connect(self) -> None:
        self.grid.changed.connect(self._on_changed)
        self.references.changed.connect(self._on_changed)
        for field in self.totals.values():
            field.textChanged.connect(self._on_changed)
        typed: list[LineField] = [*self.grid.fields.values(), *self.totals.values()]
        for each in typed:
            each.problem_changed.connect(self._early.show_problem)

    def _first_open(self) -> QWidget:
        missing = self.missing()
        return missing[0][1] if missing else self.grid.fields[self.grid.pieces[0]]

    def _on_changed(self) -> None:
        self._early.show_problem("")
        self._show_missing()
        self.changed.emit()

    def _show_missing(self) -> None:
        self.side.show_missing([name for name, _ in self.missing()])

    def _on_step(self) -> None:
        """Enter: down the grid, down the totals, down the references; after the last one everything has to be there."""
        focused = QApplication.focusWidget()
        if self.grid.step() or (self.references.table.hasFocus() and self.references.step()):
            return
        totals = list(self.totals.values())
        in_grid = focused is not None and self.grid.isAncestorOf(focused)
        at = totals.index(focused) if focused in totals else -1 if in_grid else len(totals)
        if at + 1 < len(totals):
            totals[at + 1].take_caret()
        elif not self.references.table.hasFocus() and self.references.isVisible() and self.references.waiting:
            self.references.table.setFocus()
        elif missing := self.missing():
            missing[0][1].setFocus()

    def _on_done(self) -> None:
        missing = self.missing()
        fine = self.grid.check() and all(field.check() for field in self.totals.values())
        if missing:
            if fine:
                self._early.show_problem(missing_words(len(missing)))
            self.side.insist()
            missing[0][1].setFocus()
        elif fine:
            totals = {method: field.value() for method, field in self.totals.items()}
            named: dict[Method, Money] = {method: amount for method, amount in totals.items() if amount is not None}
            self.answer(Counted(self.grid.count(), named, self.references.arrived, self.references.later))

    def _on_expected(self) -> None:
        lines = self._show_expected()
        if lines is not None:
            self.side.show_expected(lines)


def _total_field(method: Method) -> MoneyField:
    field = MoneyField(tr(ON_SEGMENT[method]))
    field.setPlaceholderText(tr("not counted"))
    return field
