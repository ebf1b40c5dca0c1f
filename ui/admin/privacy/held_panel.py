"""Everything that is held of one person, and what can be done with it."""

from __future__ import annotations

from enum import StrEnum

from app.core.language import tr
from app.core.show import show_date
from app.desk.privacy.person_facts import Fate, Held, HeldRow
from ui.admin.privacy.words import FATES, PARTS, WHATS, said
from ui.sentences.privacy import duty_words
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.colours import Tone
from ui.widgets.columns import Column
from ui.widgets.key_button import Kind
from ui.widgets.row_delegate import RowLook
from ui.widgets.table_view import TableView
from ui.widgets.text_label import body

_ROWS = 11


class Wish(StrEnum):
    """What the person asks for."""

    PAPER = "paper"
    SHEET = "sheet"
    CORRECT = "correct"
    REMOVE = "remove"


class HeldPanel(QuestionPanel[Wish]):
    """Rows that may mean somebody else of the name are grey; they are never handed out."""

    most = (1180, 640)

    def __init__(self, held: Held) -> None:
        super().__init__(tr("Everything about {person}").format(person=held.name), width=1080)
        self.held = held
        self.table: TableView[HeldRow] = TableView(
            self.title,
            [
                Column(tr("Where"), lambda row: tr(PARTS[row.part])),
                Column(tr("What"), lambda row: tr(WHATS[row.what]), bold=True),
                Column(tr("Content"), said, stretch=True),
                Column(tr("About"), lambda row: row.about),
                Column(tr("Written on"), lambda row: "" if row.on is None else show_date(row.on)),
                Column(tr("At a removal"), lambda row: tr(FATES[row.fate])),
            ],
            key=id,
            look=lambda row: RowLook(quiet=row.fate is Fate.UNSURE),
        )
        self.table.show_rows(list(held.rows))
        self.table.setFixedHeight(self.table.height_of_rows(_ROWS))
        self.reasons = body(self._reasons(), Tone.WARN if held.duties else Tone.INK2).wrap()
        for part in (self.table, self.reasons):
            self.body.addWidget(part)
        self.setFocusProxy(self.table)

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        remove = self.add_button(
            actions, "remove", tr("Remove this person"), "Ctrl+Del", lambda: self.answer(Wish.REMOVE), Kind.DANGER
        )
        if self.held.duties:
            remove.turn_off(self._reasons())
        self.add_button(actions, "correct", tr("Correct"), "F6", lambda: self.answer(Wish.CORRECT))
        self.add_button(actions, "sheet", tr("Save as sheet"), "Ctrl+S", lambda: self.answer(Wish.SHEET))
        self.add_button(actions, "paper", tr("Paper"), "Ctrl+P", lambda: self.answer(Wish.PAPER), Kind.PRIMARY)

    def _reasons(self) -> str:
        if self.held.duties:
            reasons = tr("; ").join(map(duty_words, self.held.duties))
            return tr("Cannot be removed yet: {reasons}.").format(reasons=reasons)
        return tr(
            "No duty stands against a removal. Receipts, the journal and the audit trail keep the name, as the law "
            "asks. Photos of a report that others made too, of incidents and of rounds stay: they are evidence, and "
            "not of this person alone. Backups made before keep everything until they are a year old and fall away."
        )
