"""Personal data: somebody asks what is held of them, wants it corrected, or removed; and who is due to be removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.access.permissions import Permission
from app.core.errors import Refusal
from app.core.language import tr, tr_n
from app.desk.privacy.person_facts import Held, PersonLine
from ui.admin.privacy.correct_panel import CorrectPanel
from ui.admin.privacy.held_panel import HeldPanel, Wish
from ui.printing.handing_out import draw_paper, save_workbook
from ui.printing.paper_desk import ReadyPaper
from ui.sentences import say
from ui.shell.context import Context
from ui.shell.saving import workbook
from ui.widgets.chip import Mood
from ui.widgets.columns import Column
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_button import Kind
from ui.widgets.row_delegate import RowLook
from ui.widgets.section import Section
from ui.widgets.table_view import TableView

if TYPE_CHECKING:
    from pathlib import Path

KEYS = "admin.privacy"


class PrivacyPart(Section[PersonLine]):
    """Nobody is listed until somebody is searched for; every look at everything is in the audit trail."""

    needs = Permission.HANDLE_PERSONAL_DATA

    def __init__(self, context: Context) -> None:
        super().__init__(
            context,
            KEYS,
            tr("Personal data"),
            TableView(
                tr("Personal data"),
                _columns(),
                key=lambda one: one.id,
                look=lambda one: RowLook(quiet=one.former),
            ),
            words=tr(
                "Whoever asks may see what is held of them, have it corrected, and be removed once no duty to keep "
                "stands against it. How long is kept what stands in the settings under “Personal data”."
            ),
            empty=EmptyState(tr("Nobody is shown"), tr("Search by name, telephone or home.")),
            filter_hint=tr("Filter by name or home"),
        )
        self._asked = ""
        self.offer("search", tr("Search a person"), "F7", self._on_search, Kind.PRIMARY, icon="user-search")
        show = self.offer("show", tr("Show everything"), "F9", self._on_show, icon="file-text")
        self.offer("due", tr("Who can be removed"), "F8", self._on_due, icon="hourglass")
        self.opens(show)

    def load(self) -> None:
        found = self.context.office.personal_data.find(self.context.actor, self._asked) if self._asked else ()
        self.table.show_rows(list(found))

    def _on_search(self) -> None:
        title, label = tr("Search a person"), tr("Name, initials, telephone or home")
        asked = self.context.questions.ask_text(title, label, self._asked)
        if asked is None:
            return
        self._asked = asked.strip()
        self.load()
        self.table.choose(0)
        self.table.setFocus()

    def _on_due(self) -> None:
        self._asked = ""
        found = self.context.office.personal_data.due(self.context.actor)
        self.table.show_rows(list(found))
        self.table.choose(0)
        words = tr_n(
            "{n} person moved out so long ago that no duty keeps their data.",
            "{n} people moved out so long ago that no duty keeps their data.",
            len(found),
        )
        self.strip.say(words.format(n=len(found)), Mood.WARN if found else Mood.OK)

    def _on_show(self) -> None:
        line = self.table.current()
        if line is None:
            self.context.messages.hint(tr("Search a person first"))
            return
        try:
            held = self.context.office.personal_data.held(self.context.actor, line.id)
        except Refusal as refusal:
            self.context.messages.wrong(say(refusal))
            self.load()
            return
        panel = HeldPanel(held)
        self.context.changes.covered.connect(panel.give_up)
        wanted = self.context.questions.ask(panel)
        if wanted is not None:
            steps = {
                Wish.PAPER: self._paper,
                Wish.SHEET: self._sheet,
                Wish.CORRECT: self._correct,
                Wish.REMOVE: self._remove,
            }
            steps[wanted](held)

    def _paper(self, held: Held) -> None:
        draw_paper(self.context, tr("Drawing the paper"), lambda: self._drawn(held))

    def _drawn(self, held: Held) -> ReadyPaper:
        from app.desk.privacy.held_paper import TITLE, held_pdf, missing_on_held  # noqa: PLC0415 - draws: seldom asked
        from app.paper.profiles import A4  # noqa: PLC0415 - as above

        facts = self.context.office.personal_data.for_paper(self.context.actor, held.id)
        return ReadyPaper(TITLE, held_pdf(facts), A4, missing_on_held(facts))

    def _sheet(self, held: Held) -> None:
        data, by = self.context.office.personal_data, self.context.actor

        def write(path: Path, _progress: object) -> None:
            data.export(by, held.id, path)

        name = tr("Personal data") + ".xlsx"
        title, contains = tr("Save as sheet"), tr("Everything that is held of {person}").format(person=held.name)
        save_workbook(
            self.context,
            workbook(title, name, contains),
            write,
            lambda path, _: tr("Saved as {file}").format(file=path),
        )

    def _correct(self, held: Held) -> None:
        data, by = self.context.office.personal_data, self.context.actor
        try:
            known = data.facts(by, held.id)
        except Refusal as refusal:
            self.context.messages.wrong(say(refusal))
            return
        if self.context.questions.ask(
            CorrectPanel(known, lambda facts: data.correct(by, held.id, facts)).concerning(held.id)
        ):
            self.tell_done(tr("{person} is corrected").format(person=held.name))
            self.context.changes.announce("estate", by=self)

    def _remove(self, held: Held) -> None:
        asked = tr(
            "Name, telephones, notes and drafts of {person} are taken out of every room; this cannot be undone. "
            "Receipts, the journal and the audit trail stay."
        )
        title, yes = tr("Remove {person}?").format(person=held.name), tr("Remove")
        if not self.context.questions.confirm(title, asked.format(person=held.name), yes):
            return
        data, by = self.context.office.personal_data, self.context.actor
        if self.attempt(lambda: data.forget(by, held.id), tr("The person is removed")):
            self.context.changes.announce("estate", by=self)


def _columns() -> list[Column[PersonLine]]:
    return [
        Column(tr("Person"), lambda one: one.name, bold=True),
        Column(tr("Telephone"), lambda one: "、".join(one.phones)),
        Column(tr("Home"), lambda one: "、".join(one.units), stretch=True),
        Column(tr("State"), lambda one: tr("moved out") if one.former else tr("lives here")),
    ]
