"""What is typed waits in the office's drafts: after every pause, through a crash, until it is taken down."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject

from app.core.language import tr
from app.core.show import show_time
from app.tickets.kinds import Source
from ui.sentences import say
from ui.shell.context import Context
from ui.shell.draft_keeper import UNFIT, DraftKeeper
from ui.tickets.entry.asked import state_kept
from ui.tickets.entry.entry_draft_names import FORM, PHOTOS, SOURCE
from ui.tickets.entry.form_parts import TheForm
from ui.tickets.entry.photo_draft import photos_kept, photos_of_draft


class EntryDraft:
    """Two drafts, words and photos, and the source that this person chose last."""

    def __init__(self, context: Context, form: TheForm, parent: QObject) -> None:
        self._context, self._form = context, form
        drafts, actor = context.office.drafts, context.actor
        self._words = DraftKeeper(drafts, actor, FORM, self._kept, parent)
        self._photos = DraftKeeper(drafts, actor, PHOTOS, self._kept_photos, parent)
        for keeper in (self._words, self._photos):
            keeper.failed.connect(lambda error: context.messages.wrong(say(error)))
        self._restoring = False

    def touch(self) -> None:
        """Something was typed: it is kept within a second, and an emptied form no longer."""
        if self._restoring:
            return
        if self._form.state().is_empty:
            self._words.drop()
        else:
            self._words.touch()

    def touch_photos(self) -> None:
        """Other photos are shown."""
        if self._form.fields.photos.pictures:
            self._photos.touch()
            self._words.touch()
        else:
            self._photos.drop()

    def flush(self) -> None:
        """Keep at once."""
        self._words.flush()
        self._photos.flush()

    def drop(self) -> None:
        """Nothing is left to keep; the source is what this person begins with next time."""
        self._words.drop()
        self._photos.drop()

    def restore(self) -> None:
        """Show what was left, and say so."""
        words, photos = self._words.found(), self._photos.found()
        if words is None and photos is None:
            return
        self._restoring = True
        try:
            state, pictures = None if words is None else state_kept(words), photos_of_draft(photos or {})
        except UNFIT:
            self._restoring = False
            self.drop()
            self._form.say(tr("A report that was left was written by another version; take it down anew."))
            return
        if state is not None:
            self._form.show_state(state)
        self._form.fields.photos.show_pictures(pictures)
        self._restoring = False
        self._form.say(tr("What you had typed at {time} is back. Alt+X starts anew.").format(time=self._time()))

    def usual_source(self) -> Source:
        """How reports usually reach this person: as the last one did, at first by telephone."""
        kept = self._context.office.drafts.find(self._context.actor, SOURCE)
        said = None if kept is None else kept.content.get("source")
        return Source(said) if said in set(Source) else Source.PHONE

    def keep_source(self, source: Source) -> None:
        """The next report of this person begins with it."""
        if source is not self.usual_source():
            self._context.office.drafts.save(self._context.actor, SOURCE, {"source": source.value})

    def _time(self) -> str:
        drafts, actor = self._context.office.drafts, self._context.actor
        left = drafts.find(actor, FORM) or drafts.find(actor, PHOTOS)
        return show_time(left.at)[5:] if left is not None else ""

    def _kept(self) -> Mapping[str, object] | None:
        state = self._form.state()
        return None if state.is_empty and not self._form.fields.photos.pictures else state.kept()

    def _kept_photos(self) -> Mapping[str, object] | None:
        pictures = self._form.fields.photos.pictures
        return photos_kept(pictures) if pictures else None
