"""The keys of the form, each with its words."""

from __future__ import annotations

from app.core.language import tr
from app.tickets.entry.similar import Similar
from ui.shell.context import Context
from ui.tickets.entry.form_parts import TheForm

KEYS = "tickets.entry"
PHOTO_KEYS = "tickets.entry.photos"


class EntryKeys:
    """Made after what they do, and before the buttons."""

    def __init__(self, context: Context, form: TheForm) -> None:
        add = context.actions.add
        self._form = form
        self.save = add(f"{KEYS}.save", tr("Take down"), "Ctrl+Return", form.saving.save, context=KEYS, commits=True)
        self.join = add(
            f"{KEYS}.join",
            tr("Add as another reporter"),
            "Alt+M",
            form.saving.join,
            context=KEYS,
            commits=True,
            help=tr("The report goes to the marked open ticket; no new one is made."),
        )
        add(f"{KEYS}.next", tr("Mark the next open ticket"), "Ctrl+Down", lambda: self._step(1), context=KEYS)
        add(f"{KEYS}.previous", tr("Mark the open ticket before"), "Ctrl+Up", lambda: self._step(-1), context=KEYS)
        add(f"{KEYS}.paste", tr("Paste a photo"), "Ctrl+V", form.adding.paste, context=KEYS)
        self.choose_photo = add(f"{KEYS}.photo", tr("Add photos"), "Alt+P", form.adding.choose, context=KEYS)
        add(f"{KEYS}.photo_off", tr("Take the last photo off"), "Alt+Backspace", self._take_off, context=KEYS)
        self.empty = add(f"{KEYS}.empty", tr("Start anew"), "Alt+X", form.saving.empty, context=KEYS)
        self.leave = add(f"{KEYS}.leave", tr("Back to the list"), "Esc", form.leave, context=KEYS)
        self.show_marked(None)

    def follow_photos(self, context: Context) -> None:
        """Delete takes off the marked photo while the focus is on the photos."""
        context.actions.add(f"{PHOTO_KEYS}.off", tr("Take the photo off"), "Del", self._take_off, context=PHOTO_KEYS)
        context.actions.follow_focus(self._form.fields.photos, PHOTO_KEYS)

    def show_marked(self, marked: Similar | None) -> None:
        """Say to which ticket the report would go."""
        if marked is None:
            self.join.turn_off(tr("No open ticket is marked"))
        else:
            self.join.turn_on()
            self.join.say(tr("Also reported: {number}").format(number=marked.label.number))

    def _step(self, by: int) -> None:
        self._form.side.list.step(by)
        self.show_marked(self._form.side.marked())

    def _take_off(self) -> None:
        self._form.fields.photos.take_off()
