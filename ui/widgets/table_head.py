"""The heads of a table's columns: bold words and an arrow, no colour."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from app.core.language import tr
from ui.widgets.colours import Tone
from ui.widgets.icons import paint_icon
from ui.widgets.painting import hairline, words
from ui.widgets.row_delegate import PAD
from ui.widgets.rows_model import RowsModel
from ui.widgets.sizes import Pt, font, px, width_of

_ARROW = 12
_HEIGHT = 28


def head_width(title: str) -> int:
    """How wide a head is with its arrow."""
    return round(width_of(title, Pt.CAPTION, bold=True)) + 2 * px(PAD) + px(_ARROW) + 4


class TableHead(QHeaderView):
    """Sorts by a click on a head; a third click brings the given order back."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(px(16))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("Column heads"))
        self.sectionClicked.connect(self._on_section_clicked)

    def rows(self) -> RowsModel[object]:
        """The model that is sorted."""
        model = self.model()
        assert isinstance(model, RowsModel)
        return model

    def sizeHint(self) -> QSize:
        """A table asks for the height alone; the width would be measured over every column."""
        return QSize(0, px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        hairline(painter, 0, self.viewport().width(), self.viewport().height() - 1, Tone.EDGE)

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        column = self.rows().columns[logical_index]
        sorted_by = self.rows().sorted_by
        chosen = sorted_by is not None and sorted_by[0] == logical_index
        place = QRectF(rect).adjusted(px(PAD), 0, -px(PAD), -1)
        tone = Tone.INK if chosen else Tone.INK2
        face = font(Pt.CAPTION, bold=True)
        if chosen and sorted_by is not None:
            place = self._paint_arrow(painter, place, column.title, sorted_by[1], right=column.right)
        words(painter, place, column.title, face, tone, _side(right=column.right))

    def _paint_arrow(self, painter: QPainter, place: QRectF, title: str, order: Qt.SortOrder, *, right: bool) -> QRectF:
        name = "arrow-up" if order == Qt.SortOrder.AscendingOrder else "arrow-down"
        edge = px(_ARROW)
        left = place.right() - edge if right else place.left() + width_of(title, Pt.CAPTION, bold=True) + 3
        paint_icon(painter, name, QRectF(left, place.top(), edge, place.height()), Tone.INK, _ARROW)
        return place.adjusted(0, 0, -edge - 3 if right else 0, 0)

    def _on_section_clicked(self, section: int) -> None:
        self.cycle(section)

    def cycle(self, section: int) -> None:
        """Sort by this column: upward, downward, then as given."""
        now = self.rows().sorted_by
        if now is None or now[0] != section:
            self.rows().sort(section, Qt.SortOrder.AscendingOrder)
        elif now[1] == Qt.SortOrder.AscendingOrder:
            self.rows().sort(section, Qt.SortOrder.DescendingOrder)
        else:
            self.rows().sort(-1)
        self.viewport().update()


def _side(*, right: bool) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
