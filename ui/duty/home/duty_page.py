"""The first page: who is on duty at the head, day list and what is due at the left, the log at the right."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent

from app.core.language import tr
from ui.duty.contexts import HOME
from ui.duty.home.day_pane import DayPane
from ui.duty.home.due_pane import DuePane
from ui.duty.home.log_pane import LogPane
from ui.duty.home.on_duty_head import OnDutyHead
from ui.duty.home.start_strip import DutyStrip
from ui.shell.actions import Action
from ui.shell.changes import Change
from ui.shell.context import Context
from ui.shell.window_layout import Room
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.sizes import px
from ui.widgets.sub_page import SubPage
from ui.widgets.surface import Rule, column, row

_LEAST_HEIGHT = 480  # logical pixels at 100 % text: head, and some rows of each of the three panes
_EVERY = 60_000  # milliseconds after which the head is looked at again


class DutyPage(SubPage):
    """Signals say where a key leads: `wanted` gives the name of another page of the tab."""

    wanted = Signal(str)
    printing = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context, HOME, tr("Duty"))
        self._stale = True
        self.day, self.due, self.log = DayPane(context), DuePane(context), LogPane(context)
        self._shown: DayPane | DuePane | LogPane = self.day
        self.head = OnDutyHead()
        self._make_actions()
        self.strip = DutyStrip(context, self._to_due)
        self._lay_out()
        self._looks = QTimer(self, interval=_EVERY)
        self._looks.timeout.connect(self._look_at_clock)
        self._looks.start()
        context.changes.changed.connect(self._on_changed)
        context.layout.changed.connect(self._on_room)
        context.theme.changed.connect(self._arrange)
        self.log.writing_wanted.connect(self.write_line)
        self._on_room(context.layout.room)

    def load(self) -> None:
        """Read everything anew."""
        self._stale = False
        self.head.show_duty(self.context.office.roster.on_duty())
        for pane in (self.day, self.due, self.log):
            pane.load()
        self.day.begin()
        self.due.begin()

    def take_focus(self) -> None:
        self._go_to(self.day)

    def write_line(self) -> None:
        """Put the caret where a line of the log is written."""
        self._go_to(self.log)
        self.log.box.take_caret()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.load()

    def _make_actions(self) -> None:
        self._buttons = FlowLayout()
        self._to_day = self._add("to_day", tr("Day list"), "Alt+1", lambda: self._go_to(self.day))
        self._to_due = self._add("to_due", tr("Rounds and hazards"), "Alt+2", lambda: self._go_to(self.due))
        self._to_log = self._add("to_log", tr("Duty log"), "Alt+3", lambda: self._go_to(self.log))
        self._panes = (self.day, self.due, self.log)
        self._offer("hand_over", tr("Hand over duty"), "F9", "handover", Kind.PRIMARY, "arrow-right")
        self._offer("sign", tr("Take over, sign"), "F8", "sign", Kind.PLAIN, "pencil")
        self._offer("hazard", tr("New hazard"), "Ctrl+N", "hazard", Kind.PLAIN, "plus")
        self._offer("lists", tr("Roster and lists"), "Ctrl+Shift+U", "lists", Kind.PLAIN, "list-checks")
        self._printing = self._offer("print", tr("Print the log"), "Ctrl+P", "print", Kind.QUIET, "printer")
        self._add("again", tr("Read again"), "F5", self.load)

    def _add(self, name: str, text: str, keys: str, run: object) -> Action:
        assert callable(run)
        return self.context.actions.add(f"duty.home.{name}", text, keys, run, context=HOME)

    def _offer(self, name: str, text: str, keys: str, where: str, kind: Kind, icon: str) -> KeyButton:
        action = self._add(name, text, keys, lambda: self.wanted.emit(where))
        button = KeyButton(action, kind, icon=icon, level=True)
        self._buttons.addWidget(button)
        return button

    def _lay_out(self) -> None:
        above = column(self.strip, self.head, self._buttons, space=8, margins=(20, 10, 20, 0))
        left = column(self.day, self.due, space=8)
        left.setStretch(0, 3)
        left.setStretch(1, 2)
        self._rule = Rule(upright=True)
        self._below = row(left, self._rule, self.log, space=12, margins=(16, 4, 16, 8))
        self._below.setStretch(0, 1)
        self._below.setStretch(2, 1)
        ways = (self._to_day, self._to_due, self._to_log)
        self._switches = [KeyButton(action, Kind.QUIET) for action in ways]
        whole = column(above, row(FlowLayout(*self._switches), margins=(16, 0, 16, 0)), self._below, space=6)
        whole.setStretch(2, 1)
        self.setLayout(whole)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _go_to(self, pane: DayPane | DuePane | LogPane) -> None:
        self._shown = pane
        self._arrange()
        pane.table.setFocus()

    def _arrange(self) -> None:
        """Where the page is too low for all three, one is seen at a time."""
        one = self.height() < px(_LEAST_HEIGHT)
        for button in self._switches:
            button.setVisible(one)
        self._rule.setVisible(not one)
        self._printing.setVisible(not one)
        self._below.setStretch(0, 0 if one and self._shown is self.log else 1)
        self._below.setStretch(2, 0 if one and self._shown is not self.log else 1)
        for pane in self._panes:
            pane.setVisible(not one or pane is self._shown)

    def _look_at_clock(self) -> None:
        if self.isVisible():
            self.head.show_duty(self.context.office.roster.on_duty())
            self.day.load()

    def _on_changed(self, change: Change) -> None:
        if not (change.concerns("duty") or change.concerns("tickets")):
            return
        if not self.isVisible():
            self._stale = True
        elif change.by is self.day:
            self.log.load()
        else:
            self.load()

    def _on_room(self, room: Room) -> None:
        small = room is Room.SMALL
        self.day.table.hide_column(tr("Done"), hidden=False)
        self.due.table.hide_column(tr("When"), hidden=small)
