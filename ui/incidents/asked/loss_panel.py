"""What was damaged or lost: in words, of which room, and what it may cost."""

from __future__ import annotations

from functools import partial

from app.core.language import tr
from app.core.show import show_money
from app.incidents.attached.losses import LossRow
from app.incidents.attached.refusals import LossNegative, NoLossTold
from app.incidents.running.view import IncidentView
from ui.incidents.asked.mistake_panel import ask_mistake
from ui.incidents.asked.room_field import RoomField
from ui.shell.actions import ActionRegistry
from ui.shell.context import Context
from ui.widgets.colours import Tone
from ui.widgets.edit_panel import EditPanel
from ui.widgets.line_field import LineField
from ui.widgets.money_field import MoneyField
from ui.widgets.text_label import body

_MOST = 200


class LossPanel(EditPanel[str]):
    """What was taken down before stands above the fields; F8 takes one off again."""

    def __init__(self, context: Context, view: IncidentView) -> None:
        super().__init__(tr("Damage or loss"), self._on_loss)
        self._context, self._view = context, view
        self.wrote = False
        self.known = body("", Tone.INK2).wrap()
        self.what, self.amount = LineField(tr("What")), MoneyField(tr("Estimated loss"))
        self.what.setMaxLength(_MOST)
        self.room = RoomField(tr("Room"), context.office)
        self.form.add(tr("What"), self.what)
        self.form.add(tr("Room"), self.room, hint=tr("Empty for what belongs to all"))
        self.form.add(tr("Estimated loss"), self.amount, hint=tr("Empty where nobody can say yet"))
        self.body.insertWidget(0, self.known)
        self._tell()
        self.place(self.what, NoLossTold)
        self.place(self.amount, LossNegative)
        self.step_through(self.what, self.room, self.amount)

    def add_more(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "mistake", tr("By mistake"), "F8", self._on_mistake)

    def _on_mistake(self) -> None:
        losses = self._context.office.incident_losses
        known = [(loss_words(one), one.id) for one in losses.of(self._view.id)]
        if ask_mistake(self._context, known, partial(losses.take_off, self._context.actor)):
            self.wrote = True
            self._tell()

    def _tell(self) -> None:
        known = self._context.office.incident_losses.of(self._view.id)
        self.known.show_text("\n".join(map(loss_words, known)))
        self.known.setVisible(bool(known))

    def _on_loss(self) -> str:
        room = self.room.value()
        asked = (self.what.text(), self.amount.value(), None if room is None else room.id)
        self._context.office.incident_losses.add(self._context.actor, self._view.id, *asked)
        return tr("The loss is taken down")


def loss_words(loss: LossRow) -> str:
    """One loss in a line."""
    amount = "" if loss.amount is None else show_money(loss.amount, sign=True)
    return "  ".join(part for part in (loss.what, loss.unit, amount) if part)
