"""The window at work: the tabs of one person, and what the head and the foot say meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from app.access.actor import Actor
from app.core.clock import Clock
from app.core.language import tr, tr_n
from app.core.show import show_shift
from ui.printing.printer_queue import PrintQueue
from ui.printing.printing_actions import add_printing_actions
from ui.sentences.roles import in_role
from ui.shell.changes import RESTORED, Change, Changes
from ui.shell.context import Context
from ui.shell.emergency import TAB as INCIDENTS
from ui.shell.emergency import Emergency
from ui.shell.left_questions import tell_left_questions
from ui.shell.lock import Lock
from ui.shell.main_window import MainWindow
from ui.shell.tabs import ADMIN, BESIDE, SETTINGS, TABS, Tab, TabPages
from ui.shell.ways import Ways
from ui.widgets.colours import Tone
from ui.widgets.first_paint import FirstPaint

if TYPE_CHECKING:
    from app.office import Office

_LOOK_EVERY = 60_000
_LOOK_FOR_PRINTERS = 5_000
_LOOK_AT_BOOKLET = 30_000
_LOOK_AT_BACKUP = 45_000
_BACKUP_IS_OLD = timedelta(days=2)


class Desk(QObject):
    """Makes the pages' context, shows the tabs and keeps the status line true."""

    signed_out = Signal()
    reopening = Signal()
    taken_over = Signal(object)

    def __init__(
        self, window: MainWindow, office: Office, actor: Actor, clock: Clock, tabs: tuple[Tab, ...] = TABS
    ) -> None:
        super().__init__(window)
        self._window = window
        self._before = window.actions_known.names()
        self._printers: list[str] | None = None
        self.context = _context(self, window, office, actor, clock)
        self.pages = TabPages(self.context, tabs)
        self._left_tab = 0
        self._beside: set[str] = set()
        window.questions.keep_for(self.context)
        self._show_head()
        self._connect()
        self.lock = Lock(self, window, self.context)
        self.lock.locking.connect(self.pages.keep_drafts)
        self.lock.locking.connect(self.context.changes.covered)
        self.lock.taken_over.connect(self.taken_over)
        self._is_choosing = False
        self.emergency = Emergency(self, window, self.context, lambda: self.lock.is_on or self._is_choosing)
        self.lock.locking.connect(self.emergency.keep_folder_file)
        self.lock.unlocked.connect(self.emergency.unlocked)
        self.lock.unlocked.connect(self._ask_for_own_password)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look_again)
        self._timer.timeout.connect(self.lock.look)
        self._timer.start(_LOOK_EVERY)
        window.show_body(self.pages)
        self.emergency.join()
        self.emergency.look()
        self._on_tab_wished(self._last_tab())
        painted = FirstPaint(window.top_bar.tabs)
        painted.over.connect(self.look_again)
        painted.over.connect(lambda: tell_left_questions(self.context))
        QTimer.singleShot(0, self, self._ask_for_own_password)

    def leave(self) -> None:
        """Keep what is typed and take the tabs away, when another person comes to the counter."""
        self._on_closing()
        for told, heard in self._told_by_the_window():
            told.disconnect(heard)
        self._timer.stop()
        self.emergency.leave()
        self.pages.make_no_more()
        self.context.actions.keep_only(self._before)
        bar = self._window.top_bar
        while bar.tabs.count():
            bar.tabs.removeTab(0)
        bar.show_tabs(shown=False)
        bar.show_beside()
        for item in (self._window.status.user, self._window.status.shift, self._window.status.parked):
            item.show_text("")
        self.deleteLater()

    def _ask_for_own_password(self) -> None:
        """Who came in by a password that somebody else set chooses one before the work, or goes."""
        actor, office = self.context.actor, self.context.office
        if self._is_choosing or not office.people.must_choose_password(actor):
            return
        from ui.shell.password_panels import ChoosePasswordPanel  # noqa: PLC0415 - seldom asked for

        choose = partial(office.staff.choose_password, actor)
        self._is_choosing = True
        chosen = self.context.questions.ask(ChoosePasswordPanel(actor.name, choose))
        self._is_choosing = False
        if not chosen and self._window.isVisible() and not self.lock.is_handed_over:
            QTimer.singleShot(0, self, self.signed_out.emit)

    def look_again(self) -> None:
        """Bring the status line up to date."""
        status, office, actor = self._window.status, self.context.office, self.context.actor
        shift = office.shifts.current(actor)
        if shift is None:
            status.shift.show_text(tr("No shift open"))
        else:
            number = show_shift(shift.id)
            status.shift.show_text(tr("Shift {number}").format(number=number), short=number)
        parked = len(office.parked.of(actor))
        status.parked.show_text(
            tr_n("{n} parked", "{n} parked", parked).format(n=parked),
            Tone.WARN if parked else Tone.INK2,
            short=str(parked),
        )
        self._show_printer()
        self._show_backup()

    def _show_head(self) -> None:
        bar, facts, actor = self._window.top_bar, self.context.office.facts(), self.context.actor
        self._window.status.user.show_text(in_role(actor.role, actor.name))
        bar.show_office(facts.estate, facts.service_centre)
        for title in self.pages.titles():
            bar.tabs.addTab(title)
        bar.show_tabs(shown=True)

    def _told_by_the_window(self) -> tuple[tuple[SignalInstance, Callable[..., None]], ...]:
        """What the window tells whoever is at work, and nobody who has left."""
        tabs = self._window.top_bar.tabs
        return (
            (self._window.own.tab_wished, self._on_tab_wished),
            (tabs.currentChanged, self._on_tab_wished),
            (tabs.tabBarClicked, self._on_tab_clicked),
            (self._window.closing, self._on_closing),
        )

    def _connect(self) -> None:
        own = self._window.own
        own.add_tabs(self.pages.titles())
        self._add_person_actions()
        add_printing_actions(self.context)
        for told, heard in self._told_by_the_window():
            told.connect(heard)
        self.context.changes.changed.connect(self._on_changed)
        self.context.ways.taken.connect(self._on_way_taken)
        self.context.printing.job_changed.connect(lambda _job: self._show_printer())
        self.context.printing.papers_changed.connect(self._show_printer)
        self.context.printing.printers_listed.connect(self._on_printers_listed)
        QTimer.singleShot(_LOOK_FOR_PRINTERS, self, self.context.printing.list_printers)
        if not self.context.office.store.is_looked_at:
            QTimer.singleShot(_LOOK_AT_BOOKLET, self, self._keep_booklet)
            QTimer.singleShot(_LOOK_AT_BACKUP, self, self._keep_backups)

    def _last_tab(self) -> int:
        """What runs comes first, after a crash too; else where the work was left."""
        left = INCIDENTS if self.emergency.runs else self._window.settings.tab
        return self.pages.names.index(left) if left in self.pages.names else 0

    def _add_person_actions(self) -> None:
        actions = self.context.actions
        actions.add("window.sign_out", tr("Sign out"), "Ctrl+Shift+Q", self.signed_out.emit, commits=True)
        settings = actions.add("window.settings", tr(SETTINGS.title), "Ctrl+,", partial(self._on_beside, SETTINGS))
        admin = actions.add("window.admin", tr(ADMIN.title), "Ctrl+Shift+P", partial(self._on_beside, ADMIN))
        self._window.top_bar.show_beside((admin, "users-round"), (settings, "settings"))

    def _keep_booklet(self) -> None:
        from ui.shell.booklet_keeper import BookletKeeper  # noqa: PLC0415 - not before the first work is done

        BookletKeeper(self.context, self).look()

    def _keep_backups(self) -> None:
        from ui.shell.backup_keeper import BackupKeeper  # noqa: PLC0415 - as above

        BackupKeeper(self.context, self).look()

    def _on_beside(self, tab: Tab) -> None:
        """A page beside the tabs; asked for again, it gives way to the tab before."""
        if self.pages.shown == tab.name:
            self._on_tab_wished(self._left_tab)
            return
        page = self.pages.show_page(tab)
        if tab.name not in self._beside:
            self._beside.add(tab.name)
            cast("Any", page).left.connect(partial(self._on_beside, tab))
        self._window.key_context = tab.name
        self._window.top_bar.tabs.stand_back(back=True)

    def _on_tab_clicked(self, at: int) -> None:
        if at >= 0 and self.pages.shown in BESIDE:
            self._on_tab_wished(at)  # the row itself says nothing of a click on the tab that was current

    def _on_tab_wished(self, at: int) -> None:
        if self.pages.shown != self.pages.names[at]:
            self._left_tab = at
            self.pages.show_tab(at)
            self._window.key_context = self._window.settings.tab = self.pages.shown
            self._window.settings_changed.emit()
            self._window.top_bar.tabs.stand_back(back=False)
            self._window.top_bar.tabs.setCurrentIndex(at)
        if self.pages.names[at] != INCIDENTS:
            self._window.questions.bring_back()

    def _on_way_taken(self, tab: str, what: object) -> None:
        if tab == INCIDENTS and self.pages.shown != INCIDENTS:
            self._window.questions.put_aside()
        if tab not in BESIDE:
            self._on_tab_wished(self.pages.names.index(tab))
        elif self.pages.shown != tab:
            self._on_beside(BESIDE[tab])
        self.pages.open(tab, what)

    def _on_printers_listed(self, names: list[str]) -> None:
        self._printers = names
        self._show_printer()

    def _on_changed(self, change: Change) -> None:
        if change.concerns("backups"):
            self._show_backup()
        if change.concerns(RESTORED):
            self.reopening.emit()
        if change.concerns("counter", "parked"):
            self.look_again()
        if change.concerns("settings"):
            facts = self.context.office.facts()
            self._window.top_bar.show_office(facts.estate, facts.service_centre)

    def _on_closing(self) -> None:
        self.pages.keep_drafts()
        self._window.questions.keep_for(None)
        self.context.printing.close()

    def _show_printer(self) -> None:
        queue, item = self.context.printing, self._window.status.printer
        held_up = len(queue.held_up)
        if held_up:
            words = tr_n("{n} paper not printed", "{n} papers not printed", held_up).format(n=held_up)
            item.show_text(words, Tone.WARN)
        elif queue.unprinted:
            item.show_text(tr("Printing now"))
        elif self._printers == []:
            item.show_text(tr("No printer set up"), Tone.WARN)
        else:
            item.show_text(tr("Printer ready"))

    def _show_backup(self) -> None:
        newest, now = self.context.office.backups.last_proven(), self.context.clock.now()
        is_old = newest is not None and now - newest > _BACKUP_IS_OLD
        self._window.status.backup.show_text(_backup_words(newest, now), Tone.WARN if is_old else Tone.INK2)


def _context(parent: QObject, window: MainWindow, office: Office, actor: Actor, clock: Clock) -> Context:
    return Context(
        office=office,
        actor=actor,
        clock=clock,
        questions=window.questions,
        actions=window.actions_known,
        worker=window.worker,
        changes=Changes(parent),
        printing=PrintQueue(parent=parent),
        theme=window.theme,
        messages=window.messages,
        layout=window.room,
        ways=Ways(parent),
    )


def _backup_words(newest: datetime | None, now: datetime) -> str:
    if newest is None:
        return tr("No backup yet")
    hours = max(0, int((now - newest).total_seconds()) // 3600)
    if not hours:
        return tr("Backup just now")
    if hours < 48:
        return tr_n("Backup {n} h ago", "Backup {n} h ago", hours).format(n=hours)
    return tr_n("Backup {n} day ago", "Backup {n} days ago", hours // 24).format(n=hours // 24)
