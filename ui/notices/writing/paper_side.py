"""The paper as it will hang, beside the fields: poster, slip or message, drawn again as they change."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget

from app.core.errors import Refusal
from app.core.language import mark, tr
from app.notices.paper_facts import NoticePaper
from ui.printing.pdf_view import PdfView
from ui.sentences import say
from ui.shell.context import Context
from ui.widgets.colours import Tone
from ui.widgets.segments import Segments
from ui.widgets.surface import Pane, column, row
from ui.widgets.text_area import TextArea
from ui.widgets.text_label import body

_AFTER = 180  # milliseconds after the last letter
_DOOR = "____ 号楼 ____ 单元"


class Side(Enum):
    """What is seen, with its key."""

    POSTER = (mark("Poster"), "F6", "file-text")
    SLIP = (mark("Slip"), "F7", "receipt-text")
    MESSAGE = (mark("Message"), "F8", "message-square")


class PaperSide(Pane):
    """`made` gives the paper as far as it is filled in; Refusal where it cannot be made at all.

    `looked_at` comes when somebody asks to see one of them.
    """

    looked_at = Signal()

    def __init__(self, context: Context, keys: str, made: Callable[[], NoticePaper]) -> None:
        super().__init__("canvas")
        self._made = made
        self.side = Side.POSTER
        self.view = PdfView()
        self.message = TextArea(tr("Message"), lines=12)
        self.message.setReadOnly(True)
        self.problem = body("", Tone.DANGER).wrap()
        self._stack = QStackedWidget()
        for part in (self.view, self.message, self.problem):
            self._stack.addWidget(part)
        choices = []
        for side in Side:
            words, key, icon = side.value
            action = context.actions.add(
                f"{keys}.{side.name}", tr(words), key, partial(self.show_side, side), context=keys
            )
            choices.append((side, action, icon))
        self.segments: Segments[Side] = Segments(tr("What is seen"), choices, columns=3)
        self.segments.choose(self.side)
        whole = column(row(self.segments, None), self._stack, space=8, margins=(16, 12, 16, 12))
        whole.setStretchFactor(self._stack, 1)
        self.setLayout(whole)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.draw)

    def show_side(self, side: Side) -> None:
        """See this one."""
        self.side = side
        self.segments.choose(side)
        self.draw()
        self.looked_at.emit()

    def draw_soon(self) -> None:
        """Once nobody types."""
        self._timer.start(_AFTER)

    def rest(self) -> None:
        """Nothing is written any more."""
        self._timer.stop()

    def draw(self) -> None:
        """Draw what is filled in now."""
        self._timer.stop()
        try:
            paper = self._made()
            if self.side is Side.MESSAGE:
                self.message.set_text(paper.message)
                self._stack.setCurrentWidget(self.message)
                return
            pdf = _drawn(paper, slip=self.side is Side.SLIP)
        except Refusal as refusal:
            self.problem.show_text(say(refusal))
            self._stack.setCurrentWidget(self.problem)
            return
        self.view.show_pdf(pdf)
        self._stack.setCurrentWidget(self.view)
        self._fit_soon()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_soon()

    def _fit_soon(self) -> None:
        """All of the page is seen, once the view has its size."""
        QTimer.singleShot(0, self.view, self.view.whole_page)


def _drawn(paper: NoticePaper, *, slip: bool) -> bytes:
    from app.notices.papers.poster_paper import poster_pdf  # noqa: PLC0415 - the drawing library, with the first paper
    from app.notices.papers.slip_paper import slips_pdf  # noqa: PLC0415 - as above

    return slips_pdf(paper, [_DOOR]) if slip else poster_pdf(paper)
