"""Choosing what the list holds: a saved view, or each thing by itself; kept for the next start."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app.core.errors import Refusal
from app.core.language import tr
from app.core.show import show_whole
from app.tickets.lists.filters import TicketFilter
from app.tickets.lists.views import TicketView
from ui.sentences import say
from ui.shell.actions import ActionRegistry
from ui.shell.context import Context
from ui.shell.question_panel import QuestionPanel
from ui.tickets.board.filter_fields import FilterFields
from ui.tickets.board.views_panel import ask_view_name
from ui.widgets.choice_field import ChoiceField
from ui.widgets.colours import Tone
from ui.widgets.error_line import ErrorLine
from ui.widgets.form import Form
from ui.widgets.key_button import Kind
from ui.widgets.scrolling import Scrolling
from ui.widgets.surface import column
from ui.widgets.text_label import body


class FilterPanel(QuestionPanel[TicketFilter]):
    """Says at every choice how many tickets it holds."""

    keeps_typed = False

    def __init__(self, context: Context, wanted: TicketFilter) -> None:
        super().__init__(tr("Filter the list"), width=560)
        self._context, self._before = context, wanted
        self.view: ChoiceField[TicketView | None] = ChoiceField(tr("Saved view"))
        self._count, self._problem = body("", Tone.INK2), ErrorLine()
        form = Form()
        form.add(tr("Saved view"), self.view)
        self.fields = FilterFields(context, form)
        self.body.addWidget(Scrolling(column(form, None, margins=(0, 0, 8, 0))))
        self.body.addWidget(self._count)
        self.body.addWidget(self._problem)
        self._offer_views()
        self.fields.show(wanted)
        self._connect()
        self._say()
        self.setFocusProxy(self.view)

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self.add_button(actions, "save", tr("Save as view"), "Ctrl+S", self._on_save)
        self.add_button(actions, "drop", tr("Take view away"), "Ctrl+D", self._on_drop)
        self.add_button(actions, "all", tr("No filter"), "Ctrl+0", self._on_none)
        self.add_button(actions, "take", tr("Show these"), ("F9", "Return"), self._on_take, Kind.PRIMARY)

    def counted(self) -> str:
        """How many tickets the filter holds."""
        return self._count.text()

    def _connect(self) -> None:
        self.view.chosen.connect(self._on_view)
        for field in (self.fields.group, *self.fields.sets.values(), self.fields.order):
            field.chosen.connect(lambda _: self._say())
        for day in (self.fields.first, self.fields.last):
            day.value_changed.connect(lambda _: self._say())

    def _offer_views(self) -> None:
        views = self._context.office.ticket_views.all()
        self.view.offer([(tr("none"), None), *((one.name, one) for one in views)])

    def _on_view(self, view: TicketView | None) -> None:
        if view is not None:
            self.fields.show(view.filter)
            self._say()

    def problem(self) -> str:
        """What was refused."""
        return self._problem.text()

    def _on_save(self) -> None:
        name = ask_view_name(self._context)
        if name is None:
            return
        views, wanted = self._context.office.ticket_views, self.fields.wanted(replace(self._before, text=""))
        if self._attempt(lambda: views.save(self._context.actor, name, wanted)):
            self._context.messages.done(tr("The view “{name}” is saved").format(name=name))

    def _on_drop(self) -> None:
        view, views = self.view.value(), self._context.office.ticket_views
        if view is not None and self._attempt(lambda: views.take_away(self._context.actor, view.id)):
            self._context.messages.done(tr("The view “{name}” is taken away").format(name=view.name))

    def _attempt(self, run: Callable[[], object]) -> bool:
        try:
            run()
        except Refusal as refusal:
            self._problem.show_problem(say(refusal))
            return False
        self._problem.show_problem("")
        self._offer_views()
        return True

    def _on_none(self) -> None:
        self.answer(TicketFilter(self.fields.group.value() or self._before.group))

    def _on_take(self) -> None:
        if self.fields.first.check() and self.fields.last.check():
            self.answer(self.fields.wanted(self._before))

    def _say(self) -> None:
        total = self._context.office.ticket_lists.read(self.fields.wanted(self._before), limit=1).total
        self._count.show_text(tr("{count} tickets").format(count=show_whole(total)))
