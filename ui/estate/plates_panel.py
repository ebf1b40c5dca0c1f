"""Asks for the number plates of a unit, all in one line."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.language import tr
from app.estate.plates import parse_plates
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.form import Form
from ui.widgets.key_button import Kind
from ui.widgets.typed_field import TypedField

_BETWEEN = "、"
_COLUMNS = 28


class PlatesPanel(QuestionPanel[tuple[str, ...]]):
    """The answer is every plate that the unit is to have; an empty line means none."""

    def __init__(self, code: str, plates: Sequence[str]) -> None:
        super().__init__(tr("Number plates of {unit}").format(unit=code))
        self._field: TypedField[tuple[str, ...]] = TypedField(
            tr("Number plates"), parse_plates, _BETWEEN.join, columns=_COLUMNS
        )
        self._field.set_value(tuple(plates) or None)
        form = Form()
        form.add(tr("Number plates"), self._field, hint=tr("Several with a comma between; empty for none"))
        self.body.addWidget(form)
        self.setFocusProxy(self._field)

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self.add_button(actions, "save", tr("Save"), ("Return", "F9"), self._on_save, Kind.PRIMARY)

    def _on_save(self) -> None:
        if self._field.check():
            self.answer(self._field.value() or ())
