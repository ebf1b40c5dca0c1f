"""Corrects name, telephones, initials and note of a person."""

from __future__ import annotations

from collections.abc import Callable

from app.core.errors import Refusal
from app.core.language import tr
from app.estate.phones import parse_phones
from app.estate.unit_facts import PersonFacts
from ui.sentences import say
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.error_line import ErrorLine
from ui.widgets.form import Form
from ui.widgets.key_button import Kind
from ui.widgets.line_field import LineField
from ui.widgets.typed_field import TypedField


class CorrectPanel(QuestionPanel[bool]):
    """Answers True once `write` took it; a refusal stands above the buttons."""

    def __init__(self, known: PersonFacts, write: Callable[[PersonFacts], None]) -> None:
        super().__init__(tr("Correct {person}").format(person=known.name), width=520)
        self._write = write
        self.name, self.initials, self.note = LineField(), LineField(), LineField()
        self.phones: TypedField[tuple[str, ...]] = TypedField(tr("Telephone"), parse_phones, "、".join, columns=28)
        self.problem = ErrorLine()
        form = Form()
        form.add(tr("Full name"), self.name)
        form.add(tr("Telephone"), self.phones, hint=tr("Several with a comma between"))
        form.add(tr("Initials"), self.initials)
        form.add(tr("Note"), self.note)
        self.name.setText(known.name)
        self.phones.set_value(known.phones or None)
        self.initials.setText(known.initials)
        self.note.setText(known.note)
        for part in (form, self.problem):
            self.body.addWidget(part)
        self.setFocusProxy(self.name)

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self.add_button(actions, "save", tr("Save"), "Ctrl+Return", self._on_save, Kind.PRIMARY)

    def _on_save(self) -> None:
        if not self.phones.check():
            return
        facts = PersonFacts(self.name.text().strip(), self.phones.value() or (), self.note.text(), self.initials.text())
        try:
            self._write(facts)
        except Refusal as refusal:
            self.problem.show_problem(say(refusal))
            return
        self.answer(answer=True)
