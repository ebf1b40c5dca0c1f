"""The head over the steps: which page of how many, its title, how the list is worked, and how much of it is done."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy

from app.core.language import tr, tr_n
from app.incidents.plans.plan import PlanKind
from app.incidents.words.names import KINDS_OF_LISTS
from ui.incidents.running.page_lines import PageLines
from ui.incidents.running.step_words import KIND_CODES
from ui.sentences.incidents import said
from ui.widgets.chip import Chip, Mood
from ui.widgets.colours import Tone
from ui.widgets.elided import Elided
from ui.widgets.sizes import Pt
from ui.widgets.surface import Pane, Rule, column, row
from ui.widgets.text_label import TextLabel


class PageHead(Pane):
    """One line that keeps its height."""

    def __init__(self) -> None:
        super().__init__("panel")
        self.number = TextLabel("", Pt.SECTION, bold=True)
        self.title = Elided(Pt.SECTION, bold=True)
        self.kind = Chip()
        self.left = Chip()
        self.count = TextLabel("", Pt.BODY, Tone.INK2)
        line = row(self.number, 2, self.title, self.kind, None, self.left, self.count, space=6, margins=(24, 9, 24, 9))
        self.setLayout(column(line, Rule(), space=0))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_page(self, lines: PageLines, kind: PlanKind) -> None:
        """Show where in the plan this is."""
        self.number.show_text(tr("Page {n} / {of}").format(n=lines.at, of=lines.of))
        self.title.show_text(said(lines.page.title))
        self.kind.show_state(f"{said(KINDS_OF_LISTS[kind])} {KIND_CODES[kind]}", Mood.MUTE)
        self.count.show_text(tr("{n} / {of} steps").format(n=lines.settled, of=len(lines.counted)))
        left = len(lines.still_open)
        self.left.show_state(tr_n("{n} open before", "{n} open before", left).format(n=left) if left else "", Mood.WARN)

    def fold(self, *, small: bool) -> None:
        """Without the chip where there is no room."""
        self.kind.setVisible(not small)
