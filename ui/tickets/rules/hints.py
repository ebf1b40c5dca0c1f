"""The hints of buildings: what staff must know before they go there."""

from __future__ import annotations

from dataclasses import dataclass

from app.access.permissions import Permission
from app.core.ids import BuildingId
from app.core.language import mark, tr
from app.core.show import show_time
from app.estate.building_hints import BuildingHint
from ui.shell.context import Context
from ui.tickets.rules.hint_panel import HintPanel
from ui.widgets.colours import Tone
from ui.widgets.columns import Column
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_button import Kind
from ui.widgets.section import Section
from ui.widgets.table_view import TableView

KEYS = "tickets.rules.hints"


@dataclass(frozen=True, slots=True)
class HintRow:
    """A building, and its hint if it has one."""

    building_id: BuildingId
    building: str
    hint: BuildingHint | None


class Hints(Section[HintRow]):
    """Every building; the newest text counts, the former ones are kept."""

    needs = Permission.MANAGE_ESTATE
    folding = (mark("Written by"), mark("When"))

    def __init__(self, context: Context) -> None:
        super().__init__(
            context,
            KEYS,
            tr("Hints of buildings"),
            TableView(tr("Hints of buildings"), _columns(), key=lambda one: one.building_id),
            words=tr("Shown beside every report from the building: who holds the key of the riser, where to turn off."),
            empty=EmptyState(tr("No building yet"), tr("Enter units in the registry; their buildings come here.")),
            filter_hint=tr("Building or words"),
        )
        edit = self.offer(
            "edit", tr("Write the hint"), "Return", self.on_row(self._on_edit), Kind.PRIMARY, in_rows=True
        )
        self.offer("history", tr("Former texts"), "F4", self.on_row(self._on_history), needs=Permission.WORK_TICKET)
        self.opens(edit)

    def load(self) -> None:
        hints = self.context.office.building_hints
        buildings = self.context.office.estate.tree()
        self.table.show_rows([HintRow(one.id, one.name, hints.of(one.id)) for one in buildings])

    def _on_edit(self, row: HintRow) -> None:
        text = "" if row.hint is None else row.hint.text
        if self.context.questions.ask(HintPanel(self.context, row.building_id, row.building, text)):
            self.tell_done(tr("The hint of {building} is saved").format(building=row.building))

    def _on_history(self, row: HintRow) -> None:
        history = self.context.office.building_hints.history(row.building_id)
        lines = [_line(one) for one in history] or [tr("No hint was ever written.")]
        self.context.questions.tell(tr("Hints of {building}").format(building=row.building), "\n".join(lines))


def _line(hint: BuildingHint) -> str:
    words = tr("{time} {by}: {text}")
    return words.format(time=show_time(hint.at), by=hint.by, text=hint.text or tr("taken away"))


def _columns() -> list[Column[HintRow]]:
    return [
        Column(tr("Building"), lambda one: one.building, bold=True, whole=True),
        Column(
            tr("Hint"),
            lambda one: None if one.hint is None else " ".join(one.hint.text.split()),
            stretch=True,
            dash=True,
        ),
        Column(tr("Written by"), lambda one: one.hint and one.hint.by, tone=Tone.INK2),
        Column(tr("When"), lambda one: one.hint and show_time(one.hint.at), tone=Tone.INK2),
    ]
