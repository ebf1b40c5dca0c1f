"""Taking a receipt back: why, and whether every paper came back where it was printed; names receipt and amount."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.language import tr
from app.core.show import show_money
from app.counter.receipts.issue_receipt import PrintState
from app.counter.receipts.receipt_list import ReceiptRow
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.choice_field import ChoiceField
from ui.widgets.form import Form
from ui.widgets.key_button import Kind
from ui.widgets.line_field import LineField
from ui.widgets.text_label import body


@dataclass(frozen=True, slots=True)
class VoidAnswer:
    """The reason as it is kept, and whether all copies are back in the office."""

    reason: str
    copies_returned: bool


class VoidPanel(QuestionPanel[VoidAnswer]):
    """The key that voids is none that is pressed in passing; Esc leaves the receipt as it is."""

    def __init__(self, shown: ReceiptRow) -> None:
        super().__init__(tr("Void receipt {label}").format(label=shown.label), width=560)
        self.reason: ChoiceField[str] = ChoiceField(tr("Reason"), [(words, words) for words in _reasons()])
        self.words = LineField(tr("In words"))
        self.copies: ChoiceField[bool | None] = ChoiceField(tr("Papers"), _papers())
        self._form = Form()
        self._form.add(tr("Reason"), self.reason)
        self._form.add(tr("In words"), self.words, hint=tr("Required where the reason is “other”."))
        self._is_on_paper = shown.original is PrintState.PRINTED
        if self._is_on_paper:
            self._form.add(tr("Papers"), self.copies)
        sentence = tr("{amount} of {payer}, room {unit}, is taken back and owed again. The number stays used.")
        self.body.addWidget(
            body(sentence.format(amount=show_money(shown.amount, sign=True), payer=shown.payer, unit=shown.unit)).wrap()
        )
        self.body.addWidget(self._form)
        self.setFocusProxy(self.reason)

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "void", tr("Void the receipt"), "Ctrl+Return", self._on_void, Kind.DANGER)
        self.add_button(actions, "back", tr("Leave it"), "Esc", self.give_up)

    def _on_void(self) -> None:
        reason, words, copies = self.reason.value() or "", self.words.text().strip(), self.copies.value()
        if not words and reason == _reasons()[-1]:
            self._form.show_problem(self.words, tr("Say in a few words why."))
            self.words.setFocus()
        elif self._is_on_paper and copies is None:
            self._form.show_problem(self.copies, tr("Choose whether all papers came back."))
            self.copies.setFocus()
        else:
            self.answer(VoidAnswer(f"{reason}：{words}" if words else reason, copies is not False))


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
