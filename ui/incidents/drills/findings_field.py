"""What was found in a drill, row by row; another row comes as the last one is written in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.language import tr
from app.incidents.drills.evaluation import Becomes, Finding
from ui.sentences.drills import FOLLOWS
from ui.widgets.choice_field import ChoiceField
from ui.widgets.date_field import DateField
from ui.widgets.line_field import LineField
from ui.widgets.surface import column, row


class FindingRow(QWidget):
    """One finding: what, what follows, whose it is, until when."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self.text = LineField(tr("What was found"))
        self.becomes: ChoiceField[Becomes] = ChoiceField(
            tr("What follows"), [(tr(words), one) for one, words in FOLLOWS.items()]
        )
        self.owner = LineField(tr("Who sees to it"), columns=8)
        self.due_on = DateField(tr("Until"), today)
        self.owner.setPlaceholderText(tr("who"))
        self.setLayout(column(self.text, row(self.becomes, self.owner, self.due_on, space=8), space=4))
        self.becomes.chosen.connect(lambda _value: self._fold())
        self._fold()

    def value(self) -> Finding:
        """As it is written."""
        becomes = self.becomes.value() or Becomes.NOTED
        is_task = becomes is Becomes.TASK
        return Finding(
            self.text.text(),
            becomes,
            self.owner.text() if is_task else "",
            self.due_on.value() if is_task else None,
        )

    def show_finding(self, one: Finding) -> None:
        """Show one that is kept."""
        self.text.setText(one.text)
        self.becomes.set_value(one.becomes)
        self.owner.setText(one.owner)
        self.due_on.set_value(one.due_on)
        self._fold()

    def _fold(self) -> None:
        is_task = self.becomes.value() is Becomes.TASK
        self.owner.setEnabled(is_task)
        self.due_on.setEnabled(is_task)


class FindingsField(QWidget):
    """`grown` comes with every new row."""

    grown = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self.setAccessibleName(tr("What was found"))
        self._today = today
        self.rows: list[FindingRow] = []
        self._box = column(space=6)
        self.setLayout(self._box)
        self._grow()

    def value(self) -> tuple[Finding, ...]:
        """The rows in which something is written."""
        return tuple(one.value() for one in self.rows if one.text.text().strip())

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what is kept."""
        for place, one in enumerate(findings):
            if place == len(self.rows):
                self._grow()
            self.rows[place].show_finding(one)

    def _grow(self) -> None:
        added = FindingRow(self._today)
        added.text.textChanged.connect(self._on_text)
        self.rows.append(added)
        self._box.addWidget(added)
        self.grown.emit()

    def _on_text(self) -> None:
        if self.rows[-1].text.text().strip():
            self._grow()
