"""The backups of every place: one is made, looked into, tried as a drill, or put in the place of the data."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from app.access.permissions import Permission
from app.core.errors import Refusal, Trouble
from app.core.language import language, tr, tr_n
from app.core.show import show_time, show_whole
from app.desk.backups.backups import Standing
from app.desk.backups.looking import Looked
from app.desk.backups.words import cloud_words, written_words
from app.desk.backups.written import Written
from app.office import all_truths
from app.store.backup_file import Label
from ui.sentences import say
from ui.shell.changes import RESTORED
from ui.shell.context import Context
from ui.shell.viewing.place import start_viewing
from ui.widgets.chip import Mood
from ui.widgets.columns import Column, State
from ui.widgets.columns import Kind as Cell
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_button import Kind
from ui.widgets.section import Section
from ui.widgets.table_view import TableView

KEYS = "admin.backups"
_KILO = 1024


class BackupsPart(Section[Standing]):
    """Looking never writes; what stands in the data folder is kept aside before a backup takes its place."""

    needs = Permission.MANAGE_BACKUPS

    def __init__(self, context: Context) -> None:
        super().__init__(
            context,
            KEYS,
            tr("Backups"),
            TableView(tr("Backups"), _columns(), key=lambda one: str(one.file)),
            words=tr(
                "Made every day, after each shift and as the window closes; each is opened and checked before it "
                "counts. Seven days, five weeks and twelve months are kept in every place."
            ),
            empty=EmptyState(tr("No backup yet"), tr("Make the first one now.")),
            filter_hint=tr("Filter by folder or file"),
        )
        self.offer("make", tr("Back up now"), "F8", self._on_make, Kind.PRIMARY, icon="database")
        look = self.offer("look", tr("Look into it"), "F9", self.on_row(self._on_look), icon="archive")
        self.offer("view", tr("View it in a window"), "F5", self.on_row(self._on_view), icon="book-open")
        self.offer("file", tr("Look into a file"), "F6", self._on_file, Kind.QUIET)
        self.offer("drill", tr("Restore drill"), "F7", self._on_drill, icon="shield-check")
        self.offer("restore", tr("Put it back"), "F4", self.on_row(self._on_restore), Kind.DANGER, icon="rotate-ccw")
        self.opens(look)

    def load(self) -> None:
        places = self.context.office.backups.standing()
        self.table.show_rows([one for standing in places.values() for one in standing])
        self._say_what_is_due(tuple(places))

    def _say_what_is_due(self, places: tuple[Path, ...]) -> None:
        said = cloud_words(self.context.office.store.folder.path, places)
        said += [tr("{folder} is not there now.").format(folder=place) for place in places[1:] if not place.is_dir()]
        if len(places) == 1:
            said.append(tr("All backups lie on this disk. Choose a second place in the settings under “Backups”."))
        if self.context.office.backup_looks.drill_is_due():
            said.append(tr("The restore drill of this month has not been done yet."))
        self.strip.say("\n".join(said), Mood.WARN)

    def _on_make(self) -> None:
        backups, by = self.context.office.backups, self.context.actor
        self.context.worker.run(
            tr("Making a backup"), lambda progress: backups.ask(by, progress), self._on_made, self._on_failed
        )

    def _on_made(self, made: tuple[Written, ...]) -> None:
        self.tell_done(written_words(made[0]))
        for one in made[1:]:
            if one.state.is_trouble:
                self.context.messages.hint(written_words(one))
        self.context.changes.announce("backups", by=self)

    def _on_look(self, one: Standing) -> None:
        self._look(one.file)

    def _on_view(self, one: Standing) -> None:
        """In a window of its own, where everything is read and nothing written."""
        try:
            self.context.office.backup_looks.view(self.context.actor, one.file)
        except (Refusal, Trouble) as error:
            self._on_failed(error)
            return
        start_viewing(one.file, language())
        self.tell_done(tr("The backup opens in a window of its own, by a password of its day."))

    def _on_file(self) -> None:
        file = self.context.questions.file_to_open(tr("A backup"), tr("Backups (*.pcbackup)"))
        if file is not None:
            self._look(file)

    def _look(self, file: Path) -> None:
        looks, by = self.context.office.backup_looks, self.context.actor
        self.context.worker.run(
            tr("Looking into {file}").format(file=file.name),
            lambda progress: looks.look(by, file, all_truths(), progress),
            partial(self._on_looked, tr("In this backup")),
            self._on_failed,
        )

    def _on_drill(self) -> None:
        looks, by = self.context.office.backup_looks, self.context.actor
        file = self.context.office.backups.newest()
        if file is None:
            self.strip.say(tr("There is no backup to try yet. Make the first one now."), Mood.WARN)
            return
        self.context.worker.run(
            tr("Restore drill with {file}").format(file=file.name),
            lambda progress: looks.drill(by, file, all_truths(), progress),
            partial(self._on_looked, tr("Restore drill")),
            self._on_failed,
        )

    def _on_looked(self, title: str, looked: Looked) -> None:
        self.load()
        self.context.questions.tell(title, looked_words(looked))

    def _on_restore(self, one: Standing) -> None:
        looks, by = self.context.office.backup_looks, self.context.actor
        try:
            newer = looks.newer_entries(one.file)
        except Refusal as refusal:
            self.strip.say(say(refusal), Mood.WARN)
            return
        words = tr(
            "The office will be as it was on {moment}. What was entered since then – {n} entries of the journal – is "
            "not in it. The data of now is kept aside in the data folder."
        ).format(moment=show_time(one.made_at), n=show_whole(newer))
        if self.context.questions.confirm(tr("Put this backup back?"), words, tr("Put it back")):
            self.context.worker.run(
                tr("Putting {file} back").format(file=one.file.name),
                lambda progress: looks.put_back(by, one.file, progress),
                self._on_put_back,
                self._on_failed,
            )

    def _on_put_back(self, label: Label) -> None:
        self.context.messages.done(tr("The office of {moment} is opened").format(moment=show_time(label.made_at)))
        self.context.changes.announce(RESTORED, by=self)

    def _on_failed(self, error: BaseException) -> None:
        self.load()
        self.strip.say(say(error) if isinstance(error, Refusal | Trouble) else str(error), Mood.DANGER)


def looked_words(looked: Looked) -> str:
    """What a backup holds, and whether its books are right."""
    words = tr("Backup of {moment}: {units} units, {receipts} receipts, the last {label}.").format(
        moment=show_time(looked.label.made_at),
        units=show_whole(looked.units),
        receipts=show_whole(looked.receipts),
        label=looked.last_receipt or "—",
    )
    if looked.is_sound:
        checks = len(looked.findings)
        sound = tr_n("{n} check holds.", "All {n} checks hold.", checks).format(n=show_whole(checks))
        return f"{words}\n{sound} {tr('It was opened in a folder of its own; nothing was written to it.')}"
    broken = "\n".join(f"× {tr(finding.truth)}" for finding in looked.findings if finding.breaches)
    return f"{words}\n{broken}"


def _columns() -> list[Column[Standing]]:
    return [
        Column(tr("Backed up at"), lambda one: show_time(one.made_at), bold=True),
        Column(tr("Folder"), lambda one: str(one.file.parent), stretch=True),
        Column(tr("Size"), lambda one: _size(one.size)),
        Column(tr("State"), _state, Cell.STATE),
    ]


def _size(octets: int) -> str:
    return f"{show_whole(-(-octets // _KILO))} KB"


def _state(one: Standing) -> State:
    if one.proven:
        return State(tr("proven"), "circle-check", Mood.OK)
    return State(tr("damaged"), "circle-alert", Mood.DANGER)
