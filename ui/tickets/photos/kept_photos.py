"""Photos come to a running ticket by Ctrl+V, by a drag or from a file; what is none is said, the others are kept."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

from app.core.errors import Refusal
from app.core.language import tr, tr_n
from app.tickets.detail.ticket_page import TicketPage
from app.tickets.kinds import EntryKind
from app.tickets.steps import Step, joined
from ui.sentences import say
from ui.tickets.doing.asking import Asking
from ui.tickets.doing.done import Done
from ui.tickets.photos.photo_panel import PhotoPanel
from ui.widgets.photo_words import PICTURE_FILES, kinds_words, limit_words

if TYPE_CHECKING:
    from app.tickets.files.picture import Picture


class KeptPhotos:
    """What is done with the photos of the ticket beside; all that came together is one step back."""

    def __init__(self, asking: Asking) -> None:
        self._asking, self._context = asking, asking.context

    def paste(self) -> None:
        """Ctrl+V."""
        from ui.widgets.photo_source import pasted_photos  # noqa: PLC0415 - the form's own, read when needed

        mime = pasted_photos()
        if mime is not None:
            self.take(mime)
        else:
            self._asking.hint(tr("There is no picture on the clipboard."))

    def choose(self) -> None:
        """F: a file, with the limits in the head of the dialog."""
        from ui.widgets.photo_source import read_file  # noqa: PLC0415 - as above

        page = self._asking.page()
        if page is None:
            return
        self._asking.hint(f"{limit_words()} {kinds_words()}")
        path = self._context.questions.file_to_open(tr("Add a photo"), f"{tr('Pictures')} ({PICTURE_FILES})")
        if path is not None:
            self._keep(page, [read_file(self._context.office.photos, path)])

    def take(self, mime: QMimeData) -> None:
        """What was pasted or dropped."""
        from ui.widgets.photo_source import read_photos  # noqa: PLC0415 - as above

        page = self._asking.page()
        if page is not None:
            self._keep(page, read_photos(self._context.office.photos, mime))

    def look(self, at: int = 0) -> None:
        """V, or Enter on a small one: large."""
        page = self._asking.page()
        if page is None or not page.photos:
            self._asking.hint(tr("This ticket has no photo. {limits}").format(limits=limit_words()))
        elif self._context.questions.ask(PhotoPanel(self._context, page.photos, at)):
            self._asking.changed.emit(None)

    def _keep(self, page: TicketPage, found: Iterable[Picture | Refusal]) -> None:
        steps: list[Step] = []
        problems: list[str] = []
        for one in found:
            try:
                step = None if isinstance(one, Refusal) else self._kept(page, one)
            except Refusal as refusal:
                problems.append(say(refusal))
                continue
            if isinstance(one, Refusal):
                problems.append(say(one))
            elif step is None:
                problems.append(tr("“{name}” is there already.").format(name=one.name))
            else:
                steps.append(step)
        if steps:
            words = tr_n("{count} photo is kept with {number}", "{count} photos are kept with {number}", len(steps))
            done = words.format(count=len(steps), number=page.row.number)
            self._asking.told(Done(joined(EntryKind.FILE, *steps), done))
        if problems:
            self._context.messages.wrong(" ".join(dict.fromkeys(problems)))

    def _kept(self, page: TicketPage, picture: Picture) -> Step | None:
        return self._context.office.photos.add(self._context.actor, page.row.id, picture).step
