"""Photos of the incident: Ctrl+V, a drag or a file; what may be added is said before, what is refused stands below."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from app.core.errors import Refusal
from app.core.language import tr, tr_n
from app.incidents.attached.refusals import TooManyIncidentPhotos
from app.incidents.running.view import IncidentView
from app.tickets.files.picture import Picture
from app.tickets.files.picture_limits import MOST_PHOTOS
from ui.sentences import say
from ui.shell.actions import ActionRegistry
from ui.shell.context import Context
from ui.shell.question_panel import QuestionPanel
from ui.widgets.colours import Tone
from ui.widgets.error_line import ErrorLine
from ui.widgets.key_button import Kind
from ui.widgets.photo_source import is_for_photos, pasted_photos, read_file, read_photos
from ui.widgets.photo_strip import PhotoStrip
from ui.widgets.photo_words import PICTURE_FILES, kinds_words, limit_words
from ui.widgets.text_label import body, caption


class PhotoPanel(QuestionPanel[str]):
    """Nothing is kept before F9; a photo that is there already is not kept twice."""

    def __init__(self, context: Context, view: IncidentView) -> None:
        super().__init__(tr("Photos"), width=560)
        self._context, self._view = context, view
        self.strip, self.problem = PhotoStrip(), ErrorLine()
        kept = len(context.office.incident_photos.of(view.id))
        held = tr_n("{count} photo is kept already.", "{count} photos are kept already.", kept).format(count=kept)
        self.body.addWidget(body(limit_words()).wrap())
        self.body.addWidget(caption(f"{kinds_words()}  {held if kept else ''}".strip(), Tone.INK2).wrap())
        self.body.addWidget(self.strip)
        self.body.addWidget(self.problem)
        self.setAcceptDrops(True)

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self.add_button(actions, "file", tr("From a file"), "Alt+F", self._on_file)
        self.add_button(actions, "paste", tr("Paste"), "Ctrl+V", self._on_paste)
        self.add_button(actions, "keep", tr("Keep"), ("F9", "Return"), self._on_keep, Kind.PRIMARY)
        actions.add(
            f"{self.context}.off", tr("Take the marked photo off"), "Delete", self._on_off, context=self.context
        )

    def take(self, mime: QMimeData) -> None:
        """Show what was pasted or dropped."""
        self._add(read_photos(self._context.office.photos, mime))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if is_for_photos(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.take(event.mimeData())

    def _on_paste(self) -> None:
        mime = pasted_photos()
        if mime is not None:
            self.take(mime)
        else:
            self.problem.show_problem(tr("There is no picture on the clipboard."))

    def _on_file(self) -> None:
        path = self._context.questions.file_to_open(tr("Add a photo"), f"{tr('Pictures')} ({PICTURE_FILES})")
        if path is not None:
            self._add([read_file(self._context.office.photos, path)])

    def _on_off(self) -> None:
        self.strip.take_off()

    def _add(self, found: Iterable[Picture | Refusal]) -> None:
        problems: list[str] = []
        for one in found:
            if isinstance(one, Refusal):
                problems.append(say(one))
            elif self.strip.is_full:
                problems.append(say(TooManyIncidentPhotos(MOST_PHOTOS)))
            elif not self.strip.add(one):
                problems.append(tr("“{name}” is there already.").format(name=one.name))
        self.problem.show_problem(" ".join(dict.fromkeys(problems)))
        self.strip.updateGeometry()

    def _on_keep(self) -> None:
        if not self.strip.pictures:
            self.problem.show_problem(tr("No photo is here yet: Ctrl+V, or Alt+F for a file."))
            return
        count = len(self.strip.pictures)
        try:
            while self.strip.pictures:
                self._context.office.incident_photos.add(self._context.actor, self._view.id, self.strip.pictures[0])
                self.strip.show_pictures(self.strip.pictures[1:])
        except Refusal as refusal:
            self.problem.show_problem(say(refusal))
            return
        self.answer(tr_n("{count} photo is kept", "{count} photos are kept", count).format(count=count))
