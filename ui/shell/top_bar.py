"""The head of the window: whose estate this is, the tabs, the day and the time."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, QSize, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.clock import Clock
from app.core.language import mark, tr
from ui.shell.action import Action
from ui.shell.live_chip import LiveChip
from ui.shell.tab_row import TabRow
from ui.widgets.colours import Tone
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.sizes import Pt, px, width_of
from ui.widgets.surface import Pane, Rule, column, row
from ui.widgets.text_label import TextLabel

_LOOK_EVERY = 1000
_WEEKDAYS = (mark("Mon"), mark("Tue"), mark("Wed"), mark("Thu"), mark("Fri"), mark("Sat"), mark("Sun"))


class TopBar(Pane):
    """Estate, tabs, clock; before an office is open only its name stands here."""

    def __init__(self, clock: Clock, incident: Action) -> None:
        super().__init__("panel")
        self._clock = clock
        self.live = LiveChip(incident, clock)
        self._estate = TextLabel("", Pt.LARGE, bold=True)
        self._office = TextLabel("", Pt.CAPTION, Tone.INK2)
        self._modifier = TextLabel("Ctrl +", Pt.CAPTION, Tone.INK2)
        self._day = TextLabel("", Pt.BODY, Tone.INK2)
        self._time = TextLabel("", Pt.LARGE, bold=True)
        self.tabs = TabRow()
        self._beside: list[KeyButton] = []
        self._narrow = self._shows_tabs = False
        self._gives_way = (self._office, self._modifier, self._day, self._estate)
        self._tab_part: list[QWidget] = [_upright(), self._modifier, self.tabs]
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start(_LOOK_EVERY)
        self._on_tick()
        self.show_tabs(shown=False)

    def show_office(self, estate: str, office: str) -> None:
        """Name the estate and the office that serves it."""
        self._estate.show_text(estate)
        self._office.show_text(office)

    def show_beside(self, *actions: tuple[Action, str]) -> None:
        """Put the buttons of the pages beside the tabs at the end, each with its icon; none takes them away."""
        for button in self._beside:
            self._line.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._beside = [KeyButton(action, Kind.QUIET, icon=icon, wordless=True) for action, icon in actions]
        for button in self._beside:
            self._line.addWidget(button)

    def show_tabs(self, *, shown: bool) -> None:
        """Show the tabs once there is something to switch between."""
        self._shows_tabs = shown
        for part in self._tab_part:
            part.setVisible(shown)
        self._fit()

    def fold(self, *, narrow: bool) -> None:
        """Give up what is nice to have where the window is narrow."""
        self._narrow = narrow
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest and self.layout() is not None:
            self._fit()
        return super().event(event)

    def minimumSizeHint(self) -> QSize:
        """What can be given up asks for no room, nor do the words of tabs that fold."""
        tabs = self.tabs.folded_width() if self._shows_tabs else 0
        return QSize(self._standing() + tabs, super().minimumSizeHint().height())

    def _fit(self) -> None:
        """Where the words are wide, one after the other gives way: the office, Ctrl, the day, the estate, the tabs.

        Reckoned before anything is shown or hidden: a part that came and went would ask for another layout for ever.
        """
        wide = {part: self._width_of(part) for part in self._gives_way}
        left = self.width() - self._standing()
        if self._shows_tabs:
            folded = self.tabs.whole_width() > left
            self.tabs.fold(folded=folded)
            left -= self.tabs.folded_width() if folded else self.tabs.whole_width()
            if folded:  # how an incident starts is said before whose estate this is
                left -= self.live.sizeHint().width() - self.live.minimumSizeHint().width()
        unwanted = {self._office: self._narrow, self._modifier: not self._shows_tabs}
        shown = [part for part in self._gives_way if not unwanted.get(part, False)]
        while shown and sum(wide[part] for part in shown) > left:
            shown.pop(0)
        for part in self._gives_way:
            if part.isHidden() is (part in shown):
                part.setVisible(part in shown)
        self._on_tick()

    def _standing(self) -> int:
        """What all else needs, but the words of the tabs: asked of the parts, whose layout remembers older sizes."""
        margins, width = self._line.contentsMargins(), 0
        for item in (self._line.itemAt(at) for at in range(self._line.count())):
            part = item.widget()
            if item.spacerItem() is not None:
                width += item.minimumSize().width()
            elif not part.isHidden() and part not in self._gives_way:
                least = 0 if part is self.tabs else max(part.minimumSizeHint().width(), part.minimumWidth())
                width += least + self._line.spacing()
        return width + margins.left() + margins.right()

    def _width_of(self, part: TextLabel) -> int:
        """With the space beside it; the weekday, which stands only beside the office, counts with the office."""
        now, width = self._clock.now(), part.sizeHint().width() + self._line.spacing()
        weekday = round(width_of(_day(now, short=False), Pt.BODY) - width_of(_day(now, short=True), Pt.BODY)) + 1
        if part is self._office:
            return width + weekday
        return width - weekday if part is self._day and not self._office.isHidden() else width

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), px(48))

    def _lay_out(self) -> None:
        parts = (self._estate, self._office, 4, *self._tab_part, None, self.live, 4, self._day, self._time)
        self._line = row(*parts, margins=(16, 0, 12, 0))
        outer = column(self._line, Rule(), space=0)
        outer.setStretch(0, 1)
        self.setLayout(outer)

    def _on_tick(self) -> None:
        now = self._clock.now()
        self._day.show_text(_day(now, short=self._office.isHidden()))
        self._time.show_text(f"{now:%H:%M}")


def _day(now: datetime, *, short: bool) -> str:
    return f"{now:%m-%d}" if short else f"{now:%m-%d} {tr(_WEEKDAYS[now.weekday()])}"


def _upright() -> QWidget:
    rule = Rule(upright=True)
    rule.setFixedHeight(20)
    return rule
