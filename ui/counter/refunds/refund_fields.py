"""Which way money goes back, and the number of the slip or account."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.core.language import tr
from app.counter.methods import NAMES, Method
from ui.widgets.choice_field import ChoiceField
from ui.widgets.form import Form
from ui.widgets.line_field import LineField


class HowFields(QObject):
    """The way, and the number of the slip or account; `changed` when the way is another one."""

    changed = Signal()

    def __init__(self, paid_by: Method) -> None:
        super().__init__()
        self.form = Form()
        self.way: ChoiceField[Method] = ChoiceField(tr("Way"), _ways(paid_by))
        self.reference = LineField(tr("Number"))
        self.form.add(tr("Way"), self.way, hint=tr("Cash only as far as the drawer holds it"))
        self._line = self.form.add(tr("Number"), self.reference)
        self.way.chosen.connect(lambda _: self._on_way())
        self._on_way()

    def method(self) -> Method:
        """The chosen way."""
        return self.way.value() or Method.CASH

    def show_again(self, method: Method, reference: str) -> None:
        """What was given before."""
        self.way.set_value(method)
        self.reference.setText(reference)
        self._on_way()

    def show(self, *, shown: bool) -> None:
        """Show all of it, or nothing."""
        self.form.setVisible(shown)

    def check(self) -> bool:
        """Insist on the account where the money goes to one."""
        if not self.form.isVisible():
            return True
        if self.method() is Method.TRANSFER and not self.reference.text().strip():
            self.form.show_problem(self.reference, tr("Type the last four digits of the account."))
            self.reference.setFocus()
            return False
        return self.form.check()

    def _on_way(self) -> None:
        by_number = self.method() not in (Method.CASH, Method.CREDIT)
        self.form.show_row(self.reference, shown=by_number)
        account = self.method() is Method.TRANSFER
        self._line.show_hint(tr("Last four digits of the account") if account else tr("Number of the slip, if any"))
        self.changed.emit()


def _ways(paid_by: Method) -> list[tuple[str, Method]]:
    usual = [Method.CASH, Method.TRANSFER, Method.WECHAT, Method.ALIPAY, Method.CARD, Method.CREDIT]
    first = [paid_by] if paid_by in usual else [Method.TRANSFER]
    return [(tr(NAMES[method]), method) for method in dict.fromkeys([*first, *usual])]
