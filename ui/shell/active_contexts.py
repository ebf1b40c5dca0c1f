"""Which contexts of keys are active, from the outermost to the innermost; a question shuts out all before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ui.shell.action import WINDOW


@dataclass(frozen=True, slots=True)
class Aside:
    """Contexts of questions that wait out of sight, and where each question began."""

    contexts: tuple[str, ...]
    marks: tuple[int, ...]


class ActiveContexts:
    """A stack: the window, its tab, what has the focus, and over all of them questions."""

    def __init__(self) -> None:
        self._active: list[str] = [WINDOW]
        self._shut_out: list[int] = []

    def __contains__(self, context: object) -> bool:
        return context in self._active

    def reachable(self) -> Sequence[str]:
        """The contexts that a key can reach, outermost first."""
        return self._active[self._shut_out[-1] :] if self._shut_out else self._active

    @property
    def place(self) -> str:
        """Where the person is: the page under all questions, without its parts; `window` beside the tabs."""
        under = self._active[: self._shut_out[0]] if self._shut_out else self._active
        return under[-1].split(".")[0] if under else WINDOW

    def enter(self, context: str) -> None:
        """Make a context the innermost one."""
        self.leave(context)
        self._active.append(context)

    def leave(self, context: str) -> bool:
        """Make a context inactive; whether it was active. The window itself always is."""
        if context == WINDOW or context not in self._active:
            return False
        at = self._active.index(context)
        del self._active[at]
        self._shut_out = [mark - 1 if mark > at else mark for mark in self._shut_out]
        return True

    def show_tab(self, context: str, among: tuple[str, ...]) -> None:
        """Of these tabs only this one, next to the window."""
        for tab in among:
            self.leave(tab)
        self._active.insert(1, context)
        self._shut_out = [mark + 1 for mark in self._shut_out]

    def open_modal(self, context: str) -> None:
        """Shut out everything before this context."""
        self._shut_out.append(len(self._active))
        self._active.append(context)

    def close_modal(self) -> None:
        """Back to before the last `open_modal`."""
        del self._active[self._shut_out.pop() :]

    def put_aside(self) -> Aside:
        """Take away the questions and what is active in them; `bring_back` takes what this gives."""
        first = self._shut_out[0] if self._shut_out else len(self._active)
        aside = Aside(tuple(self._active[first:]), tuple(mark - first for mark in self._shut_out))
        del self._active[first:]
        self._shut_out.clear()
        return aside

    def bring_back(self, aside: Aside) -> None:
        """As it was before `put_aside`, over what is active now."""
        first = len(self._active)
        self._active += aside.contexts
        self._shut_out += [first + mark for mark in aside.marks]
