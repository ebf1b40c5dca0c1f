"""Taking a receipt back: why, and whether every paper came back where it was printed; names receipt and amount."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.language import tr
from app.core.show import show_money
from app.counter.receipts.issue_receipt import PrintState
from app.counter.receipts.receipt_list import ReceiptRow
from ui.counter.adjusting.reason_fields import ReasonFields, Why
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.choice_field import ChoiceField
from ui.widgets.form import Form
from ui.widgets.key_button import Kind
from ui.widgets.text_label import body


@dataclass(frozen=True, slots=True)
class VoidAnswer:
    """Why, and whether all copies are back in the office (None where none was printed)."""

    why: Why
    all_back: bool | None

    @property
    def reason(self) -> str:
        """The reason as it is kept."""
        return self.why.text

    @property
    def copies_returned(self) -> bool:
        """Whether no paper of the receipt is outside the office."""
        return self.all_back is not False


class VoidPanel(QuestionPanel[VoidAnswer]):
    """The key that voids is none that is pressed in passing; Esc leaves the receipt as it is.

    `before` is what was answered when a supervisor was asked in vain.
    """

    def __init__(self, shown: ReceiptRow, before: VoidAnswer | None = None) -> None:
        super().__init__(tr("Void receipt {label}").format(label=shown.label), width=560)
        self.copies: ChoiceField[bool | None] = ChoiceField(tr("Papers"), _papers())
        self._form = Form()
        self.why = ReasonFields(self._form, _reasons())
        self._is_on_paper = shown.original is PrintState.PRINTED
        if self._is_on_paper:
            self._form.add(tr("Papers"), self.copies)
        sentence = tr("{amount} of {payer}, room {unit}, is taken back and owed again. The number stays used.")
        self.body.addWidget(
            body(sentence.format(amount=show_money(shown.amount, sign=True), payer=shown.payer, unit=shown.unit)).wrap()
        )
        self.body.addWidget(self._form)
        if before is not None:
            self.why.show(before.why)
            self.copies.set_value(before.all_back)
        self.setFocusProxy(self.why.reason)

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "void", tr("Void the receipt"), "Ctrl+Return", self._on_void, Kind.DANGER)
        self.add_button(actions, "back", tr("Leave it"), "Esc", self.give_up)

    def _on_void(self) -> None:
        why, copies = self.why.given(), self.copies.value()
        if why is None:
            return
        if self._is_on_paper and copies is None:
            self._form.show_problem(self.copies, tr("Choose whether all papers came back."))
            self.copies.setFocus()
        else:
            self.answer(VoidAnswer(why, copies))


def _reasons() -> list[str]:
    return [
        tr("wrong room"),
        tr("wrong amount"),
        tr("wrong method"),
        tr("wrong lines"),
        tr("payer took it back"),
        tr("other"),
    ]


def _papers() -> list[tuple[str, bool | None]]:
    return [
        (tr("choose …"), None),
        (tr("all copies came back"), True),
        (tr("some are missing"), False),
    ]
