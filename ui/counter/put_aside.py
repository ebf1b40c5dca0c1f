"""The bill that gave way to another: what was typed on it is kept, and brought back by a key or after a kill."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject

from app.core.errors import Refusal, Trouble
from app.core.language import tr
from ui.counter.bill.bill_desk import BillDesk
from ui.counter.bill.bill_draft import from_draft, others_of, to_draft, unit_of
from ui.counter.bill.bill_in_hand import BillInHand
from ui.counter.draft_keeper import ASIDE, DraftKeeper
from ui.counter.notices import Notice, Notices, Press
from ui.counter.search.search_pane import SearchPane
from ui.sentences import say
from ui.shell.context import Context
from ui.shell.draft_keeper import UNFIT
from ui.widgets.chip import Mood


class PutAside(QObject):
    """At most one bill, opened again by `open_hand`; one that was only looked at never takes a typed one's place."""

    def __init__(
        self,
        context: Context,
        desk: BillDesk,
        search: SearchPane,
        notices: Notices,
        open_hand: Callable[[BillInHand], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._context, self._desk, self._search, self._notices = context, desk, search, notices
        self._open_hand = open_hand
        self._aside: Mapping[str, Any] | None = None
        self._is_typed = False
        self._keeper = DraftKeeper(context.office.drafts, context.actor, ASIDE, lambda: self._aside, self)

    @property
    def is_kept(self) -> bool:
        """Whether something was put aside."""
        return self._aside is not None

    def put(self) -> None:
        """Close the open bill; what was typed on it is durable before."""
        hand = self._desk.hand
        if hand is None:
            return
        if hand.is_touched or not self._is_typed:
            self._aside, self._is_typed = to_draft(hand, self._search.box.text()), hand.is_touched
        if hand.is_touched:
            self._keeper.touch()
            self._keeper.flush()
        self._desk.close()
        self._desk.keeper.drop()
        self._notices.say(Press.RESTORED, None)

    def bring_back(self) -> None:
        """Open what was put aside last; the bill that is open takes its place."""
        aside = self._aside
        if aside is None:
            self._context.messages.hint(tr("Nothing was put aside."))
            return
        self.put()
        if self._open_draft(aside) and self._aside is aside:
            self._let_go()

    def recall(self, typed: Mapping[str, Any]) -> bool:
        """Open a parked bill; the one that is open is put aside, and what comes back is durable before it leaves."""
        self.put()
        if not self._open_draft(typed):
            return False
        self._desk.keeper.touch()
        self._desk.keeper.flush()
        return True

    def restore_after_kill(self, is_parked: Callable[[str], bool]) -> None:
        """Open again what an earlier run left, and say so; what is paid or parked (by its client id) is not."""
        left = self._desk.keeper.found()
        if left is not None:
            try:
                self._restore(left, is_parked)
            except UNFIT:
                self._desk.keeper.drop()
                self._context.messages.wrong(tr("A bill that was left was written by another version; open it anew."))
        self._aside = self._keeper.found()
        self._is_typed = self._aside is not None

    def forget_room(self, code: str) -> None:
        """The room was paid another way: its bill is never brought back."""
        if self._aside is not None and self._aside.get("code") == code:
            self._let_go()

    def _restore(self, left: Mapping[str, Any], is_parked: Callable[[str], bool]) -> None:
        taken = self._context.office.payments.taken(str(left["client_id"]))
        if taken is not None or is_parked(str(left["client_id"])):
            self._desk.keeper.drop()
        elif self._open_draft(left):
            self._say_restored(str(left["code"]))

    def _let_go(self) -> None:
        self._aside, self._is_typed = None, False
        self._keeper.drop()

    def _open_draft(self, draft: Mapping[str, Any]) -> bool:
        try:
            bills = self._context.office.bills
            bill, others = bills.open(unit_of(draft)), [bills.open(unit_id) for unit_id in others_of(draft)]
        except (Refusal, Trouble) as error:
            self._context.messages.wrong(say(error))
            return False
        self._search.box.setText(str(draft["search"]))
        self._open_hand(from_draft(draft, bill, others))
        return True

    def _say_restored(self, code: str) -> None:
        words = tr("The bill of {code} stands as it was when the program ended.").format(code=code)
        self._notices.say(Press.RESTORED, Notice(words, Mood.ACCENT, "undo-2", tr("Restored")))
