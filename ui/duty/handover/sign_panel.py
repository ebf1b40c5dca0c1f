"""Whoever takes over reads what goes on, and signs by name and password."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from app.access.refusals import WrongPassword
from app.core.language import tr, tr_n
from app.core.show import show_time
from app.duty.log.handover_facts import Handover
from app.duty.refusals import TakerOther
from ui.duty.handover.left_table import running_words, summed
from ui.shell.context import Context
from ui.widgets.colours import Tone
from ui.widgets.edit_panel import EditPanel
from ui.widgets.line_field import LineField
from ui.widgets.text_label import body


class SignPanel(EditPanel[str]):
    """Answers the name of who signed."""

    keeps_typed = False

    def __init__(self, context: Context, one: Handover) -> None:
        words = tr("{giver} hands over to {taker}, written and signed {time}.").format(
            giver=one.giver, taker=one.taker, time=show_time(one.at)
        )
        super().__init__(tr("Take over, sign"), self._sign, words=words, width=640, saving=tr("Sign"))
        self._context, self._one = context, one
        self.name, self.password = LineField(tr("Your name")), LineField(tr("Password"))
        self.name.setText(one.taker)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        for at, text in enumerate(_told(one), start=1):
            self.body.insertWidget(at, body(text, Tone.INK if at == 1 else Tone.INK2).wrap())
        self.form.add(tr("Your name"), self.name)
        self.form.add(tr("Password"), self.password, hint=tr("Not here yet: Esc; it stays listed until it is signed."))
        self.place(self.name, TakerOther)
        self.place(self.password, WrongPassword)
        self.step_through(self.name, self.password)
        self.setFocusProxy(self.password)
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def _sign(self) -> str:
        signer = self._context.office.duty_log.sign(self._one.id, self.name.text(), self.password.text())
        return signer.name


def _told(one: Handover) -> list[str]:
    things = tr("; ").join(one.things)
    count = len(one.leftovers)
    return [
        tr_n("{count} thing goes on", "{count} things go on", count).format(count=count)
        + tr(": ")
        + summed(one.leftovers),
        tr("Handed on: {things}").format(things=things) if things else tr("No keys or things are handed on."),
        *([one.words] if one.words else []),
        *running_words(one.leftovers),
    ]
