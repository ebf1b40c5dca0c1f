"""The actions that the window itself has in every tab: keys, search, tabs, text size, theme, stopping long work."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from app.core.language import tr
from ui.shell.actions import Action, ActionRegistry
from ui.shell.theme import Theme
from ui.widgets.colours import Light


class WindowActions(QObject):
    """Binds the keys; the window does what the signals wish."""

    keys_wished = Signal()
    search_wished = Signal()
    tab_wished = Signal(int)
    stop_wished = Signal()
    other_language_wished = Signal()
    incident_wished = Signal()

    def __init__(self, actions: ActionRegistry, theme: Theme) -> None:
        super().__init__(actions)
        self._actions = actions
        self._theme = theme
        self.all_keys = actions.add("window.keys", tr("All keys"), "F1", self.keys_wished.emit)
        self.search = actions.add("window.search", tr("Search"), "F2", self.search_wished.emit)
        self.stop = actions.add("window.stop", tr("Stop the work"), "Shift+Esc", self.stop_wished.emit)
        self.incident = actions.add(
            "window.incident",
            tr("Start an incident"),
            "Ctrl+E",
            self.incident_wished.emit,
            commits=True,
            everywhere=True,
        )
        self._bind_text_size()

    def add_tabs(self, titles: list[str]) -> None:
        """Bind Ctrl and the tab's number; forgotten with the other actions of the desk."""
        for at, title in enumerate(titles):
            self._actions.add(f"window.tab_{at + 1}", title, f"Ctrl+{at + 1}", partial(self.tab_wished.emit, at))

    def _bind_text_size(self) -> None:
        theme, add = self._theme, self._add_everywhere
        add("window.larger", tr("Larger text"), ("Ctrl+=", "Ctrl++"), theme.larger)
        add("window.smaller", tr("Smaller text"), "Ctrl+-", theme.smaller)
        add("window.usual", tr("Text at 100 %"), "Ctrl+0", lambda: theme.scale(100))
        add("window.theme", tr("Light or dark"), "Ctrl+Shift+L", self._on_theme)
        add("window.language", tr("Chinese or English"), "Ctrl+Shift+E", self.other_language_wished.emit)

    def _add_everywhere(self, name: str, text: str, keys: str | tuple[str, ...], run: object) -> Action:
        assert callable(run)
        return self._actions.add(name, text, keys, run, everywhere=True)

    def _on_theme(self) -> None:
        self._theme.wear(Light.LIGHT if self._theme.theme is Light.DARK else Light.DARK)
