"""The payment: total, method, reference, amount received, what comes of it, and the button that takes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from app.core.language import tr
from app.core.show import show_money
from app.counter.methods import Method
from app.counter.payments.settlement import Settlement
from ui.counter.bill.amount_block import AmountBlock
from ui.counter.bill.bill_in_hand import BillInHand
from ui.counter.bill.due_block import DueBlock
from ui.counter.bill.methods_block import MethodsBlock
from ui.counter.bill.outcome_block import OutcomeBlock
from ui.counter.bill.payer_row import PayerRow
from ui.counter.bill.slot_block import SlotBlock
from ui.counter.bill.tender_lines import TenderLines
from ui.counter.bill.tender_view import outcome
from ui.counter.posture import Posture
from ui.counter.receipts.last_receipt import LastReceipt
from ui.shell.actions import Action
from ui.widgets.error_line import ErrorLine
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.line_field import LineField
from ui.widgets.sizes import gap, px, text_percent
from ui.widgets.surface import Pane, column, row

_RESULT_HEIGHT = 98
_TALL = 760
_PARTS_WITH_ALL = 2
_ROWS = 11


@dataclass(frozen=True, slots=True)
class TenderActions:
    """What the panel has buttons for."""

    methods: Mapping[Method, Action]
    take: Action
    take_only: Action
    preview: Action
    take_back: tuple[Action, ...]
    keep_change: Action


class TenderPanel(Pane):
    """Shows a bill in hand; typed texts go out by signals, nothing is kept here.

    `said` comes when the words of a refusal come or go: where the panel lies it asks for another height then.
    """

    amount_typed = Signal(str)
    reference_typed = Signal(str)
    payer_named = Signal(str, object)
    said = Signal()

    def __init__(self, actions: TenderActions) -> None:
        super().__init__("canvas")
        self._actions = actions
        self._posture = Posture.UPRIGHT
        self._stood: tuple[Posture, int] | None = None
        self.due = DueBlock()
        self._methods = MethodsBlock(actions.methods)
        self.tenders = TenderLines(actions.take_back)
        self.slot = SlotBlock()
        self._amount_block = AmountBlock()
        self.outcome = OutcomeBlock(actions.keep_change)
        self._payer_row = PayerRow()
        self.message = ErrorLine()
        self.take = KeyButton(actions.take, Kind.PRIMARY)
        self._secondary = QWidget()
        self._secondary.setLayout(row(KeyButton(actions.take_only), KeyButton(actions.preview), space=8))
        self.last = LastReceipt()
        self.amount, self.reference, self.payer = self._amount_block.amount, self.slot.reference, self._payer_row.payer
        self._make_grid()
        self._connect()
        self.stand(Posture.UPRIGHT)

    def show_bill(self, hand: BillInHand, settled: Settlement | None) -> None:
        """Show everything that follows from what was typed; the typed texts themselves are left alone."""
        self.due.show_bill(hand)
        self._methods.choose(hand.method)
        self.tenders.show_tenders(hand.tenders)
        self._show_secondary()
        self._amount_block.show_method(hand.method)
        self.slot.show_bill(hand, settled)
        self.outcome.show_outcome(outcome(hand, settled))
        self.outcome.offer_to_keep(hand, settled)

    def show_typed(self, hand: BillInHand) -> None:
        """Put what the bill in hand holds into the fields: when it opens, or when the amount follows the total."""
        _quietly(self.amount, hand.amount if hand.amount is not None else show_money(hand.rest()))
        if hand.amount is None and self.amount.hasFocus():
            self.amount.selectAll()  # what the program filled in gives way to what is typed
        _quietly(self.reference, hand.reference)
        self.payer.show_payer(hand.payer_name, hand.bill.payers)

    def show_receipt_number(self, label: str) -> None:
        """The number that the next receipt will carry."""
        self._payer_row.show_number(label)

    def say(self, problem: str) -> None:
        """Say beside the button why the payment was not taken; empty words take it away."""
        if problem != self.message.text():
            self.message.show_problem(problem)
            self._show_message()
            self.said.emit()

    def stand(self, posture: Posture) -> None:
        """Arrange the parts for the room there is."""
        stood = (posture, text_percent())
        if stood == self._stood:
            return
        self._posture, self._stood = posture, stood
        for part in self._parts():
            self._grid.removeWidget(part)
        for block in (
            self.due,
            self._methods,
            self.tenders,
            self.slot,
            self._amount_block,
            self.outcome,
            self._payer_row,
        ):
            block.stand(posture)
        lying = posture is Posture.LYING
        self._show_secondary()
        self._result.setVisible(not lying)
        self._actions.take.say(tr("Take and print") if lying else tr("Take payment and print"))
        self._show_last()
        self._show_message()
        self._lie() if lying else self._stand_up(upright=posture is Posture.UPRIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_last()
        self._show_secondary()

    def _make_grid(self) -> None:
        self._result = QWidget()
        self._in_result = column(space=0)
        self._result.setLayout(column(self._in_result, None, space=0))
        self._slot_and_payer = row(space=16)
        self._grid = QGridLayout(self)
        for part in self._parts():
            part.setParent(self)  # a part shown without a parent would flash as a window

    def _connect(self) -> None:
        self.amount.textChanged.connect(self.amount_typed)
        self.amount.problem_changed.connect(self._on_unreadable)
        self.reference.textChanged.connect(self.reference_typed)
        self.payer.named.connect(self.payer_named)

    def _on_unreadable(self, problem: str) -> None:
        """An amount that cannot be read is said beside the button, as a refusal is."""
        self.say(problem)

    def _parts(self) -> Sequence[QWidget]:
        upper = (self.due, self._methods, self.tenders, self.slot, self._amount_block)
        lower = (self._payer_row, self.take, self._secondary, self.last)
        return (*upper, self._result, self.outcome, self.message, *lower)

    def _stand_up(self, *, upright: bool) -> None:
        """A refusal takes the place of the outcome, which stands there again with the next key."""
        self._space((18, 16) if upright else (16, 10), 6 if upright else 4, (1, 0, 0))
        self._in_result.addWidget(self.outcome)
        self._in_result.addWidget(self.message)
        upper = (self.due, self._methods, self.tenders, self.slot, self._amount_block, self._result)
        for at, part in enumerate((*upper, self._payer_row, self.take, self._secondary)):
            self._grid.addWidget(part, at, 0)
        self._grid.addWidget(self.last, _ROWS - 1, 0)
        self._grid.setRowStretch(len(upper) - 1, 100)
        self._grid.setRowStretch(_ROWS - 2, 1)
        self._result.setMaximumHeight(px(_RESULT_HEIGHT))

    def _lie(self) -> None:
        self._space((12, 6), 4, (2, 0, 3), beside=12)
        self._grid.addWidget(self.due, 0, 0)
        self._grid.addWidget(self._methods, 0, 1)
        self._grid.addWidget(self._amount_block, 0, 2)
        self._grid.addWidget(self.outcome, 1, 0)
        self._grid.addLayout(self._slot_and_payer, 1, 1)
        self._slot_and_payer.addWidget(self.slot, 1)
        self._slot_and_payer.addWidget(self._payer_row, 1)
        self._grid.addWidget(self.take, 1, 2)
        self._grid.addWidget(self.message, 2, 0, 1, 3)

    def _space(
        self, margins: tuple[int, int], between: int, stretches: tuple[int, int, int], *, beside: int = 16
    ) -> None:
        side, top = margins
        self._grid.setContentsMargins(gap(side), gap(top), gap(side), gap(top))
        self._grid.setVerticalSpacing(gap(between))
        self._grid.setHorizontalSpacing(gap(beside))
        self._grid.removeItem(self._slot_and_payer)
        for at in range(_ROWS):
            self._grid.setRowStretch(at, 0)
        for at, stretch in enumerate(stretches):
            self._grid.setColumnStretch(at, stretch)

    def _show_last(self) -> None:
        tall = self._posture is Posture.UPRIGHT and self.height() >= px(_TALL)
        self.last.setVisible(tall and self.last.is_filled)

    def _show_secondary(self) -> None:
        """Several parts of the money take the place of what is seldom pressed, where the window is low."""
        upright = self._posture is Posture.UPRIGHT
        self._secondary.setVisible(upright and (self.tenders.count < _PARTS_WITH_ALL or self.height() >= px(_TALL)))

    def _show_message(self) -> None:
        self.message.setVisible(bool(self.message.text()))
        self.outcome.setVisible(self._posture is Posture.LYING or not self.message.text())


def _quietly(field: LineField, text: str) -> None:
    if field.text() != text:
        field.blockSignals(True)
        field.setText(text)
        field.blockSignals(False)
        field.show_problem("")
