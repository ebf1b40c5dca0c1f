"""The list of notices and the chosen one beside it; everything that is done with a notice has a key here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent

from app.core.errors import Refusal
from app.core.language import tr, tr_n
from app.notices.issued.notice_rows import IssuedNotice
from app.notices.postings.posting_rows import Posting
from app.notices.templates.template import NoticeKind
from ui.notices.beside import BesidePage
from ui.notices.board.notice_detail import NoticeDetail
from ui.notices.board.notice_list import NoticeList
from ui.notices.board.places_panel import PlacesPanel, offered_doors
from ui.notices.keys import BOARD, LETTERS, PLACES, TAB
from ui.sentences import say
from ui.shell.actions import Action
from ui.shell.context import Context
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.photo_source import is_for_photos, read_file, read_photos

if TYPE_CHECKING:
    from app.tickets.files.picture import Picture

_EVERY = 30_000


class BoardPage(BesidePage):
    """`new_wanted` begins a notice, `follow_wanted` one that follows (id, kind), `templates_wanted` their wording."""

    new_wanted = Signal()
    follow_wanted = Signal(int, object)
    templates_wanted = Signal()

    share = 44

    def __init__(self, context: Context) -> None:
        super().__init__(context, BOARD)
        self._actions: dict[str, Action] = {}
        self._make_actions()
        new = KeyButton(self._actions["new"], Kind.PRIMARY, level=True)
        self.list = NoticeList(context, KeyButton(self._actions["templates"], Kind.QUIET), new)
        self.detail = NoticeDetail(context, self._buttons("print", "copy", "photo"), self._foot())
        self.lay_beside(self.list, self.detail)
        self._connect()

    def load(self) -> None:
        """Read the list and the chosen notice anew."""
        self.list.load()
        self.detail.show_notice(self.list.table.current())

    def show_notice(self, notice_id: int) -> None:
        """Go on with a notice."""
        self.load()
        self.list.choose(notice_id)
        self.detail.show_notice(self.list.table.current())

    def take_focus(self) -> None:
        self.work_in(second=False)
        self.list.take_caret()

    def to_places(self) -> None:
        """The focus among the places of the chosen notice, or in the list where it has none."""
        self.work_in(second=True)
        self.detail.table.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.load()

    def _make_actions(self) -> None:
        board: list[tuple[str, str, str | tuple[str, ...], Callable[[], object]]] = [
            ("new", tr("New notice"), "Ctrl+N", self.new_wanted.emit),
            ("print", tr("Print"), "Ctrl+P", self.print_papers),
            ("templates", tr("Templates"), "Ctrl+T", self.templates_wanted.emit),
            ("look", tr("Read the list anew"), "F5", self.load),
            ("back", tr("Back one step"), "Esc", self._on_back),
        ]
        letters: list[tuple[str, str, str | tuple[str, ...], Callable[[], object]]] = [
            ("copy", tr("Copy the message"), "Ctrl+C", self._on_copy),
            ("add", tr("Add places"), "A", self._on_add),
            ("photo", tr("Photo"), "F", self._on_photo),
            ("put_off", tr("Put it off"), "V", lambda: self._follow(NoticeKind.POSTPONED)),
            ("restored", tr("Over again"), "R", lambda: self._follow(NoticeKind.RESTORED)),
            ("call_off", tr("Call off"), "K", self._on_call_off),
            ("building", tr("Tick the building"), "B", self._on_building),
            ("all", tr("Tick all"), "E", self._on_all),
            ("down", tr("Taken down"), "D", self._on_down),
            ("all_down", tr("All taken down"), "Alt+D", self._on_all_down),
            ("to_places", tr("To the places"), "Return", self.to_places),
        ]
        for keys, rows in ((BOARD, board), (LETTERS, letters)):
            for name, words, chord, run in rows:
                commits = keys == LETTERS and name != "to_places"
                self._actions[name] = self.context.actions.add(
                    f"notices.{name}", words, chord, run, context=keys, commits=commits
                )
        paste = tr("Paste a photo")
        self.context.actions.add("notices.paste", paste, "Ctrl+V", self._on_paste, context=PLACES, commits=True)
        self._actions["drop"] = self.context.actions.add(
            "notices.drop", tr("No such place"), "Del", self._on_drop, context=PLACES, commits=True
        )

    def _buttons(self, *names: str) -> list[KeyButton]:
        return [KeyButton(self._actions[name], icon=_ICONS.get(name, "")) for name in names]

    def _foot(self) -> list[KeyButton]:
        return self._buttons("add", "building", "all", "down", "all_down", "put_off", "restored", "call_off")

    def _connect(self) -> None:
        self.list.current_changed.connect(self.detail.show_notice)
        self.list.table.opened.connect(lambda _: self.to_places())
        self.detail.table.toggled.connect(self._on_toggled)
        for widget in (self.list.table, self.detail.table):
            self.context.actions.follow_focus(widget, LETTERS)
        self.context.actions.follow_focus(self.detail.table, PLACES)
        self._looks = QTimer(self, interval=_EVERY)
        self._looks.timeout.connect(self._look_at_clocks)
        self._looks.start()

    def _look_at_clocks(self) -> None:
        """Time goes on while nobody presses a key."""
        if self.isVisible():
            self.load()

    def print_papers(self) -> None:
        """Ask which paper of the chosen notice is printed."""
        one = self._chosen()
        if one is not None:
            from ui.notices.papers.notice_printing import ask_and_print  # noqa: PLC0415 - with the first paper

            ask_and_print(self.context, one)

    def _chosen(self) -> IssuedNotice | None:
        if self.detail.notice is None:
            self.context.messages.hint(tr("Choose a notice of the list first."))
        return self.detail.notice

    def _on_back(self) -> None:
        if self.detail.isAncestorOf(self.focusWidget()):
            self.work_in(second=False)
            self.list.table.setFocus()
        elif not self.list.pane.clear_filter():
            self.take_focus()

    def _on_copy(self) -> None:
        one = self._chosen()
        if one is None:
            return
        title = tr("The message of {number} is copied").format(number=one.number)
        QGuiApplication.clipboard().setText(one.paper.message)
        label = tr("Sent by hand to; it is logged with the hour")
        channel = self.context.questions.ask_text(
            title, label, "业主群", suggestions=("业主群", "短信", "公众号", "电话")
        )
        if channel is not None and channel.strip():
            self._do(lambda: self.context.office.postings.sent(self.context.actor, one.id, channel))
            self.context.messages.done(tr("Copied, and logged as sent to {channel}").format(channel=channel.strip()))

    def _on_add(self) -> None:
        one = self._chosen()
        if one is None:
            return
        offered = offered_doors(self.context.office.postings.doors())
        chosen = [at for at, (_, doors) in enumerate(offered) if doors and doors[0].building_id == one.building_id]
        added = self.context.questions.ask(PlacesPanel(offered, chosen[0] if chosen else 0))
        if added:
            self._do(lambda: self.context.office.postings.add(self.context.actor, one.id, added))
            self.detail.table.setFocus()

    def _on_toggled(self, place: Posting) -> None:
        if place.message:
            return
        if place.posted_at is None:
            self._post([place])
        elif place.removed_at is None:
            self._do(lambda: self.context.office.postings.take_back(self.context.actor, [place.id]))
            self._stay_at(place.place)

    def _on_building(self) -> None:
        place = self.detail.place()
        if place is not None:
            self._post([one for one in self.detail.places() if one.building_id == place.building_id])

    def _on_all(self) -> None:
        self._post(self.detail.places())

    def _post(self, places: Sequence[Posting]) -> None:
        wanted = [one.id for one in places if one.posted_at is None]
        if not wanted:
            self.context.messages.hint(tr("All of these hang already."))
            return
        postings, who = self.context.office.postings, self.detail.who.text()
        if self._do(lambda: postings.post(self.context.actor, wanted, who)):
            words = tr_n("{n} place ticked", "{n} places ticked", len(wanted)).format(n=len(wanted))
            self.context.messages.done(words)
            if len(wanted) == 1:
                self._to_next()

    def _on_down(self) -> None:
        place = self.detail.place()
        if place is not None and not place.message:
            self._take_down([place.id])

    def _on_all_down(self) -> None:
        hanging = [one.id for one in self.detail.places() if one.hangs]
        if hanging:
            self._take_down(hanging)
        else:
            self.context.messages.hint(tr("Nothing of this notice hangs now."))

    def _take_down(self, posting_ids: Sequence[int]) -> None:
        postings, who = self.context.office.postings, self.detail.who.text()
        if self._do(lambda: postings.take_down(self.context.actor, posting_ids, who)):
            words = tr_n("Taken down at {n} place", "Taken down at {n} places", len(posting_ids))
            self.context.messages.done(words.format(n=len(posting_ids)))

    def _on_drop(self) -> None:
        place = self.detail.place()
        if place is None:
            return
        if place.posted_at is not None:
            self.context.messages.wrong(tr("It hangs there: Space takes the tick back first, or D takes it down."))
            return
        self._do(lambda: self.context.office.postings.drop(self.context.actor, [place.id]))

    def _on_photo(self) -> None:
        place = self.detail.place()
        if place is None or place.message:
            self.context.messages.hint(tr("Choose the place that the photo shows."))
            return
        if place.has_photo and not self._wants_another(place):
            return
        kinds = tr("Photos (*.jpg *.jpeg *.png *.webp *.bmp)")
        path = self.context.questions.file_to_open(tr("Photo of the notice"), kinds)
        if path is not None:
            self._keep_photo(place, read_file(self.context.office.photos, path))

    def _on_paste(self) -> None:
        place, mime = self.detail.place(), QGuiApplication.clipboard().mimeData()
        if place is None or place.message or not is_for_photos(mime):
            self.context.messages.hint(tr("Choose the place that the photo shows."))
            return
        first = next(iter(read_photos(self.context.office.photos, mime)), None)
        if first is not None:
            self._keep_photo(place, first)

    def _wants_another(self, place: Posting) -> bool:
        from ui.notices.board.photo_panel import PlacePhotoPanel  # noqa: PLC0415 - seldom asked for

        content = self.context.office.postings.photo(place.id)
        return self.context.questions.ask(PlacePhotoPanel(place, content)) is True

    def _keep_photo(self, place: Posting, picture: Picture | Refusal) -> None:
        if isinstance(picture, Refusal):
            self.context.messages.wrong(say(picture))
            return
        postings = self.context.office.postings
        if self._do(lambda: postings.photograph(self.context.actor, place.id, picture.content)):
            self.context.messages.done(tr("Photo kept for {place}").format(place=place.place))

    def _follow(self, kind: NoticeKind) -> None:
        one = self._chosen()
        if one is None:
            return
        if kind not in self.context.office.notice_templates.newest(one.code).template.kinds:
            self.context.messages.hint(tr("No notice of this kind follows “{title}”.").format(title=one.paper.title))
            return
        self.follow_wanted.emit(one.id, kind)

    def _on_call_off(self) -> None:
        one = self._chosen()
        if one is None:
            return
        title = tr("Call {number} off?").format(number=one.number)
        reason = self.context.questions.ask_text(title, tr("Why; the reason stays with it"))
        if reason is not None:
            self._do(lambda: self.context.office.notices.call_off(self.context.actor, one.id, reason))

    def _do(self, run: Callable[[], object]) -> bool:
        """Do it and read anew, or say why not."""
        try:
            run()
        except Refusal as refusal:
            self.context.messages.wrong(say(refusal))
            return False
        self.load()
        self.context.changes.announce(TAB, by=self)
        return True

    def _to_next(self) -> None:
        """On to the next place that waits, so that Space ticks one after the other."""
        table = self.detail.table
        rows = table.rows_model.rows
        now = table.currentIndex().row()
        waiting = [at for at, one in enumerate(rows) if one.posted_at is None and not one.message]
        after = [at for at in waiting if at > now] or waiting
        if after:
            table.choose(after[0])

    def _stay_at(self, place: str) -> None:
        rows = self.detail.table.rows_model.rows
        self.detail.table.choose(next((at for at, one in enumerate(rows) if one.place == place), 0))


_ICONS = {"print": "printer", "copy": "copy", "photo": "image"}
