"""After a backup was put in the place of damaged data: the books go on, and what is newer is entered again."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from app.access.permissions import Permission
from app.core.errors import Refusal, Trouble
from app.core.language import tr
from app.desk.salvage.newer import LineKind
from app.desk.salvage.sheet import write_newer
from ui.sentences import say
from ui.shell.context import Context
from ui.shell.damage.to_enter_panel import Next, ToEnterPanel
from ui.shell.saving import FileWanted, save_file
from ui.shell.ways import BACK_ENTRY


class ToEnterDesk(QObject):
    """Shows the list at every sign-in until it is put away; Esc leaves it for later."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        context.actions.add("window.to_enter", tr("To be entered again"), "Ctrl+Shift+F8", self.show_list, commits=True)

    def begin(self) -> None:
        """Put aside the books whose numbers were lost, then show the list once the window is there."""
        context = self._context
        prefixes = context.office.to_enter.begin(context.actor)
        if prefixes:
            words = tr("New numbers begin with {prefixes}, so that none is given twice.")
            context.messages.hint(words.format(prefixes=", ".join(prefixes)))
        QTimer.singleShot(0, self, self.show_list)

    def show_list(self) -> None:
        """Ask until the person goes on with something else."""
        office, by = self._context.office, self._context.actor
        if office.to_enter.read() is None:
            self._context.messages.hint(tr("Nothing waits to be entered again."))
            return
        panel = ToEnterPanel(office.to_enter.read, lambda name, done: office.to_enter.tick(by, name, done=done))
        step = self._context.questions.ask(panel)
        if step is Next.ENTER:
            self._enter()
        elif step is Next.SAVE:
            self._save()
            self.show_list()
        elif step is Next.PRINT:
            self._print()
            self.show_list()
        elif step is Next.PUT_AWAY and not self._put_away():
            self.show_list()

    def _enter(self) -> None:
        """Back to the list when the last paper is in, or the person backs out."""
        if not self._context.actor.may(Permission.ENTER_BACK):
            self._context.messages.wrong(tr("Entering receipts again needs somebody with the right to back entry."))
            return
        self._context.ways.lead("counter", BACK_ENTRY)
        QTimer.singleShot(0, self, self.show_list)

    def _save(self) -> None:
        kept = self._context.office.to_enter.read()
        if kept is None:
            return
        title = tr("Save the list: it names people, choose where it goes")
        wanted = FileWanted(
            title, "to-be-entered.xlsx", tr("Excel workbook (*.xlsx)"), tr("What is to be entered again, with names")
        )
        try:
            save_file(self._context, wanted, lambda path: write_newer(path, kept.newer, kept.done))
        except (Refusal, Trouble) as error:
            self._context.questions.tell(tr("That did not work"), say(error))

    def _print(self) -> None:
        """Shown first, as every paper; who enters from it ticks it by hand."""
        from app.desk.salvage.to_enter_paper import TITLE, missing_on_list, to_enter_pdf  # noqa: PLC0415 - draws: seldom
        from app.paper.profiles import A4  # noqa: PLC0415 - as above
        from ui.printing.paper_desk import ReadyPaper, show_paper  # noqa: PLC0415 - as above

        context = self._context
        try:
            facts = context.office.to_enter.for_paper(context.actor)
            if facts is not None:
                show_paper(context, ReadyPaper(TITLE, to_enter_pdf(facts), A4, missing_on_list(facts)))
        except (Refusal, Trouble) as error:
            context.questions.tell(tr("That did not work"), say(error))

    def _put_away(self) -> bool:
        kept = self._context.office.to_enter.read()
        if kept is None:
            return True
        left = len(kept.open_lines)
        receipts = len([line for line in kept.open_lines if line.kind is LineKind.RECEIPT])
        words = tr("{left} lines are not ticked, {receipts} of them receipts. The list does not come again.")
        if left and not self._context.questions.confirm(
            tr("Put the list away?"), words.format(left=left, receipts=receipts), tr("Put it away")
        ):
            return False
        self._context.office.to_enter.finish(self._context.actor)
        self._context.messages.done(tr("The list is put away"))
        return True
