"""The keys of the chosen notice: single letters where the focus is in the list or among its places."""

from __future__ import annotations

from collections.abc import Callable

from app.core.language import tr
from ui.notices.board.hanging import Hanging
from ui.notices.board.notice_desk import NoticeDesk
from ui.notices.board.place_photos import PlacePhotos
from ui.notices.keys import LETTERS, PLACES
from ui.shell.actions import Action
from ui.shell.context import Context


class NoticeKeys:
    """All in the list of F1."""

    def __init__(self, context: Context, desk: NoticeDesk, hanging: Hanging, photos: PlacePhotos) -> None:
        self._context = context
        self.copy = self._add("copy", tr("Copy the message"), "Ctrl+C", desk.copy_message)
        self.add = self._add("add", tr("Add places"), "A", hanging.add)
        self.photo = self._add("photo", tr("Photo"), "F", photos.choose)
        self.put_off = self._add("put_off", tr("Put it off"), "V", desk.put_off)
        self.restored = self._add("restored", tr("Over again"), "R", desk.say_restored)
        self.call_off = self._add("call_off", tr("Call off"), "K", desk.call_off)
        self.building = self._add("building", tr("Tick the building"), "B", hanging.post_building)
        self.all = self._add("all", tr("Tick all"), "E", hanging.post_all)
        self.down = self._add("down", tr("Taken down"), "D", hanging.take_down)
        self.all_down = self._add("all_down", tr("All taken down"), "Alt+D", hanging.take_all_down)
        self._add("paste", tr("Paste a photo"), "Ctrl+V", photos.paste, PLACES)
        self._add("drop", tr("No such place"), "Del", hanging.drop, PLACES)

    def _add(self, name: str, text: str, key: str, run: Callable[[], object], where: str = LETTERS) -> Action:
        return self._context.actions.add(f"notices.{name}", text, key, run, context=where, commits=True)
