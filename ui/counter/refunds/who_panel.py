"""Why money goes back, who takes it, and what became of the original receipt; the slip says all of it."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.language import tr
from app.core.show import show_money
from ui.counter.adjusting.reason_fields import ReasonFields, Why
from ui.counter.refunds.refund_panel import RefundChoice
from ui.counter.refunds.refund_rows import Wanted
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.choice_field import ChoiceField
from ui.widgets.form import Form
from ui.widgets.key_button import Kind
from ui.widgets.line_field import LineField
from ui.widgets.scrolling import Scrolling
from ui.widgets.surface import column
from ui.widgets.text_label import section


@dataclass(frozen=True, slots=True)
class WhoAnswer:
    """As it is kept and printed."""

    why: Why
    taker: str
    by_proxy: bool
    original_kept: bool

    @property
    def reason(self) -> str:
        """The reason of the list with the words beside it."""
        return self.why.text


class WhoPanel(QuestionPanel[WhoAnswer]):
    """Esc goes a step back, to what goes back; `before` is what was answered when a supervisor was asked in vain."""

    def __init__(self, label: str, payer: str, choice: RefundChoice, before: WhoAnswer | None = None) -> None:
        self._pays = choice.asked is not None
        title = tr("Give back of receipt {label}") if self._pays else tr("Receipt {label} never arrived")
        super().__init__(title.format(label=label), width=620)
        self._form = Form()
        self.why = ReasonFields(self._form, _reasons(choice.wanted))
        self.taker = LineField(tr("Taken by"))
        self.taker.setText(payer)
        self.proxy: ChoiceField[bool] = ChoiceField(tr("Who that is"), _takers())
        self.kept: ChoiceField[bool | None] = ChoiceField(tr("Original receipt"), _originals())
        if self._pays:
            self._form.add(tr("Taken by"), self.taker)
            self._form.add(tr("Who that is"), self.proxy)
        self._form.add(tr("Original receipt"), self.kept)
        if choice.asked is not None:
            amount = show_money(choice.asked.shown, sign=True)
            self.body.addWidget(section(tr("{amount} goes back").format(amount=amount)))
        self.body.addWidget(Scrolling(column(self._form)), 1)
        if before is not None:
            self._show_again(before)
        self.setFocusProxy(self.why.reason)

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        words = tr("Give it back") if self._pays else tr("It never arrived")
        self.add_button(actions, "give", words, ("F9", "Ctrl+Return"), self._on_give, Kind.PRIMARY)

    def _show_again(self, before: WhoAnswer) -> None:
        self.why.show(before.why)
        self.taker.setText(before.taker)
        self.proxy.set_value(before.by_proxy)
        self.kept.set_value(before.original_kept)

    def _on_give(self) -> None:
        why = self.why.given()
        if why is None:
            return
        if self._pays and not self.taker.text().strip():
            self._form.show_problem(self.taker, tr("Type who takes the money."))
            self.taker.setFocus()
        elif self.kept.value() is None:
            self._form.show_problem(self.kept, tr("Choose whether the original receipt came back."))
            self.kept.setFocus()
        else:
            kept = self.kept.value() is True
            self.answer(WhoAnswer(why, self.taker.text().strip(), self.proxy.value() is True, kept))


def _takers() -> list[tuple[str, bool]]:
    return [(tr("the payer"), False), (tr("somebody for the payer, with a letter"), True)]


def _originals() -> list[tuple[str, bool | None]]:
    return [
        (tr("choose …"), None),
        (tr("came back, kept with the slip"), True),
        (tr("lost, with a statement"), False),
    ]


def _reasons(wanted: Wanted) -> list[str]:
    """The likely ones first; words of one's own stand beside, and are required for the last."""
    by_kind = {
        Wanted.UNSERVED: [tr("moves out"), tr("gave the place back"), tr("service was not given")],
        Wanted.DEPOSIT: [tr("work finished, nothing to object"), tr("work called off")],
        Wanted.NEVER_CAME: [tr("cheque returned by the bank"), tr("transfer did not arrive")],
        Wanted.CREDIT: [tr("asked for it back"), tr("moves out")],
    }
    usual = [tr("wrong room"), tr("paid twice"), tr("wrong amount")]
    return [*by_kind.get(wanted, usual), tr("other")]
