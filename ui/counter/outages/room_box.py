"""The room of a paper: the counter's own search, in one field; what it finds shows in a list beside."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from app.core.ids import UnitId
from app.core.language import tr
from app.desk.finder import Hit
from ui.counter.search.hit_list import hit_lines, hit_words
from ui.widgets.colours import Tone
from ui.widgets.search_box import SearchBox
from ui.widgets.text_label import TextLabel, caption
from ui.widgets.two_line_list import TwoLineList

Find = Callable[[str], list[Hit]]


class RoomBox(QObject):
    """`chosen` comes with the unit that Enter took; while something else is typed no unit is chosen."""

    chosen = Signal(object)
    looked = Signal()

    def __init__(self, find: Find) -> None:
        super().__init__()
        self._find = find
        self._hits: Sequence[Hit] = ()
        self.unit_id: UnitId | None = None
        self._settling = False
        self.box = SearchBox(tr("Room"), tr("Room / name / phone"))
        self.words: TextLabel = caption("", Tone.INK2)
        self.list = TwoLineList(tr("Search results"))
        self.box.typed.connect(self._on_typed)
        self.box.moved.connect(self.list.step)
        self.box.entered.connect(self._on_entered)
        self.list.opened.connect(self._take)

    @property
    def is_looking(self) -> bool:
        """Whether something is typed of which no unit was chosen yet."""
        return bool(self.box.text().strip()) and self.unit_id is None

    def settle(self, unit_id: UnitId | None, words: str) -> None:
        """Show this unit as chosen, or an empty field."""
        self._settling = True
        self.unit_id = unit_id
        self.box.setText(words)
        self.box.show_problem("")
        self._settling = False
        self._hits = ()
        self.looked.emit()

    def _on_typed(self, text: str) -> None:
        if self._settling:
            return
        self.unit_id = None
        self.box.show_problem("")
        self._hits = [hit for hit in self._find(text) if hit.receipt is None] if text.strip() else []
        self.list.show_lines(hit_lines(self._hits, ()), choose_first=bool(self._hits))
        self.words.show_text(hit_words(text, self._hits), Tone.INK2 if self._hits else Tone.WARN)
        self.looked.emit()

    def _on_entered(self) -> None:
        if self.unit_id is not None:
            self.chosen.emit(self.unit_id)
        elif self._hits:
            self.list.open_current()

    def _take(self, hit: object) -> None:
        if isinstance(hit, Hit):
            self.settle(hit.unit_id, hit.code)
            self.chosen.emit(hit.unit_id)
