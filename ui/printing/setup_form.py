"""How one kind of document is printed, as fields."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.language import tr
from app.paper.documents import DocumentKind, Offset, PrintSetup
from ui.printing.setup_words import parse_offset, printer_words, show_offset
from ui.widgets.check_box import CheckBox
from ui.widgets.choice_field import ChoiceField
from ui.widgets.form import Form
from ui.widgets.surface import column
from ui.widgets.typed_field import TypedField

Paper = tuple[str, str]
"""A paper's words and the name that settings keep of it."""


class SetupForm(QWidget):
    """`changed` comes with every change by hand; offsets are those of the printer that is chosen."""

    changed = Signal()

    def __init__(self, papers: Sequence[Paper]) -> None:
        super().__init__()
        self.printer: ChoiceField[str] = ChoiceField(tr("Printer"))
        self.paper: ChoiceField[str] = ChoiceField(tr("Paper"), papers)
        self.across = TypedField(tr("Move to the right (mm)"), parse_offset, show_offset, required=True, columns=6)
        self.down = TypedField(tr("Move down (mm)"), parse_offset, show_offset, required=True, columns=6)
        self.overlay = CheckBox(tr("Pre-printed form: print only what is filled in"))
        self.own_letters = CheckBox(tr("Thermal printer with its own letters (ESC/POS)"))
        self.drawer = CheckBox(tr("The printer opens the cash drawer"))
        self._setup = PrintSetup()
        self._known: list[str] = []
        self._form = Form(problems_beside=True)
        self._lay_out()
        self._connect()

    def show_setup(self, kind: DocumentKind, setup: PrintSetup, paper: str) -> None:
        """Show what is kept for a kind; only receipts have a choice of papers, forms and own letters."""
        self._setup = setup
        self._offer()
        self.printer.set_value(setup.printer)
        if paper:
            self.paper.set_value(paper)
        for box, ticked in ((self.overlay, setup.overlay), (self.own_letters, setup.own_letters)):
            box.setChecked(ticked)
        self.drawer.setChecked(setup.drawer)
        self._show_offset()
        for field in (self.paper, self.overlay, self.own_letters, self.drawer):
            self._form.show_row(field, shown=kind is DocumentKind.RECEIPT)

    def offer_printers(self, names: Sequence[str]) -> None:
        """The system's printers, the default one first; what is chosen stays although it may be switched off."""
        self._known = list(names)
        self._offer()

    def setup(self) -> PrintSetup | None:
        """What the fields say; None where one of them cannot be used, which is then said."""
        if not self._form.check():
            return None
        across, down = self.across.value(), self.down.value()
        assert across is not None
        assert down is not None
        printer = self.printer.value() or ""
        return PrintSetup(
            printer=printer,
            offsets={**self._setup.offsets, printer: Offset(across, down)},
            overlay=self.overlay.isChecked(),
            own_letters=self.own_letters.isChecked(),
            drawer=self.drawer.isChecked(),
        )

    def chosen_paper(self) -> str:
        """The paper of receipts by its name."""
        return self.paper.value() or ""

    def _lay_out(self) -> None:
        self._form.add(tr("Printer"), self.printer)
        self._form.add(tr("Paper"), self.paper)
        self._form.add(tr("Move to the right (mm)"), self.across, hint=tr("−20.0 to 20.0; a minus moves to the left"))
        self._form.add(tr("Move down (mm)"), self.down, hint=tr("−20.0 to 20.0; a minus moves up"))
        for box in (self.overlay, self.own_letters, self.drawer):
            self._form.add("", box)
        self.setLayout(column(self._form))

    def _connect(self) -> None:
        self.printer.chosen.connect(lambda _: self._show_offset())
        for choice in (self.printer, self.paper):
            choice.chosen.connect(lambda _: self.changed.emit())
        for field in (self.across, self.down):
            field.textChanged.connect(self.changed)
        for box in (self.overlay, self.own_letters, self.drawer):
            box.toggled.connect(lambda _: self.changed.emit())

    def _offer(self) -> None:
        names = list(dict.fromkeys(["", *self._known, self._setup.printer]))
        self.printer.offer([(self._words(name), name) for name in names])

    def _words(self, name: str) -> str:
        if name and name not in self._known:
            return tr("{printer} (not found now)").format(printer=name)
        return printer_words(name)

    def _show_offset(self) -> None:
        offset = self._setup.offset_on(self.printer.value() or "")
        self.across.set_value(offset.x)
        self.down.set_value(offset.y)
