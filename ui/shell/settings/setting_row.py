"""One setting on the screen: its name and what it does, its field, its default and its last change."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.core.language import tr
from app.core.show import show_time
from app.desk.office_settings import SettingLine
from ui.sentences.setting_values import value_words
from ui.shell.settings.editors import editor_for
from ui.widgets.chip import Chip, Mood
from ui.widgets.colours import Tone
from ui.widgets.error_line import ErrorLine
from ui.widgets.sizes import gap
from ui.widgets.surface import column, row
from ui.widgets.text_label import body, caption


class SettingRow(QWidget):
    """The words left, the field right; stacked, the field stands below."""

    changed = Signal()

    def __init__(self, line: SettingLine) -> None:
        super().__init__()
        self.line = line
        self.setting = line.setting
        self.editor = editor_for(self.setting)
        self._state = Chip()
        self._note = caption("", Tone.INK2).wrap()
        self._problem = ErrorLine()
        self._stacked: bool | None = None
        self._lay_out()
        self.show_line(line)
        self.editor.changed.connect(self._on_changed)
        self.editor.problem_changed.connect(self._on_problem_changed)

    @property
    def is_dirty(self) -> bool:
        """Whether the field shows something else than what is kept."""
        return bool(self.editor.value() != self.line.value)

    @property
    def state(self) -> str:
        """The word beside the name."""
        return self._state.text()

    @property
    def note(self) -> str:
        """The words about the default and the last change."""
        return self._note.text()

    @property
    def problem(self) -> str:
        """What is wrong with what is typed."""
        return self._problem.text()

    def show_line(self, line: SettingLine) -> None:
        """Show what is kept now, in place of anything typed."""
        self.line = line
        self.editor.show_value(line.value)
        self._note.show_text(_note(line), Tone.INK2 if line.readable else Tone.DANGER)
        self._on_changed()

    def take_default(self) -> None:
        """Show the default; nothing is kept yet."""
        self.editor.show_value(self.setting.default)

    def says(self, text: str) -> bool:
        """Whether every word of a search stands in the setting's words."""
        words = f"{tr(self.setting.name)} {tr(self.setting.about)}".casefold()
        return all(part in words for part in text.casefold().split())

    def take_focus(self) -> None:
        """Put the caret into the field."""
        self.editor.stops()[0].setFocus()

    def stack(self, *, stacked: bool) -> None:
        """The field beside the words, or below them."""
        if stacked is self._stacked:
            return
        self._stacked = stacked
        grid = self.layout()
        assert isinstance(grid, QGridLayout)
        for part in (self._words, self._field):
            grid.removeWidget(part)
        grid.addWidget(self._words, 0, 0)
        grid.addWidget(self._field, *((1, 0) if stacked else (0, 1)))
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 0 if stacked else 6)

    def _lay_out(self) -> None:
        name, about = body(tr(self.setting.name), bold=True).wrap(), caption(tr(self.setting.about), Tone.INK2).wrap()
        self._words, self._field = QWidget(), QWidget()
        head = row(name, self._state)
        head.setStretch(0, 1)
        self._words.setLayout(column(head, about, None, space=2))
        self._field.setLayout(column(self.editor, self._note, self._problem, None, space=2))
        self._problem.hide()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, gap(8), 0, gap(8))
        grid.setHorizontalSpacing(gap(24))
        grid.setVerticalSpacing(gap(4))
        self.stack(stacked=False)

    def _on_changed(self) -> None:
        if self.is_dirty:
            self._state.show_state(tr("not saved"), Mood.WARN, "pencil")
        elif self.line.value != self.setting.default and _says_default(self.line):
            self._state.show_state(tr("not the default"), Mood.ACCENT, "check")
        else:
            self._state.show_state("")
        self.changed.emit()

    def _on_problem_changed(self, text: str) -> None:
        self._problem.show_problem(text)
        self._problem.setVisible(bool(text))


def _says_default(line: SettingLine) -> bool:
    """A text that is empty until the office writes its own has no default worth a word."""
    return not isinstance(line.setting.default, str) or bool(line.setting.default)


def _note(line: SettingLine) -> str:
    parts = []
    if not line.readable:
        parts.append(tr("What is kept cannot be read, so the default holds. Save a value to mend it."))
    if _says_default(line):
        parts.append(tr("Default: {value}").format(value=value_words(line.setting, line.setting.default)))
    if line.last is not None:
        words = tr("Changed {when} by {person}, before: {value}")
        old = value_words(line.setting, line.last.old)
        parts.append(words.format(when=show_time(line.last.at), person=line.last.by, value=old))
    return " · ".join(parts)
