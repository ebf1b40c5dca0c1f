"""Beside a count: that nothing is told before it, what is unfinished, and what is still to be counted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.language import tr, tr_n
from app.core.show import show_money
from app.counter.shifts.comparison import MethodClose
from app.desk.day_board import LooseEnd
from ui.counter.bill.tender_view import ON_SEGMENT
from ui.counter.shifts.loose_words import kind_of, one_line
from ui.widgets.colours import Tone
from ui.widgets.icon_label import IconLabel
from ui.widgets.surface import Pane, column, row
from ui.widgets.text_label import TextLabel, body, caption, section

_MOST_SEEN = 6


class BlindSide(Pane):
    """What is expected stands here only after a supervisor asked for it."""

    def __init__(self, loose: Sequence[LooseEnd]) -> None:
        super().__init__("canvas")
        self._blind = body(tr("What is expected is hidden. It shows once everything is counted."), Tone.INK2).wrap()
        self._head = body("", Tone.WARN, bold=True).wrap()
        self._missing = column(space=2)
        blind = row(IconLabel("eye-off"), self._blind, space=8)
        blind.setStretch(1, 1)
        empty = tr("Not counted is not 0. The first count is kept.")
        parts = column(section(tr("Count first, then compare")), blind, caption(empty, Tone.INK2).wrap(), 8, space=6)
        parts.addWidget(self._head)
        parts.addLayout(self._missing)
        parts.addSpacing(8)
        parts.addLayout(_loose_list(loose))
        parts.addStretch(1)
        outer = column(parts, margins=(14, 12, 14, 12))
        self.setLayout(outer)

    def words(self) -> str:
        """What stands where the expected amounts are hidden."""
        return self._blind.text()

    def show_missing(self, names: Sequence[str]) -> None:
        """What is still to be counted; nothing when all is."""
        _clear(self._missing)
        done = tr("Everything is counted.")
        self._head.show_text(missing_words(len(names)) if names else done, Tone.WARN if names else Tone.OK)
        shown = list(names[:_MOST_SEEN])
        if len(names) > len(shown):
            shown.append(tr("and {n} more").format(n=len(names) - len(shown)))
        for name in shown:
            self._missing.addWidget(_line("circle-dashed", Tone.WARN, body(name)))

    def insist(self) -> None:
        """The count was confirmed too early."""
        self._head.show_text(self._head.text(), Tone.DANGER)

    def show_expected(self, lines: Sequence[MethodClose]) -> None:
        """What should be there, for the supervisor who asked."""
        words = "\n".join(f"{tr(ON_SEGMENT[line.method])}  {show_money(line.expected)}" for line in lines)
        self._blind.show_text(words, Tone.INK)


def missing_words(count: int) -> str:
    """How much is still to be counted."""
    words = tr_n("{n} thing is still to be counted", "{n} things are still to be counted", count)
    return words.format(n=count)


def _loose_list(loose: Sequence[LooseEnd]) -> QVBoxLayout:
    listed = column(section(tr("Unfinished things")), space=3)
    if not loose:
        listed.addWidget(_line("circle-check", Tone.OK, body(tr("Nothing is unfinished."), Tone.INK2)))
    for end in loose[:_MOST_SEEN]:
        kind = kind_of(end)
        listed.addWidget(_line(kind.icon, Tone.INK2, body(kind.word), caption(one_line(end), Tone.INK2)))
    if len(loose) > _MOST_SEEN:
        listed.addWidget(caption(tr("and {n} more").format(n=len(loose) - _MOST_SEEN), Tone.INK2))
    return listed


def _line(icon: str, tone: Tone, *labels: TextLabel) -> QWidget:
    line = QWidget()
    parts = row(IconLabel(icon, tone), space=8)
    parts.addLayout(column(*labels, space=0), 1)
    line.setLayout(parts)
    return line


def _clear(layout: QVBoxLayout) -> None:
    while layout.count():
        widget = layout.takeAt(0).widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
