"""A charge on the spot: an item with its price, or any words and any amount; it becomes a line of this payment."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.core.language import tr
from app.core.money import NOTHING
from app.counter.payments.asked import OneOff
from app.fees.items import FeeItem
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.choice_field import ChoiceField
from ui.widgets.form import Form
from ui.widgets.key_button import Kind
from ui.widgets.line_field import LineField
from ui.widgets.money_field import MoneyField


class OneOffPanel(QuestionPanel[OneOff]):
    """Answers the charge; the item's price is offered and can be typed over. `new_item` asks for another."""

    def __init__(self, items: Sequence[FeeItem], unit: str, new_item: Callable[[], FeeItem | None]) -> None:
        super().__init__(tr("Charge {unit} on the spot").format(unit=unit), width=480)
        self._items, self._new_item = list(items), new_item
        self.item: ChoiceField[FeeItem] = ChoiceField(tr("Item"), [(one.name, one) for one in items])
        self.words = LineField(tr("On the receipt"))
        self.amount = MoneyField(tr("Amount"), required=True)
        self._form = Form()
        self._form.add(tr("Item"), self.item, hint=tr("↑ ↓ choose; Alt+↓ shows all"))
        self._form.add(tr("On the receipt"), self.words)
        self._form.add(tr("Amount"), self.amount)
        self.body.addWidget(self._form)
        self.item.chosen.connect(self._on_item)
        self._on_item(self.item.value())
        self.setFocusProxy(self.item)

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self.add_button(actions, "new", tr("New item"), "Alt+I", self._on_new)
        self.add_button(actions, "take", tr("Add to this payment"), "Return", self._on_take, Kind.PRIMARY)

    def _on_new(self) -> None:
        added = self._new_item()
        if added is not None:
            self._items.append(added)
            self.item.offer([(one.name, one) for one in self._items])
            self.item.set_value(added)
            self._on_item(added)
            self.amount.setFocus()

    def _on_item(self, item: object) -> None:
        if isinstance(item, FeeItem):
            self.words.setText(item.paper_name)
            self.amount.set_value(item.one_off_price or None)

    def _on_take(self) -> None:
        if not self._form.check():
            return
        item, amount, words = self.item.value(), self.amount.value(), self.words.text().strip()
        if item is None or amount is None or amount <= NOTHING:
            self._form.show_problem(self.amount, tr("Type an amount above zero."))
            self.amount.setFocus()
        elif not words:
            self._form.show_problem(self.words, tr("Say what it is for; it is printed on the receipt."))
            self.words.setFocus()
        else:
            self.answer(OneOff(item.id, words, amount, held=item.money_of.held))
