"""Every action of the window in one registry: it binds the keys, letters the buttons and fills the key list."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from app.access.windows import act_from
from ui.shell.action import WINDOW, Action, KeyTakenError, Spec
from ui.shell.active_contexts import ActiveContexts, Aside
from ui.shell.composing import Composing
from ui.shell.key_names import is_taken, portable

__all__ = ["WINDOW", "Action", "ActionRegistry", "KeyTakenError"]


class ActionRegistry(QObject):
    """All actions of one window.

    One key has one shortcut; of the contexts that are active it serves the innermost: a focused list before its tab,
    the tab before the window, and while an overlay is open only the overlay and what `everywhere` names.
    """

    refused = Signal(object, str)
    changed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._actions: dict[str, Action] = {}
        self._by_key: dict[str, dict[str, Action]] = {}
        self._shortcuts: dict[str, QShortcut] = {}
        self._contexts = ActiveContexts()
        self._focus_contexts: list[tuple[QWidget, str]] = []
        self._everywhere: set[str] = set()
        self.titles: dict[str, str] = {}
        self.composing = Composing(self)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)

    def __getitem__(self, name: str) -> Action:
        return self._actions[name]

    def __iter__(self) -> Iterator[Action]:
        return iter(list(self._actions.values()))

    def add(
        self,
        name: str,
        text: str,
        keys: str | tuple[str, ...],
        run: Callable[[], object],
        *,
        context: str = WINDOW,
        commits: bool = False,
        help: str = "",  # noqa: A002 - what the key list calls it
        everywhere: bool = False,
    ) -> Action:
        """Make an action known and bind its keys (`"F9"`, `("F9", "Ctrl+S")`, or `()` for none).

        Raises KeyTakenError if its name or a key is taken in this context, or belongs to the system.
        """
        wanted = tuple(portable(key) for key in ((keys,) if isinstance(keys, str) else keys))
        self._refuse_doubles(name, wanted, context)
        action = Action(Spec(name, text, wanted, context, commits, help), run, self)
        action.refused.connect(lambda why: self.refused.emit(action, why))
        self._actions[name] = action
        if everywhere:
            self._everywhere.add(name)
        for key in wanted:
            self._by_key.setdefault(key, {})[context] = action
            if key not in self._shortcuts:
                self._shortcuts[key] = self._bind(key)
        self._settle()
        return action

    def remove_context(self, context: str) -> None:
        """Forget all actions of a context, when its page or overlay is gone."""
        self.leave(context)
        for name in [action.spec.name for action in self if action.spec.context == context]:
            self._forget(name)
        self._focus_contexts = [pair for pair in self._focus_contexts if pair[1] != context]
        self._settle()

    def names(self) -> frozenset[str]:
        """The names of all actions known now; see `keep_only`."""
        return frozenset(self._actions)

    def keep_only(self, names: frozenset[str]) -> None:
        """Forget every action but these, when the person at the counter changes."""
        for name in [name for name in self._actions if name not in names]:
            self._forget(name)
        self._contexts = ActiveContexts()
        self._focus_contexts = []
        self._settle()

    def name_context(self, context: str, title: str) -> None:
        """What the key list writes over the actions of a context of the page's own."""
        self.titles[context] = title

    def enter(self, context: str) -> None:
        """Make a context the innermost active one."""
        self._contexts.enter(context)
        self._settle()

    def leave(self, context: str) -> None:
        """Make a context inactive."""
        if self._contexts.leave(context):
            self._settle()

    def show_tab(self, context: str, among: tuple[str, ...]) -> None:
        """Of the tabs, only this one is active, between the window and the focused list."""
        self._contexts.show_tab(context, among)
        self._settle()

    def open_modal(self, context: str) -> None:
        """Only this context acts until `close_modal`, whatever was active before."""
        self._contexts.open_modal(context)
        self._settle()

    def close_modal(self) -> None:
        """Back to what was active before the last `open_modal`."""
        self._contexts.close_modal()
        self._settle()

    def put_aside(self) -> Aside:
        """No question acts until `bring_back`; the keys are the window's again."""
        aside = self._contexts.put_aside()
        self._settle()
        return aside

    def bring_back(self, aside: Aside) -> None:
        """The questions that were put aside act again."""
        self._contexts.bring_back(aside)
        self._settle()

    def follow_focus(self, widget: QWidget, context: str) -> None:
        """The context is active exactly while the focus is in `widget`, or in another one that has the same context."""
        self._focus_contexts.append((widget, context))
        self._on_focus_changed(None, QApplication.focusWidget())

    def active(self) -> list[Action]:
        """The actions that a key reaches now, outermost context first."""
        reachable = self._contexts.reachable()
        found = [action for action in self if self._serves(action, reachable)]
        return sorted(found, key=lambda action: reachable.index(action.spec.context))

    def in_view(self) -> set[str]:
        """The contexts of what the screen shows: those that are active, and those of lists that are seen."""
        seen = {context for widget, context in self._focus_contexts if widget.isVisible()}
        return seen.union(self._contexts.reachable())

    def bound_keys(self) -> set[str]:
        """The keys that are really bound in the window, for the test that compares them with the list."""
        return {key for key, shortcut in self._shortcuts.items() if shortcut.isEnabled()}

    def shortcut(self, key: str) -> QShortcut:
        """The one shortcut of a key."""
        return self._shortcuts[portable(key)]

    def _forget(self, name: str) -> None:
        action = self._actions.pop(name)
        self._everywhere.discard(name)
        for key in action.spec.keys:
            del self._by_key[key][action.spec.context]
        action.deleteLater()

    def _refuse_doubles(self, name: str, keys: tuple[str, ...], context: str) -> None:
        if name in self._actions:
            raise KeyTakenError(name)
        for key in keys:
            if is_taken(key) or context in self._by_key.get(key, {}):
                raise KeyTakenError(key, context, name)

    def _bind(self, key: str) -> QShortcut:
        shortcut = QShortcut(QKeySequence(key), self._window)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(lambda: self._on_key(key))
        return shortcut

    def _on_key(self, key: str) -> None:
        action = self._served(key)
        if action is not None and not self.composing.is_on:
            action.trigger()

    def _serves(self, action: Action, reachable: Sequence[str]) -> bool:
        return action.spec.context in reachable or action.spec.name in self._everywhere

    def _served(self, key: str) -> Action | None:
        candidates = self._by_key.get(key, {})
        for context in reversed(self._contexts.reachable()):
            if context in candidates:
                return candidates[context]
        return next((action for action in candidates.values() if action.spec.name in self._everywhere), None)

    def _settle(self) -> None:
        act_from(self._contexts.place)
        for key, shortcut in self._shortcuts.items():
            action = self._served(key)
            shortcut.setEnabled(action is not None)
            shortcut.setAutoRepeat(action is not None and not action.spec.commits)
        self.changed.emit()

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        held = {context for widget, context in self._focus_contexts if _holds(widget, now)}
        for context in dict.fromkeys(context for _, context in self._focus_contexts):
            if context not in held:
                self.leave(context)
            elif context not in self._contexts:
                self.enter(context)


def _holds(widget: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and (focused is widget or widget.isAncestorOf(focused))
