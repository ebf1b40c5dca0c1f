"""The paper before it is printed: Enter prints, Esc goes back to where the person was."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from app.core.language import mark, tr
from ui.printing.pdf_view import PdfView
from ui.sentences.paper import missing_glyphs_warning
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.shell.questions import Questions
from ui.widgets.colours import Tone
from ui.widgets.key_button import Kind
from ui.widgets.text_label import body, caption

if TYPE_CHECKING:
    from app.paper.lettering import MissingGlyph  # would read the drawing library


_ARROWS = (
    ("left", mark("Scroll left"), "Left", -1, 0),
    ("right", mark("Scroll right"), "Right", 1, 0),
    ("above", mark("Scroll up"), "Up", 0, -1),
    ("below", mark("Scroll down"), "Down", 0, 1),
)


def preview(questions: Questions, title: str, pdf: bytes, missing: Sequence[MissingGlyph] = ()) -> bool:
    """Show a paper and ask whether to print it; `missing` are the characters that it prints as boxes."""
    return questions.ask(PreviewPanel(title, pdf, missing)) is True


class PreviewPanel(QuestionPanel[bool]):
    """A paper on the screen; answers True to print it, nothing to go back."""

    most = (1200, 1000)

    def __init__(self, title: str, pdf: bytes, missing: Sequence[MissingGlyph] = ()) -> None:
        super().__init__(title, width=900)
        self.view = PdfView()
        self._where = caption()
        self.body.addWidget(self.view, 1)
        warning = missing_glyphs_warning(missing)
        if warning:
            self.body.addWidget(body(warning, Tone.WARN).wrap())
        self.setFocusProxy(self.view)
        self.view.turned.connect(self._on_moved)
        self.view.zoomed.connect(self._on_moved)
        self.answered.connect(self.view.close_pdf)
        self.view.show_pdf(pdf)

    def add_actions(self, actions: ActionRegistry) -> None:
        """Zoom and pages left, back and print right."""
        self.buttons.insertWidget(0, self._where)
        self._add_key(actions, "larger", tr("Larger"), ("+", "="), self.view.zoom_in)
        self._add_key(actions, "smaller", tr("Smaller"), "-", self.view.zoom_out)
        self._add_key(actions, "width", tr("Fit width"), "0", self.view.fit_width)
        self._add_key(actions, "whole", tr("Whole page"), "1", self.view.whole_page)
        self._add_key(actions, "on", tr("Scroll on"), ("PgDown", "Space"), self.view.go_on)
        self._add_key(actions, "up", tr("Scroll back"), "PgUp", self.view.go_back)
        self._add_key(actions, "next", tr("Next page"), "Ctrl+PgDown", lambda: self.view.turn_to(self.view.page + 1))
        self._add_key(
            actions, "previous", tr("Previous page"), "Ctrl+PgUp", lambda: self.view.turn_to(self.view.page - 1)
        )
        self._add_key(actions, "first", tr("First page"), "Home", lambda: self.view.turn_to(1))
        self._add_key(actions, "last", tr("Last page"), "End", lambda: self.view.turn_to(self.view.page_count))
        for name, words, key, across, down in _ARROWS:
            self._add_key(actions, name, tr(words), key, partial(self.view.move_by, across, down))
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self.add_button(actions, "print", tr("Print"), "Return", lambda: self.answer(answer=True), Kind.PRIMARY)

    def _add_key(self, actions: ActionRegistry, name: str, text: str, keys: str | tuple[str, ...], run: object) -> None:
        assert callable(run)
        actions.add(f"{self.context}.{name}", text, keys, run, context=self.context)

    def _on_moved(self) -> None:
        self._where.setText(
            tr("Page {page} of {pages} · {percent} %").format(
                page=self.view.page, pages=self.view.page_count, percent=self.view.percent
            )
        )
