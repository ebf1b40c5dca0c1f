"""Locking the screen: by key, or when nobody has touched anything for some minutes."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.access.actor import Actor
from app.access.refusals import WorkUnderWay
from app.access.settings import LOCK_AFTER
from app.core.errors import Trouble
from app.core.language import tr
from ui.shell.context import Context
from ui.shell.demo_password import password_of_demo
from ui.shell.idle_watch import IdleWatch
from ui.shell.live_chip import LiveChip
from ui.shell.main_window import MainWindow


class Lock(QObject):
    """Covers the window; `locking` comes before, `unlocked` after, `taken_over` with another person."""

    locking = Signal()
    unlocked = Signal()
    taken_over = Signal(object)

    def __init__(self, parent: QObject, window: MainWindow, context: Context) -> None:
        super().__init__(parent)
        self._window = window
        self._context = context
        self._idle = IdleWatch(self, window, context.clock)
        self._after: int = LOCK_AFTER.default
        self._is_on = self.is_handed_over = False
        context.actions.add("window.lock", tr("Lock the screen"), "Ctrl+L", self.lock, commits=True, everywhere=True)
        words = tr("Hand the window over")
        context.actions.add("window.hand_over", words, "Ctrl+Shift+H", self.hand_over, commits=True, everywhere=True)

    @property
    def is_on(self) -> bool:
        """Whether the screen is covered."""
        return self._is_on

    def look(self) -> None:
        """Lock if nobody has touched anything for as long as the office allows."""
        with suppress(Trouble):  # data that cannot be read just now keeps no screen open
            self._after = self._context.office.people.lock_after()
        if self._idle.is_idle(self._after):
            self.lock()

    def rests(self) -> bool:
        """Whether the keys rest just now."""
        return self._idle.rests()

    def hand_over(self) -> None:
        """Cover the window with the caret where the next person types their name."""
        self.lock(for_another=True)

    def lock(self, *, for_another: bool = False) -> None:
        """Cover the window until somebody signs in; what was typed stays and is kept as a draft."""
        from ui.shell.lock_panel import LockPanel  # noqa: PLC0415 - nobody locks before the first bill

        if self._is_on:
            return
        self._is_on = True
        self.locking.emit()
        password = self._password_to_say()
        live = LiveChip(self._window.own.incident, self._context.clock)
        live.show_lines(self._window.top_bar.live.lines)
        self._window.top_bar.live.shown.connect(live.show_lines)
        person = self._context.questions.ask(LockPanel(self._check, self._at_work(), password, live, for_another))
        self._is_on = False
        self._idle.touched()
        if person is not None and person.id != self._context.actor.id:
            self.is_handed_over = True
            self._window.questions.give_up_all(lambda: self.taken_over.emit(person))
        elif person is not None:
            self.unlocked.emit()

    def _password_to_say(self) -> str:
        with suppress(Trouble):  # as below
            return password_of_demo(self._context.office)
        return ""

    def _at_work(self) -> Actor:
        """Whoever is at work, by the name that signs in now; a disk that fails keeps no screen open."""
        actor = self._context.actor
        with suppress(Trouble):
            return replace(actor, name=self._context.office.people.name_of(actor.id))
        return actor

    def _check(self, name: str, password: str) -> Actor:
        person = self._context.office.sign_in(name, password)
        if person.id != self._context.actor.id and self._window.worker.is_busy:
            raise WorkUnderWay(self._context.actor.name)
        return person
