"""Offers the plan that an answer asks for; it stands below the list, so that no step moves when it comes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QSizePolicy

from app.core.language import tr
from app.incidents.plans.plan import Both
from ui.sentences.incidents import said
from ui.shell.actions import Action
from ui.widgets.chip import Mood
from ui.widgets.note_strip import NoteStrip
from ui.widgets.surface import Pane, column


class OfferStrip(Pane):
    """Nothing starts by itself: its key does."""

    def __init__(self, start: Action) -> None:
        super().__init__("panel")
        self._start = start
        self._note = NoteStrip()
        self.code = ""
        self.setLayout(column(self._note, margins=(24, 4, 20, 4)))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._note.offer(start)
        self.hide()

    def show_offers(self, codes: Sequence[str], name_of: Callable[[str], Both | None]) -> None:
        """Offer the first of these plans; nothing where there is none."""
        names: Mapping[str, Both] = {code: name for code in codes if (name := name_of(code)) is not None}
        self.code = next(iter(names), "")
        if self.code:
            plan = said(names[self.code])
            self._note.say(tr("An answer asks for this list as well. It runs beside this one."), Mood.WARN, word=plan)
            self._note.offer(self._start)
            self._start.say(tr("Start {name} beside").format(name=plan))
        self.setVisible(bool(self.code))

    def text(self) -> str:
        """What it says."""
        return self._note.text() if self.code else ""
