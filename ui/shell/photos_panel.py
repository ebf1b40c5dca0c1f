"""Photos as large as the window lets them be; ← → go through all. Each opening of one is a look that is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.core.errors import Refusal, Trouble
from app.core.language import tr
from ui.sentences import say
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.colours import Tone
from ui.widgets.error_line import ErrorLine
from ui.widgets.large_picture import LargePicture
from ui.widgets.text_label import body


@dataclass(frozen=True, slots=True)
class ShownPhoto:
    """What is needed to open a photo, and what stands below it."""

    id: int
    name: str
    words: str


class PhotosPanel(QuestionPanel[bool]):
    """Only shows, beginning with the photo `at` this place; there is at least one.

    `read` gives the bytes of one and keeps the look: each is opened once, however often it comes by.
    """

    most = (1200, 1000)

    def __init__(self, photos: Sequence[ShownPhoto], read: Callable[[int], bytes], at: int = 0) -> None:
        super().__init__(tr("Photos"), width=900)
        self._photos, self._at = list(photos), min(at, len(photos) - 1)
        self._read, self._opened = read, dict[int, bytes]()
        self.picture, self._said, self.problem = LargePicture(), body("", Tone.INK2).wrap(), ErrorLine()
        self.body.addWidget(self.picture, 1)
        self.body.addWidget(self._said)
        self.body.addWidget(self.problem)
        self.setFocusProxy(self.picture)
        self._show()

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "before", tr("The one before"), ("Left", "PgUp"), lambda: self._step(-1))
        self.add_button(actions, "next", tr("The next one"), ("Right", "PgDown", "Space"), lambda: self._step(1))
        self.add_button(actions, "back", tr("Back"), ("Esc", "Return"), self.end)

    def text(self) -> str:
        """What stands below the picture."""
        return self._said.text()

    def end(self) -> None:
        """Enough was seen."""
        self.give_up()

    @property
    def photo(self) -> ShownPhoto:
        """The one that is shown."""
        return self._photos[self._at]

    def let_go(self) -> None:
        """Show the next one instead of this one, which is no more; after the last one it ends."""
        del self._photos[self._at]
        self._at = min(self._at, len(self._photos) - 1)
        if self._photos:
            self._show()
        else:
            self.end()

    def _step(self, by: int) -> None:
        self._at = (self._at + by) % len(self._photos)
        self._show()

    def _show(self) -> None:
        photo = self.photo
        self.problem.show_problem("")
        try:
            if photo.id not in self._opened:
                self._opened[photo.id] = self._read(photo.id)
        except (Refusal, Trouble) as error:
            self.problem.show_problem(say(error))
        self.picture.show_picture(self._opened.get(photo.id, b""), photo.name)
        number = tr("{number} of {count}").format(number=self._at + 1, count=len(self._photos))
        self._said.show_text(f"{number}  {photo.words}")
