"""The notes that stand on a room, and a line for a new one; each is ended by its own key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt

from app.core.language import tr
from app.core.show import show_date
from app.counter.notes.unit_notes import UnitNote
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.colours import Tone
from ui.widgets.form import Form
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.line_field import LineField
from ui.widgets.surface import Rule
from ui.widgets.text_label import body, caption

_MOST_WITH_KEYS = 9


@dataclass(frozen=True, slots=True)
class NoteAnswer:
    """A note to write, or one to end."""

    text: str = ""
    ends: UnitNote | None = None


class NotesPanel(QuestionPanel[NoteAnswer]):
    """Enter writes what is typed; Alt and its number ends a note."""

    def __init__(self, unit: str, notes: Sequence[UnitNote]) -> None:
        super().__init__(tr("Notes for the counter on {unit}").format(unit=unit), width=600)
        self._notes = list(notes)[:_MOST_WITH_KEYS]
        self.words = LineField(tr("New note"))
        self._form = Form()
        self._form.add(tr("New note"), self.words, hint=tr("Everybody reads it before taking money, once a day."))
        if not notes:
            self.body.addWidget(body(tr("No note stands here."), Tone.INK3))
        self.setFocusProxy(self.words)

    def add_actions(self, actions: ActionRegistry) -> None:
        for number, note in enumerate(self._notes, 1):
            action = actions.add(
                f"{self.context}.end{number}",
                tr("End this note"),
                f"Alt+{number}",
                partial(self.answer, NoteAnswer(ends=note)),
                context=self.context,
                commits=True,
            )
            self.body.addWidget(body(note.text).wrap())
            by = tr("{by}, {day}").format(by=note.by, day=show_date(note.at.date()))
            self.body.addWidget(caption(by, Tone.INK2))
            self.body.addWidget(KeyButton(action, Kind.QUIET, small=True), 0, Qt.AlignmentFlag.AlignLeft)
            self.body.addWidget(Rule())
        self.body.addWidget(self._form)
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self.add_button(actions, "write", tr("Write the note"), ("Return", "F9"), self._on_write, Kind.PRIMARY)

    def _on_write(self) -> None:
        text = self.words.text().strip()
        if text:
            self.answer(NoteAnswer(text))
        else:
            self._form.show_problem(self.words, tr("Nothing is written here yet."))
            self.words.setFocus()
