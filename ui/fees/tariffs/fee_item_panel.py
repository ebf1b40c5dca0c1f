"""Asks for a new fee item: its name, and whose money it is."""

from __future__ import annotations

from collections.abc import Callable

from app.core.errors import Refusal
from app.core.language import tr
from app.fees.items import FeeItem
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


class FeeItemPanel(QuestionPanel[FeeItem]):
    """Ends only once the office has taken the item; a refused name is said beside it."""

    def __init__(self, add: Callable[[str, MoneyOf], FeeItem]) -> None:
        super().__init__(tr("New fee item"))
        self._add = add
        self.name = LineField(tr("Name"))
        self.money_of: ChoiceField[MoneyOf] = ChoiceField(tr("Whose money"), offered(WHOSE))
        form = Form()
        form.add(tr("Name"), self.name, hint=tr("As bills and receipts print it"))
        self._line = form.add(tr("Whose money"), self.money_of)
        self.body.addWidget(form)
        self.setFocusProxy(self.name)
        self.money_of.chosen.connect(self._on_chosen)
        self._on_chosen(self.money_of.value())

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self.add_button(actions, "add", tr("Add the item"), ("Return", "F9"), self._on_add, Kind.PRIMARY)

    def _on_chosen(self, money_of: MoneyOf | None) -> None:
        self._line.show_hint("" if money_of is None else tr(WHOSE_CARE[money_of]))

    def _on_add(self) -> None:
        money_of = self.money_of.value()
        assert money_of is not None
        try:
            item = self._add(self.name.text(), money_of)
        except Refusal as refusal:
            self.name.show_problem(say(refusal))
        else:
            self.answer(item)
