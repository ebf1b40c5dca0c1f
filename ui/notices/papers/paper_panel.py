"""Which paper of a notice: the poster in two sizes, slips for its doors, or the list of its places."""

from __future__ import annotations

from enum import Enum

from app.core.language import mark, tr
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.colours import Tone
from ui.widgets.key_button import Kind
from ui.widgets.text_label import body


class NoticeSheet(Enum):
    """The papers, in the order of their keys."""

    POSTER = mark("Poster A4")
    LARGE = mark("Poster A3")
    SLIPS = mark("Door slips")
    PLACES = mark("List of places")


class SheetPanel(QuestionPanel[NoticeSheet]):
    """Answers with the paper to show; Enter is the poster."""

    def __init__(self, number: str, doors: int) -> None:
        super().__init__(tr("Print {number}").format(number=number), width=620)
        words = tr("Slips are printed for {count} places, in their order; without places they are blank.")
        self.body.addWidget(body(words.format(count=doors), Tone.INK2).wrap())

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        for at, sheet in enumerate(NoticeSheet, 1):
            kind = Kind.PRIMARY if sheet is NoticeSheet.POSTER else Kind.PLAIN
            keys = ("Return", "1") if at == 1 else (str(at),)
            self.add_button(actions, sheet.name, tr(sheet.value), keys, lambda chosen=sheet: self.answer(chosen), kind)
