"""The window: head, body, foot, and the parts of it that pages may use."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.core.clock import Clock
from app.core.language import LANGUAGES, tr
from ui.shell.actions import ActionRegistry
from ui.shell.front_page import FrontPage
from ui.shell.messages import Messages, Weight
from ui.shell.status_line import StatusLine
from ui.shell.tabs import TabPages
from ui.shell.theme import Theme
from ui.shell.top_bar import TopBar
from ui.shell.window_actions import WindowActions
from ui.shell.window_layout import Room, WindowLayout
from ui.shell.window_questions import WindowQuestions
from ui.shell.window_settings import WindowSettings
from ui.shell.worker import Worker
from ui.widgets.surface import Pane, column

_LANGUAGES = {"zh_CN": "简体中文", "en": "English"}


class MainWindow(Pane):
    """Shows one body at a time: a front page or the tabs; `key_context` is the context of keys that it works in.

    `closing` comes before the window goes, `closed` when it went; `settings_changed` asks for them to be kept.
    """

    closing = Signal()
    closed = Signal()
    settings_changed = Signal()

    def __init__(self, theme: Theme, clock: Clock, settings: WindowSettings) -> None:
        super().__init__("panel")
        self.theme, self.settings = theme, settings
        theme.setParent(self)  # it goes with the window, and so do those that it tells
        self.actions_known = ActionRegistry(self)
        self.questions = WindowQuestions(self, self.actions_known)
        self.messages = Messages(self)
        self.worker = Worker(self)
        self.room = WindowLayout(self)
        self.own = WindowActions(self.actions_known, theme)
        self.top_bar = TopBar(clock, self.own.incident)
        self.body = QStackedWidget()
        self.key_context = ""
        self.holds_back: Callable[[], bool] = lambda: False  # whether something is done before the window closes
        self.status = StatusLine(self.own.all_keys, self.own.stop, clock)
        self._lay_out()
        self.top_bar.show_office(tr("Property Counter"), "")
        self._connect()

    def show_body(self, body: QWidget) -> None:
        """Show this instead of what was shown; front pages before it are gone for good."""
        before = self.body.currentWidget()
        self.body.addWidget(body)
        self.body.setCurrentWidget(body)
        if isinstance(body, FrontPage):
            self.key_context = body.context
            body.focus_search()
        if before is not None:
            if isinstance(before, FrontPage):
                self.actions_known.remove_context(before.context)
            self.body.removeWidget(before)
            before.deleteLater()

    def come_forward(self) -> None:
        """Show the window above others, when the program is started a second time."""
        window = self.window()
        window.showMaximized() if window.isMaximized() else window.showNormal()
        window.raise_()
        window.activateWindow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.holds_back():
            event.ignore()
            return
        if self.worker.is_busy and not self._may_stop_work():
            event.ignore()
            return
        self.questions.give_up_all()
        self.closing.emit()
        self.worker.close()
        self.settings.geometry = bytes(self.window().saveGeometry().toBase64().data()).decode()
        event.accept()
        self.closed.emit()

    def _may_stop_work(self) -> bool:
        title = self.status.task.title if self.status.task is not None else ""
        return self.questions.confirm(
            tr("Work is still under way"),
            tr("“{title}” has not finished. If you close now it is taken back as if never begun.").format(title=title),
            tr("Stop it and close"),
            tr("Let it finish"),
        )

    def _lay_out(self) -> None:
        outer = column(self.top_bar, self.body, self.status, space=0)
        outer.setStretch(1, 1)
        self.setLayout(outer)

    def _connect(self) -> None:
        self.messages.said.connect(self.status.say)
        self.messages.cleared.connect(self.status.clear_message)
        self.actions_known.refused.connect(lambda _action, why: self.status.say(why, Weight.WRONG))
        self.worker.started.connect(self.status.follow)
        self.own.stop_wished.connect(self._on_stop_wished)
        self.own.other_language_wished.connect(self._on_other_language_wished)
        self.own.keys_wished.connect(self._on_keys_wished)
        self.own.search_wished.connect(self._on_search_wished)
        self.theme.changed.connect(self._measure)
        self.room.changed.connect(self._on_room)

    def _on_keys_wished(self) -> None:
        from ui.shell.key_list import KeyList, keys_of_screen  # noqa: PLC0415 - read when somebody asks

        groups = keys_of_screen(self.actions_known, self.key_context)
        self.questions.ask(KeyList(groups, self.actions_known.titles))

    def _on_other_language_wished(self) -> None:
        at = LANGUAGES.index(self.settings.language)
        self.settings.language = LANGUAGES[(at + 1) % len(LANGUAGES)]
        self.settings_changed.emit()
        self.messages.hint(tr("From the next start: {language}").format(language=_LANGUAGES[self.settings.language]))

    def _on_search_wished(self) -> None:
        body = self.body.currentWidget()
        if isinstance(body, (FrontPage, TabPages)):
            body.focus_search()

    def _on_stop_wished(self) -> None:
        if self.status.task is not None:
            self.status.task.cancel()

    def _on_room(self, room: Room) -> None:
        self.top_bar.fold(narrow=room is not Room.WIDE)

    def _measure(self) -> None:
        self.room.measure(self.width(), self.theme.percent)
