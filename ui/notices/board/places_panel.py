"""Where a notice hangs: the doors of a building, of all buildings, a lift hall, or any place that is written."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.language import tr
from app.notices.asked import Door
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.choice_field import ChoiceField
from ui.widgets.error_line import ErrorLine
from ui.widgets.form import Form
from ui.widgets.key_button import Kind
from ui.widgets.line_field import LineField

Doors = tuple[Door, ...]


class PlacesPanel(QuestionPanel[Doors]):
    """Answers with the places that are added."""

    def __init__(self, offered: Sequence[tuple[str, Doors]], chosen: int = 0) -> None:
        super().__init__(tr("Where it hangs"), width=560)
        form = Form()
        self.doors: ChoiceField[Doors] = ChoiceField(tr("Unit doors"), offered)
        self.doors.setCurrentIndex(chosen)
        self.other = LineField(tr("Other places"))
        self.problem = ErrorLine()
        form.add(tr("Unit doors"), self.doors)
        form.add(tr("Other places"), self.other, hint=tr("Lift hall, board, gate; several with a comma between them"))
        self.body.addWidget(form)
        self.body.addWidget(self.problem)
        self.setFocusProxy(self.doors)

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self.add_button(actions, "add", tr("Add these places"), ("Return", "F9"), self._on_add, Kind.PRIMARY)

    def _on_add(self) -> None:
        written = self.other.text().replace("，", ",").replace("、", ",").split(",")
        added = (*(self.doors.value() or ()), *(Door(" ".join(one.split())) for one in written if one.strip()))
        if added:
            self.answer(added)
        else:
            self.problem.show_problem(tr("Choose the doors of a building, or write a place."))


def offered_doors(doors: Sequence[Door]) -> list[tuple[str, Doors]]:
    """No door, each building, and all of them."""
    buildings: dict[int | None, list[Door]] = {}
    for door in doors:
        buildings.setdefault(door.building_id, []).append(door)
    choices: list[tuple[str, Doors]] = [(tr("no door yet"), ())]
    for held in buildings.values():
        name = held[0].label.rsplit(" ", 2)[0] if held[0].label.endswith("单元") else held[0].label
        words = tr("{building}: all doors, {count}").format(building=name, count=len(held))
        choices.append((words, tuple(held)))
    if len(buildings) > 1:
        choices.append((tr("All buildings: all doors, {count}").format(count=len(doors)), tuple(doors)))
    return choices
