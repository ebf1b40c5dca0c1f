"""All notices in one list, the most urgent first; what is over comes last and stands quieter."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.language import tr, tr_n
from app.notices.issued.notice_rows import IssuedNotice
from app.notices.issued.standing import DONE, Standing
from ui.notices.board.standing_words import counted, state_of, title_of
from ui.shell.context import Context
from ui.widgets.colours import Tone
from ui.widgets.columns import Column, Kind
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_button import KeyButton
from ui.widgets.row_delegate import RowLook
from ui.widgets.surface import column, row
from ui.widgets.table_pane import TablePane
from ui.widgets.table_view import TableView
from ui.widgets.text_label import body, page_title


class NoticeList(QWidget):
    """`current_changed` gives the notice that is chosen, or nothing."""

    current_changed = Signal(object)

    def __init__(self, context: Context, *buttons: KeyButton) -> None:
        super().__init__()
        self._context = context
        self.table: TableView[IssuedNotice] = TableView(
            tr("Notices"),
            [
                Column(tr("Number"), lambda one: one.number.removeprefix("N-"), tone=Tone.INK2),
                Column(tr("Notice"), title_of, bold=True, stretch=True, least=8),
                Column(tr("Where"), lambda one: " ".join(one.place.split()), stretch=True, tone=Tone.INK2, least=6),
                Column(tr("Hung"), counted),
                Column(tr("State"), lambda one: state_of(one, context.clock.now()), Kind.STATE),
            ],
            lambda one: one.id,
            look=lambda one: RowLook(quiet=one.standing in DONE),
            row_height=36,
        )
        hint = tr("Ctrl N writes one: a digit chooses what it is about, and the paper is seen while it is filled in.")
        empty = EmptyState(tr("No notice has been issued yet"), hint)
        self.pane = TablePane(self.table, empty, filter_hint=tr("Number, title or place"), filter_cap="F2")
        self._count = body("", Tone.INK2)
        title = row(page_title(tr("Notices")), None, *buttons)
        head = column(title, self._count, space=4, margins=(24, 12, 24, 0))
        whole = column(head, self.pane, space=0)
        whole.setStretchFactor(self.pane, 1)
        self.setLayout(whole)
        self.table.current_changed.connect(self.current_changed)

    def load(self) -> None:
        """Read anew; the chosen one stays chosen."""
        notices = self._context.office.notices.all()
        self.table.show_rows(notices)
        self._count.show_text(_count(notices))
        if self.table.current() is None:
            self.table.choose(0)

    def choose(self, notice_id: int) -> None:
        """Choose a notice, whatever was filtered."""
        self.pane.clear_filter()
        self.table.choose_key(notice_id)

    def take_caret(self) -> None:
        """Into the box that finds notices."""
        self.pane.filter_box.take_caret()


def _count(notices: tuple[IssuedNotice, ...]) -> str:
    of = {standing: sum(one.standing is standing for one in notices) for standing in Standing}
    parts = [
        tr_n("{n} overdue", "{n} overdue", of[Standing.OVERDUE]).format(n=of[Standing.OVERDUE]),
        tr_n("{n} to post", "{n} to post", of[Standing.TO_POST]).format(n=of[Standing.TO_POST]),
        tr_n("{n} to take down", "{n} to take down", of[Standing.TAKE_DOWN]).format(n=of[Standing.TAKE_DOWN]),
        tr_n("{n} hangs", "{n} hang", of[Standing.HANGS]).format(n=of[Standing.HANGS]),
    ]
    counts = (of[Standing.OVERDUE], of[Standing.TO_POST], of[Standing.TAKE_DOWN], of[Standing.HANGS])
    return tr(", ").join(part for part, count in zip(parts, counts, strict=True) if count)
