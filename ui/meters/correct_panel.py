"""Asks for the right value of a reading and the reason, and says first what that changes."""

from __future__ import annotations

from decimal import Decimal

from app.access.permissions import Permission
from app.core.errors import Refusal
from app.core.ids import ReadingId
from app.core.language import tr, tr_n
from app.core.show import show_date, show_days, show_decimal, show_money
from app.fees.adjustments.correction_preview import ChargeChange, CorrectionLooked
from app.meters.meter_facts import MeterPage, ReadingRow
from app.meters.reading_refusals import CorrectionNeedsReason
from app.meters.write_correction import Corrected
from ui.meters.asking_panel import AskingPanel
from ui.meters.entry_fields import reading_field
from ui.meters.meter_words import figures, place_words
from ui.sentences import say
from ui.shell.context import Context
from ui.widgets.check_box import CheckBox
from ui.widgets.colours import Tone
from ui.widgets.line_field import LineField
from ui.widgets.sizes import px
from ui.widgets.text_label import body

_NAMED = 4
_ROOM = 96


class CorrectPanel(AskingPanel[Corrected]):
    """Shows the charges that get an adjustment as soon as a value is typed; corrects only with F9."""

    def __init__(self, context: Context, page: MeterPage, one: ReadingRow, value: Decimal | None = None) -> None:
        title = tr("Correct the reading of {meter}, {day}")
        super().__init__(title.format(meter=place_words(page.meter), day=show_date(one.day)), tr("Correct the reading"))
        self._context, self._page, self._one = context, page, one
        said = tr("{value} was entered. It stays in the list, struck; what was billed on it is adjusted, not edited.")
        above = body(said.format(value=figures(one.value)), Tone.INK2).wrap()
        self.value = reading_field(tr("Right value"), required=True)
        self.rolled_over = CheckBox(tr("rolled over"), ticked=one.rolled_over)
        self.reason = LineField(tr("Reason"), columns=30)
        self.changes = body("").wrap()
        self.changes.setMinimumHeight(px(_ROOM))
        self.form.add(tr("Right value"), self.value)
        self.form.add("", self.rolled_over)
        self.form.add(tr("Reason"), self.reason)
        self.places = ((CorrectionNeedsReason, self.reason),)
        self.lay_out(self.value, above=above, below=self.changes)
        self.value.set_value(value)
        self.value.textChanged.connect(lambda _: self._look())
        self.rolled_over.toggled.connect(lambda _: self._look())
        self.do = lambda _: self._correct()
        if value is not None:
            self.setFocusProxy(self.reason)
        self._look()

    def _look(self) -> None:
        """Say what would change."""
        self.problem.show_problem("")
        value = self.value.value()
        if value is None:
            self.changes.show_text(tr("Type the value that the meter really showed."), Tone.INK2)
            return
        try:
            looked = self._preview(value)
        except Refusal as refusal:
            self.changes.show_text(say(refusal), Tone.DANGER)
        else:
            self.changes.show_text(changes_words(looked), Tone.INK)

    def _preview(self, value: Decimal) -> CorrectionLooked:
        office, by = self._context.office, self._context.actor
        return office.correction_preview.look(by, self._reading_id, value, rolled_over=self.rolled_over.isChecked())

    @property
    def _reading_id(self) -> ReadingId:
        return self._one.first_id

    def _correct(self) -> Corrected:
        value, reason = self.value.value(), self.reason.text().strip()
        assert value is not None
        if not reason:
            raise CorrectionNeedsReason
        looked = self._preview(value)
        context, approval = self._context, None
        if not context.actor.may(Permission.CORRECT_READING):
            what = self.title + tr(": {before} becomes {after}. {changes}").format(
                before=figures(self._one.value), after=figures(value), changes=changes_words(looked)
            )
            facts = {"reading": self._reading_id, "value": str(value)}
            approval = context.questions.approve(Permission.CORRECT_READING, what, reason, facts, context.actor)
        return context.office.readings.correct(
            context.actor, self._reading_id, value, reason, approval, rolled_over=self.rolled_over.isChecked()
        )


def changes_words(looked: CorrectionLooked) -> str:
    """Which usage and which charges change, and what becomes of money paid too much."""
    said = [_usage(looked)] if looked.usages else [tr("No usage changes.")]
    if looked.charges:
        many = tr_n("{n} charge gets an adjustment:", "{n} charges get an adjustment:", len(looked.charges))
        said.append(many.format(n=len(looked.charges)))
        said += [_charge(one) for one in looked.charges[:_NAMED]]
        said += ["…"] if len(looked.charges) > _NAMED else []
    elif looked.usages and not looked.shared:
        said.append(tr("Nothing was billed on it yet, so no charge changes."))
    for cost in looked.shared:
        words = tr("The shared cost “{title}”, {days}, was split by the old usage. You are asked afterwards about it.")
        said.append(words.format(title=cost.title, days=show_days(cost.period.first, cost.period.until)))
    if looked.to_credit:
        said.append(tr("{amount} was paid too much and becomes credit.").format(amount=show_money(looked.to_credit)))
    return "\n".join(said)


def _usage(looked: CorrectionLooked) -> str:
    one = tr("Usage {days}: {before} becomes {after}.")
    return "\n".join(
        one.format(
            days=show_days(old.first, old.until),
            before=show_decimal(old.usage, 0),
            after=show_decimal(new.usage, 0),
        )
        for old, new in looked.usages
    )


def _charge(one: ChargeChange) -> str:
    return tr("{unit} {item} {days}: {before} becomes {after} ({difference})").format(
        unit=one.unit,
        item=one.name,
        days=show_days(one.first, one.until),
        before=show_money(one.amount),
        after=show_money(one.amount + one.by),
        difference=show_money(one.by),
    )
