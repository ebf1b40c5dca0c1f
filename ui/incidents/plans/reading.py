"""Words to be read from above to below: heads, paragraphs with a sign, small print; it scrolls by keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.colours import Tone
from ui.widgets.icon_label import IconLabel
from ui.widgets.scrolling import Scrolling
from ui.widgets.sizes import Pt, px
from ui.widgets.surface import column, row
from ui.widgets.text_label import TextLabel


class Look(Enum):
    """How a paragraph looks: size, tone, bold, distance above."""

    HEAD = (Pt.SECTION, Tone.INK, True, 14)
    STEP = (Pt.LARGE, Tone.INK, False, 8)
    TEXT = (Pt.BODY, Tone.INK, False, 4)
    SMALL = (Pt.BODY, Tone.INK2, False, 2)
    DANGER = (Pt.BODY, Tone.DANGER, True, 6)
    WARN = (Pt.BODY, Tone.WARN, False, 2)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Some words; `sign` is an icon or a number before them."""

    text: str
    look: Look = Look.TEXT
    icon: str = ""
    number: str = ""
    indent: bool = False


class Reading(Scrolling):
    """`show_paragraphs` begins at the top; `turn` scrolls by so many tenths of what is seen."""

    def __init__(self, name: str) -> None:
        self._lines: QVBoxLayout = column(space=0)
        super().__init__(column(self._lines, None, margins=(24, 4, 24, 16)))
        self.setAccessibleName(name)
        self._shown: tuple[Paragraph, ...] = ()

    @property
    def shown(self) -> tuple[Paragraph, ...]:
        """What stands there."""
        return self._shown

    def show_paragraphs(self, paragraphs: Sequence[Paragraph]) -> None:
        """Show these, from the first."""
        if tuple(paragraphs) == self._shown:
            return
        self._shown = tuple(paragraphs)
        while self._lines.count():
            before = self._lines.takeAt(0).widget()
            before.hide()
            before.deleteLater()
        for one in paragraphs:
            self._lines.addWidget(_line(one))
        self.verticalScrollBar().setValue(0)

    def turn(self, tenths: int) -> None:
        """Scroll on, or back where it is negative."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + tenths * self.viewport().height() // 10)


def _line(one: Paragraph) -> QWidget:
    size, tone, bold, above = one.look.value
    words = TextLabel(one.text, size, tone, bold=bold).wrap()
    words.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
    sign = TextLabel(one.number, size, Tone.INK2, bold=True) if one.number else IconLabel(one.icon, tone, 16)
    sign.setFixedWidth(px(28))
    line = QWidget()
    box = row(space=4, margins=(28 if one.indent else 0, above, 0, 0))
    if one.look is not Look.HEAD:
        box.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    else:
        sign.deleteLater()
    box.addWidget(words, 1)
    line.setLayout(box)
    return line
