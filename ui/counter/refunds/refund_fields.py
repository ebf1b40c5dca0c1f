"""The two halves of a refund's form: which way the money goes, and why, to whom and with which papers."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.core.language import tr
from app.counter.methods import NAMES, Method
from ui.counter.adjusting.reason_fields import ReasonFields
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


class WhoFields:
    """Reason, who takes the money, and what became of the original receipt."""

    def __init__(self, payer: str) -> None:
        self.form = Form()
        self.why = ReasonFields(self.form, _reasons())
        self.taker = LineField(tr("Taken by"))
        self.taker.setText(payer)
        self.proxy: ChoiceField[bool] = ChoiceField(tr("Who that is"), _takers())
        self.kept: ChoiceField[bool | None] = ChoiceField(tr("Original receipt"), _originals())
        self.form.add(tr("Taken by"), self.taker)
        self.form.add(tr("Who that is"), self.proxy)
        self.form.add(tr("Original receipt"), self.kept)

    def reason_given(self) -> str:
        """The reason as it is kept, as far as it is typed."""
        words = self.why.words.text().strip()
        reason = self.why.reason.value() or ""
        return f"{reason}：{words}" if words else reason

    def show(self, *, paying: bool) -> None:
        """Who takes the money is asked only where some goes out."""
        self.form.show_row(self.taker, shown=paying)
        self.form.show_row(self.proxy, shown=paying)

    def check(self) -> bool:
        """Insist on reason, taker and what became of the receipt."""
        if self.why.given() is None:
            return False
        if self.taker.isVisible() and not self.taker.text().strip():
            self.form.show_problem(self.taker, tr("Type who takes the money."))
            self.taker.setFocus()
            return False
        if self.kept.value() is None:
            self.form.show_problem(self.kept, tr("Choose whether the original receipt came back."))
            self.kept.setFocus()
            return False
        return True


def _ways(paid_by: Method) -> list[tuple[str, Method]]:
    usual = [Method.CASH, Method.TRANSFER, Method.WECHAT, Method.ALIPAY, Method.CARD, Method.CREDIT]
    first = [paid_by] if paid_by in usual else [Method.TRANSFER]
    return [(tr(NAMES[method]), method) for method in dict.fromkeys([*first, *usual])]


def _takers() -> list[tuple[str, bool]]:
    return [(tr("the payer"), False), (tr("somebody for the payer, with a letter"), True)]


def _originals() -> list[tuple[str, bool | None]]:
    return [
        (tr("choose …"), None),
        (tr("came back, kept with the slip"), True),
        (tr("lost, with a statement"), False),
    ]


def _reasons() -> list[str]:
    return [
        tr("moves out"),
        tr("wrong room"),
        tr("paid twice"),
        tr("work finished, nothing to object"),
        tr("service was not given"),
        tr("returned by the bank"),
        tr("other"),
    ]
