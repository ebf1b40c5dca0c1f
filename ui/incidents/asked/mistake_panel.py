"""Something that was taken down by mistake: which, and why in a few words; the log keeps both."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.core.language import tr
from ui.shell.context import Context
from ui.widgets.choice_field import ChoiceField
from ui.widgets.edit_panel import EditPanel
from ui.widgets.line_field import LineField

_MOST = 200
TakeOff = Callable[[int, str], None]


class MistakePanel(EditPanel[str]):
    """`known` are the rows, each with its id; the newest is chosen."""

    def __init__(self, known: Sequence[tuple[str, int]], take_off: TakeOff) -> None:
        words = tr("It is shown and counted no more. The line of the log stays, and a further one corrects it.")
        super().__init__(tr("Taken down by mistake"), self._on_mistake, words=words, saving=tr("Take off"))
        self._take_off = take_off
        self.which: ChoiceField[int] = ChoiceField(tr("Which"), list(known))
        self.which.set_value(known[-1][1])
        self.why = LineField(tr("Why"))
        self.why.setMaxLength(_MOST)
        self.form.add(tr("Which"), self.which)
        self.form.add(tr("Why"), self.why, hint=tr("A few words; may stay empty"))
        self.step_through(self.which, self.why)

    def _on_mistake(self) -> str:
        which = self.which.value()
        assert which is not None
        self._take_off(which, self.why.text())
        return tr("It is taken off; a line of the log says so")


def ask_mistake(context: Context, known: Sequence[tuple[str, int]], take_off: TakeOff) -> bool:
    """Ask which; whether one was taken off."""
    if not known:
        context.messages.hint(tr("Nothing was taken down that could be a mistake."))
        return False
    done = context.questions.ask(MistakePanel(known, take_off).concerning(known[0]))
    if done is None:
        return False
    context.messages.done(done)
    return True
