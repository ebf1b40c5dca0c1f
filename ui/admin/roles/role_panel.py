"""What a role may do, ticked one by one."""

from __future__ import annotations

from app.access.permissions import Permission
from app.access.roles import RoleOfOffice
from app.core.language import tr
from ui.sentences.access import PERMISSIONS
from ui.sentences.roles import role_words
from ui.shell.context import Context
from ui.widgets.check_box import CheckBox
from ui.widgets.edit_panel import EditPanel


class RolePanel(EditPanel[bool]):
    """Answers whether anything was changed."""

    def __init__(self, context: Context, row: RoleOfOffice) -> None:
        super().__init__(role_words(row.role), self._keep, words=tr("This role may:"))
        self._context, self._row = context, row
        self.boxes = {one: CheckBox(tr(PERMISSIONS[one]), ticked=one in row.permissions) for one in Permission}
        for box in self.boxes.values():
            self.form.add("", box)
        self.setFocusProxy(next(iter(self.boxes.values())))

    def _keep(self) -> bool:
        """Only the ticks that were touched here: what somebody else changed meanwhile stays."""
        wanted = {one for one, box in self.boxes.items() if box.isChecked()}
        given, taken = wanted - self._row.permissions, self._row.permissions - wanted
        return self._context.office.roles.give_and_take(self._context.actor, self._row.role, given, taken)
