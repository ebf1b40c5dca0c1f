"""Who does what: each role with its name; one key puts the person at the keyboard into a role."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from app.core.language import tr
from app.incidents.plans.plan import PlanRole
from app.incidents.running.view import IncidentView
from app.incidents.words.names import ROLES
from ui.sentences.incidents import said
from ui.shell.actions import ActionRegistry
from ui.shell.context import Context
from ui.widgets.colours import Tone
from ui.widgets.edit_panel import EditPanel
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.line_field import LineField
from ui.widgets.surface import row
from ui.widgets.text_label import body


class RolesPanel(EditPanel[str]):
    """Another name in a role that somebody holds hands it over; an emptied one is refused in words."""

    def __init__(self, context: Context, view: IncidentView) -> None:
        words = tr("One person may hold several. Another name hands the role over; the log keeps from whom and when.")
        super().__init__(tr("Roles"), self._on_roles, words=words)
        self._context, self._view = context, view
        self._mine = row(space=8)
        self.fields: dict[PlanRole, LineField] = {}
        for role in PlanRole:
            field = self.fields[role] = LineField(said(ROLES[role]))
            field.setText(view.roles.get(role, ""))
            field.textChanged.connect(lambda _: self._say_hint())
            self.form.add(said(ROLES[role]), field)
        self.hint = body("", Tone.INK2).wrap()
        self.body.insertLayout(1, self._mine)
        self.body.insertWidget(3, self.hint)
        self.step_through(*self.fields.values())
        self._say_hint()

    def add_more(self, actions: ActionRegistry) -> None:
        for number, role in enumerate(PlanRole, 1):
            words = tr("{role}: I").format(role=said(ROLES[role]))
            run: Callable[[], None] = partial(self._take_role, role)
            action = actions.add(f"{self.context}.{role.value}", words, f"Alt+{number}", run, context=self.context)
            self._mine.addWidget(KeyButton(action, Kind.QUIET, small=True))
        self._mine.addStretch(1)

    def _take_role(self, role: PlanRole) -> None:
        self.fields[role].setText(self._context.actor.name)
        self.fields[role].show_problem("")

    def _say_hint(self) -> None:
        lead, site = (" ".join(self.fields[role].text().split()) for role in (PlanRole.LEAD, PlanRole.SITE))
        alone = tr("The lead is also on site: alone at night that is how it is; hand one over when somebody comes.")
        self.hint.show_text(alone if lead and lead == site else "")

    def check(self) -> bool:
        for role, field in self.fields.items():
            if self._view.roles.get(role) and not field.text().strip():
                field.show_problem(tr("Write who takes over from {name}.").format(name=self._view.roles[role]))
                field.take_caret()
                return False
        return True

    def _on_roles(self) -> str:
        incidents = self._context.office.incidents
        for role, field in self.fields.items():
            name = " ".join(field.text().split())
            if name and name != self._view.roles.get(role, ""):
                incidents.assign(self._context.actor, self._view.id, role, name)
        return tr("The roles stand in the log")
