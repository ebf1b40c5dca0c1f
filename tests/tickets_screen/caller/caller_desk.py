"""The caller panel in a window of its own."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from app.access.actor import Actor
from app.core.ids import UnitId
from tests.office_builder import OfficeBuilder
from tests.page_desk import PageDesk
from ui.shell.context import Context
from ui.tickets.caller.caller_panel import CallerPanel
from ui.widgets.surface import row
from ui.widgets.two_line_list import TwoLine


class CallerPlace(QWidget):
    """The panel at the right, as wide as on the page of tickets."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.panel = CallerPanel(context)
        self.wanted: list[Any] = []
        self.setLayout(row(self.panel, space=0))
        self.panel.new_ticket_wanted.connect(lambda unit, words: self.wanted.append((unit, words)))
        self.panel.counter_wanted.connect(self.wanted.append)
        self.panel.ticket_wanted.connect(self.wanted.append)
        self.panel.left.connect(lambda: self.wanted.append("left"))


class CallerDesk(PageDesk[CallerPlace]):
    """What a person on the telephone sees and presses."""

    def __init__(
        self,
        office: OfficeBuilder,
        by: Actor | None = None,
        size: tuple[int, int] = (340, 620),
        *,
        panels: bool = False,
    ) -> None:
        super().__init__(CallerPlace, "tickets", office, by or office.cashier, size, panels=panels)

    @property
    def panel(self) -> CallerPanel:
        return self.page.panel

    def calls(self, code: str) -> UnitId:
        """Somebody of this unit is on the telephone."""
        unit_id = self.office.office.estate.unit_named(code)
        self.panel.show_unit(unit_id)
        self.panel.take_focus()
        return unit_id

    def open_tickets(self) -> list[str]:
        return [line.head for line in self.panel.facts.tickets.lines() if isinstance(line, TwoLine)]
