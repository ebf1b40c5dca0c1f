"""The head of a unit's page: code, kind, state, and what is known of it."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.core.language import tr
from app.core.show import show_date, show_decimal
from app.estate.unit_facts import PaidThroughRow, UnitPage
from ui.estate.words import STATE_MOODS
from ui.shell.actions import Action
from ui.widgets.chip import Chip, Mood
from ui.widgets.colours import Tone
from ui.widgets.fact_line import FactLine
from ui.widgets.key_button import KeyButton
from ui.widgets.sizes import Pt
from ui.widgets.surface import column, row
from ui.widgets.text_label import TextLabel, body
from ui.widgets.unit_words import KINDS, STATES

_DAY = timedelta(days=1)


class UnitHead(QWidget):
    """Large code, and the button that changes it all."""

    def __init__(self, change: Action) -> None:
        super().__init__()
        self._code = TextLabel("", Pt.CODE, bold=True)
        self._kind = body("", Tone.INK2)
        self._state = Chip()
        self.facts = FactLine()
        self._button = KeyButton(change, icon="pencil")
        line = row(self._code, self._kind, self._state, None, self._button, space=12)
        self.setLayout(column(line, self.facts, space=4, margins=(24, 16, 24, 12)))

    def show_unit(self, page: UnitPage) -> None:
        """Show what the book says."""
        facts = page.facts
        self._code.show_text(page.code)
        self._kind.show_text(tr(KINDS[facts.kind]))
        self._state.show_state(tr(STATES[facts.state]), STATE_MOODS.get(facts.state, Mood.MUTE))
        self.facts.show_facts(
            [
                (tr("Building area"), area_words(facts.building_area)),
                (tr("Inner area"), area_words(facts.inner_area)),
                (tr("Billing area"), area_words(facts.billing_area)),
                (tr("Handover"), show_date(facts.handover_date) if facts.handover_date else ""),
                (tr("Floor"), "" if facts.floor is None else str(facts.floor)),
                (tr("Layout"), facts.layout),
                (tr("People living there"), "" if facts.headcount is None else str(facts.headcount)),
                *((_paid_name(one), show_date(one.until - _DAY)) for one in page.paid_through),
                (tr("Note"), facts.note),
            ]
        )

    def take_focus(self) -> None:
        """To the button that changes the unit."""
        self._button.setFocus(Qt.FocusReason.OtherFocusReason)


def area_words(area: Decimal | None) -> str:
    """`89.50 ㎡`; empty for none."""
    return "" if area is None else f"{show_decimal(area)} ㎡"


def _paid_name(one: PaidThroughRow) -> str:
    return tr("{item} paid before through").format(item=one.fee_item) if one.fee_item else tr("All paid before through")
