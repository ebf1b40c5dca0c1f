"""Before a power cut: who takes the blanks along, and how many."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.core.errors import Refusal
from app.core.language import tr
from app.core.typed_text import plain
from app.counter.books.refusals import NoBlanksAsked
from app.counter.books.register_book import MOST_BLANKS
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.check_box import CheckBox
from ui.widgets.colours import Tone
from ui.widgets.enter_steps import EnterSteps
from ui.widgets.form import Form
from ui.widgets.key_button import Kind
from ui.widgets.line_field import LineField
from ui.widgets.text_label import body
from ui.widgets.typed_field import TypedField

USUAL_BLANKS = 30


@dataclass(frozen=True, slots=True)
class Preparation:
    """A block of so many blanks for somebody; `keeps` the roster as a file, too."""

    holder: str
    blanks: int
    keeps: bool


class PreparePanel(QuestionPanel[Preparation]):
    """F9 prints both papers; the blanks go into the folder as well, the roster only if somebody wants it there.

    `keeps` where the office chose a folder for such papers itself.
    """

    def __init__(self, holder: str, folder: Path, *, keeps: bool) -> None:
        super().__init__(tr("Before a power cut"), width=520)
        self.holder = LineField(tr("Handed to"))
        self.holder.setText(holder)
        self.blanks: TypedField[int] = TypedField(tr("Blanks"), _count, str, required=True, columns=6)
        self.blanks.set_value(USUAL_BLANKS)
        words = tr(
            "Prints the arrears roster of every building as of today, and a block of numbered blank receipts. "
            "The blanks stay as a file in a folder until the papers are back."
        )
        self.keeps = CheckBox(tr("Keep the roster as a file too"), ticked=keeps)
        names = tr(
            "It names people, what they owe and the last digits of their telephones, and anybody who opens {folder} "
            "reads it. It is removed when the papers are settled."
        ).format(folder=folder)
        self._form = Form()
        self._form.add(tr("Handed to"), self.holder, hint=tr("who collects with them; the numbers are on this name"))
        self._form.add(tr("Blanks"), self.blanks, hint=tr("three to a sheet; a number is printed once only"))
        self.body.addWidget(body(words, Tone.INK2).wrap())
        for part in (self._form, self.keeps, body(names, Tone.INK2).wrap()):
            self.body.addWidget(part)
        EnterSteps([self.holder, self.blanks], self._on_print, self)
        self.setFocusProxy(self.holder)

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self.add_button(actions, "print", tr("Print both"), "F9", self._on_print, Kind.PRIMARY)

    def _on_print(self) -> None:
        holder, blanks = self.holder.text().strip(), self.blanks.value()
        if not holder:
            self._form.show_problem(self.holder, tr("Write who takes the blanks along."))
            self.holder.take_caret()
        elif self._form.check() and blanks is not None:
            self.answer(Preparation(holder, blanks, self.keeps.isChecked()))


def _count(text: str) -> int:
    typed = plain(text)
    count = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 8 else 0
    if not 1 <= count <= MOST_BLANKS:
        refusal: Refusal = NoBlanksAsked(count, MOST_BLANKS)
        raise refusal
    return count
