"""The short set-up of an empty folder: whose office, which estate, the first person, where backups go."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from app.core.errors import Refusal, Trouble
from app.core.language import tr
from app.desk.backups.places import cloud_client_of
from app.fees.handover import WORDS, HandoverMonth
from app.office import OfficeFactsMissing, SetUp
from ui.sentences import say
from ui.shell.actions import ActionRegistry
from ui.shell.front_page import FrontPage
from ui.widgets.choice_field import ChoiceField
from ui.widgets.enter_steps import EnterSteps
from ui.widgets.error_line import ErrorLine
from ui.widgets.form import Form
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.line_field import LineField

CONTEXT = "set-up"


class SetUpPage(FrontPage):
    """Eight answers, Enter after each; or a look around in the invented estate."""

    answered = Signal(object)
    demo_wished = Signal()
    restore_wished = Signal()

    def __init__(
        self,
        actions: ActionRegistry,
        set_up: Callable[[SetUp], object],
        choose_folder: Callable[[str], Path | None] = lambda _title: None,
        folder: Path | None = None,
    ) -> None:
        words = tr("The names stand on every receipt and can be changed later. Nothing leaves this computer.")
        super().__init__(CONTEXT, tr("Set up this office"), words if folder is None else f"{words}\n{_where(folder)}")
        self._set_up, self._choose_folder, self._warned_of = set_up, choose_folder, ""
        self._pick = actions.add("set_up.folder", tr("Choose"), "F4", self._on_pick, context=CONTEXT, commits=True)
        self._fields = {name: LineField() for name in ("company", "service_centre", "estate", "telephone", "person")}
        self._handover = ChoiceField(tr("Handover month"), _handover_choices())
        self._password, self._again, self._backup = LineField(), LineField(), LineField()
        for field in (self._password, self._again):
            field.setEchoMode(QLineEdit.EchoMode.Password)
        self._problem = ErrorLine()
        self._rows = self._fill_form()
        self._add_actions(actions)
        actions.enter(CONTEXT)

    def focus_search(self) -> None:
        """Put the caret where typing begins."""
        self._fields["company"].setFocus(Qt.FocusReason.OtherFocusReason)

    def warn_of_cloud(self, folder: Path) -> None:
        """Say before anything is written that a cloud client carries the data folder itself."""
        client = cloud_client_of(folder)
        if client:
            words = tr(
                "{client} carries the data folder {folder} to the cloud, where it can be damaged. Close the window and "
                "start the program with a folder of this computer: property-counter --data FOLDER."
            )
            self._problem.show_problem(words.format(client=client, folder=folder))

    def _fill_form(self) -> Form:
        form = Form(problems_beside=True)
        form.add(tr("Company"), self._fields["company"], hint=tr("the property company, as on its stamp"))
        form.add(tr("Service centre"), self._fields["service_centre"])
        form.add(tr("Name of the estate"), self._fields["estate"])
        form.add(tr("Telephone"), self._fields["telephone"], hint=tr("printed for questions about a receipt"))
        form.add(tr("Handover month"), self._handover, hint=tr("the rule differs from city to city"))
        form.add(tr("First person"), self._fields["person"], hint=tr("a supervisor; others are added later"))
        form.add(tr("Password"), self._password, hint=tr("at least six characters"))
        form.add(tr("Password again"), self._again)
        self._backup.setAccessibleName(tr("Backup folder"))
        hint, pick = tr("on a memory stick or another disk; may stay empty"), KeyButton(self._pick, Kind.PLAIN)
        pick.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # F4; Tab goes on to the next answer
        form.add(tr("Backup folder"), self._backup, hint=hint, button=pick)
        self.form.addWidget(form)
        self.form.addWidget(self._problem)
        return form

    def _add_actions(self, actions: ActionRegistry) -> None:
        ready = actions.add(
            "set_up.ready", tr("Set up the office"), "Ctrl+Return", self._on_ready, context=CONTEXT, commits=True
        )
        demo = actions.add(
            "set_up.demo",
            tr("Look around in the demo estate"),
            "Ctrl+D",
            self.demo_wished.emit,
            context=CONTEXT,
            commits=True,
        )
        restore = actions.add(
            "set_up.restore",
            tr("Put a backup back"),
            "Ctrl+R",
            self.restore_wished.emit,
            context=CONTEXT,
            commits=True,
        )
        first, last = list(self._fields.values())[:-1], self._fields["person"]
        EnterSteps((*first, self._handover, last, self._password, self._again, self._backup), ready.trigger, self)
        self.buttons.addWidget(KeyButton(ready, Kind.PRIMARY))
        self.buttons.addWidget(KeyButton(restore, Kind.PLAIN))
        self.buttons.addWidget(KeyButton(demo, Kind.PLAIN))

    def _on_pick(self) -> None:
        """A folder from the disk's own list; typing stays possible."""
        chosen = self._choose_folder(tr("A folder for backups"))
        if chosen is not None:
            self._backup.setText(str(chosen))
            self._backup.show_problem("")
        self._backup.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_ready(self) -> None:
        self._clear()
        if self._password.text() != self._again.text():
            self._complain(self._again, tr("The two passwords differ. Type the same one twice."))
            return
        if self._backup.text().strip() and not Path(self._backup.text().strip()).is_dir():
            self._complain(self._backup, tr("There is no such folder. Put the stick in, or leave this empty for now."))
            return
        if self._warns_of_cloud():
            return
        handover = self._handover.value()
        assert handover is not None
        try:
            founded = self._set_up(self._answers(handover))
        except OfficeFactsMissing as refusal:
            for name in reversed(refusal.missing):
                self._complain(self._fields[name], tr("This stands on every paper and cannot be empty."))
        except (Refusal, Trouble) as error:
            self._problem.show_problem(say(error))
        else:
            self.answered.emit(founded)

    def _warns_of_cloud(self) -> bool:
        """Said once of a folder; whoever wants it all the same goes on with the same key."""
        folder = self._backup.text().strip()
        client = cloud_client_of(Path(folder)) if folder else ""
        if not client or folder == self._warned_of:
            return False
        self._warned_of = folder
        words = tr("{client} carries this folder to the cloud; copies there may be cut off. The same key takes it.")
        self._complain(self._backup, words.format(client=client))
        return True

    def _answers(self, handover: HandoverMonth) -> SetUp:
        text = {name: field.text() for name, field in self._fields.items()}
        return SetUp(
            company=text["company"],
            service_centre=text["service_centre"],
            estate=text["estate"],
            telephone=text["telephone"],
            handover_month=handover,
            person=text["person"],
            password=self._password.text(),
            backup_folder=self._backup.text(),
        )

    def _clear(self) -> None:
        self._problem.show_problem("")
        for field in (*self._fields.values(), self._password, self._again, self._backup):
            field.show_problem("")

    def _complain(self, field: LineField, text: str) -> None:
        self._rows.show_problem(field, text)
        field.setFocus(Qt.FocusReason.OtherFocusReason)


def _where(folder: Path) -> str:
    words = tr(
        "The data will lie in {folder}. Did the office work with this program before? Then its data is not there now: "
        "look for the folder, or put a backup back, and do not set up anew."
    )
    return words.format(folder=folder)


def _handover_choices() -> list[tuple[str, HandoverMonth]]:
    return [(tr(words), rule) for rule, words in WORDS.items()]
