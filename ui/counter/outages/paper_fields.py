"""One row for one paper: number, room, amount, method with reference, when it was written, who collected."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.core.language import tr
from app.core.money import Money
from app.core.show import show_time
from app.core.typed_text import plain
from app.counter.methods import NAMES, Method
from app.counter.outages.refusals import NotANumber
from app.counter.outages.written_time import parse_written
from ui.counter.outages.room_box import RoomBox
from ui.widgets.choice_field import ChoiceField
from ui.widgets.colours import Tone
from ui.widgets.line_field import LineField
from ui.widgets.money_field import MoneyField
from ui.widgets.sizes import gap
from ui.widgets.text_label import TextLabel, caption
from ui.widgets.typed_field import TypedField

METHODS = tuple(method for method in Method if method.brings_money)
_WIDE = (3, 4, 3, 3, 3, 4, 3)
_IN_TWO = 4


@dataclass(frozen=True, slots=True)
class PaperTyped:
    """What stands in the row; nothing is missing."""

    number: int
    amount: Money
    method: Method
    reference: str
    written_at: datetime
    collector: str


class PaperFields(QWidget):
    """`edited` comes with every change; `day` gives the day of a time typed without one, `label` shows a number."""

    edited = Signal()

    def __init__(self, room: RoomBox, day: Callable[[], date], label: Callable[[int], str]) -> None:
        super().__init__()
        self.room = room
        self.number: TypedField[int] = TypedField(tr("Number"), _number, label, required=True, columns=9)
        self.amount = MoneyField(tr("Amount"), required=True)
        self.method = ChoiceField[Method](tr("Method"), [(tr(NAMES[method]), method) for method in METHODS])
        self.reference = LineField(tr("Reference"), columns=9)
        self.written: TypedField[datetime] = TypedField(
            tr("Written at"), lambda text: parse_written(text, day()), show_time, required=True, columns=15
        )
        self.collector = LineField(tr("Collected by"), columns=8)
        self._labels: list[TextLabel] = []
        self._grid = QGridLayout(self)
        self._lay_out()
        self._connect()

    @property
    def fields(self) -> tuple[QWidget, ...]:
        """All of them in the order of reading."""
        return (self.number, self.room.box, self.amount, self.method, self.reference, self.written, self.collector)

    def stand(self, *, wide: bool) -> None:
        """All in one line, or in two where the text is large."""
        columns = len(self.fields) if wide else _IN_TWO
        for at, (label, field) in enumerate(zip(self._labels, self.fields, strict=True)):
            self._grid.addWidget(label, at // columns * 2, at % columns)
            self._grid.addWidget(field, at // columns * 2 + 1, at % columns)
        for at in range(len(self.fields)):
            self._grid.setColumnStretch(at, (_WIDE[at] if wide else 1) if at < columns else 0)

    def show_second_line(self, *, shown: bool) -> None:
        """Fold away what stands in the second line of two."""
        for part in (*self._labels[_IN_TWO:], *self.fields[_IN_TWO:]):
            part.setVisible(shown)

    def first_bad(self) -> QWidget | None:
        """Show what is missing or cannot be read; the first such field."""
        bad: list[QWidget] = [field for field in (self.number,) if not field.check()]
        if self.room.unit_id is None:
            self.room.box.show_problem(tr("Choose a room: type its number, a name or a phone, then Enter."))
            bad.append(self.room.box)
        bad += [field for field in (self.amount, self.written) if not field.check()]
        if not self.collector.text().strip():
            self.collector.show_problem(tr("Write who took the money."))
            bad.append(self.collector)
        return bad[0] if bad else None

    def typed(self) -> PaperTyped | None:
        """What stands in the row, or None while something is missing."""
        number, amount, method, written = (
            self.number.value(),
            self.amount.value(),
            self.method.value(),
            self.written.value(),
        )
        if number is None or amount is None or method is None or written is None:
            return None
        reference = "" if method.is_counted_at_once else self.reference.text().strip()
        return PaperTyped(number, amount, method, reference, written, self.collector.text().strip())

    def begin(self, number: int | None, holder: str) -> None:
        """An empty row for the next paper; method, time and collector stay as on the last one, else `holder` it is."""
        self.number.set_value(number)
        self.room.settle(None, "")
        self.amount.set_value(None)
        self.reference.setText("")
        if not self.collector.text().strip():
            self.collector.setText(holder)

    def to_draft(self) -> dict[str, object]:
        """The row as typed."""
        method = self.method.value()
        texts = {name: getattr(self, name).text() for name in _TEXTS}
        return texts | {
            "method": "" if method is None else method.value,
            "unit_id": self.room.unit_id,
            "room": self.room.box.text(),
        }

    def from_draft(self, draft: Mapping[str, object]) -> None:
        """The row as it was typed."""
        for name in _TEXTS:
            getattr(self, name).setText(str(draft[name]))
        if draft["method"]:
            self.method.set_value(Method(str(draft["method"])))

    def _lay_out(self) -> None:
        names = (tr("Number"), tr("Room"), tr("Amount"), tr("Method"), tr("Reference"), tr("Written at"))
        for name, field in zip((*names, tr("Collected by")), self.fields, strict=True):
            label = caption(name, Tone.INK2)
            label.setBuddy(field)
            self._labels.append(label)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(gap(8))
        self._grid.setVerticalSpacing(gap(4))
        self._grid.setAlignment(Qt.AlignmentFlag.AlignBottom)
        self.written.setPlaceholderText(tr("1015 or 10:15"))
        self.stand(wide=True)

    def _connect(self) -> None:
        for field in (self.number, self.amount, self.reference, self.written, self.collector):
            field.textChanged.connect(lambda _text: self.edited.emit())
        self.collector.textChanged.connect(lambda _text: self.collector.show_problem(""))
        self.method.chosen.connect(lambda _method: self._on_method())
        self.room.looked.connect(self.edited)
        self._on_method()

    def _on_method(self) -> None:
        method = self.method.value()
        self.reference.setEnabled(method is not None and not method.is_counted_at_once)
        self.edited.emit()


_TEXTS = ("number", "amount", "reference", "written", "collector")


def _number(text: str) -> int:
    """`12`, `000012` and `H-000012` are all 12. Raises NotANumber."""
    typed = plain(text).rpartition("-")[2]
    if not (typed.isascii() and typed.isdigit() and len(typed) <= 8):
        raise NotANumber(text.strip())
    return int(typed)
