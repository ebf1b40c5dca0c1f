"""Which questions stood open when the program ended; said at the start, before anything of a question is read."""

from __future__ import annotations

from app.core.language import tr
from ui.shell.context import Context
from ui.shell.left_forms import LeftForms

DRAFT = "questions"


def tell_left_questions(context: Context) -> None:
    """Say once, after a start, which questions were open when the program ended."""
    left = LeftForms(context, DRAFT)
    left.read()
    titles = tr(", ").join(left.told())
    left.save()
    if titles:
        words = tr("Not finished when the program ended: {titles}. Opened again, it stands there as it was typed.")
        context.messages.hint(words.format(titles=titles))
