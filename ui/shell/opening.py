"""From the painted window to the counter: open the folder, ask who is there, bring the tabs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.access.refusals import WrongPassword
from app.core.clock import Clock
from app.core.errors import Refusal, Trouble
from app.core.language import tr
from app.store.folder import DataFolder
from app.store.key_refusals import CodeOfAnotherSheet, KeyMissing
from ui.shell.demo_password import password_of_demo
from ui.shell.main_window import MainWindow
from ui.shell.unsigned_door import UnsignedDoor, waits

if TYPE_CHECKING:
    from app.access.actor import Actor
    from app.incidents.running.view import RunningLine
    from app.office import Founded, Office
    from ui.shell.desk import Desk

DEMO_FOLDER = "demo"

_FIRST_LOOK = 500  # the counter is ready before the other tabs are made


class Opening(QObject):
    """Leads through the front pages; `ready` comes when the tabs can be worked in."""

    ready = Signal()

    def __init__(self, window: MainWindow, folder: Path, clock: Clock) -> None:
        super().__init__(window)
        self._window = window
        self._folder = folder
        self._clock = clock
        self._office: Office | None = None
        self.desk: Desk | None = None
        window.closed.connect(self._on_closed)
        window.own.incident_wished.connect(self._on_incident_wished)

    def begin(self) -> None:
        """Open the data folder and go on as far as no answer is needed."""
        from app.access.early_door import is_locked  # noqa: PLC0415 - not before the first paint

        try:
            if is_locked(DataFolder(self._folder)):
                self._ask_who()
                return
            office = _office_class().open(self._folder, self._clock)
        except (Refusal, Trouble) as trouble:
            self._show_trouble(trouble)
            return
        self._take(office)
        if not office.is_set_up:
            self._ask_set_up(office)
        elif office.is_demo:
            self.bring_tabs(office.demo_actor())
        else:
            self._ask_who()

    def _take(self, office: Office) -> None:
        self._office = office
        self._window.questions.people = office.people
        self._window.questions.demo_password = partial(password_of_demo, office)

    def bring_tabs(self, actor: Actor) -> None:
        """Give the window to the person at the counter."""
        from ui.shell.desk import Desk  # noqa: PLC0415 - as above

        assert self._office is not None
        self._window.settings.person = actor.name
        self.desk = Desk(self._window, self._office, actor, self._clock)
        self.desk.signed_out.connect(self._on_signed_out)
        self.desk.reopening.connect(self._on_reopening, Qt.ConnectionType.QueuedConnection)
        self.desk.taken_over.connect(self._on_taken_over)
        self.ready.emit()
        self._begin_entering()
        QTimer.singleShot(_FIRST_LOOK, self.desk, self._read_ahead)

    def _begin_entering(self) -> None:
        """After a damage no number is given twice: settled before the first receipt; what waits is shown then."""
        assert self.desk is not None
        context = self.desk.context
        if context.office.has_to_enter:
            from ui.shell.damage.to_enter_desk import ToEnterDesk  # noqa: PLC0415 - once in the life of an office

            ToEnterDesk(context, self.desk).begin()

    def keep_drafts(self) -> None:
        """Let the pages save what is typed, if there are pages yet."""
        if self.desk is not None:
            self.desk.pages.keep_drafts()
            self._window.questions.keep_drafts()

    def _read_ahead(self) -> None:
        if self.desk is not None and self._office is not None:
            self.desk.context.office.read_ahead()
            self.desk.emergency.read_ahead(self.desk.lock.rests)
            self.desk.pages.make_in_turn(self.desk.lock.rests)

    def _show_trouble(self, trouble: Refusal | Trouble, secret: tuple[str, str] | None = None) -> None:
        from ui.sentences import say  # noqa: PLC0415 - as above
        from ui.shell.damage.damage_desk import DamageDesk, can_help  # noqa: PLC0415 - as above
        from ui.shell.trouble_page import TroublePage  # noqa: PLC0415 - as above

        if can_help(trouble, self._folder, self._clock):
            damage = DamageDesk(self._window, self._folder, self._clock, trouble, secret)
            damage.again.connect(self.begin)
            damage.begin()
            QTimer.singleShot(_FIRST_LOOK, self, self._show_running)
            return
        page = TroublePage(self._window.actions_known, say(trouble), self._folder)
        page.again_wished.connect(self.begin)
        self._window.show_body(page)
        QTimer.singleShot(_FIRST_LOOK, self, self._show_running)

    def _ask_who(self) -> None:
        from ui.shell.sign_in import SignInPage  # noqa: PLC0415 - as above

        demo = "" if self._office is None else password_of_demo(self._office)
        page = SignInPage(self._window.actions_known, self._enter, self._window.settings.person, demo)
        page.signed_in.connect(self.bring_tabs)
        page.lost_wished.connect(self._on_lost_wished)
        self._window.show_body(page)
        QTimer.singleShot(_FIRST_LOOK, self, self._show_running)
        QTimer.singleShot(_FIRST_LOOK, self, _office_class)

    def _enter(self, name: str, password: str) -> Actor:
        """Who this is; the data is opened with the same password where it is not open yet."""
        if self._office is not None:
            return self._office.sign_in(name, password)
        try:
            office, person = _office_class().enter(self._folder, self._clock, name, password)
        except WrongPassword:
            self._look_at_key_file(name, password)
            raise
        except Trouble as trouble:
            found = trouble
            QTimer.singleShot(0, self, lambda: self._show_trouble(found, (name, password)))
            raise
        self._take(office)
        return person

    def _look_at_key_file(self, name: str, secret: str) -> None:
        """What opens nothing here may open a backup: then the key file beside the data is another office's."""
        from app.desk.salvage.damaged_office import DamagedOffice  # noqa: PLC0415 - seldom

        if DamagedOffice(self._folder, self._clock).ring_is_of_another(name, secret):
            trouble = KeyMissing(DataFolder(self._folder).key)
            QTimer.singleShot(0, self, lambda: self._show_trouble(trouble, (name, secret)))

    def _on_lost_wished(self) -> None:
        from ui.shell.lost_password import LostPasswordPage  # noqa: PLC0415 - as above

        page = LostPasswordPage(self._window.actions_known, self._try_code, self._reset)
        page.done.connect(lambda name, password: self.bring_tabs(self._enter(name, password)))
        page.left.connect(self._ask_who)
        self._window.show_body(page)

    def _try_code(self, code: str) -> list[str]:
        if self._office is None:
            try:
                self._take(_office_class().open_by_code(self._folder, self._clock, code))
            except CodeOfAnotherSheet:
                self._look_at_key_file("", code)
                raise
        assert self._office is not None
        self._office.keys.check_code(code)
        return self._office.keys.people()

    def _reset(self, code: str, name: str, password: str) -> None:
        assert self._office is not None
        self._office.keys.reset_by_code(code, name, password)

    def _ask_set_up(self, office: Office) -> None:
        from ui.shell.set_up import SetUpPage  # noqa: PLC0415 - as above

        choose = self._window.questions.folder_to_open
        page = SetUpPage(self._window.actions_known, office.begin_work, choose, self._folder)
        page.answered.connect(self._show_recovery)
        page.demo_wished.connect(self._on_demo_wished)
        page.restore_wished.connect(self._on_restore_wished)
        page.warn_of_cloud(self._folder)
        self._window.show_body(page)

    def _on_restore_wished(self) -> None:
        """A backup from another computer: until a file is chosen the answers stay where they are."""
        from ui.shell.damage.moving_desk import MovingDesk  # noqa: PLC0415 - once in the life of a computer

        desk = MovingDesk(self._window, self._folder, self._clock)
        desk.begun.connect(self._on_closed)
        desk.again.connect(self.begin)
        desk.begin()

    def _show_recovery(self, founded: Founded) -> None:
        from ui.shell.recovery_sheet import show_recovery  # noqa: PLC0415 - as above

        assert self._office is not None
        show_recovery(self._window, self._office, founded, lambda: self.bring_tabs(founded.first))

    def _on_incident_wished(self) -> None:
        """Before sign-in; the desk answers for itself."""
        if self.desk is None:
            self._say_running(self._door().open())

    def _show_running(self) -> None:
        """What runs is seen before anybody has signed in."""
        if self.desk is None and (waits(DataFolder(self._folder)) or self._office_runs()):
            self._say_running(self._door().running())

    def _office_runs(self) -> bool:
        return self._office is not None and bool(self._office.running_incidents())

    def _say_running(self, lines: tuple[RunningLine, ...]) -> None:
        if self.desk is None:
            self._window.top_bar.live.show_lines(lines)

    def _door(self) -> UnsignedDoor:
        office = self._office if self._office is not None and self._office.is_set_up else None
        return UnsignedDoor(
            self._window, self._folder, self._clock, lambda: None if office is None else office.incidents
        )

    def _on_demo_wished(self) -> None:
        from ui.shell.demo_building import build_demo_in  # noqa: PLC0415 - as above

        target = self._folder / DEMO_FOLDER
        if self._window.worker.is_busy:
            return
        self._window.worker.run(
            tr("Building the demo estate"),
            lambda progress: build_demo_in(target, self._clock, progress),
            lambda _: self._on_demo_built(target),
        )

    def _on_demo_built(self, target: Path) -> None:
        self._on_closed()
        self._folder = target
        self.begin()

    def _on_signed_out(self) -> None:
        if self._window.worker.is_busy:
            self._window.messages.wrong(tr("Wait until the long work has finished, or stop it."))
            return
        self._when_nothing_is_asked(self._sign_out)

    def _sign_out(self) -> None:
        if self.desk is not None and self._office is not None:
            self.desk.leave()
            self.desk = None
            self._window.settings.person = self._office.demo_actor().name if self._office.is_demo else ""
            self._window.settings.tab = ""
            self._ask_who()

    def _when_nothing_is_asked(self, then: Callable[[], object]) -> None:
        """A question that is open, or waits behind an incident, ends before its person goes."""
        questions = self._window.questions
        questions.give_up_all(then) if questions.is_open else then()

    def _on_reopening(self) -> None:
        """A backup was put in the place of the database: whoever signs in now finds it."""
        self._when_nothing_is_asked(self._reopen)

    def _reopen(self) -> None:
        if self.desk is not None:
            self.desk.leave()
            self.desk = None
            self._window.settings.tab = ""
            self._on_closed()
            self.begin()

    def _on_taken_over(self, actor: Actor) -> None:
        assert self.desk is not None
        self.desk.leave()
        self.desk = None
        self._window.settings.tab = ""
        self.bring_tabs(actor)

    def _on_closed(self) -> None:
        if self._office is not None:
            self._office.close()
            self._office = None


def _office_class() -> type[Office]:
    """The services of an office; read while nobody waits for them."""
    from app.office import Office  # noqa: PLC0415 - the first paint does not wait for the database layer

    return Office
