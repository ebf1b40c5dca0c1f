"""What stands beside an empty list: what to do next."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedLayout

from app.core.language import tr
from ui.fees.sides import Side
from ui.shell.actions import Action
from ui.shell.context import Context
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.sub_page import SubPage

KEYS = "fees.welcome"


class Welcome(SubPage):
    """One empty state for each list, and one for a search without a hit."""

    def __init__(self, context: Context, new: Action, bill: Action, share: Action) -> None:
        super().__init__(context, KEYS, tr("Tariffs"))
        self._no_tariffs = EmptyState(
            tr("No tariff yet: make the first one"),
            tr(
                "A tariff says what is charged, how it is computed and when it is due. "
                "Then assign it to units, then bill."
            ),
            KeyButton(new, Kind.PRIMARY, icon="plus"),
        )
        self._no_runs = EmptyState(
            tr("Nothing was billed yet: bill the first month"),
            tr(
                "A preview shows every charge, every skipped unit and every unit without a tariff "
                "before anything is written."
            ),
            KeyButton(bill, Kind.PRIMARY, icon="plus"),
        )
        self._no_shared = EmptyState(
            tr("No cost was shared out yet"),
            tr(
                "Take a bill or a public meter, such as the lighting of a building, and split it over units "
                "so that every fen is charged to somebody."
            ),
            KeyButton(share, Kind.PRIMARY, icon="plus"),
        )
        self._no_hit = EmptyState(
            tr("Nothing in the list holds these words"), tr("Delete a word, or press Esc to see all.")
        )
        self._places = QStackedLayout(self)
        for place in (self._no_tariffs, self._no_runs, self._no_shared, self._no_hit):
            self._places.addWidget(place)

    def show_side(self, side: Side, *, empty: bool) -> None:
        """Say what fits this list."""
        of_side = {Side.TARIFFS: self._no_tariffs, Side.RUNS: self._no_runs, Side.SHARED: self._no_shared}
        self._places.setCurrentWidget(of_side[side] if empty else self._no_hit)
