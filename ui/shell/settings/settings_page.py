"""The settings of the office: sections at the left, their fields at the right, kept together with one key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication

from app.access.permissions import Permission
from app.core.errors import Refusal, Trouble
from app.core.language import tr, tr_n
from app.core.show import show_time
from ui.sentences import say
from ui.shell.context import Context
from ui.shell.draft_watch import DraftWatch
from ui.shell.settings.section_list import SectionList
from ui.shell.settings.setting_row import SettingRow
from ui.shell.settings.setting_rows import SettingRows
from ui.shell.window_layout import SMALL_TEXT_FROM, Room
from ui.widgets.chip import Mood
from ui.widgets.error_line import ErrorLine
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.note_strip import NoteStrip
from ui.widgets.surface import Pane, Rule, column, row
from ui.widgets.text_label import page_title

KEYS = "settings"
FORM = "settings"


class SettingsPage(Pane):
    """What is typed and not saved stays when the page is left, and comes back after a sign-out; `left` asks to go."""

    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__("panel")
        self._context = context
        self._settings = context.office.settings
        self._may = context.actor.may(Permission.CHANGE_SETTINGS)
        sections = self._settings.read()
        self.sections = SectionList([tr(section.name) for section in sections])
        self.rows = SettingRows(sections)
        self._head = Pane("panel")
        self._title = page_title(tr("Settings"))
        self._strip = NoteStrip(folds=True)
        self._problem = ErrorLine()
        self._buttons = self._add_actions()
        self._lay_out()
        self._connect()
        self._watch = DraftWatch(context, FORM, self._typed, self)
        self._take_draft()
        if not self._may:
            self._lock()
        self._fold()
        self._on_section(0)
        self._count()

    def focus_search(self) -> None:
        """Put the caret in the search box, its text selected."""
        self.sections.search.take_caret()

    def keep_draft(self) -> None:
        """Save what is typed and can be used, for when this person comes back."""
        self._watch.keep()

    def _typed(self) -> Mapping[str, object] | None:
        return {one.setting.id: one.setting.kind.stored(one.editor.value()) for one in self._usable()} or None

    def _add_actions(self) -> list[KeyButton]:
        add, name = self._context.actions.add, self._context.actions.name_context
        name(KEYS, tr("Settings"))
        back = add("settings.back", tr("Back"), "Esc", self._on_back, context=KEYS)
        default = add("settings.default", tr("Take the default"), "F6", self._on_default, context=KEYS)
        undo = add("settings.undo", tr("Undo what is not saved"), "F8", self._on_undo, context=KEYS)
        save = add("settings.save", tr("Save"), "F9", self._on_save, context=KEYS, commits=True)
        self._changing = (default, undo, save)
        return [KeyButton(back), KeyButton(default), KeyButton(undo), KeyButton(save, Kind.PRIMARY)]

    def _lay_out(self) -> None:
        self._head.setLayout(column(self._title, self._strip, space=8, margins=(24, 12, 24, 12)))
        middle = row(self.sections, Rule(upright=True), self.rows, space=0)
        middle.setStretch(2, 1)
        back, default, undo, save = self._buttons
        foot = row(back, default, undo, 8, self._problem, save, margins=(24, 8, 24, 8))
        foot.setStretchFactor(self._problem, 1)
        outer = column(self._head, Rule(), middle, Rule(), foot, space=0)
        outer.setStretch(2, 1)
        self.setLayout(outer)

    def _connect(self) -> None:
        self.sections.chosen.connect(self._on_section)
        self.sections.entered.connect(self._on_entered)
        self.sections.search.typed.connect(self._on_typed)
        self.rows.changed.connect(self._count)
        self._context.layout.changed.connect(self._fold)
        self._context.theme.changed.connect(self._fold)

    def _fold(self) -> None:
        self.sections.fold()
        self.rows.stack(stacked=self._context.layout.room is Room.SMALL)
        large = self._context.theme.percent >= SMALL_TEXT_FROM
        self._title.setVisible(not large)  # large words need the height
        self._head.setVisible(not large or bool(self._strip.text()))

    def _lock(self) -> None:
        why = tr("Only a supervisor changes settings. You can read here what the office chose.")
        self._strip.say(why, Mood.MUTE, icon="lock")
        for action in self._changing:
            action.turn_off(why)
        for one in self.rows.all:
            one.editor.lock()

    def _dirty(self) -> list[SettingRow]:
        return [one for one in self.rows.all if one.is_dirty]

    def _usable(self) -> Iterator[SettingRow]:
        return (one for one in self._dirty() if one.editor.value() is not None)

    def _count(self) -> None:
        self.sections.show_counts([(len(group.rows), group.dirty()) for group in self.rows.groups])

    def _on_section(self, at: int) -> None:
        self.sections.search.clear()  # a section is asked for, not what the words found
        self.rows.show_section(at)

    def _on_typed(self, text: str) -> None:
        self.rows.search(text, self.sections.current())

    def _on_entered(self) -> None:
        shown = self.rows.in_view()
        if shown:
            shown[0].take_focus()

    def _on_back(self) -> None:
        if self.sections.search.text():
            self.sections.search.clear()
            return
        waiting = len(self._dirty())
        if waiting:
            words = tr_n(
                "{n} setting is not saved; it waits here.", "{n} settings are not saved; they wait here.", waiting
            )
            self._context.messages.hint(words.format(n=waiting))
        self.left.emit()

    def _on_default(self) -> None:
        focused = QApplication.focusWidget()
        for one in self.rows.in_view():
            if focused is not None and one.isAncestorOf(focused):
                one.take_default()
                return
        self._context.messages.hint(tr("Go to the setting first."))

    def _on_undo(self) -> None:
        for one in self._dirty():
            one.show_line(one.line)
        self._problem.show_problem("")
        self._strip.clear()
        self._fold()
        self._drop_draft()

    def _on_save(self) -> None:
        dirty = self._dirty()
        bad = [one for one in dirty if not one.editor.check()]
        if bad:
            self._go_to(bad[0])
            return
        changes: dict[Any, Any] = {one.setting: one.editor.value() for one in dirty}
        changes |= {one.setting: one.line.value for one in self.rows.all if not one.line.readable} | changes
        try:
            changed = self._settings.change(self._context.actor, changes)
        except (Refusal, Trouble) as error:
            self._problem.show_problem(say(error))
            return
        self._saved(changed)

    def _saved(self, changed: int) -> None:
        self._problem.show_problem("")
        self._strip.clear()
        self._fold()
        self._drop_draft()
        self.rows.show_lines(self._settings.read())
        if changed:
            words = tr_n("{n} setting saved", "{n} settings saved", changed).format(n=changed)
            self._context.messages.done(words)
            self._context.changes.announce("settings", "counter", "estate", "fees", by=self)
        else:
            self._context.messages.hint(tr("Nothing was changed."))

    def _go_to(self, one: SettingRow) -> None:
        self.sections.search.clear()
        self.sections.choose(self.rows.section_of(one))
        one.take_focus()

    def _take_draft(self) -> None:
        self._watch.found()
        draft = self._context.office.drafts.find(self._context.actor, FORM) if self._may else None
        if draft is None:
            return
        for one in self.rows.all:
            if one.setting.id in draft.content:
                try:
                    one.editor.show_value(one.setting.kind.read(draft.content[one.setting.id]))
                except ValueError:
                    continue  # the setting takes other values by now
        self._strip.say(tr("From {when}, not saved yet: F9 saves it, F8 undoes it.").format(when=show_time(draft.at)))

    def _drop_draft(self) -> None:
        if self._context.office.drafts.find(self._context.actor, FORM) is not None:
            self._context.office.drafts.drop(self._context.actor, FORM)
