"""Who pays: the likely payer at first, another person of the unit by ↑ ↓, or anybody by typing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from app.core.ids import PersonId
from app.core.language import tr
from app.counter.payments.bill import Payer
from ui.widgets.line_field import LineField
from ui.widgets.unit_words import ROLES

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class PayerField(LineField):
    """`named` gives name and person id; an unknown name has no id."""

    named = Signal(str, object)

    def __init__(self) -> None:
        super().__init__(tr("Payer"), columns=10)
        self._payers: Sequence[Payer] = ()
        self.textChanged.connect(self._on_text_changed)

    def show_payer(self, name: str, payers: Sequence[Payer]) -> None:
        """Show who pays; `payers` are offered by the arrow keys, the likeliest first."""
        self._payers = payers
        self._say_offer()
        if name != self.text():
            self.blockSignals(True)
            self.setText(name)
            self.setCursorPosition(0)
            self.blockSignals(False)

    def role(self) -> str:
        """What the person named is to the unit, in words; empty for a stranger."""
        known = self._known(self.text())
        return tr(ROLES[known.role]) if known and known.role else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key())) if not self.composing else None
        if step is not None and self._payers:
            names = [payer.name for payer in self._payers]
            at = names.index(self.text()) + step if self.text() in names else 0
            self.setText(names[at % len(names)])
            self.selectAll()
        else:
            super().keyPressEvent(event)

    def _on_text_changed(self, text: str) -> None:
        known = self._known(text)
        self.named.emit(text, known.person_id if known else None)
        if text.strip():
            self.show_problem("")

    def _known(self, text: str) -> Payer | None:
        return next((payer for payer in self._payers if payer.name == text.strip()), None)

    def _say_offer(self) -> None:
        names = tr(", ").join(payer.name for payer in self._payers)
        self.setToolTip(tr("↑ ↓ choose from: {names}. Anybody else can be typed.").format(names=names))


def person_id_of(value: object) -> PersonId | None:
    """The id that came through a signal."""
    return PersonId(value) if isinstance(value, int) else None
