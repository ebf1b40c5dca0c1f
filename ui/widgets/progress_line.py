"""Long work in the status line: its name, a bar, how many of how many, the time left, and a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.language import tr
from ui.widgets.colours import Tone
from ui.widgets.painting import box
from ui.widgets.sizes import Pt, px
from ui.widgets.surface import row
from ui.widgets.text_label import TextLabel

_MINUTE = 60


class ProgressBar(QWidget):
    """A track and its filled part."""

    def __init__(self) -> None:
        super().__init__()
        self._share = (0, 1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_share(self, done: int, total: int) -> None:
        """Fill the part that is done."""
        self._share = (done, max(total, 1))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(120), px(6))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        whole = QRectF(self.rect())
        done, total = self._share
        box(painter, whole, inside=Tone.TRACK, edge=None, radius=3)
        filled = QRectF(whole.left(), whole.top(), whole.width() * min(done, total) / total, whole.height())
        box(painter, filled, inside=Tone.ACCENT, edge=None, radius=3)


class ProgressLine(QWidget):
    """Words, bar, words."""

    def __init__(self, *buttons: QWidget) -> None:
        super().__init__()
        self._title = TextLabel("", Pt.CAPTION, Tone.INK2)
        self._count = TextLabel("", Pt.CAPTION, Tone.INK2)
        self._bar = ProgressBar()
        self.setLayout(row(self._title, self._bar, self._count, *buttons, space=10))

    def text(self) -> str:
        """The words shown."""
        return f"{self._title.text()} {self._count.text()}".strip()

    def begin(self, title: str) -> None:
        """Name the work, nothing done yet."""
        self._title.show_text(title)
        self._count.show_text("")
        self._bar.show_share(0, 1)
        self.setAccessibleName(self.text())

    def show_progress(self, done: int, total: int, seconds_left: int | None) -> None:
        """Show how far it is."""
        count = tr("{done} / {total}").format(done=f"{done:,}", total=f"{total:,}")
        left = "" if seconds_left is None or done >= total else time_left(seconds_left)
        self._count.show_text(tr("{count}, {left}").format(count=count, left=left) if left else count)
        self._bar.show_share(done, total)
        self.setAccessibleName(self.text())


def time_left(seconds: int) -> str:
    """`18 s left`, `3 min left`."""
    if seconds < _MINUTE:
        return tr("{n} s left").format(n=seconds)
    return tr("{n} min left").format(n=-(-seconds // _MINUTE))
