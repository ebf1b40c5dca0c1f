"""Asks for a new kind of charge on the spot: its name, whether the money comes back, and its usual price."""

from __future__ import annotations

from app.access.actor import Approval
from app.access.permissions import Permission
from app.core.errors import Refusal
from app.core.language import tr
from app.core.money import NOTHING
from app.fees.items import FeeItem
from app.fees.money_of import MoneyOf
from app.fees.refusals import FeeItemNeedsName
from ui.sentences import say
from ui.shell.actions import ActionRegistry
from ui.shell.context import Context
from ui.shell.question_panel import QuestionPanel
from ui.widgets.choice_field import ChoiceField
from ui.widgets.form import Form
from ui.widgets.key_button import Kind
from ui.widgets.line_field import LineField
from ui.widgets.money_field import MoneyField


class NewOneOffPanel(QuestionPanel[FeeItem]):
    """Ends only once the office has taken the item; a refusal is said beside the name."""

    def __init__(self, context: Context) -> None:
        super().__init__(tr("New item for charges on the spot"), width=520)
        self._context = context
        self.name = LineField(tr("Name"))
        kept_or_back = ((tr("the office's own"), MoneyOf.OWN), (tr("a deposit, given back"), MoneyOf.DEPOSIT))
        self.money_of: ChoiceField[MoneyOf] = ChoiceField(tr("Money"), kept_or_back)
        self.price = MoneyField(tr("Usual price"))
        form = Form()
        form.add(tr("Name"), self.name, hint=tr("As bills and receipts print it"))
        form.add(tr("Money"), self.money_of)
        form.add(tr("Usual price"), self.price, hint=tr("Offered each time and can be typed over; empty: none"))
        self._form = form
        self.body.addWidget(form)
        self.setFocusProxy(self.name)

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self.add_button(actions, "add", tr("Add the item"), ("Return", "F9"), self._on_add, Kind.PRIMARY)

    def _on_add(self) -> None:
        money_of = self.money_of.value()
        if money_of is None or not self._form.check():
            return
        if not self.name.text().strip():
            self.name.show_problem(say(FeeItemNeedsName()))
            self.name.setFocus()
            return
        approval = self._lent()
        if approval is None and not self._context.actor.may(Permission.MANAGE_TARIFFS):
            return
        name, price = self.name.text(), self.price.value() or NOTHING
        try:
            item = self._context.office.fee_items.add(self._context.actor, name, money_of, price, approval)
        except Refusal as refusal:
            self.name.show_problem(say(refusal))
            self.name.setFocus()
        else:
            self.answer(item)

    def _lent(self) -> Approval | None:
        """A supervisor's yes where the person at the keyboard may not name items."""
        context, name = self._context, self.name.text().strip()
        if context.actor.may(Permission.MANAGE_TARIFFS):
            return None
        what = tr("Name a new item for charges on the spot: {name}.").format(name=name)
        return context.questions.approve(Permission.MANAGE_TARIFFS, what, "", {"item": name}, context.actor)
