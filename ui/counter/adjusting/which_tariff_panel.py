"""Which tariff of a room is meant, where more than one lies on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.core.ids import AssignmentId
from app.core.language import tr
from app.core.show import show_decimal
from app.fees.adjustments.vacancies import VacancyRow
from app.fees.assignments import AssignmentRow
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.choice_field import ChoiceField
from ui.widgets.form import Form
from ui.widgets.key_button import Kind


class WhichTariffPanel(QuestionPanel[AssignmentRow]):
    """One whose discount runs already says so; choosing it leads to its end."""

    def __init__(self, unit: str, rows: Sequence[AssignmentRow], running: Mapping[AssignmentId, VacancyRow]) -> None:
        super().__init__(tr("{unit} stands empty").format(unit=unit), width=520)
        choices = [(_words(row, running.get(row.id)), row) for row in rows]
        self.which: ChoiceField[AssignmentRow] = ChoiceField(tr("Tariff"), choices)
        form = Form()
        form.add(tr("Tariff"), self.which)
        self.body.addWidget(form)
        self.setFocusProxy(self.which)

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self.add_button(actions, "on", tr("Continue"), ("Return", "F9"), self._on_continue, Kind.PRIMARY)

    def _on_continue(self) -> None:
        row = self.which.value()
        if row is not None:
            self.answer(row)


def _words(row: AssignmentRow, granted: VacancyRow | None) -> str:
    name = f"{row.tariff.item.name} {row.meter}".strip()
    if granted is None:
        return name
    return tr("{item}: pays {factor} now").format(item=name, factor=show_decimal(granted.factor, 0))
