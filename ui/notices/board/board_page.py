"""The list of notices and the chosen one beside it; everything that is done with a notice has a key here."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent

from app.core.language import tr
from ui.notices.beside import BesidePage
from ui.notices.board.chosen_notice import ChosenNotice
from ui.notices.board.hanging import Hanging
from ui.notices.board.notice_desk import NoticeDesk
from ui.notices.board.notice_detail import NoticeDetail
from ui.notices.board.notice_keys import NoticeKeys
from ui.notices.board.notice_list import NoticeList
from ui.notices.board.place_photos import PlacePhotos
from ui.notices.keys import BOARD, LETTERS, PLACES, TAB
from ui.shell.context import Context
from ui.widgets.key_button import KeyButton, Kind

_EVERY = 30_000


class BoardPage(BesidePage):
    """`new_wanted` begins a notice, `templates_wanted` their wording; `desk` has what is done with the chosen one."""

    new_wanted = Signal()
    templates_wanted = Signal()

    share = 44

    def __init__(self, context: Context) -> None:
        super().__init__(context, BOARD)
        self.detail = NoticeDetail(context)
        self._chosen = ChosenNotice(context, self.detail)
        self.desk, self._hanging = NoticeDesk(self._chosen), Hanging(self._chosen)
        self._make_actions()
        new = KeyButton(self._new, Kind.PRIMARY, level=True)
        self.list = NoticeList(context, KeyButton(self._templates, Kind.QUIET), new)
        self._lay_out()
        self._connect()

    def load(self) -> None:
        """Read the list and the chosen notice anew."""
        self.list.load()
        self.detail.show_notice(self.list.table.current())

    def show_notice(self, notice_id: int) -> None:
        """Go on with a notice."""
        self.load()
        self.list.choose(notice_id)
        self.detail.show_notice(self.list.table.current())

    def take_focus(self) -> None:
        self.work_in(second=False)
        self.list.take_caret()

    def to_places(self) -> None:
        """The focus among the places of the chosen notice, or in the list where it has none."""
        self.work_in(second=True)
        self.detail.table.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.load()

    def _make_actions(self) -> None:
        add = self.context.actions.add
        self._new = add("notices.new", tr("New notice"), "Ctrl+N", self.new_wanted.emit, context=BOARD)
        self._print = add("notices.print", tr("Print"), "Ctrl+P", self.desk.print_papers, context=BOARD)
        templates, wanted = tr("Templates"), self.templates_wanted.emit
        self._templates = add("notices.templates", templates, "Ctrl+T", wanted, context=BOARD)
        add("notices.look", tr("Read the list anew"), "F5", self.load, context=BOARD)
        add("notices.back", tr("Back one step"), "Esc", self._on_back, context=BOARD)
        self._keys = NoticeKeys(self.context, self.desk, self._hanging, PlacePhotos(self._chosen))
        add("notices.to_places", tr("To the places"), "Return", self.to_places, context=LETTERS)

    def _lay_out(self) -> None:
        keys = self._keys
        above = ((self._print, "printer"), (keys.copy, "copy"), (keys.photo, "image"))
        places = (keys.add, keys.building, keys.all, keys.down, keys.all_down)
        follow = (keys.put_off, keys.restored, keys.call_off)
        self.detail.lay_out(
            [KeyButton(action, icon=icon) for action, icon in above],
            [KeyButton(action) for action in (*places, *follow)],
        )
        self.lay_beside(self.list, self.detail)

    def _connect(self) -> None:
        self.list.current_changed.connect(self.detail.show_notice)
        self.list.table.opened.connect(lambda _: self.to_places())
        self.detail.table.toggled.connect(self._hanging.toggle)
        self._chosen.done.connect(self._on_done)
        for widget in (self.list.table, self.detail.table):
            self.context.actions.follow_focus(widget, LETTERS)
        self.context.actions.follow_focus(self.detail.table, PLACES)
        self._looks = QTimer(self, interval=_EVERY)
        self._looks.timeout.connect(self._look_at_clocks)
        self._looks.start()

    def _look_at_clocks(self) -> None:
        """Time goes on while nobody presses a key."""
        if self.isVisible():
            self.load()

    def _on_back(self) -> None:
        if self.detail.isAncestorOf(self.focusWidget()):
            self.work_in(second=False)
            self.list.table.setFocus()
        elif not self.list.pane.clear_filter():
            self.take_focus()

    def _on_done(self) -> None:
        self.load()
        self.context.changes.announce(TAB, by=self)
