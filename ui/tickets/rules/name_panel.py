"""The form of what has only a name, and perhaps the letters that find it."""

from __future__ import annotations

from collections.abc import Callable

from app.core.errors import Refusal
from app.core.language import tr
from ui.widgets.edit_panel import EditPanel
from ui.widgets.line_field import LineField

Save = Callable[[str], object]


class NamePanel(EditPanel[str]):
    """Answers the name once it is saved."""

    def __init__(self, title: str, save: Save, name: str = "", *, refused: tuple[type[Refusal], ...]) -> None:
        super().__init__(title, self._keep, width=640)
        self._keep_name = save
        self.name = LineField(tr("Name"))
        self.name.setText(name)
        self.form.add(tr("Name"), self.name)
        self.place(self.name, *refused)
        self.step_through(self.name)

    def _keep(self) -> str:
        self._keep_name(self.name.text())
        return self.name.text().strip()
