"""Ctrl+F12 from the menu to what was chosen; what is typed on a bill stays where it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.access.permissions import Permission
from app.core.language import tr
from ui.counter.bill.bill_actions import TAB
from ui.counter.notices import Notice
from ui.counter.outages.online_switch import OnlineSwitch
from ui.shell.changes import Change
from ui.shell.context import Context

if TYPE_CHECKING:
    from ui.counter.outages.outage_menu import OutageStep


class OutageDesk(QObject):
    """`banner` shows what to say while online payment is down, or takes it away; `taken` is told of entered papers."""

    def __init__(
        self,
        context: Context,
        banner: Callable[[Notice | None], None],
        taken: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._context, self._banner, self._taken = context, banner, taken
        self._online = OnlineSwitch(context)
        context.actions.add(
            "counter.outage",
            tr("Outage"),
            "Ctrl+F12",
            self.open,
            context=TAB,
            commits=True,
            help=tr("Power or network is gone: roster and blanks, hand-written receipts, online payment"),
        )
        context.changes.changed.connect(self._on_changed)
        QTimer.singleShot(0, self, self.refresh)  # nobody waits for it at the start

    def open(self) -> None:
        """Ask what to do, and do it."""
        from ui.counter.outages.outage_menu import OutageMenu, OutageState  # noqa: PLC0415 - outages are rare

        office = self._context.office
        if self._context.actor.may(Permission.ENTER_BACK):
            office.power_cuts.end_returned(self._context.actor)
        state = OutageState(sum(book.left for book in office.back_entries.books()), office.online_payment.down())
        step = self._context.questions.ask(OutageMenu(state))
        if step is not None:
            self._do(step)

    def enter_back(self) -> None:
        """At once to the stack of papers."""
        from ui.counter.outages.outage_menu import OutageStep  # noqa: PLC0415 - outages are rare

        self._do(OutageStep.BACK_ENTRY)

    def refresh(self) -> None:
        """Show or take away the banner."""
        self._banner(self._online.banner())

    def _do(self, step: OutageStep) -> None:
        from ui.counter.outages.back_entry_desk import BackEntryDesk  # noqa: PLC0415 - outages are rare
        from ui.counter.outages.outage_menu import OutageStep  # noqa: PLC0415 - as above
        from ui.counter.outages.outage_papers import OutagePapers  # noqa: PLC0415 - as above

        papers = OutagePapers(self._context)
        steps: dict[OutageStep, Callable[[], None]] = {
            OutageStep.PREPARE: papers.prepare,
            OutageStep.BACK_ENTRY: BackEntryDesk(self._context, self._taken).open,
            OutageStep.ONLINE: self._turn,
            OutageStep.NOTICE: self._online.show_notice,
            OutageStep.FOLDER: papers.open_folder,
        }
        steps[step]()

    def _turn(self) -> None:
        self._online.turn()
        self.refresh()

    def _on_changed(self, change: Change) -> None:
        if change.concerns("outage", "settings"):
            self.refresh()
