"""The current point, large: where, what to look at, one field for what is seen, one for words about it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.core.language import tr
from app.duty.inspections.inspection_facts import Sighting
from app.duty.inspections.points import Asks, Point
from ui.widgets.chip import Mood
from ui.widgets.colours import Tone
from ui.widgets.error_line import ErrorLine
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton
from ui.widgets.line_field import LineField
from ui.widgets.note_strip import NoteStrip
from ui.widgets.sizes import Pt
from ui.widgets.surface import column
from ui.widgets.text_label import TextLabel


class PointForm(QWidget):
    """What is seen is typed: a value, or the number of an answer."""

    def __init__(self, *buttons: KeyButton) -> None:
        super().__init__()
        self.where = TextLabel("", Pt.SECTION, Tone.INK2).wrap()
        self.what = TextLabel("", Pt.PAGE, Tone.INK, bold=True).wrap()
        self.hint = TextLabel("", Pt.LARGE, Tone.INK).wrap()
        self.seen, self.about = LineField(tr("What is seen")), LineField(tr("Words about it"))
        self.about.setPlaceholderText(tr("Words about it, if there are any"))
        self.problem = ErrorLine()
        self.strip = NoteStrip()
        flow = FlowLayout()
        for button in buttons:
            flow.addWidget(button)
        parts = (self.where, self.what, self.hint, self.seen, self.problem, self.about, self.strip, flow)
        self.setLayout(column(*parts, space=8))

    @property
    def composing(self) -> bool:
        """Whether an input method shows text that is not committed."""
        return self.seen.composing or self.about.composing

    def value(self) -> str:
        """What is typed."""
        return self.seen.text()

    def words(self) -> str:
        """What is written about it."""
        return self.about.text()

    def show_point(self, point: Point, sighting: Sighting | None) -> None:
        """Show this point, with what was seen before."""
        self.problem.show_problem("")
        self.strip.clear()
        self.where.show_text(point.where)
        self.what.show_text(point.what)
        self.hint.show_text(_hint(point))
        self.seen.setText(_typed(point, sighting))
        self.about.setText("" if sighting is None else sighting.seen.words)

    def take_caret(self, *, keep_problem: bool = False) -> None:
        """Put the caret where what is seen is typed."""
        if not keep_problem:
            self.problem.show_problem("")
        self.seen.take_caret()

    def show_problem(self, text: str) -> None:
        """Say what cannot be kept."""
        self.problem.show_problem(text)
        self.seen.take_caret()

    def warn(self, text: str, *, calm: bool = False) -> None:
        """Say what comes next."""
        self.strip.say(text, Mood.OK if calm else Mood.WARN)


def _hint(point: Point) -> str:
    if point.asks is Asks.NUMBER:
        if point.limits:
            return tr("Type the value; good is {limits}").format(limits=point.limits)
        return tr("Type the value")
    if point.asks is Asks.TEXT:
        return tr("Type what you see")
    return "   ".join(f"{number}  {choice}" for number, choice in enumerate(point.choices, start=1))


def _typed(point: Point, sighting: Sighting | None) -> str:
    if sighting is None or not sighting.seen.value:
        return ""
    if point.asks is Asks.CHOICE and sighting.seen.value in point.choices:
        return str(point.choices.index(sighting.seen.value) + 1)
    return sighting.seen.value
