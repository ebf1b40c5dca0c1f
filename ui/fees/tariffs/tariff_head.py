"""The head of a tariff's page: its name, where it stands, its buttons, and its terms in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QBoxLayout

from app.core.language import tr
from app.core.show import show_date
from app.fees.money_of import MoneyOf
from app.fees.versions import Tariff, TariffVersion
from ui.fees.facts_grid import FactsGrid
from ui.fees.list_lines import standing_words
from ui.fees.terms_words import WHOSE, Fact, terms_facts
from ui.shell.actions import Action
from ui.widgets.chip import Chip, Mood
from ui.widgets.colours import Tone
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.sizes import Pt
from ui.widgets.surface import Pane, column, row
from ui.widgets.text_label import TextLabel, body


class TariffHead(Pane):
    """Name, fee item, state, buttons; below them what the version valid today says."""

    def __init__(self, buttons: Sequence[tuple[Action, str]]) -> None:
        super().__init__("panel")
        self._name = TextLabel("", Pt.CODE, Tone.INK, bold=True)
        self._item = body("", Tone.INK2)
        self._state = Chip()
        self._money = Chip()
        self.facts = FactsGrid()
        said = row(self._name, self._item, self._state, self._money, None, space=12)
        keys = row(*(self._button(at, *button) for at, button in enumerate(buttons)), None, space=4)
        self._line = row(said, keys, space=12)
        self._line.setStretchFactor(said, 1)
        self.setLayout(column(self._line, self.facts, space=10, margins=(24, 16, 24, 14)))

    def _button(self, place: int, action: Action, icon: str) -> KeyButton:
        """The first is what is mostly wanted; the others are quieter."""
        return KeyButton(action, Kind.QUIET if place else Kind.PLAIN, icon=icon)

    def show_tariff(self, tariff: Tariff, today: date) -> None:
        """Show this tariff as it stands today."""
        now = tariff.version_on(today)
        self._name.show_text(tariff.name)
        self._item.show_text(tariff.item.name)
        standing = standing_words(tariff, today)
        self._state.show_state(*((standing, Mood.WARN, "clock-3") if standing else (tr("valid"), Mood.MUTE, "")))
        held = tariff.item.money_of is not MoneyOf.OWN
        self._money.show_state(tr(WHOSE[tariff.item.money_of]) if held else "", Mood.WARN, "landmark")
        self.facts.show_facts([*terms_facts(now.terms), _basis(now)])

    def fold(self, *, narrow: bool) -> None:
        """One column of facts, and a name that may break, where there is little room."""
        self._name.setWordWrap(narrow)
        self._item.setVisible(not narrow)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._line.setDirection(below if narrow else beside)
        self.facts.fold(columns=1 if narrow else 2)


def _basis(version: TariffVersion) -> Fact:
    since = tr("valid since {day}").format(day=show_date(version.first))
    return Fact(tr("Basis"), f"{version.basis} ({since})" if version.basis else since)
