"""The window at work: the tabs of one person, and what the head and the foot say meanwhile."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.access.actor import Actor
from app.access.permissions import Role
from app.core.clock import Clock
from app.core.language import mark, tr, tr_n
from ui.printing.print_job import JobState
from ui.printing.printer_queue import PrintQueue
from ui.shell.changes import Change
from ui.shell.context import Context
from ui.shell.key_list import KeyList, keys_of_screen
from ui.shell.main_window import MainWindow
from ui.shell.tabs import TABS, Tab, TabPages
from ui.widgets.colours import Tone

if TYPE_CHECKING:
    from app.office import Office

_ROLES = {Role.CASHIER: mark("Cashier {name}"), Role.SUPERVISOR: mark("Supervisor {name}")}
_LOOK_EVERY = 60_000


class Desk(QObject):
    """Makes the pages' context, shows the tabs and keeps the status line true."""

    def __init__(
        self, window: MainWindow, office: Office, actor: Actor, clock: Clock, tabs: tuple[Tab, ...] = TABS
    ) -> None:
        super().__init__(window)
        self._window = window
        self.context = _context(window, office, actor, clock)
        self.pages = TabPages(self.context, tabs)
        self._show_head()
        self._connect()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look_again)
        self._timer.start(_LOOK_EVERY)
        window.show_body(self.pages)
        self._on_tab_wished(0)
        self.look_again()

    def look_again(self) -> None:
        """Bring the status line up to date."""
        status, office, actor = self._window.status, self.context.office, self.context.actor
        status.user.show_text(tr(_ROLES[actor.role]).format(name=actor.name))
        shift = office.shifts.current(actor)
        if shift is None:
            status.shift.show_text(tr("No shift open"))
        else:
            status.shift.show_text(tr("Shift {number}").format(number=f"{shift.id:04d}"))
        self._show_printer()
        status.backup.show_text(_backup_words(self._newest_backup(), self.context.clock.now()))

    def _show_head(self) -> None:
        bar, office = self._window.top_bar, self.context.office
        facts = office.estate.office_facts()
        bar.show_office(facts.estate, facts.service_centre)
        for title in self.pages.titles():
            bar.tabs.addTab(title)
        bar.show_tabs(shown=True)

    def _connect(self) -> None:
        window, own = self._window, self._window.own
        own.add_tabs(self.pages.titles())
        own.tab_wished.connect(self._on_tab_wished)
        own.search_wished.connect(self.pages.focus_search)
        own.keys_wished.connect(self._on_keys_wished)
        window.top_bar.tabs.currentChanged.connect(self._on_tab_wished)
        window.closing.connect(self._on_closing)
        self.context.changes.changed.connect(self._on_changed)
        self.context.printing.job_changed.connect(lambda _job: self._show_printer())

    def _on_tab_wished(self, at: int) -> None:
        if self.pages.shown != self.pages.names[at]:
            self.pages.show_tab(at)
            self._window.top_bar.tabs.setCurrentIndex(at)

    def _on_keys_wished(self) -> None:
        groups = keys_of_screen(self.context.actions, self.pages.shown)
        self.context.questions.ask(KeyList(groups, self.context.actions.titles))

    def _on_changed(self, change: Change) -> None:
        if change.concerns("counter"):
            self.look_again()

    def _on_closing(self) -> None:
        self.pages.keep_drafts()
        self.context.printing.close()

    def _show_printer(self) -> None:
        queue, item = self.context.printing, self._window.status.printer
        waiting = len(queue.unprinted)
        if any(job.state is JobState.FAILED for job in queue.unprinted):
            words = tr_n("{n} paper not printed", "{n} papers not printed", waiting).format(n=waiting)
            item.show_text(words, Tone.WARN)
        elif waiting:
            item.show_text(tr("Printing now"))
        else:
            item.show_text(tr("Printer ready"))

    def _newest_backup(self) -> datetime | None:
        folder = self.context.office.store.folder.backups
        times = [path.stat().st_mtime for path in folder.glob("*.db")] if folder.is_dir() else []
        return datetime.fromtimestamp(max(times)) if times else None  # noqa: DTZ006 - the office's wall clock


def _context(window: MainWindow, office: Office, actor: Actor, clock: Clock) -> Context:
    return Context(
        office=office,
        actor=actor,
        clock=clock,
        questions=window.questions,
        actions=window.actions_known,
        worker=window.worker,
        changes=window.changes,
        printing=PrintQueue(parent=window),
        theme=window.theme,
        messages=window.messages,
        layout=window.room,
    )


def _backup_words(newest: datetime | None, now: datetime) -> str:
    if newest is None:
        return tr("No backup yet")
    hours = max(0, int((now - newest).total_seconds()) // 3600)
    if hours < 48:
        return tr_n("Backup {n} h ago", "Backup {n} h ago", hours).format(n=hours)
    return tr_n("Backup {n} day ago", "Backup {n} days ago", hours // 24).format(n=hours // 24)
