"""Asking the resident after the work, or checking it oneself: content, not content with the reason, or sent back."""

from __future__ import annotations

from app.core.errors import Refusal
from app.core.language import mark, tr
from app.tickets.kinds import EntryKind
from app.tickets.lists.rows import TicketRow
from app.tickets.ratings.rating_rule import SCORES, BadReason, Rating, RatingKind, RatingResult
from app.tickets.ratings.rating_words import REASONS, RESULTS
from app.tickets.ratings.refusals import BadNeedsReason, OtherNeedsWords, SentBackNeedsWords
from app.tickets.steps import Step
from ui.sentences import say
from ui.shell.actions import ActionRegistry
from ui.shell.context import Context
from ui.tickets.asked.phones_panel import reporters_words
from ui.tickets.doing.done import Done
from ui.tickets.doing.ticket_panel import TicketPanel, text_area
from ui.widgets.choice_field import ChoiceField
from ui.widgets.text_label import body

Score = ChoiceField[int | None]
_TITLES = {RatingKind.CALL_BACK: mark("Call-back"), RatingKind.QUALITY_CHECK: mark("Check by staff")}
_CHECKED = (RatingResult.GOOD, RatingResult.BAD, RatingResult.SENT_BACK)
_SAID = {
    RatingResult.GOOD: mark("{number}: content"),
    RatingResult.BAD: mark("{number}: not content"),
    RatingResult.SENT_BACK: mark("{number}: sent back, it goes on"),
    RatingResult.NOT_REACHED: mark("{number}: nobody was reached; it stays on the list of calls"),
}


class RatingPanel(TicketPanel):
    """`phone` is whom to call, masked until F3; a check by staff reaches everybody."""

    def __init__(self, context: Context, row: TicketRow, kind: RatingKind, phone: str = "") -> None:
        super().__init__(context, tr(_TITLES[kind]), tr("Write it down"), [row])
        self._kind = kind
        results = list(RESULTS) if kind is RatingKind.CALL_BACK else _CHECKED
        self.result: ChoiceField[RatingResult] = ChoiceField(tr("Result"), [(tr(RESULTS[one]), one) for one in results])
        reasons = [(tr(words), reason) for reason, words in REASONS.items()]
        self.reason: ChoiceField[BadReason | None] = ChoiceField(tr("Why not"), [(tr("choose one"), None), *reasons])
        self.attitude, self.quality = _score(tr("Attitude")), _score(tr("Quality"))
        self.words = text_area(tr("In their words"), 3, self.look_again)
        self.whom = body(phone, bold=True)
        context.changes.covered.connect(self._on_covered)
        self._masked = phone
        self._lay_out_fields()

    def add_actions(self, actions: ActionRegistry) -> None:
        super().add_actions(actions)
        if self._masked:
            self.add_button(actions, "phones", tr("Show telephone"), "F3", self._on_show)

    def run(self) -> Done:
        result = self.result.value()
        assert result is not None
        reason = self.reason.value() if result is RatingResult.BAD else None
        said = Rating(result, self.attitude.value(), self.quality.value(), reason, self.words.text())
        ratings = self._context.office.ticket_ratings
        write = ratings.call_back if self._kind is RatingKind.CALL_BACK else ratings.check
        rated = write(self._context.actor, self.row.id, said)
        words = tr(_SAID[result]).format(number=self.row.number)
        return Done(Step(EntryKind.RATING, ()), words, choose=rated.goes_on)

    def _on_show(self) -> None:
        try:
            told = self._context.office.tickets.phones(self._context.actor, self.row.id)
        except Refusal as refusal:
            self.problem.show_problem(say(refusal))
            return
        self.whom.show_text(reporters_words(told))

    def _on_covered(self) -> None:
        self.whom.show_text(self._masked)

    def _lay_out_fields(self) -> None:
        self._hint = self.form.add(tr("Result"), self.result)
        self.form.add(tr("Why not"), self.reason)
        for field in (self.attitude, self.quality):
            self.form.add(field.accessibleName(), field)
        self.form.add(tr("In their words"), self.words)
        self.places = (
            (BadNeedsReason, self.reason),
            (OtherNeedsWords, self.words),
            (SentBackNeedsWords, self.words),
        )
        self.result.chosen.connect(lambda _: self._settle())
        above = [self.whom.wrap()] if self._masked else []
        self.lay_out(self.result, *above)
        self._settle()

    def _settle(self) -> None:
        self.look_again()
        result = self.result.value()
        self.form.show_row(self.reason, shown=result is RatingResult.BAD)
        for score in (self.attitude, self.quality):
            self.form.show_row(score, shown=result is not RatingResult.NOT_REACHED)
        sends_back = result is RatingResult.SENT_BACK
        self._hint.show_hint(tr("Say what is still wrong; with it the ticket goes on") if sends_back else "")


def _score(name: str) -> Score:
    return ChoiceField(name, [(tr("not asked"), None), *((str(one), one) for one in reversed(SCORES))])
