"""The fields of all settings: those of one section, or those that a search finds in any."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.core.language import tr
from app.desk.office_settings import SettingsSection
from ui.shell.settings.setting_row import SettingRow
from ui.widgets.colours import Tone
from ui.widgets.enter_steps import EnterSteps
from ui.widgets.scrolling import Scrolling
from ui.widgets.sizes import px
from ui.widgets.surface import Rule, column, row
from ui.widgets.text_label import body, section

_WIDEST = 980


class Group(QWidget):
    """The rows of one section under its name."""

    def __init__(self, read: SettingsSection) -> None:
        super().__init__()
        self.setProperty("bare", True)
        self.rows = [SettingRow(line) for line in read.lines]
        self._rules = [Rule() for _ in self.rows]
        parts = [part for pair in zip(self._rules, self.rows, strict=True) for part in pair]
        self.setLayout(column(section(tr(read.name)), 4, *parts, space=0))

    def dirty(self) -> int:
        """How many rows are not saved."""
        return sum(one.is_dirty for one in self.rows)

    def show_rows(self, wanted: Sequence[SettingRow]) -> None:
        """Show these rows only; without any the group is gone."""
        for rule, one in zip(self._rules, self.rows, strict=True):
            rule.setVisible(one in wanted)
            one.setVisible(one in wanted)
        self.setVisible(bool(wanted))


class SettingRows(QWidget):
    """Every row once; `in_view` are those that show."""

    changed = Signal()

    def __init__(self, sections: Sequence[SettingsSection]) -> None:
        super().__init__()
        self.groups = [Group(read) for read in sections]
        self.all = [one for group in self.groups for one in group.rows]
        self._shown: list[SettingRow] = []
        self._inner = QWidget()
        self._inner.setProperty("bare", True)
        self._nothing = body(tr("Nothing holds all these words. Delete one, or press Esc"), Tone.INK2).wrap()
        self._nothing.hide()
        self._inner.setLayout(column(*self.groups, self._nothing, None, space=16))
        line = row(self._inner, None, margins=(24, 16, 24, 16))
        line.setStretch(0, 100)
        self._scroll = Scrolling(line)
        self.setLayout(column(self._scroll, space=0))
        for one in self.all:
            one.changed.connect(self.changed)
        for at, group in enumerate(self.groups):
            stops = [stop for one in group.rows for stop in one.editor.stops()]
            EnterSteps(stops, partial(self._go_round, at), self)

    def in_view(self) -> list[SettingRow]:
        """The rows that show, in order."""
        return list(self._shown)

    def show_section(self, at: int) -> None:
        """Show one section."""
        self._show([group.rows if place == at else [] for place, group in enumerate(self.groups)])

    def search(self, text: str, at: int) -> None:
        """Show what a search finds in all sections; without words the section at `at`."""
        if text.strip():
            self._show([[one for one in group.rows if one.says(text)] for group in self.groups])
        else:
            self.show_section(at)

    def section_of(self, one: SettingRow) -> int:
        """The place of the section that a row stands in."""
        return next(at for at, group in enumerate(self.groups) if one in group.rows)

    def show_lines(self, sections: Sequence[SettingsSection]) -> None:
        """Show what is kept now."""
        lines = [line for read in sections for line in read.lines]
        for one, line in zip(self.all, lines, strict=True):
            one.show_line(line)

    def stack(self, *, stacked: bool) -> None:
        """The fields below their words where there is little room."""
        self._inner.setMaximumWidth(px(_WIDEST))
        for one in self.all:
            one.stack(stacked=stacked)

    def _show(self, wanted: Sequence[Sequence[SettingRow]]) -> None:
        for group, rows in zip(self.groups, wanted, strict=True):
            group.show_rows(rows)
        self._shown = [one for rows in wanted for one in rows]
        self._nothing.setVisible(not self._shown)
        self._scroll.verticalScrollBar().setValue(0)

    def _go_round(self, at: int) -> None:
        """From the last field of a section back to its first."""
        self.groups[at].rows[0].editor.stops()[0].setFocus(Qt.FocusReason.TabFocusReason)
