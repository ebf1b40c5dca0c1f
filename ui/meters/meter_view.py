"""The page of one meter: usage and what was billed of it, every reading, its units and its devices."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QWidget

from app.access.permissions import Permission
from app.access.refusals import NotPermitted
from app.core.ids import MeterId
from app.core.language import tr
from app.meters.meter_facts import LinkRow, MeterPage, ReadingRow
from ui.meters.meter_head import MeterHead
from ui.meters.meter_tables import DevicesTable, LinksTable, ReadingsTable, UsageTable, usage_lines
from ui.sentences import say
from ui.shell.actions import Action
from ui.shell.context import Context
from ui.shell.window_layout import Room
from ui.widgets.colours import Tone
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.scrolling import Scrolling
from ui.widgets.section_head import SectionHead
from ui.widgets.sizes import gap
from ui.widgets.sub_page import SubPage
from ui.widgets.surface import Rule, column, row
from ui.widgets.table_view import TableView
from ui.widgets.text_label import TextLabel, body

KEYS = "meters.meter"
_MOST_ROWS = 8


class MeterView(SubPage):
    """Shows one meter and asks for its forms; each signal comes with the page that is shown."""

    change_wanted = Signal(object)
    replacement_wanted = Signal(object)
    link_wanted = Signal(object)
    unlink_wanted = Signal(object, object)
    end_wanted = Signal(object)
    place_wanted = Signal(object)
    reading_wanted = Signal(object)
    correction_wanted = Signal(object, object)

    def __init__(self, context: Context) -> None:
        super().__init__(context, KEYS)
        self._page: MeterPage | None = None
        self._make_actions()
        self.head = MeterHead((self._change, "pencil"), (self._end, ""))
        self.usage, self.readings = UsageTable(), ReadingsTable()
        self.links, self.devices = LinksTable(context.clock.now().date()), DevicesTable()
        self._no_usage = body(tr("No usage yet: it is counted from the second reading on."), Tone.INK2).wrap()
        self._no_reading = body(tr("No reading yet: the first one is a base and bills nothing."), Tone.INK2).wrap()
        self._no_unit = body(tr("This meter serves no unit."), Tone.INK2).wrap()
        self._lay_out()
        self.readings.opened.connect(lambda _: self._correct.trigger())
        self.readings.current_changed.connect(lambda _: self._settle())
        self.links.current_changed.connect(lambda _: self._settle())
        context.layout.changed.connect(self._fold)
        context.theme.changed.connect(self._fit)

    @property
    def meter_id(self) -> MeterId | None:
        """The meter shown."""
        return None if self._page is None else self._page.meter.id

    def show_meter(self, meter_id: MeterId) -> None:
        """Read and show a meter."""
        office = self.context.office
        self._page = page = office.meters.page(meter_id)
        self.head.show_page(page)
        self.usage.show_rows(usage_lines(page, office.charges_of_meter.of(meter_id)))
        self.readings.show_readings(page)
        self.links.show_rows(page.links)
        self.devices.show_rows(page.devices)
        for table, words in self._either():
            table.setVisible(bool(table.rows_model.rows))
            words.setVisible(not table.rows_model.rows)
        self._fit()
        self._settle()

    def take_focus(self) -> None:
        tables: tuple[TableView[object], ...] = (self.readings, self.links, self.devices)  # type: ignore[assignment]
        table = next(one for one in tables if not one.isHidden())
        table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_actions(self) -> None:
        add = self.context.actions.add
        asks = (
            ("read_one", tr("Enter a reading"), "F6", lambda: self.reading_wanted.emit(self._page)),
            ("correct", tr("Correct the reading"), "F7", self._on_correct),
            ("replace", tr("Replace the device"), "Ctrl+R", lambda: self.replacement_wanted.emit(self._page)),
            ("link", tr("Link a unit"), "Ctrl+J", lambda: self.link_wanted.emit(self._page)),
            ("unlink", tr("Unlink the unit"), "Ctrl+U", self._on_unlink),
            ("change", tr("Change"), "F8", lambda: self.change_wanted.emit(self._page)),
            ("place", tr("Place in the round"), "Ctrl+G", lambda: self.place_wanted.emit(self._page)),
            ("end", tr("End the meter"), "Ctrl+D", lambda: self.end_wanted.emit(self._page)),
        )
        made = [add(f"meters.{name}", text, key, run, context=KEYS) for name, text, key, run in asks]
        self._read, self._correct, self._replace, self._link, self._unlink, self._change, self._place, self._end = made

    def _lay_out(self) -> None:
        buttons = row(_quiet(self._read, "plus"), _quiet(self._correct, "pencil"), _quiet(self._replace), None)
        self._readings_line = row(SectionHead(tr("Readings")), buttons)
        self._readings_line.setStretch(0, 1)
        readings = QWidget()
        readings.setLayout(self._readings_line)
        links = SectionHead(tr("Units served"), "", _quiet(self._link, "plus"), _quiet(self._unlink))
        self._below = QGridLayout()
        self._below.setHorizontalSpacing(gap(24))
        self._parts = [_part(links, self.links, self._no_unit), _part(SectionHead(tr("Devices")), self.devices)]
        inside = column(
            _part(SectionHead(tr("Usage")), self.usage, self._no_usage),
            _part(readings, self.readings, self._no_reading),
            space=10,
            margins=(16, 8, 16, 12),
        )
        inside.addLayout(self._below)
        inside.addStretch(1)
        whole = column(self.head, Rule(), Scrolling(inside), space=0)
        whole.setStretch(2, 1)
        self.setLayout(whole)
        self._fold()

    def _either(self) -> list[tuple[TableView[object], QWidget]]:
        return [  # one shows where the other has nothing to say
            (self.usage, self._no_usage),  # type: ignore[list-item]
            (self.readings, self._no_reading),  # type: ignore[list-item]
            (self.links, self._no_unit),  # type: ignore[list-item]
        ]

    def _settle(self) -> None:
        """Let each action say whether it can be taken now."""
        page, actor = self._page, self.context.actor
        if page is None:
            return
        ended = tr("This meter is no longer read.") if page.meter.ended_on is not None else ""
        manages = _why_not(actor.may(Permission.MANAGE_METERS), actor.name, Permission.MANAGE_METERS)
        enters = _why_not(actor.may(Permission.ENTER_READINGS), actor.name, Permission.ENTER_READINGS)
        public = tr("A public meter serves no unit; its usage is shared as a cost.") if page.meter.public else ""
        link, one = self.links.current(), self.readings.current()
        unlinked = "" if link is not None and link.until is None else tr("Choose the unit first: ↑ ↓ in the list.")
        correctable = "" if one is not None and one.counts else tr("Choose a reading that counts: ↑ ↓ in the list.")
        for action, why in (
            (self._read, enters or ended),
            (self._correct, correctable),
            (self._replace, manages or ended),
            (self._link, manages or ended or public),
            (self._unlink, manages or unlinked),
            (self._change, manages),
            (self._place, manages or ended),
            (self._end, manages or ended),
        ):
            action.turn_off(why) if why else action.turn_on()

    def _on_correct(self) -> None:
        one: ReadingRow | None = self.readings.current()
        if one is not None:
            self.correction_wanted.emit(self._page, one)

    def _on_unlink(self) -> None:
        link: LinkRow | None = self.links.current()
        if link is not None:
            self.unlink_wanted.emit(self._page, link)

    def _fit(self) -> None:
        """Give each table the height of its rows."""
        for table in (self.usage, self.readings, self.links, self.devices):
            rows = max(1, min(table.rows_model.rowCount(), _MOST_ROWS))
            table.setFixedHeight(table.height_of_rows(rows) + 2)

    def _fold(self) -> None:
        room = self.context.layout.room
        self.readings.fold(narrow=room is Room.SMALL)
        self.head.fold(narrow=room is Room.SMALL)
        way = QBoxLayout.Direction.TopToBottom if room is Room.SMALL else QBoxLayout.Direction.LeftToRight
        self._readings_line.setDirection(way)
        beside = room is Room.WIDE
        for at, part in enumerate(self._parts):
            self._below.addWidget(part, *((0, at) if beside else (at, 0)), Qt.AlignmentFlag.AlignTop)
        for at in range(2):
            self._below.setColumnStretch(at, 1 if beside or at == 0 else 0)
        self._fit()


def _why_not(allowed: bool, name: str, permission: Permission) -> str:  # noqa: FBT001 - what the permission came to
    return "" if allowed else say(NotPermitted(name, permission))


def _quiet(action: Action, icon: str = "") -> KeyButton:
    return KeyButton(action, Kind.QUIET, icon=icon)


def _part(head: QWidget, *below: QWidget) -> QWidget:
    part = QWidget()
    lines = (row(one, margins=(8 if isinstance(one, TextLabel) else 0, 0, 0, 0)) for one in below)
    part.setLayout(column(row(head, margins=(8, 0, 0, 0)), *lines, space=2))
    return part
