"""What an import would do, before it does anything: counts, columns, the policy for known units, the rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.core.language import mark, tr, tr_n
from app.estate.import_plan import DuplicatePolicy
from app.estate.import_results import ImportPreview
from ui.estate.import_tables import LinesTable
from ui.estate.words import units_words
from ui.shell.actions import Action
from ui.widgets.bad_rows_table import BadRowsTable
from ui.widgets.chip import Mood
from ui.widgets.colours import Tone
from ui.widgets.empty_state import EmptyState
from ui.widgets.fact_line import FactLine
from ui.widgets.note_strip import NoteStrip
from ui.widgets.scrolling import Scrolling
from ui.widgets.segments import Segments
from ui.widgets.sheet_words import rows_words
from ui.widgets.surface import Rule, column, row
from ui.widgets.table_pane import TablePane
from ui.widgets.text_label import body, caption, section

POLICIES: dict[DuplicatePolicy, tuple[str, str]] = {
    DuplicatePolicy.SKIP: (mark("Leave them as they are"), mark("What the book says stays; these rows are left out.")),
    DuplicatePolicy.REPLACE: (
        mark("Replace"),
        mark("The sheet's facts take the place of the book's; people it no longer names end today."),
    ),
    DuplicatePolicy.REPLACE_AND_ADD: (
        mark("Replace, keep people"),
        mark("The sheet's facts take the place of the book's; its people are added to those who are there."),
    ),
}
_MOST_LINES = 500


class PreviewPane(QWidget):
    """Shows one preview; `policy` is what is chosen."""

    policy_changed = Signal()

    def __init__(self, choices: Sequence[tuple[DuplicatePolicy, Action]]) -> None:
        super().__init__()
        self.policy = DuplicatePolicy.SKIP
        self.counts, self._columns = FactLine(), caption("", Tone.INK2).wrap()
        self._ids = NoteStrip(folds=True)
        self._segments = Segments(
            tr("Units that are known already"), [(policy, action, "") for policy, action in choices], columns=3
        )
        self._question, self._meaning = body("", bold=True).wrap(), caption("", Tone.INK2).wrap()
        self._policies = QWidget()
        self._policies.setLayout(
            column(self._question, row(self._segments, None), self._meaning, space=6, margins=(0, 4, 0, 0))
        )
        self.bad, self.lines = BadRowsTable(), LinesTable()
        self._bad_head, self._lines_head = section(), section()
        self._bad_pane = TablePane(self.bad, EmptyState(tr("Every row can come in")))
        self._lines_pane = TablePane(self.lines, EmptyState(tr("No row can come in")))
        self._lay_out()

    def show_preview(self, preview: ImportPreview) -> None:
        """Show what was read; the policy begins with the safest."""
        self.counts.show_facts(_counts(preview))
        self._columns.show_text(_columns(preview))
        self._ids.clear()
        if preview.never_kept:
            heads = tr(", ").join(preview.never_kept)
            self._ids.say(
                tr("The column {heads} is not read and not kept.").format(heads=heads), Mood.MUTE, icon="lock"
            )
        doubles = preview.known + preview.repeated
        self._question.show_text(_question(preview))
        self._policies.setVisible(bool(doubles))
        self.choose(DuplicatePolicy.SKIP)
        self._bad_head.show_text(tr("{rows} cannot come in").format(rows=rows_words(len(preview.bad))))
        self.bad.show_rows(preview.bad)
        for part in (self._bad_head, self._bad_pane):
            part.setVisible(bool(preview.bad))
        self._bad_pane.setFixedHeight(self.bad.height_of_rows(min(len(preview.bad), 4)) + 1)
        self.lines.show_rows(preview.lines[:_MOST_LINES])
        self._lines_pane.setMinimumHeight(self.lines.height_of_rows(min(len(preview.lines), 4) or 3) + 1)
        self._lines_head.show_text(_lines_words(preview))

    def choose(self, policy: DuplicatePolicy) -> None:
        """Choose what happens with known units."""
        self.policy = policy
        self._segments.choose(policy)
        self._meaning.show_text(tr(POLICIES[policy][1]))
        self.policy_changed.emit()

    def take_focus(self) -> None:
        """To the rows that are wrong, else to those that come in."""
        (self.bad if self.bad.isVisible() else self.lines).setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        top = column(self.counts, self._columns, self._ids, self._policies, space=6, margins=(24, 12, 24, 8))
        tables = column(
            row(self._bad_head, margins=(8, 0, 0, 0)),
            self._bad_pane,
            row(self._lines_head, margins=(8, 6, 0, 0)),
            self._lines_pane,
            space=2,
            margins=(16, 10, 16, 0),
        )
        tables.setStretchFactor(self._lines_pane, 1)
        whole = column(top, Rule(), tables, space=0)
        whole.setStretchFactor(tables, 1)
        self.setLayout(column(Scrolling(whole), space=0))


def _counts(preview: ImportPreview) -> list[tuple[str, str]]:
    return [
        (tr("Rows"), f"{len(preview.sheet.rows):,}"),
        (tr("New units"), f"{preview.new:,}"),
        (tr("Known already"), f"{preview.known:,}" if preview.known else ""),
        (tr("Named twice"), f"{preview.repeated:,}" if preview.repeated else ""),
        (tr("Buildings"), f"{len(preview.buildings):,}"),
        (tr("Cannot come in"), f"{len(preview.bad):,}"),
    ]


def _columns(preview: ImportPreview) -> str:
    said = tr("Columns read: {heads}.").format(heads=tr(", ").join(preview.used))
    if preview.unused:
        said += " " + tr("Not used: {heads}.").format(heads=tr(", ").join(preview.unused))
    return said


def _question(preview: ImportPreview) -> str:
    known = tr_n("{units} is known already", "{units} are known already", preview.known)
    twice = tr_n("{rows} names a unit again", "{rows} name a unit again", preview.repeated)
    said = [known.format(units=units_words(preview.known))] if preview.known else []
    said += [twice.format(rows=rows_words(preview.repeated))] if preview.repeated else []
    return tr("{what}. What is to happen with them?").format(what=tr(", ").join(said))


def _lines_words(preview: ImportPreview) -> str:
    if len(preview.lines) > _MOST_LINES:
        return tr("{rows} come in; the first {n}:").format(rows=rows_words(len(preview.lines)), n=_MOST_LINES)
    return tr("{rows} come in").format(rows=rows_words(len(preview.lines)))
