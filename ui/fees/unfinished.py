"""Work that was left before it was saved: brought back by a key, and after the next start."""

from __future__ import annotations

from collections.abc import Mapping

from app.core.language import tr
from ui.fees.assigning.assign_page import AssignPage
from ui.fees.assigning.move_page import MovePage
from ui.fees.shared.form import SharedForm
from ui.fees.tariffs import form_draft
from ui.fees.tariffs.tariff_form import LeftForm, TariffForm
from ui.shell.actions import Action
from ui.shell.context import Context
from ui.shell.draft_watch import DraftWatch
from ui.widgets.sub_page import SubPage

Work = AssignPage | MovePage | SharedForm
Left = LeftForm | Work


class Unfinished:
    """Remembers the last form or work that was left; `restore` is the action that brings it back."""

    def __init__(self, context: Context, form: TariffForm, restore: Action) -> None:
        self._context = context
        self._form = form
        self._restore = restore
        self._left: Left | None = None
        self._watch = DraftWatch(context, form_draft.FORM, self._in_form, form)

    def remember(self, page: SubPage) -> None:
        """This page is being left: what it would lose is remembered, and said."""
        left = self._of(page)
        if left is not None:
            self._left = left
            self._say(tr("Nothing was saved. {key} brings the form back."))

    def take(self) -> Left | None:
        """What was left last, once."""
        left, self._left = self._left, None
        if left is None:
            self._context.messages.hint(tr("No form was left."))
        return left

    def keep_draft(self, page: SubPage) -> None:
        """Keep the form that is not saved, on the page or left before, for the next start."""
        left = self._of(page) or self._left
        form_draft.keep(self._context, left if isinstance(left, LeftForm) else None)

    def _in_form(self) -> Mapping[str, object] | None:
        left = self._form.left_over()
        return None if left is None else form_draft.to_facts(left)

    def drop_draft(self) -> None:
        """The form was saved."""
        form_draft.keep(self._context, None)

    def find_draft(self) -> None:
        """Take up what the last start left behind."""
        self._left = form_draft.find(self._context)
        if self._left is not None:
            self._say(tr("A form was left unsaved. {key} brings it back."))

    def _of(self, page: SubPage) -> Left | None:
        if page is self._form:
            return self._form.left_over()
        return page if isinstance(page, Work) and page.has_choice else None

    def _say(self, words: str) -> None:
        self._context.messages.hint(words.format(key=self._restore.cap))
