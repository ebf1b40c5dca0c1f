"""The deposits that the office holds: of one room or of all, with what was kept and what is left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.core.language import tr
from app.core.money import NOTHING, total
from app.core.show import show_money
from app.counter.deposits.held import DepositMoveKind, HeldDeposit
from app.fees.items import COMES_BACK
from ui.counter.deposits.kept_back_panel import kept_parts
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.check_box import CheckBox
from ui.widgets.colours import Tone
from ui.widgets.columns import Column
from ui.widgets.columns import Kind as Cell
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_button import Kind
from ui.widgets.row_delegate import RowLook
from ui.widgets.surface import row
from ui.widgets.table_pane import TablePane
from ui.widgets.table_view import TableView
from ui.widgets.text_label import section


class DepositStep(StrEnum):
    """What is done with a deposit."""

    GIVE_BACK = "give_back"
    KEEP = "keep"
    USE = "use"
    HOLD_AGAIN = "hold_again"


@dataclass(frozen=True, slots=True)
class DepositChoice:
    """One deposit and what is to be done with it."""

    step: DepositStep
    deposit: HeldDeposit


class DepositListPanel(QuestionPanel[DepositChoice]):
    """Shows those that hold something; Space beside shows the ones given back, too."""

    keeps_typed = False
    most = (1080, 640)

    def __init__(self, deposits: Sequence[HeldDeposit], of: str) -> None:
        title = tr("Deposits of room {unit}").format(unit=of) if of else tr("Deposits held")
        super().__init__(title, width=980)
        self._deposits = tuple(deposits)
        self.table: TableView[HeldDeposit] = TableView(
            tr("Deposits"), _columns(), lambda one: one.charge_id, look=_look, row_height=30
        )
        self.pane = TablePane(
            self.table,
            EmptyState(
                tr("No deposit is held"), tr("A deposit is taken as a charge on the spot, on the bill of its room.")
            ),
            filter_hint=tr("Room, name or receipt"),
        )
        self.also_gone = CheckBox(tr("Also those given back"))
        self._sum = section("")
        self.body.addWidget(self.pane, 1)
        self.body.addLayout(row(self.also_gone, None, self._sum))
        self.also_gone.toggled.connect(lambda _: self._show())
        self.table.opened.connect(lambda one: self._choose(DepositStep.GIVE_BACK, one))
        self._show()
        self.setFocusProxy(self.pane.filter_box)

    def add_actions(self, actions: ActionRegistry) -> None:
        keep = self.add_button(actions, "keep", tr("Keep a part"), "F6", lambda: self._step(DepositStep.KEEP))
        use = self.add_button(actions, "use", tr("Use for what is owed"), "F7", lambda: self._step(DepositStep.USE))
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        step = lambda: self._step(DepositStep.GIVE_BACK)  # noqa: E731 - as the two above
        give = self.add_button(actions, "give", tr("Give back"), "F8", step, Kind.PRIMARY)
        again = lambda: self._step(DepositStep.HOLD_AGAIN)  # noqa: E731 - as the others
        self._again = self.add_button(actions, "again", tr("Take back what was kept"), "F5", again)
        self._steps = (keep, use, give)
        self.table.current_changed.connect(self._settle)
        self._settle(self.table.current())

    def sum_words(self) -> str:
        """What is said to be held together."""
        return self._sum.text()

    def _show(self) -> None:
        gone = self.also_gone.isChecked()
        self.table.show_rows([one for one in self._deposits if gone or one.held or one.owed])
        held = total(one.held for one in self._deposits)
        self._sum.show_text(tr("{amount} held").format(amount=show_money(held, sign=True)), Tone.INK)
        if self.table.current() is None:
            self.table.choose(0)

    def _settle(self, deposit: HeldDeposit | None) -> None:
        for action in self._steps:
            if deposit is None or not deposit.held:
                action.turn_off(tr("Choose a deposit of which something is held."))
            else:
                action.turn_on()
        if deposit is not None and kept_parts(deposit):
            self._again.turn_on()
        else:
            self._again.turn_off(tr("Choose a deposit of which a part was kept."))

    def _step(self, step: DepositStep) -> None:
        self._choose(step, self.table.current())

    def _choose(self, step: DepositStep, deposit: HeldDeposit | None) -> None:
        if deposit is not None and (deposit.held > NOTHING or step is DepositStep.HOLD_AGAIN):
            self.answer(DepositChoice(step, deposit))


def _look(one: HeldDeposit) -> RowLook:
    return RowLook(quiet=not one.held)


def _columns() -> list[Column[HeldDeposit]]:
    kept = (DepositMoveKind.KEPT, DepositMoveKind.USED, DepositMoveKind.ROUNDING)
    return [
        Column(tr("Room"), lambda one: one.unit),
        Column(tr("Payer"), lambda one: one.payer),
        Column(tr("Deposit"), lambda one: one.name.removesuffix(COMES_BACK), stretch=True),
        Column(tr("Receipt"), lambda one: one.receipt, tone=Tone.INK2),
        Column(tr("Day"), lambda one: one.day, Cell.DATE, tone=Tone.INK2),
        Column(tr("Was paid"), lambda one: one.taken, Cell.MONEY),
        Column(tr("Kept or used"), lambda one: one.moved(*kept) or None, Cell.MONEY, dash=True),
        Column(tr("Given back"), lambda one: one.moved(DepositMoveKind.REFUND) or None, Cell.MONEY, dash=True),
        Column(tr("Held"), lambda one: one.held, Cell.MONEY),
    ]
