"""What is done to one meter from its page or from the round: each asked in a panel, then told."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.core.language import tr
from app.core.show import show_date
from app.meters.meter_facts import LinkRow, MeterPage, ReadingRow
from app.meters.reading_round import RoundLine
from ui.meters.correct_panel import CorrectPanel
from ui.meters.end_panel import EndPanel
from ui.meters.link_panel import LinkPanel, UnlinkPanel
from ui.meters.meter_view import MeterView
from ui.meters.meter_words import place_words
from ui.meters.reading_panel import ReadingPanel
from ui.meters.replace_panel import ReplacePanel
from ui.meters.round_entry import Entry, value_of
from ui.shell.context import Context
from ui.widgets.share_anew import offer_share_anew


class MeterDesk(QObject):
    """`changed` comes when the book of meters has changed."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    def follow(self, view: MeterView) -> None:
        """Answer the wishes of a meter's page."""
        view.reading_wanted.connect(self._on_reading)
        view.correction_wanted.connect(self._on_correction)
        view.replacement_wanted.connect(self._on_replacement)
        view.link_wanted.connect(self._on_link)
        view.unlink_wanted.connect(self._on_unlink)
        view.end_wanted.connect(self._on_end)
        view.place_wanted.connect(self._on_place)

    def correct_typed(self, line: RoundLine, entry: Entry) -> bool:
        """Correct the reading of this round to what is typed now; whether it was done."""
        page = self._context.office.meters.page(line.meter.id)
        assert line.typed is not None
        first = line.typed.id
        one = next(row for row in page.readings if row.first_id == first and row.counts)
        return self._correct(page, one, entry)

    def _on_correction(self, page: MeterPage, one: ReadingRow) -> None:
        if self._correct(page, one, None):
            self.changed.emit()

    def _correct(self, page: MeterPage, one: ReadingRow, entry: Entry | None) -> bool:
        value = None if entry is None else value_of(entry)
        panel = CorrectPanel(self._context, page, one, value)
        if entry is not None:
            panel.rolled_over.setChecked(entry.rolled_over)
        done = self._context.questions.ask(panel.concerning(one.id))
        if done is None:
            return False
        self._context.messages.done(tr("The reading of {meter} is corrected").format(meter=place_words(page.meter)))
        for cost in self._context.office.shared_costs.shared_by_usage_of(done):
            offer_share_anew(self._context, cost.id, cost.title, done.reason)
        self._context.changes.announce("fees", "meters", by=self)
        return True

    def _on_reading(self, page: MeterPage) -> None:
        if self._context.questions.ask(ReadingPanel(self._context, page).concerning(page.meter.id)) is not None:
            self._tell(tr("{meter} is entered").format(meter=place_words(page.meter)))

    def _on_replacement(self, page: MeterPage) -> None:
        number = self._context.questions.ask(ReplacePanel(self._context, page).concerning(page.meter.id))
        if number is not None:
            self._tell(tr("{meter} has the device {number} now").format(meter=place_words(page.meter), number=number))

    def _on_link(self, page: MeterPage) -> None:
        unit = self._context.questions.ask(LinkPanel(self._context, page).concerning(page.meter.id))
        if unit is not None:
            self._tell(tr("{unit} is linked").format(unit=unit))

    def _on_unlink(self, page: MeterPage, link: LinkRow) -> None:
        unit = self._context.questions.ask(UnlinkPanel(self._context, page, link).concerning(page.meter.id, link.unit))
        if unit is not None:
            self._tell(tr("{unit} is unlinked").format(unit=unit))

    def _on_end(self, page: MeterPage) -> None:
        day = self._context.questions.ask(EndPanel(self._context, page).concerning(page.meter.id))
        if day is not None:
            self._tell(
                tr("{meter} is no longer read from {day} on").format(meter=place_words(page.meter), day=show_date(day))
            )

    def _on_place(self, page: MeterPage) -> None:
        title = tr("Place of {meter} in the round").format(meter=place_words(page.meter))
        label = tr("No. of the meter in whose place it is read from now on")
        typed = self._context.questions.ask_text(title, label, str(page.meter.facts.route), about=page.meter.id)
        if typed is None:
            return
        if not typed.strip().isdecimal():
            self._context.messages.wrong(tr("Type the number in the round, such as 12."))
            return
        listed = self._context.office.meters.listed()
        other = next((one for one in listed if one.facts.route >= int(typed)), listed[-1])
        self._context.office.meters.move(self._context.actor, page.meter.id, other.id)
        self._tell(tr("{meter} has its new place in the round").format(meter=place_words(page.meter)))

    def _tell(self, words: str) -> None:
        self._context.messages.done(words)
        self.changed.emit()
