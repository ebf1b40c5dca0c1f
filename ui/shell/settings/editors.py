"""The field of a setting, by the kind of values that it takes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.core.language import tr
from app.core.money import Money
from app.core.money_text import parse_money
from app.core.quantities import parse_whole
from app.core.settings import UNITS, Amount, OneOf, Setting, SomeOf, Text, Whole, YesNo
from app.core.show import show_money, show_whole
from ui.widgets.check_box import CheckBox
from ui.widgets.choice_field import ChoiceField
from ui.widgets.colours import Tone
from ui.widgets.surface import column, row
from ui.widgets.text_label import body
from ui.widgets.typed_field import TypedField


class Editor(QWidget):
    """Shows and takes a value; `changed` comes with every change by hand, `problem_changed` with words or none."""

    changed = Signal()
    problem_changed = Signal(str)

    def stops(self) -> list[QWidget]:
        """What the Tab key reaches, in order."""
        raise NotImplementedError

    def value(self) -> Any:
        """The value shown; None while what is typed cannot be used."""
        raise NotImplementedError

    def show_value(self, value: Any) -> None:
        """Show another value."""
        raise NotImplementedError

    def check(self) -> bool:
        """Say the problem, if there is one; whether the value can be used."""
        return True

    def lock(self) -> None:
        """Show the value, but do not let it change."""
        for stop in self.stops():
            stop.setEnabled(False)


class _OneField(Editor):
    """Shows its value in a field."""

    _field: TypedField[Any] | ChoiceField[Any]

    def stops(self) -> list[QWidget]:
        return [self._field]

    def value(self) -> Any:
        return self._field.value()

    def show_value(self, value: Any) -> None:
        self._field.set_value(value)


class _Typed(_OneField):
    """A line to type into, with its unit behind it; `name` is what a screen reader says."""

    def __init__(
        self, name: str, parse: Callable[[str], Any], show: Callable[[Any], str], unit: str, columns: int
    ) -> None:
        super().__init__()
        self._field: TypedField[Any] = TypedField(name, parse, show, required=True, columns=columns)
        if columns:
            self._field.setAlignment(Qt.AlignmentFlag.AlignRight)
            self.setLayout(row(self._field, *([body(unit, Tone.INK2)] if unit else []), None))
        else:
            self.setLayout(row(self._field))
        self._field.textChanged.connect(self.changed)
        self._field.problem_changed.connect(self.problem_changed)

    def check(self) -> bool:
        return self._field.check()

    def lock(self) -> None:
        self._field.lock(locked=True)


class _Choice(_OneField):
    """One of a few things."""

    def __init__(self, name: str, kind: OneOf[Any]) -> None:
        super().__init__()
        self._field = ChoiceField(name, [(tr(words), value) for value, words in kind.words.items()])
        self.setLayout(row(self._field))
        self._field.chosen.connect(lambda _: self.changed.emit())


class _Tick(Editor):
    """Yes or no."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._box = CheckBox(tr("Yes"))
        self._box.setAccessibleName(name)
        self.setLayout(row(self._box, None))
        self._box.toggled.connect(lambda _: self.changed.emit())

    def stops(self) -> list[QWidget]:
        return [self._box]

    def value(self) -> Any:
        return self._box.isChecked()

    def show_value(self, value: Any) -> None:
        self._box.setChecked(value)


class _Ticks(Editor):
    """Any number of a few things."""

    def __init__(self, name: str, kind: SomeOf[Any]) -> None:
        super().__init__()
        self._boxes = {value: CheckBox(tr(words)) for value, words in kind.words.items()}
        for box in self._boxes.values():
            box.setAccessibleName(f"{name}: {box.text()}")
            box.toggled.connect(lambda _: self.changed.emit())
        self.setLayout(column(*self._boxes.values(), space=0))

    def stops(self) -> list[QWidget]:
        return list(self._boxes.values())

    def value(self) -> Any:
        return frozenset(value for value, box in self._boxes.items() if box.isChecked())

    def show_value(self, value: Any) -> None:
        for one, box in self._boxes.items():
            box.setChecked(one in value)


def editor_for(setting: Setting[Any]) -> Editor:
    """The field that takes this setting's values."""
    kind, name = setting.kind, tr(setting.name)
    if isinstance(kind, OneOf):
        return _Choice(name, kind)
    if isinstance(kind, SomeOf):
        return _Ticks(name, kind)
    if isinstance(kind, YesNo):
        return _Tick(name)
    if isinstance(kind, Amount):
        name = tr("{name} (yuan)").format(name=name)
        return _Typed(name, _checked(setting, parse_money), show_money, tr("yuan"), 12)
    if isinstance(kind, Whole):
        unit = tr(UNITS[kind.unit])
        return _Typed(f"{name} ({unit})", _checked(setting, parse_whole), show_whole, unit, 6)
    assert isinstance(kind, Text)
    return _Typed(name, _checked(setting, str.strip), str, "", 0)


def _checked(setting: Setting[Any], parse: Callable[[str], Money | int | str]) -> Callable[[str], Any]:
    def read(text: str) -> Any:
        value = parse(text)
        setting.check(value)
        return value

    return read
