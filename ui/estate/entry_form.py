"""What the forms of this tab share: a title, fields, the office's answer beside the button, and nothing lost by Esc."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.core.errors import Refusal
from app.core.language import tr
from ui.estate.field_texts import FieldTexts, put_back, texts_of
from ui.sentences import say
from ui.shell.context import Context
from ui.widgets.error_line import ErrorLine
from ui.widgets.form import Form
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.scrolling import Scrolling
from ui.widgets.sizes import px
from ui.widgets.sub_page import SubPage
from ui.widgets.surface import Rule, column, row
from ui.widgets.text_label import page_title

_WIDEST = 1000


@dataclass(frozen=True, slots=True)
class LeftEntry:
    """A form that was left: what it was about, and what stood in its fields."""

    form: EntryForm
    about: object
    texts: FieldTexts


class EntryForm(SubPage):
    """`saved` comes with the unit's id."""

    saved = Signal(object)

    def __init__(self, context: Context, keys: str, *, name: str) -> None:
        super().__init__(context, keys)
        self.title = page_title().wrap()
        self.form = Form(problems_beside=True)
        self.about: object = None
        self._at_first: FieldTexts = {}
        self._problem = ErrorLine()
        self._save = context.actions.add(
            f"{name}.save", tr("Save"), ("F9", "Ctrl+S"), self._on_save, context=keys, commits=True
        )

    def fields(self) -> Mapping[str, QWidget]:
        """The fields by name, in reading order."""
        raise NotImplementedError

    def write(self) -> object:
        """Bring what is typed into the book; the answer is the unit's id."""
        raise NotImplementedError

    def places(self) -> Sequence[tuple[type[Refusal], QWidget]]:
        """Beside which field a refusal is said."""
        return ()

    def fill(self, about: object) -> None:
        """Show what is to be changed, or what a new one begins with."""
        raise NotImplementedError

    def begin(self, about: object) -> None:
        """Open the form."""
        self.about = about
        self._problem.show_problem("")
        self.fill(about)
        for field in self.fields().values():
            self.form.show_problem(field, "")
        self._at_first = texts_of(self.fields())

    def left_over(self) -> LeftEntry | None:
        """What would be lost by leaving; None if nothing was changed."""
        texts = texts_of(self.fields())
        return None if texts == self._at_first else LeftEntry(self, self.about, texts)

    def take_up(self, left: LeftEntry) -> None:
        """Go on with a form that was left."""
        self.begin(left.about)
        put_back(self.fields(), left.texts)

    def take_focus(self) -> None:
        next(iter(self.fields().values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def lay_out(self) -> None:
        """Put the form between its title and its button."""
        self.form.setMaximumWidth(px(_WIDEST))
        inside = column(row(self.form, None), None, margins=(24, 16, 24, 8))
        foot = row(self._problem, KeyButton(self._save, Kind.PRIMARY), space=16, margins=(24, 8, 24, 12))
        foot.setStretchFactor(self._problem, 1)
        head = row(self.title, margins=(24, 16, 24, 12))
        self.setLayout(column(head, Rule(), Scrolling(inside), Rule(), foot, space=0))

    def _on_save(self) -> None:
        self._problem.show_problem("")
        if not self.form.check():
            return
        try:
            unit_id = self.write()
        except Refusal as refusal:
            self._say(refusal)
        else:
            self._at_first = texts_of(self.fields())
            self.saved.emit(unit_id)

    def _say(self, refusal: Refusal) -> None:
        field = next((field for kind, field in self.places() if isinstance(refusal, kind)), None)
        if field is None:
            self._problem.show_problem(say(refusal))
        else:
            self.form.show_problem(field, say(refusal))
            field.setFocus(Qt.FocusReason.OtherFocusReason)
