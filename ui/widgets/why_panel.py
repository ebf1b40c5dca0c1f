"""Answers why a unit has no bill for a fee item: each tariff on it, what stands in the way, and what to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.ids import FeeItemId
from app.core.language import tr
from app.fees.items import FeeItem
from app.fees.why import WhyNoBill
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.chip import Chip
from ui.widgets.choice_field import ChoiceField
from ui.widgets.colours import Tone
from ui.widgets.form import Form
from ui.widgets.surface import Rule, column, row
from ui.widgets.text_label import body
from ui.widgets.why_words import what_to_do, why_sentence, why_state

Ask = Callable[[FeeItemId], Sequence[WhyNoBill]]


class WhyPanel(QuestionPanel[bool]):
    """↑ ↓ go from fee item to fee item; the answers follow."""

    def __init__(self, unit: str, items: Sequence[FeeItem], ask: Ask, first: FeeItemId | None = None) -> None:
        super().__init__(tr("Why is there no bill for {unit}?").format(unit=unit), width=600)
        self._ask = ask
        self.item: ChoiceField[FeeItemId] = ChoiceField(tr("Fee item"), [(one.name, one.id) for one in items])
        form = Form()
        form.add(tr("Fee item"), self.item, hint=tr("↑ ↓ choose; Alt+↓ shows all"))
        self._texts: list[str] = []
        self._place: QVBoxLayout = column(space=0)
        self._answers = QWidget()
        self.body.addWidget(form)
        self.body.addLayout(self._place)
        if first in {one.id for one in items} and first is not None:
            self.item.set_value(first)
        self.item.chosen.connect(lambda _: self._show())
        self.setFocusProxy(self.item)
        self._show()

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), ("Esc", "Return"), self.give_up)

    def text(self) -> str:
        """Everything that is answered."""
        return "\n".join(self._texts)

    def _show(self) -> None:
        self._place.removeWidget(self._answers)
        self._answers.deleteLater()
        item = self.item.value()
        answers = self._ask(item) if item is not None else []
        self._texts = [_text(one) for one in answers]
        self._answers = QWidget()
        self._answers.setLayout(column(*(_answer(one) for one in answers), None, space=4))
        self._answers.setAccessibleName(self.text())
        self._place.addWidget(self._answers)


def _text(why: WhyNoBill) -> str:
    return f"{_tariff(why)}: {why_sentence(why)} — {what_to_do(why)}"


def _tariff(why: WhyNoBill) -> str:
    named = why.tariff or tr("no tariff")
    return f"{named} · {why.meter}" if why.meter else named


def _answer(why: WhyNoBill) -> QWidget:
    state, chip = why_state(why), Chip()
    chip.show_state(state.word, state.mood, state.icon)
    holder = QWidget()
    head = row(body(_tariff(why), bold=True).wrap(), None, chip, space=12)
    words = body(why_sentence(why), Tone.INK).wrap()
    cure = body(tr("What to do: {cure}").format(cure=what_to_do(why)), Tone.INK2).wrap()
    holder.setLayout(column(Rule(), 6, head, words, cure, 6, space=2))
    return holder
