"""The payment: total, method, reference, amount received, what comes of it, and the button that takes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QStackedWidget, QWidget

from app.core.language import tr
from app.core.show import show_money
from app.counter.methods import Method
from app.counter.settlement import Settlement
from ui.counter.bill_in_hand import BillInHand
from ui.counter.last_receipt import LastReceipt
from ui.counter.one_line import OneLine
from ui.counter.payer_field import PayerField
from ui.counter.tender_view import Outcome, late_fee_in_total, outcome, received_words, rounding_words, sums_words
from ui.shell.actions import Action
from ui.widgets.big_figure import BigFigure
from ui.widgets.chip import Chip, Mood
from ui.widgets.colours import Tone
from ui.widgets.error_line import ErrorLine
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.line_field import LineField
from ui.widgets.money_field import MoneyField
from ui.widgets.segments import Segments
from ui.widgets.sizes import Pt, gap, metrics, px
from ui.widgets.surface import Pane, column, row
from ui.widgets.text_label import TextLabel, body, caption, section

ICONS = {
    Method.CASH: "banknote",
    Method.CARD: "credit-card",
    Method.WECHAT: "qr-code",
    Method.ALIPAY: "qr-code",
    Method.TRANSFER: "landmark",
    Method.CHEQUE: "ticket-check",
}


_FIGURE_SHARE = 0.87
_RESULT_HEIGHT = 98
_TALL = 760


class Posture(StrEnum):
    """How the panel stands: upright in a side column, compact there, or lying under the lines."""

    UPRIGHT = "upright"
    COMPACT = "compact"
    LYING = "lying"


@dataclass(frozen=True, slots=True)
class TenderActions:
    """What the panel has buttons for."""

    methods: Mapping[Method, Action]
    take: Action
    take_only: Action
    preview: Action
    payer: Action


class TenderPanel(Pane):
    """Shows a bill in hand; typed texts go out by signals, nothing is kept here."""

    amount_typed = Signal(str)
    reference_typed = Signal(str)
    payer_named = Signal(str, object)

    def __init__(self, actions: TenderActions) -> None:
        super().__init__("canvas")
        self._actions = actions
        self.posture = Posture.UPRIGHT
        self._make_due()
        self._make_methods()
        self._make_amount()
        self._make_foot()
        self._slot_and_payer = row(space=16)
        self._grid = QGridLayout(self)
        for part in self._parts():
            part.setParent(self)  # a part shown without a parent would flash as a window
        self.stand(Posture.UPRIGHT)

    def show_bill(self, hand: BillInHand, settled: Settlement | None) -> None:
        """Show everything that follows from what was typed; the typed texts themselves are left alone."""
        self._total.show_amount(hand.due())
        self._sums.show_text(sums_words(hand))
        self._short_sums.show_text(late_fee_in_total(hand))
        for segments in (self._with_icons, self._plain):
            segments.choose(hand.method)
        lying = self.posture is Posture.LYING
        self._amount_label.show_text(tr("Received") if lying else received_words(hand.method))
        self._show_slot(hand, settled)
        self._show_outcome(outcome(hand, settled))

    def show_typed(self, hand: BillInHand) -> None:
        """Put what the bill in hand holds into the fields: when it opens, or when the amount follows the total."""
        _quietly(self.amount, hand.amount if hand.amount is not None else show_money(hand.payable()))
        _quietly(self.reference, hand.reference)
        self.payer.show_payer(hand.payer_name, hand.bill.payers)

    def show_receipt_number(self, label: str) -> None:
        """The number that the next receipt will carry."""
        self._number.show_text(label)

    def say(self, problem: str) -> None:
        """Say beside the button why the payment was not taken; empty words take it away."""
        self.message.show_problem(problem)
        self._show_message()

    def stand(self, posture: Posture) -> None:
        """Arrange the parts for the room there is."""
        self.posture = posture
        for part in self._parts():
            self._grid.removeWidget(part)
        upright = posture is Posture.UPRIGHT
        self._with_icons.setVisible(upright)
        self._plain.setVisible(not upright)
        self._sums.setVisible(upright)
        self._short_sums.setVisible(posture is Posture.COMPACT)
        self._secondary.setVisible(upright)
        self._result.setVisible(posture is not Posture.LYING)
        self._show_last()
        self._amount_label.setVisible(posture is not Posture.COMPACT)
        self._unit.setVisible(posture is not Posture.COMPACT)
        self._beside.setVisible(posture is Posture.COMPACT)
        for part in (self._number_label, self._number):
            part.setVisible(posture is not Posture.LYING)
        self._actions.take.say(tr("Take and print") if posture is Posture.LYING else tr("Take payment and print"))
        lying = posture is Posture.LYING
        self._word_above.setVisible(lying)
        self._to_check.setVisible(not lying)
        self._outcome_word.setVisible(not lying)
        self._outcome.setFixedHeight(figure_height(Pt.CHANGE))
        self._total.setFixedHeight(figure_height(Pt.TOTAL))
        self._show_message()
        self._lie() if posture is Posture.LYING else self._stand_up(upright=upright)

    def stops(self) -> Sequence[QWidget]:
        """The parts that Tab walks, in reading order."""
        return (self.amount, self.reference, self.payer)

    def _parts(self) -> Sequence[QWidget]:
        upper = (self._due, self._methods, self._slot, self._amount_block)
        lower = (self._payer_row, self._take, self._secondary, self.last)
        return (*upper, self._result, self._outcome_block, self.message, *lower)

    def _stand_up(self, *, upright: bool) -> None:
        self._space((18, 16) if upright else (16, 10), 6 if upright else 4, (1, 0, 0))
        self._result_layout.addWidget(self._outcome_block)
        self._result_layout.addWidget(self.message)
        upper = (self._due, self._methods, self._slot, self._amount_block, self._result)
        for at, part in enumerate((*upper, self._payer_row, self._take, self._secondary)):
            self._grid.addWidget(part, at, 0)
        self._grid.addWidget(self.last, 9, 0)
        self._grid.setRowStretch(4, 100)
        self._grid.setRowStretch(8, 1)
        self._result.setMaximumHeight(px(_RESULT_HEIGHT))

    def _lie(self) -> None:
        self._space((12, 6), 4, (2, 0, 3), beside=12)
        self._grid.addWidget(self._due, 0, 0)
        self._grid.addWidget(self._methods, 0, 1)
        self._grid.addWidget(self._amount_block, 0, 2)
        self._grid.addWidget(self._outcome_block, 1, 0)
        self._grid.addLayout(self._slot_and_payer, 1, 1)
        self._slot_and_payer.addWidget(self._slot, 1)
        self._slot_and_payer.addWidget(self._payer_row, 1)
        self._grid.addWidget(self._take, 1, 2)
        self._grid.addWidget(self.message, 2, 0, 1, 3)

    def _space(
        self, margins: tuple[int, int], between: int, stretches: tuple[int, int, int], *, beside: int = 16
    ) -> None:
        side, top = margins
        self._grid.setContentsMargins(gap(side), gap(top), gap(side), gap(top))
        self._grid.setVerticalSpacing(gap(between))
        self._grid.setHorizontalSpacing(gap(beside))
        self._grid.removeItem(self._slot_and_payer)
        for at in range(10):
            self._grid.setRowStretch(at, 0)
        for at, stretch in enumerate(stretches):
            self._grid.setColumnStretch(at, stretch)

    def _make_due(self) -> None:
        self._total = BigFigure(tr("Total due"), Pt.TOTAL)
        self._sums = OneLine(Pt.CAPTION, Tone.INK2)
        self._due = QWidget()
        self._short_sums = caption("", Tone.INK2)
        head = row(section(tr("Total due")), None, self._short_sums)
        self._due.setLayout(column(head, self._total, self._sums, space=0))

    def _make_methods(self) -> None:
        names = self._actions.methods
        with_icons = [(method, action, ICONS[method]) for method, action in names.items()]
        plain = [(method, action, "") for method, action in names.items()]
        self._with_icons: Segments[Method] = Segments(tr("Method"), with_icons, columns=2)
        self._plain: Segments[Method] = Segments(tr("Method"), plain, columns=3)
        self._methods = QWidget()
        self._methods.setLayout(column(self._with_icons, self._plain, space=0))

    def _make_amount(self) -> None:
        self.amount = MoneyField(tr("Amount received"), required=True, large=True)
        self._amount_label = TextLabel("", Pt.SECTION, bold=True)
        self._amount_label.setBuddy(self.amount)
        self._beside = TextLabel(tr("Received"), Pt.SECTION, bold=True)
        self._unit = caption(tr("yuan"), Tone.INK2)
        self._amount_block = QWidget()
        field = row(self._beside, self.amount, space=12)
        self._amount_block.setLayout(column(row(self._amount_label, None, self._unit), field, space=2))
        self.reference = LineField(tr("Reference number"), columns=12)
        label = body(tr("Reference"), Tone.INK2)
        label.setBuddy(self.reference)
        self._to_check = Chip(tr("to be checked"), Mood.WARN)
        reference_row = QWidget()
        reference_row.setLayout(row(label, self.reference, self._to_check, space=8))
        self._rounding = caption("", Tone.INK2).wrap()
        self._slot = QStackedWidget()
        self._slot.addWidget(self._rounding)
        self._slot.addWidget(reference_row)
        self._slot.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._make_outcome()
        self.amount.textChanged.connect(self.amount_typed)
        self.reference.textChanged.connect(self.reference_typed)

    def _make_outcome(self) -> None:
        self._outcome_word = TextLabel("", Pt.SECTION, bold=True)
        self._word_above = TextLabel("", Pt.CAPTION, bold=True)
        self._outcome = BigFigure("", Pt.CHANGE, Tone.ACCENT, right=True)
        self._outcome_block = QWidget()
        line = row(self._outcome_word, self._outcome, space=8)
        self._outcome_block.setLayout(column(self._word_above, line, space=0))
        self._result = QWidget()
        self._result_layout = column(space=0)
        holder = column(self._result_layout, None, space=0)
        self._result.setLayout(holder)
        self._outcome_block.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _make_foot(self) -> None:
        self.last = LastReceipt()
        self.message = ErrorLine()
        self.payer = PayerField()
        payer_label = body(tr("Payer"), Tone.INK2)
        payer_label.setBuddy(self.payer)
        self._number = TextLabel("", Pt.CAPTION, Tone.INK2)
        self._number_label = caption(tr("Receipt"), Tone.INK2)
        self._payer_row = QWidget()
        self._payer_row.setLayout(row(payer_label, self.payer, self._number_label, self._number, space=8))
        self._take = KeyButton(self._actions.take, Kind.PRIMARY)
        self._secondary = QWidget()
        only, preview = KeyButton(self._actions.take_only), KeyButton(self._actions.preview)
        self._secondary.setLayout(row(only, preview, space=8))
        self.payer.named.connect(self.payer_named)

    def _show_slot(self, hand: BillInHand, settled: Settlement | None) -> None:
        self._rounding.show_text(rounding_words(hand, settled))
        self._slot.setCurrentIndex(0 if hand.method.is_cash else 1)
        self.reference.setEnabled(not hand.method.is_cash)

    def _show_outcome(self, shown: Outcome) -> None:
        self._outcome_word.show_text(shown.word)
        self._word_above.show_text(shown.word)
        self._outcome.show_amount(shown.amount, size=shown.size, tone=shown.tone)
        self._outcome.setAccessibleName(f"{shown.word} {self._outcome.text()}".strip())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_last()

    def _show_last(self) -> None:
        self.last.setVisible(self.posture is Posture.UPRIGHT and self.last.is_filled and self.height() >= px(_TALL))

    def _show_message(self) -> None:
        self.message.setVisible(bool(self.message.text()))
        self._outcome_block.setVisible(self.posture is Posture.LYING or not self.message.text())


def figure_height(size: Pt) -> int:
    """What a large figure needs, with the tail of its comma; a line of words would ask for more."""
    return round(metrics(size, bold=True).height() * _FIGURE_SHARE)


def _quietly(field: QLabel | LineField, text: str) -> None:
    if field.text() != text:
        field.blockSignals(True)
        field.setText(text)
        field.blockSignals(False)
