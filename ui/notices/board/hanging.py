"""The places of the chosen notice: where it is to hang, where it hangs, and where it was taken down."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.language import tr, tr_n
from app.notices.postings.posting_rows import Posting
from ui.notices.board.chosen_notice import ChosenNotice
from ui.notices.board.places_panel import PlacesPanel, offered_doors


class Hanging:
    """The keys that tick places; each act is one entry with who did it."""

    def __init__(self, chosen: ChosenNotice) -> None:
        self._chosen, self._detail, self._table = chosen, chosen.detail, chosen.detail.table
        self._context, self._office = chosen.context, chosen.context.office

    def add(self) -> None:
        """A."""
        one = self._chosen.notice()
        if one is None:
            return
        offered = offered_doors(self._office.postings.doors())
        chosen = [at for at, (_, doors) in enumerate(offered) if doors and doors[0].building_id == one.building_id]
        panel = PlacesPanel(offered, chosen[0] if chosen else 0)
        added = self._context.questions.ask(panel.concerning(one.id))
        if added:
            self._chosen.do(lambda: self._office.postings.add(self._context.actor, one.id, added))
            self._table.setFocus()

    def toggle(self, place: Posting) -> None:
        """Space: it hangs there, or it does not."""
        if place.message:
            return
        if place.posted_at is None:
            self._post([place])
        elif place.removed_at is None:
            self._chosen.do(lambda: self._office.postings.take_back(self._context.actor, [place.id]))
            self._stay_at(place.place)

    def post_building(self) -> None:
        """B."""
        place = self._detail.place()
        if place is not None:
            self._post([one for one in self._detail.places() if one.building_id == place.building_id])

    def post_all(self) -> None:
        """E."""
        self._post(self._detail.places())

    def take_down(self) -> None:
        """D."""
        place = self._detail.place()
        if place is not None and not place.message:
            self._take_down([place.id])

    def take_all_down(self) -> None:
        """Alt+D."""
        hanging = [one.id for one in self._detail.places() if one.hangs]
        if hanging:
            self._take_down(hanging)
        else:
            self._chosen.hint(tr("Nothing of this notice hangs now."))

    def drop(self) -> None:
        """Del: there is no such place."""
        place = self._detail.place()
        if place is None:
            return
        if place.posted_at is not None:
            self._context.messages.wrong(tr("It hangs there: Space takes the tick back first, or D takes it down."))
            return
        self._chosen.do(lambda: self._office.postings.drop(self._context.actor, [place.id]))

    def _post(self, places: Sequence[Posting]) -> None:
        wanted = [one.id for one in places if one.posted_at is None]
        if not wanted:
            self._chosen.hint(tr("All of these hang already."))
            return
        who = self._detail.who.text()
        if self._chosen.do(lambda: self._office.postings.post(self._context.actor, wanted, who)):
            words = tr_n("{n} place ticked", "{n} places ticked", len(wanted)).format(n=len(wanted))
            self._context.messages.done(words)
            if len(wanted) == 1:
                self._to_next()

    def _take_down(self, posting_ids: Sequence[int]) -> None:
        who = self._detail.who.text()
        if self._chosen.do(lambda: self._office.postings.take_down(self._context.actor, posting_ids, who)):
            words = tr_n("Taken down at {n} place", "Taken down at {n} places", len(posting_ids))
            self._context.messages.done(words.format(n=len(posting_ids)))

    def _to_next(self) -> None:
        """On to the next place that waits, so that Space ticks one after the other."""
        now = self._table.currentIndex().row()
        rows = self._table.rows_model.rows
        waiting = [at for at, one in enumerate(rows) if one.posted_at is None and not one.message]
        after = [at for at in waiting if at > now] or waiting
        if after:
            self._table.choose(after[0])

    def _stay_at(self, place: str) -> None:
        rows = self._table.rows_model.rows
        self._table.choose(next((at for at, one in enumerate(rows) if one.place == place), 0))
