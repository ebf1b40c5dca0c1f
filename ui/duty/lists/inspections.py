"""The inspection lists: their rhythm, their route as text, and how each stands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Signal

from app.access.permissions import Permission
from app.core.language import mark, tr
from app.duty.inspections.inspection_facts import Standing
from ui.duty.lists.inspection_panel import InspectionPanel
from ui.duty.words import due_state, rhythm_words
from ui.shell.context import Context
from ui.widgets.chip import Mood
from ui.widgets.colours import Tone
from ui.widgets.columns import Column, State
from ui.widgets.columns import Kind as Cell
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_button import Kind
from ui.widgets.row_delegate import RowLook
from ui.widgets.section import Section
from ui.widgets.table_view import TableView

KEYS = "duty.lists.inspections"


class InspectionLists(Section[Standing]):
    """`round_wanted` walks a list."""

    round_wanted = Signal(int)
    needs = Permission.MANAGE_DUTY
    folding = (mark("Last walked"),)

    def __init__(self, context: Context) -> None:
        super().__init__(
            context,
            KEYS,
            tr("Inspection lists"),
            TableView(
                tr("Inspection lists"),
                _columns(context.clock.now().date),
                key=lambda one: one.id,
                look=lambda one: RowLook(quiet=one.inspection.retired),
            ),
            words=tr("Lists that come again. A round keeps the points as they were when it was begun."),
            empty=EmptyState(tr("No inspection yet"), tr("F8 enters the first list.")),
        )
        keep = Permission.KEEP_DUTY
        edit = self.offer("edit", tr("Edit"), "Return", self.on_row(self._ask), in_rows=True)
        self.offer("new", tr("New list"), "F8", partial(self._ask, None), icon="plus")
        self.offer(
            "walk", tr("Walk the round"), "F9", self.on_row(self._on_walk), Kind.PRIMARY, icon="play", needs=keep
        )
        self.offer("retire", tr("Walk no longer, or again"), "F7", self.on_row(self._on_retire))
        self.offer(
            "print", tr("Print a blank sheet"), "Ctrl+P", self.on_row(self._on_print), icon="printer", needs=keep
        )
        self.opens(edit)

    def load(self) -> None:
        self.table.show_rows(self.context.office.inspections.standing(retired=True))

    def _ask(self, row: Standing | None) -> None:
        one = None if row is None else row.inspection
        panel = InspectionPanel(self.context, one).concerning("" if one is None else one.id)
        self.edit(panel, tr("The inspection list is saved"))

    def _on_walk(self, row: Standing) -> None:
        self.round_wanted.emit(row.id)

    def _on_retire(self, row: Standing) -> None:
        retired = row.inspection.retired
        words = tr("“{name}” is walked again") if retired else tr("“{name}” is no longer walked; its rounds stay")
        retire = partial(self.context.office.inspections.retire, self.context.actor, row.id, retired=not retired)
        self.attempt(retire, words.format(name=row.inspection.name))

    def _on_print(self, row: Standing) -> None:
        from ui.duty.printing import print_blank  # noqa: PLC0415 - the drawing library

        print_blank(self.context, row.id)


def _columns(today: Callable[[], date]) -> list[Column[Standing]]:
    return [
        Column(tr("State"), lambda one: _state(one, today()), Cell.STATE),
        Column(tr("Inspection list"), lambda one: one.inspection.name, bold=True, stretch=True),
        Column(tr("How often"), lambda one: rhythm_words(one.inspection.rhythm)),
        Column(tr("Points"), lambda one: len(one.inspection.points), Cell.NUMBER),
        Column(tr("Last walked"), _last, tone=Tone.INK2),
    ]


def _state(one: Standing, today: date) -> State:
    if one.inspection.retired:
        return State(tr("not walked"), "eye-off", Mood.MUTE)
    return due_state(one, today)


def _last(one: Standing) -> str:
    return "" if one.last is None else f"{one.last:%m-%d %H:%M} {one.last_by}"
