"""The one search box of the counter, the line that says what fitted, and the list beneath."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.core.language import tr
from ui.widgets.colours import Tone
from ui.widgets.search_box import SearchBox
from ui.widgets.text_label import TextLabel, caption
from ui.widgets.two_line_list import TwoLineList

if TYPE_CHECKING:
    from app.counter.recent_units import RecentUnit
    from app.desk.finder import Hit

    Find = Callable[[str], list[Hit]]


class SearchPane(QObject):
    """Joins box, line and list; the page puts them where there is room.

    `opened` gives a Hit or a RecentUnit, `missed` the words that found nothing when Enter was pressed; `worded` comes
    when the line says something else. ↓ in an empty box walks the rooms opened in this shift.
    """

    opened = Signal(object)
    missed = Signal(str)
    changed = Signal()
    worded = Signal()

    def __init__(self, find: Find) -> None:
        super().__init__()
        self._find = find
        self._recent: Sequence[RecentUnit] = ()
        self._hits: Sequence[Hit] = ()
        self.box = SearchBox(
            tr("Search room, name, phone, plate or receipt"), tr("Room / name / last 4 digits of a phone"), "F2"
        )
        self.words: TextLabel = caption("", Tone.INK2)
        self.list = TwoLineList(tr("Search results"))
        self.box.typed.connect(self._on_typed)
        self.box.moved.connect(self.list.step)
        self.box.entered.connect(self._on_entered)
        self.list.opened.connect(self.opened)

    @property
    def hits(self) -> Sequence[Hit]:
        """What the text fitted."""
        return self._hits

    def show_recent(self, recent: Sequence[RecentUnit]) -> None:
        """Show these as opened in this shift."""
        if list(recent) != list(self._recent):
            self._recent = recent
            self._show(keep=True)

    def search_for(self, text: str) -> None:
        """Put a text into the box, as a scanner does, and find it."""
        self.box.setText(text)
        self.box.take_caret()

    def clear(self) -> None:
        """Empty the box; the rooms opened lately show."""
        self.box.setText("")

    def find_again(self) -> None:
        """Ask anew after something changed."""
        self._hits = self._find(self.box.text()) if self.box.text().strip() else ()
        self._show(keep=True)

    def open_first(self) -> None:
        """Open what is chosen, if anything is."""
        self.list.open_current()

    def _on_typed(self, text: str) -> None:
        self._hits = self._find(text) if text.strip() else ()
        self._show(keep=False)
        self.changed.emit()

    def _on_entered(self) -> None:
        if self.box.text().strip() and not self._hits:
            self.missed.emit(self.box.text())
            return
        self.open_first()

    def _show(self, *, keep: bool) -> None:
        from ui.counter.search.hit_list import hit_lines, hit_words, recent_lines  # noqa: PLC0415 - the caret comes first

        chosen = self.list.current() if keep else None
        lines = hit_lines(self._hits, self._recent) if self._hits else recent_lines(self._recent)
        self.list.show_lines(lines, choose_first=bool(self._hits))
        if chosen is not None:
            self.list.choose(chosen)
        words = hit_words(self.box.text(), self._hits)
        self.words.show_text(words, Tone.INK2 if self._hits else Tone.WARN)
        self.list.setAccessibleDescription(words)
        self.worded.emit()
