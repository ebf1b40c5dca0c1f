"""What is asked when a book is registered, handed out, compared with its forms, or loses a number."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from app.core.errors import Refusal, Trouble
from app.core.language import tr
from app.counter.books.book_facts import BookRow, NewBook
from app.counter.books.kinds import BOOK_NAMES, BookKind
from app.counter.books.number_runs import Run
from app.counter.books.numbering import label_of
from app.counter.books.register_book import read_prefix
from ui.counter.books.number_field import NumberField, RunField
from ui.sentences import say
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.choice_field import ChoiceField
from ui.widgets.colours import Tone
from ui.widgets.date_field import DateField
from ui.widgets.error_line import ErrorLine
from ui.widgets.form import Form
from ui.widgets.key_button import Kind
from ui.widgets.line_field import LineField
from ui.widgets.scrolling import Scrolling
from ui.widgets.sizes import px
from ui.widgets.surface import column
from ui.widgets.text_label import body
from ui.widgets.typed_field import TypedField

_REGISTERED = (BookKind.HANDWRITTEN, BookKind.PREPRINTED, BookKind.OWN)
_LEAST = 64
_WARN_AT = {BookKind.HANDWRITTEN: 5, BookKind.PREPRINTED: 50, BookKind.OWN: 50}


class AskingPanel(QuestionPanel[bool]):
    """Does its work itself, so that what was typed stays when it is refused."""

    def __init__(self, title: str, do: str, *, width: int = 520) -> None:
        super().__init__(title, width=width)
        self._do = do
        self.form = Form()
        self.problem = ErrorLine()

    def add_actions(self, actions: ActionRegistry) -> None:
        scrolling = Scrolling(column(self.form, None, space=0))
        scrolling.setMinimumHeight(px(_LEAST))
        self.body.addWidget(scrolling, 1)
        self.body.addWidget(self.problem)
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self.add_button(actions, "do", self._do, ("F9", "Ctrl+Return"), self._on_do, Kind.PRIMARY)

    def work(self) -> bool:
        """Do it; False where a field is still wrong."""
        raise NotImplementedError

    def _on_do(self) -> None:
        try:
            done = self.form.check() and self.work()
        except (Refusal, Trouble) as error:
            self.problem.show_problem(say(error))
        else:
            if done:
                self.answer(answer=True)


class RegisterPanel(AskingPanel):
    """A new run of numbers."""

    def __init__(self, register: Callable[[NewBook], object]) -> None:
        super().__init__(tr("Register a receipt book"), tr("Register"))
        self._register = register
        self.kind: ChoiceField[BookKind] = ChoiceField(
            tr("Kind"), [(tr(BOOK_NAMES[kind]), kind) for kind in _REGISTERED]
        )
        self.prefix: TypedField[str] = TypedField(tr("Prefix"), read_prefix, str, required=True, columns=8)
        self.first, self.last = NumberField(tr("First number")), NumberField(tr("Last number"))
        self.warn_at = NumberField(tr("Say when so many are left"))
        self.warn_at.set_value(_WARN_AT[BookKind.HANDWRITTEN])
        self.form.add(tr("Kind"), self.kind)
        self.form.add(tr("Prefix"), self.prefix, hint=tr("A letter, perhaps more: S, F2. It stands before the number."))
        self.form.add(tr("First number"), self.first)
        self.form.add(tr("Last number"), self.last)
        self.form.add(tr("Say when so many are left"), self.warn_at)
        self.kind.chosen.connect(lambda kind: self.warn_at.set_value(_WARN_AT[kind]))
        self.prefix.value_changed.connect(self._on_prefix)
        self.setFocusProxy(self.kind)

    def work(self) -> bool:
        kind, prefix, first, last = self.kind.value(), self.prefix.value(), self.first.value(), self.last.value()
        warn_at = self.warn_at.value()
        assert kind is not None
        assert prefix is not None
        assert first is not None
        assert last is not None
        assert warn_at is not None
        self._register(NewBook(kind, prefix, first, last, warn_at))
        return True

    def _on_prefix(self, prefix: str | None) -> None:
        self.first.prefix = self.last.prefix = prefix or ""


class HandOutPanel(AskingPanel):
    """Who takes the book along, and since when."""

    def __init__(self, book: BookRow, today: Callable[[], date], hand_out: Callable[[str, date], object]) -> None:
        super().__init__(tr("Hand out {book}").format(book=book.name), tr("Hand out"))
        self._hand_out = hand_out
        self.holder = LineField(tr("Who takes it"))
        self.day = DateField(tr("Handed out on"), today, required=True)
        self.day.set_value(today())
        words = tr("Every number comes back as a receipt, spoiled, missing or unused.")
        self.body.addWidget(body(words, Tone.INK2).wrap())
        self.form.add(tr("Who takes it"), self.holder)
        self.form.add(tr("Handed out on"), self.day)
        self.setFocusProxy(self.holder)

    def work(self) -> bool:
        day = self.day.value()
        assert day is not None
        self._hand_out(self.holder.text(), day)
        return True


@dataclass(frozen=True, slots=True)
class Spoiling:
    """What the panel does with the numbers and the reason."""

    spoil: Callable[[Run, str], object]


class SpoilPanel(AskingPanel):
    """One number or several that follow each other, with the reason."""

    def __init__(self, book: BookRow, doing: Spoiling) -> None:
        super().__init__(tr("Spoil a number of {book}").format(book=book.name), tr("Spoil it"))
        self._doing = doing
        self.numbers = RunField(tr("Number"), book.prefix)
        self.reason: ChoiceField[str] = ChoiceField(tr("Reason"), [(words, words) for words in _spoil_reasons()])
        self.words = LineField(tr("In words"))
        hint = tr("One number, or 12-15 for several.")
        if book.kind.is_counted:
            self.numbers.set_value(Run(book.next, book.next))
            hint = tr("{label} is the next one; numbers are spoiled in their order.").format(
                label=label_of(book.prefix, book.next)
            )
        self.form.add(tr("Number"), self.numbers, hint=hint)
        self.form.add(tr("Reason"), self.reason)
        self.form.add(tr("In words"), self.words, hint=tr("Required where the reason is “other”."))
        self.setFocusProxy(self.numbers)

    def work(self) -> bool:
        run, reason, words = self.numbers.value(), self.reason.value() or "", self.words.text().strip()
        assert run is not None
        if not words and reason == _spoil_reasons()[-1]:
            self.form.show_problem(self.words, tr("Say in a few words why."))
            self.words.setFocus()
            return False
        self._doing.spoil(run, f"{reason}：{words}" if words else reason)
        return True


class FormPanel(AskingPanel):
    """Which number stands on the form that the printer takes next; asked once for each stack."""

    def __init__(self, book: BookRow, confirm: Callable[[int], object]) -> None:
        super().__init__(tr("The form in the printer"), tr("It is this number"))
        self.concerning(book.id)
        self._confirm = confirm
        self.number = NumberField(tr("The form in the printer says"), book.prefix)
        words = tr("The program prints {label} next. Look at the form in the printer and type the number on it.")
        self.body.addWidget(body(words.format(label=label_of(book.prefix, book.next))).wrap())
        self.form.add(tr("The form in the printer says"), self.number)
        self.setFocusProxy(self.number)

    def work(self) -> bool:
        number = self.number.value()
        assert number is not None
        self._confirm(number)
        return True


def _spoil_reasons() -> list[str]:
    return [tr("miswritten"), tr("torn"), tr("jammed in the printer"), tr("test print"), tr("other")]
