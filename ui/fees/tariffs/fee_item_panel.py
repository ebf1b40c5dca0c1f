"""Asks for a new fee item that tariffs charge, or for one that is there but off: its name, and whose money it is."""

from __future__ import annotations

from app.access.actor import Actor
from app.core.errors import Refusal
from app.core.language import tr
from app.fees.items import FeeItem, FeeItems
from app.fees.money_of import MoneyOf
from ui.fees.tariffs.field_states import offered
from ui.fees.tariffs.held_words import WHOSE_CARE
from ui.fees.terms_words import WHOSE
from ui.sentences import say
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.choice_field import ChoiceField
from ui.widgets.form import Form
from ui.widgets.key_button import Kind
from ui.widgets.line_field import LineField

_BY_TARIFF: dict[MoneyOf, str] = {
    money_of: words for money_of, words in WHOSE.items() if money_of is not MoneyOf.DEPOSIT
}


class FeeItemPanel(QuestionPanel[FeeItem]):
    """Ends only once the office has taken the item; a refused name is said beside it.

    The name of an item that is off, such as the repair fund, turns that item on: whose money it is stays as it was.
    """

    def __init__(self, items: FeeItems, by: Actor) -> None:
        super().__init__(tr("New fee item"))
        self._items, self._by = items, by
        self._off = {item.name: item for item in items.all() if not item.active and item.one_off_price is None}
        self.name = LineField(tr("Name"))
        self.money_of: ChoiceField[MoneyOf] = ChoiceField(tr("Whose money"), offered(_BY_TARIFF))
        form = Form()
        self.name_line = form.add(tr("Name"), self.name, hint=self._name_hint())
        self._line = form.add(tr("Whose money"), self.money_of)
        self.body.addWidget(form)
        self.setFocusProxy(self.name)
        self.name.textChanged.connect(self._on_named)
        self.money_of.chosen.connect(self._on_chosen)
        self._on_chosen(self.money_of.value())

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self.add_button(actions, "add", tr("Add the item"), ("Return", "F9"), self._on_add, Kind.PRIMARY)

    def care(self) -> str:
        """What is said beside whose money it is."""
        return self._line.text()

    def _name_hint(self) -> str:
        hint = tr("As bills and receipts print it")
        if not self._off:
            return hint
        return tr("{hint}. Off so far, on by its name: {names}").format(hint=hint, names=tr(", ").join(self._off))

    def _on_named(self) -> None:
        known = self._off.get(self.name.text().strip())
        self.money_of.setEnabled(known is None)
        if known is not None:
            self.money_of.set_value(known.money_of)
            self._on_chosen(known.money_of)

    def _on_chosen(self, money_of: MoneyOf | None) -> None:
        self._line.show_hint("" if money_of is None else tr(WHOSE_CARE[money_of]))

    def _on_add(self) -> None:
        try:
            item = self._take()
        except Refusal as refusal:
            self.name.show_problem(say(refusal))
        else:
            self.answer(item)

    def _take(self) -> FeeItem:
        name, money_of = self.name.text(), self.money_of.value()
        assert money_of is not None
        known = self._off.get(name.strip())
        if known is None:
            return self._items.add(self._by, name, money_of)
        self._items.set_active(self._by, known.id, active=True)
        return next(item for item in self._items.all() if item.id == known.id)
