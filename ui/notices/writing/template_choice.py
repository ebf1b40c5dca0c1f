"""What the notice is about: a digit chooses, or ↑ ↓ and Enter."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal

from app.core.language import tr
from app.notices.kept_templates.template_rows import KeptTemplate
from ui.notices.keys import CHOOSING
from ui.sentences.notices import KINDS, in_language
from ui.shell.context import Context
from ui.widgets.colours import Tone
from ui.widgets.sub_page import SubPage
from ui.widgets.surface import column
from ui.widgets.text_label import body, page_title
from ui.widgets.two_line_list import TwoLine, TwoLineList

_DIGITS = "1234567890"


class TemplateChoice(SubPage):
    """`chosen` gives the code of a template; `left` comes with Esc."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context, CHOOSING, tr("What the notice is about"))
        self.list = TwoLineList(tr("What the notice is about"))
        self._codes: dict[str, str] = {}
        hint = body(tr("Its digit chooses; ↑ ↓ and Enter too."), Tone.INK2).wrap()
        whole = column(page_title(tr("What is it about?")), hint, self.list, space=8, margins=(24, 16, 24, 16))
        whole.setStretchFactor(self.list, 1)
        self.setLayout(whole)
        self.list.opened.connect(lambda code: self.chosen.emit(str(code)))
        for digit in _DIGITS:
            words = tr("Template {digit}").format(digit=digit)
            context.actions.add(f"{CHOOSING}.{digit}", words, digit, partial(self._on_digit, digit), context=CHOOSING)
        context.actions.add(f"{CHOOSING}.back", tr("Back to the list"), "Esc", self.left.emit, context=CHOOSING)

    def begin(self) -> None:
        """Offer the templates in use."""
        templates = self.context.office.notice_templates.in_use()
        self._codes = {one.template.key: one.template.code for one in templates}
        self.list.show_lines([_line(one) for one in templates], choose_first=True)

    def take_focus(self) -> None:
        self.list.setFocus()

    def _on_digit(self, digit: str) -> None:
        if digit in self._codes:
            self.chosen.emit(self._codes[digit])


def _line(one: KeptTemplate) -> TwoLine:
    template = one.template
    kinds = tr(", ").join(tr(KINDS[kind]) for kind in template.kinds)
    titles = [template.titles[kind] for kind in template.kinds if "{" not in template.titles[kind]]
    below = "  ".join(dict.fromkeys(titles)) or tr("a title and a text of your own")
    return TwoLine(template.key, in_language(template.name), kinds, below, what=template.code)
