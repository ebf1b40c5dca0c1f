"""The shift is closed: its Z report, what was kept and handed over, and that its papers are on their way."""

from __future__ import annotations

from app.core.language import tr
from app.core.money import NOTHING
from app.core.show import show_money, show_shift
from app.counter.shifts.comparison import MethodClose
from app.counter.shifts.shift_facts import ShiftFacts
from ui.counter.shifts.compare_panel import comparison_columns
from ui.counter.shifts.steps_line import REPORT, StepsLine
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.colours import Tone
from ui.widgets.key_button import Kind
from ui.widgets.scrolling import Scrolling
from ui.widgets.sizes import px
from ui.widgets.surface import column
from ui.widgets.table_view import TableView
from ui.widgets.text_label import body


class ClosedPanel(QuestionPanel[bool]):
    """Nothing is asked; Enter goes on."""

    most = (900, 640)

    def __init__(self, facts: ShiftFacts) -> None:
        title = tr("Shift {shift} is closed: {label}").format(shift=show_shift(facts.shift), label=facts.label)
        super().__init__(title, width=760)
        self.table: TableView[MethodClose] = TableView(
            tr("Count by method"), comparison_columns(), lambda line: line.method
        )
        self.table.show_rows(facts.methods)
        self.table.setFixedHeight(self.table.height_of_rows(len(facts.methods)) + px(2))
        self.body.addWidget(StepsLine(REPORT))
        said = (body(closed_words(facts)).wrap(), body(cash_words(facts), Tone.INK2).wrap())
        place = Scrolling(column(*said, self.table, None))
        self.table.current_changed.connect(lambda _line: place.show_row_of(self.table))
        self.body.addWidget(place, 1)
        self.setFocusProxy(self.table)

    def add_actions(self, actions: ActionRegistry) -> None:
        done = ("Return", "Esc", "F9")
        self.add_button(actions, "read", tr("Done"), done, lambda: self.answer(answer=True), Kind.PRIMARY)


def closed_words(facts: ShiftFacts) -> str:
    """Receipts, voids, copies and rounding of the shift in one line."""
    papers = facts.papers
    return tr(
        "Taken {net}: receipts {receipts}, voided {voids}, copies {copies}, rounded off {rounding}. Since the first Z "
        "report: {total}."
    ).format(
        net=show_money(facts.net),
        receipts=len(papers.receipts),
        voids=len(papers.voided),
        copies=papers.copies,
        rounding=show_money(papers.rounding),
        total=show_money(facts.grand_total),
    )


def cash_words(facts: ShiftFacts) -> str:
    """What stayed in the drawer, and where the rest goes."""
    cash = facts.cash
    kept = show_money(cash.kept)
    if cash.handed_over == NOTHING:
        return tr("{kept} stay in the drawer; nothing is handed over. The Z report is printed.").format(kept=kept)
    words = (
        tr("{kept} stay in the drawer, {handed} go to the bank. The Z report and the banking slip are printed.")
        if cash.to_bank
        else tr("{kept} stay in the drawer, {handed} are handed over. The Z report and the slip to sign are printed.")
    )
    return words.format(kept=kept, handed=show_money(cash.handed_over))
