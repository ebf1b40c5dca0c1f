"""Enters a meter, or changes what may change of one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.core.errors import Refusal
from app.core.ids import BuildingId, MeterId, UnitId
from app.core.language import tr
from app.estate.refusals import NotAUnitCode, UnknownUnit
from app.meters import refusals
from app.meters.kinds import MeterKind
from app.meters.meter_facts import MeterFacts, MeterPage, NewDevice, NewMeter
from app.sheets.cells import cell_count
from ui.meters.entry_fields import count_field, day_field, factor_field, reading_field
from ui.meters.meter_words import KINDS, figures, place_words
from ui.sentences import say
from ui.shell.context import Context
from ui.shell.page_draft import PageDraft
from ui.widgets.check_box import CheckBox
from ui.widgets.choice_field import ChoiceField
from ui.widgets.error_line import ErrorLine
from ui.widgets.form import Form
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.line_field import LineField
from ui.widgets.scrolling import Scrolling
from ui.widgets.sizes import px
from ui.widgets.sub_page import SubPage
from ui.widgets.surface import Rule, column, row
from ui.widgets.text_label import page_title
from ui.widgets.typed_field import TypedField

KEYS = "meters.form"
_WIDEST = 1000
_PERCENT = 100
_BETWEEN = ("、", "，", ",", ";", "；", " ")


class MeterForm(SubPage):
    """Begins with a meter's page, or with None for a new one; `saved` comes with the meter's id."""

    saved = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__(context, KEYS)
        self.about: MeterPage | None = None
        self._was_begun = False
        self._only_new: tuple[QWidget, ...] = ()
        self._title = page_title().wrap()
        self._problem = ErrorLine()
        self._save = context.actions.add(
            "meters.form.save", tr("Save"), ("F9", "Ctrl+S"), self._on_save, context=KEYS, commits=True
        )
        self.form = Form(problems_beside=True)
        self._make_fields()
        self._lay_out()
        self._draft = PageDraft(context, KEYS, self.form)

    def begin(self, about: object) -> None:
        """Open the form."""
        self._draft.keep()
        before = self.about
        self.about = about if isinstance(about, MeterPage) else None
        self._problem.show_problem("")
        self._title.show_text(
            tr("New meter") if self.about is None else tr("Change {meter}").format(meter=place_words(self.about.meter))
        )
        tree = self.context.office.estate.tree()
        by_units: list[tuple[str, BuildingId | None]] = [(tr("By its unit"), None)]
        self.building.offer([*by_units, *((node.name, node.id) for node in tree)])
        for field in self._only_new:
            self.form.show_row(field, shown=self.about is None)
        for field in self._fields.values():
            self.form.show_problem(field, "")
        if self.about is not None:
            self._fill(self.about)
            self._draft.shown(self.about.meter.id)
        elif before is not None or not self._was_begun:
            self._empty()
            self._draft.shown()
        self._was_begun = True

    def take_focus(self) -> None:
        first = self.kind if self.about is None else self.name
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_fields(self) -> None:
        self.kind: ChoiceField[MeterKind] = ChoiceField(tr("Kind"), [(tr(words), one) for one, words in KINDS.items()])
        self.units = LineField(tr("Units served"), columns=28)
        self.public = CheckBox(tr("public"))
        self.name = LineField(tr("Name"), columns=20)
        self.number = LineField(tr("Meter no."), columns=16)
        self.since = day_field(self.context, tr("In use since"), self.context.clock.now().date())
        self.base = reading_field(tr("First reading"))
        self.digits, self.multiplier = count_field(tr("Figures")), factor_field(tr("Multiplier"))
        self.loss: TypedField[Decimal] = reading_field(tr("Loss %"))
        self.building: ChoiceField[BuildingId | None] = ChoiceField(tr("Building"))
        self.route: TypedField[int] = TypedField(tr("Place in the route"), cell_count, str, columns=6)
        self.note = LineField(tr("Note"), columns=36)
        hints = {
            "units": tr("Like 3-2-501; several with a comma between"),
            "public": tr("Serves no unit; its usage is shared as a cost"),
            "name": tr("Without one it is called by its unit and kind"),
            "base": tr("A base: it bills nothing. Empty: the first reading of a round becomes the base"),
            "digits": tr("Figures before the point; after the last one the meter begins anew"),
            "multiplier": tr("1 where the meter counts directly"),
            "loss": tr("Added to the usage, like 3 for 3 %"),
            "route": tr("Empty: read last"),
        }
        self._fields: Mapping[str, QWidget] = {
            "kind": self.kind,
            "units": self.units,
            "public": self.public,
            "name": self.name,
            "number": self.number,
            "since": self.since,
            "base": self.base,
            "digits": self.digits,
            "multiplier": self.multiplier,
            "loss": self.loss,
            "building": self.building,
            "route": self.route,
            "note": self.note,
        }
        for name, field in self._fields.items():
            label = "" if field is self.public else field.accessibleName()
            self.form.add(label, field, hint=hints.get(name, ""))
        self._only_new = (
            *(self.kind, self.units, self.public, self.number, self.since, self.base, self.digits, self.multiplier),
        )

    def _lay_out(self) -> None:
        self.form.setMaximumWidth(px(_WIDEST))
        inside = column(row(self.form, None), None, margins=(24, 16, 24, 8))
        foot = row(self._problem, KeyButton(self._save, Kind.PRIMARY), space=16, margins=(24, 8, 24, 12))
        foot.setStretchFactor(self._problem, 1)
        head = row(self._title, margins=(24, 16, 24, 12))
        self.setLayout(column(head, Rule(), Scrolling(inside), Rule(), foot, space=0))

    def _empty(self) -> None:
        for field in self._fields.values():
            if isinstance(field, QLineEdit):
                field.clear()
        self.public.setChecked(False)
        self.digits.set_value(5)
        self.multiplier.set_value(Decimal(1))
        self.since.set_value(self.context.clock.now().date())

    def _fill(self, page: MeterPage) -> None:
        facts = page.meter.facts
        self.name.setText(facts.name)
        self.building.set_value(facts.building_id)
        self.route.set_value(facts.route)
        self.loss.setText(figures(facts.loss_rate * _PERCENT) if facts.loss_rate else "")
        self.note.setText(facts.note)

    def _on_save(self) -> None:
        self._problem.show_problem("")
        if not self.form.check():
            return
        try:
            meter_id = self._write()
        except Refusal as refusal:
            self._say(refusal)
        else:
            name = self.context.office.meters.page(meter_id).meter.name
            self.context.messages.done(tr("{meter} is saved").format(meter=name))
            self._was_begun = False
            self._draft.written()
            self.saved.emit(meter_id)

    def _write(self) -> MeterId:
        office, by = self.context.office, self.context.actor
        if self.about is None:
            return office.meters.register(by, self._new_meter())
        facts = MeterFacts(
            self.name.text(),
            self.building.value(),
            self.route.value() or self.about.meter.facts.route,
            self._loss_rate(),
            self.note.text(),
        )
        office.meters.change(by, self.about.meter.id, facts)
        return self.about.meter.id

    def _new_meter(self) -> NewMeter:
        units = self._units()
        kind, since = self.kind.value(), self.since.value()
        digits, multiplier = self.digits.value(), self.multiplier.value()
        assert kind is not None
        assert since is not None
        assert digits is not None
        assert multiplier is not None
        said = tr("{unit} {kind}").format(unit=self.units.text().strip(), kind=tr(KINDS[kind])) if units else ""
        return NewMeter(
            kind=kind,
            name=self.name.text().strip() or said,
            device=NewDevice(self.number.text().strip(), digits, multiplier),
            since=since,
            units=tuple((unit_id, Decimal(1)) for unit_id in units),
            public=self.public.isChecked(),
            building_id=self.building.value(),
            route=self.route.value(),
            loss_rate=self._loss_rate(),
            note=self.note.text(),
            first_reading=self.base.value(),
        )

    def _units(self) -> list[UnitId]:
        text = self.units.text()
        for between in _BETWEEN:
            text = text.replace(between, "\n")
        return [self.context.office.estate.unit_named(code) for code in text.split("\n") if code.strip()]

    def _loss_rate(self) -> Decimal:
        return (self.loss.value() or Decimal(0)) / _PERCENT

    def _places(self) -> Sequence[tuple[tuple[type[Refusal], ...], QWidget]]:
        return (
            ((UnknownUnit, NotAUnitCode, refusals.UnitLinked, refusals.MeterIsPublic), self.units),
            ((refusals.MeterNameMissing,), self.name),
            ((refusals.MeterNumberTaken,), self.number),
            ((refusals.WrongDigits,), self.digits),
            ((refusals.MultiplierOutOfRange,), self.multiplier),
            ((refusals.LossRateOutOfRange, refusals.LossRateInUse), self.loss),
        )

    def _say(self, refusal: Refusal) -> None:
        field = next((field for kinds, field in self._places() if isinstance(refusal, kinds)), None)
        if field is None:
            self._problem.show_problem(say(refusal))
        else:
            self.form.show_problem(field, say(refusal))
            field.setFocus(Qt.FocusReason.OtherFocusReason)
