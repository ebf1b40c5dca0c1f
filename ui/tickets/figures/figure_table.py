"""The numbers beside the chart, and the five of all tickets above it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.core.language import mark, tr
from app.core.show import show_whole
from app.tickets.statistics.figures import GOAL_TENTHS, FigureRow, Share
from ui.tickets.figures.cuts import NOTHING_TO_SAY, FigureLine
from ui.widgets.colours import Tone
from ui.widgets.columns import Column
from ui.widgets.columns import Kind as Cell
from ui.widgets.sizes import Pt
from ui.widgets.surface import column, row
from ui.widgets.text_label import TextLabel, caption

SELDOM = (mark("Gone"), mark("of"))
"""Columns that give way where the window is small."""


def columns() -> list[Column[FigureLine]]:
    """Counts and shares; a share sorts by how large it is."""
    return [
        Column(tr("Group"), lambda one: one.name, bold=True, stretch=True),
        Column(tr("Tickets"), lambda one: _count(one.taken), Cell.NUMBER, sort=lambda one: one.taken or 0),
        Column(tr("Gone"), lambda one: _count(one.gone), Cell.NUMBER, sort=lambda one: one.gone or 0, tone=Tone.INK2),
        _share(tr("Met"), lambda one: one.promises),
        Column(tr("of"), lambda one: show_whole(one.promises.whole), Cell.NUMBER, tone=Tone.INK2),
        _share(tr("Resolved"), lambda one: one.resolved),
        _share(tr("Reopened"), lambda one: one.reopened),
        _share(tr("Satisfied"), lambda one: one.satisfied),
    ]


def _count(count: int | None) -> str:
    return NOTHING_TO_SAY if count is None else show_whole(count)


def _share(title: str, share: Callable[[FigureLine], Share | None]) -> Column[FigureLine]:
    def words(line: FigureLine) -> str:
        found = share(line)
        return NOTHING_TO_SAY if found is None else found.text

    def size(line: FigureLine) -> int:
        found = share(line)
        return -1 if found is None or found.tenths is None else found.tenths

    return Column(title, words, Cell.NUMBER, sort=size)


class WholeFigures(QWidget):
    """Five numbers side by side, each with its name above and what it is a share of below."""

    def __init__(self) -> None:
        super().__init__()
        names = (tr("Tickets"), tr("Deadlines met"), tr("Resolved"), tr("Reopened"), tr("Satisfied"))
        self._tiles = [(TextLabel("", Pt.CODE, bold=True), caption("", Tone.INK2)) for _ in names]
        parts = [
            column(caption(name, Tone.INK2), number, note, space=2)
            for name, (number, note) in zip(names, self._tiles, strict=True)
        ]
        box = row(space=24)
        for part in parts:
            box.addLayout(part, 1)
        self.setLayout(box)

    def show_whole(self, whole: FigureRow) -> None:
        """Show the figures of all tickets."""
        gone = tr("{count} cancelled or merged").format(count=show_whole(whole.gone)) if whole.gone else ""
        said = [
            (show_whole(whole.taken), gone),
            (whole.promises.text, _of(whole.promises, tr("{part} of {whole} due"))),
            (whole.resolved.text, _goal(whole)),
            (whole.reopened.text, _of(whole.reopened, tr("{part} of {whole} ended"))),
            (whole.satisfied.text, _of(whole.satisfied, tr("{part} of {whole} asked"))),
        ]
        for (number, note), (figure, words) in zip(self._tiles, said, strict=True):
            number.show_text(figure)
            note.show_text(words)
        self._tiles[2][1].show_text(_goal(whole), Tone.INK2 if whole.meets_goal else Tone.WARN)

    def fold(self, *, small: bool) -> None:
        """Where the window is small the numbers do without their notes."""
        for _, note in self._tiles:
            note.setVisible(not small)

    def text(self) -> str:
        """Everything it says."""
        return "  ".join(f"{number.text()} {note.text()}".strip() for number, note in self._tiles)


def _of(share: Share, words: str) -> str:
    return words.format(part=show_whole(share.part), whole=show_whole(share.whole)) if share.whole else ""


def _goal(whole: FigureRow) -> str:
    if whole.resolved.tenths is None:
        return ""
    words = tr("goal {percent} % reached") if whole.meets_goal else tr("goal {percent} % not reached")
    return words.format(percent=GOAL_TENTHS // 10)
