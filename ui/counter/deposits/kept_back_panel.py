"""What was kept of a deposit by mistake is held again: which part, and why."""

from __future__ import annotations

from app.core.language import tr
from app.core.show import show_money
from app.counter.deposits.held import DepositMove, DepositMoveKind, HeldDeposit
from app.counter.deposits.kept_by_mistake import TakeBack
from app.fees.items import COMES_BACK
from ui.counter.adjusting.reason_fields import ReasonFields
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.colours import Tone
from ui.widgets.columns import Column
from ui.widgets.columns import Kind as Cell
from ui.widgets.form import Form
from ui.widgets.key_button import Kind
from ui.widgets.scrolling import Scrolling
from ui.widgets.sizes import px
from ui.widgets.surface import column
from ui.widgets.table_view import TableView
from ui.widgets.text_label import body

_MOST_SEEN = 5


def kept_parts(deposit: HeldDeposit) -> list[DepositMove]:
    """The parts that are kept for good, the newest first."""
    return [move for move in reversed(deposit.moves) if move.kind is DepositMoveKind.KEPT]


class KeptBackPanel(QuestionPanel[TakeBack]):
    """The newest part is chosen; both rows stay in the list of the deposit's journal."""

    def __init__(self, deposit: HeldDeposit) -> None:
        title = tr("Hold again what was kept of “{deposit}” of {unit}")
        super().__init__(title.format(deposit=deposit.name.removesuffix(COMES_BACK), unit=deposit.unit), width=680)
        self._deposit, parts = deposit, kept_parts(deposit)
        self.table: TableView[DepositMove] = TableView(tr("Kept parts"), _columns(), lambda move: move.id)
        self._form = Form()
        self.why = ReasonFields(
            self._form, [tr("kept by mistake"), tr("kept too much"), tr("agreed anew"), tr("other")]
        )
        self._becomes = body("", Tone.INK)
        self.table.show_rows(parts)
        self.table.setFixedHeight(self.table.height_of_rows(min(len(parts), _MOST_SEEN)) + px(2))
        self.body.addWidget(self.table)
        self.body.addWidget(Scrolling(column(self._form)), 1)
        self.body.addWidget(self._becomes)
        self.table.current_changed.connect(lambda _: self._show_becomes())
        self.table.choose(0)
        self._show_becomes()
        self.setFocusProxy(self.table)

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        keys = ("F9", "Ctrl+Return")
        self.add_button(actions, "hold", tr("Hold it again"), keys, self._on_hold, Kind.PRIMARY)

    def _show_becomes(self) -> None:
        part = self.table.current()
        if part is not None:
            held, again = self._deposit.held, self._deposit.held + part.amount
            facts = {"held": show_money(held), "part": show_money(part.amount), "again": show_money(again)}
            self._becomes.show_text(tr("{held} + {part}: {again} is held then").format(**facts), Tone.INK)

    def _on_hold(self) -> None:
        part, why = self.table.current(), self.why.given()
        if part is not None and why is not None:
            self.answer(TakeBack(self._deposit.charge_id, part.id, why.text))


def _columns() -> list[Column[DepositMove]]:
    return [
        Column(tr("Day"), lambda move: move.day, Cell.DATE, tone=Tone.INK2),
        Column(tr("Reason"), lambda move: move.reason, stretch=True),
        Column(tr("By"), lambda move: move.by, tone=Tone.INK2),
        Column(tr("Agreed by"), lambda move: move.approved_by, tone=Tone.INK2),
        Column(tr("Kept"), lambda move: move.amount, Cell.MONEY),
    ]
