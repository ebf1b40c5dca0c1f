"""The form of a named set of changes: what is left as it is, and what becomes of all the rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from app.core.language import tr
from app.tickets.changes.many import Changes, Macro
from app.tickets.fields import Field
from app.tickets.kinds import OVER, State
from app.tickets.refusals import MacroEmpty, MacroNameMissing
from app.tickets.words import CLASSES, PRIORITIES, STATES
from ui.shell.context import Context
from ui.widgets.choice_field import ChoiceField
from ui.widgets.edit_panel import EditPanel
from ui.widgets.line_field import LineField


class MacroFormPanel(EditPanel[str]):
    """Answers the name once the set is saved; one of the same name makes room for it."""

    def __init__(self, context: Context, macro: Macro | None) -> None:
        title = tr("New set of changes") if macro is None else tr("Set “{name}”").format(name=macro.name)
        words = tr("X in the list uses it on the chosen ticket or on all that are marked.")
        super().__init__(title, self._keep, words=words)
        self._context, self._macro = context, macro
        self.name = LineField(tr("Name"))
        offers = _offered(context)
        self.choices = {field: ChoiceField[Any](name, _left(offered)) for field, name, offered in offers}
        self._known = {field: {one for _, one in offered} for field, _, offered in offers}
        self.to: ChoiceField[State | None] = ChoiceField(tr("Becomes"), _left(_states()))
        self.text = LineField(tr("Note in the timeline"))
        self.form.add(tr("Name"), self.name)
        for field in (*self.choices.values(), self.to, self.text):
            self.form.add(field.accessibleName(), field)
        self.place(self.name, MacroNameMissing)
        self.place(self.to, MacroEmpty)
        if macro is not None:
            self._show(macro)
        self.step_through(self.name, *self.choices.values(), self.to, self.text)

    def _show(self, macro: Macro) -> None:
        self.name.setText(macro.name)
        self.text.setText(macro.changes.text)
        for name, choice in self.choices.items():
            kept = macro.changes.values.get(name)
            choice.set_value(kept if kept in self._known[name] else None)
        if macro.changes.to is not None:
            self.to.set_value(macro.changes.to)

    def _keep(self) -> str:
        values = {name: choice.value() for name, choice in self.choices.items() if choice.value() is not None}
        macros, by, name = self._context.office.macros, self._context.actor, " ".join(self.name.text().split())
        macros.add(by, name, Changes(values, self.to.value(), self.text.text()))
        if self._macro is not None and self._macro.name != name:
            macros.retire(by, self._macro.id)
        return name


def _left(offered: Iterable[tuple[str, Any]]) -> list[tuple[str, Any]]:
    return [(tr("as it is"), None), *offered]


def _states() -> list[tuple[str, State]]:
    return [(tr(words), state) for state, words in STATES.items() if state not in OVER and state is not State.REPORTED]


def _words(words: Mapping[Any, str]) -> list[tuple[str, StrEnum]]:
    return [(tr(said), one) for one, said in words.items()]


def _offered(context: Context) -> list[tuple[Field, str, list[tuple[str, Any]]]]:
    office = context.office
    return [
        (Field.PRIORITY, tr("Priority"), _words(PRIORITIES)),
        (Field.SERVICE_CLASS, tr("Class"), _words(CLASSES)),
        (Field.CATEGORY, tr("Category"), [(one.path, one.id) for one in office.ticket_categories.tree()]),
        (Field.TEAM, tr("Team"), [(one.name, one.id) for one in office.teams.teams()]),
        (Field.WORKER, tr("Worker"), [(one.name, one.id) for one in office.teams.workers()]),
        (Field.ASSIGNEE, tr("Answers"), [(one.name, one.id) for one in office.people.listed() if one.active]),
    ]
