"""Photos of a round or a hazard as large as the window lets them be; ← → go through all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.core.language import tr
from app.core.show import show_time
from app.duty.files.duty_photos import DutyPhoto
from ui.shell.actions import ActionRegistry
from ui.shell.context import Context
from ui.shell.question_panel import QuestionPanel
from ui.widgets.colours import Tone
from ui.widgets.large_picture import LargePicture
from ui.widgets.text_label import body


class DutyPhotoPanel(QuestionPanel[bool]):
    """`places` says in words what each point is."""

    most = (1200, 1000)

    def __init__(self, context: Context, photos: Sequence[DutyPhoto], places: Mapping[str, str]) -> None:
        super().__init__(tr("Photos"), width=900)
        self._context, self._photos, self._places, self._at = context, photos, places, 0
        self.picture, self._said = LargePicture(), body("", Tone.INK2).wrap()
        self.body.addWidget(self.picture, 1)
        self.body.addWidget(self._said)
        self.setFocusProxy(self.picture)
        self._show()

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "before", tr("The one before"), ("Left", "PgUp"), lambda: self._step(-1))
        self.add_button(actions, "next", tr("The next one"), ("Right", "PgDown", "Space"), lambda: self._step(1))
        self.add_button(actions, "back", tr("Back"), ("Esc", "Return"), self.give_up)

    def text(self) -> str:
        """What stands below the picture."""
        return self._said.text()

    def _step(self, by: int) -> None:
        self._at = (self._at + by) % len(self._photos)
        self._show()

    def _show(self) -> None:
        photo = self._photos[self._at]
        self.picture.show_picture(self._context.office.duty_photos.content(photo.id), photo.name)
        parts = (
            tr("{number} of {count}").format(number=self._at + 1, count=len(self._photos)),
            self._places.get(photo.point, photo.point),
            tr("{time}, {who}").format(time=show_time(photo.at), who=photo.by),
        )
        self._said.show_text("  ".join(parts))
