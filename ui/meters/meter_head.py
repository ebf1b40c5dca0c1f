"""The head of a meter's page: whom it serves, its number, and what is known of it."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QWidget

from app.core.language import tr
from app.core.show import show_date, show_decimal
from app.meters.meter_facts import MeterPage
from ui.meters.meter_words import figures, kind_words, place_words, usual_words
from ui.shell.actions import Action
from ui.widgets.chip import Chip, Mood
from ui.widgets.colours import Tone
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.sizes import Pt
from ui.widgets.surface import column, row
from ui.widgets.text_label import TextLabel, body

_PERCENT = 100


class MeterHead(QWidget):
    """Large words for the place; below them one line of facts and the actions on the meter."""

    def __init__(self, *actions: tuple[Action, str]) -> None:
        super().__init__()
        self._place = TextLabel("", Pt.CODE, bold=True)
        self._kind, self._facts = body("", Tone.INK2), body("", Tone.INK2).wrap()
        self._state = Chip()
        buttons = row(*(KeyButton(action, Kind.QUIET, icon=icon) for action, icon in actions), space=4)
        self._line = row(row(self._place, self._kind, self._state, None, space=12), row(buttons, None), space=8)
        self._line.setStretch(0, 1)
        self.setLayout(column(self._line, self._facts, space=4, margins=(24, 14, 16, 10)))

    def fold(self, *, narrow: bool) -> None:
        """Put the buttons below the words where there is little room."""
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._line.setDirection(way)

    def show_page(self, page: MeterPage) -> None:
        """Show what the book says."""
        meter = page.meter
        self._place.show_text(place_words(meter))
        self._kind.show_text(kind_words(meter))
        ended = meter.ended_on is not None
        word = tr("ended {day}").format(day=show_date(meter.ended_on)) if meter.ended_on else tr("in use")
        self._state.show_state(word, Mood.MUTE if ended else Mood.OK)
        self._facts.show_text("   ".join(f"{name} {words}" for name, words in _facts(page) if words))


def _facts(page: MeterPage) -> list[tuple[str, str]]:
    meter = page.meter
    loss = meter.facts.loss_rate
    return [
        (tr("Name"), meter.name),
        (tr("Meter no."), meter.number),
        (tr("Building"), meter.building),
        (tr("Route"), str(meter.facts.route)),
        (tr("Multiplier"), figures(meter.device.multiplier)),
        (tr("Loss"), f"{show_decimal(loss * _PERCENT, 0)} %" if loss else ""),
        (tr("Usual usage"), usual_words(page.usual) or ""),
        (tr("Note"), meter.facts.note),
    ]
