"""The form of a building's hint."""

from __future__ import annotations

from app.core.ids import BuildingId
from app.core.language import tr
from ui.shell.context import Context
from ui.widgets.edit_panel import EditPanel
from ui.widgets.text_area import TextArea


class HintPanel(EditPanel[bool]):
    """Ends once the text counts; an empty one takes the hint away."""

    def __init__(self, context: Context, building_id: BuildingId, building: str, text: str) -> None:
        words = tr("An empty text takes the hint away; former texts stay in its history.")
        super().__init__(tr("Hint of {building}").format(building=building), self._keep, words=words)
        self._context = context
        self._building_id = building_id
        self.text = TextArea(tr("Hint"), lines=6)
        self.text.set_text(text)
        self.form.add(tr("Hint"), self.text)
        self.setFocusProxy(self.text)

    def _keep(self) -> bool:
        self._context.office.building_hints.write(self._context.actor, self._building_id, self.text.text())
        return True
