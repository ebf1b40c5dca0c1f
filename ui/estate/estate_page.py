"""The tab of the estate: tree or search on the left; a unit, a form or the imports on the right."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QStackedWidget, QWidget

from app.access.permissions import Permission
from app.access.refusals import NotPermitted
from app.core.ids import UnitId
from app.core.language import tr
from app.estate.unit_facts import OccupantRow, UnitFilter, UnitPage
from ui.estate.entry_form import EntryForm, LeftEntry
from ui.estate.import_page import ImportPage
from ui.estate.left_entry import DRAFT, from_facts, to_facts
from ui.estate.person_form import PersonAsked, PersonForm
from ui.estate.side_pane import SidePane
from ui.estate.unit_form import UnitForm
from ui.estate.unit_view import UnitView
from ui.estate.welcome import Welcome
from ui.sentences import say
from ui.shell.changes import Change
from ui.shell.context import Context
from ui.shell.draft_watch import DraftWatch
from ui.shell.window_layout import Room
from ui.widgets.sizes import px
from ui.widgets.sub_page import SubPage
from ui.widgets.surface import Rule, row

TAB = "estate"
_SIDE_WIDTH = {Room.WIDE: 248, Room.NARROW: 232, Room.SMALL: 204}


class EstatePage(QWidget):
    """Esc goes back one level: from a form to the unit, from the unit to the list, from the list to the search."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._left: LeftEntry | None = None
        self._make_actions()
        self.side = SidePane(context, self._new, self._imports)
        self.unit, self.welcome = UnitView(context), Welcome(context, self._new, self._imports)
        self.unit_form, self.person_form = UnitForm(context), PersonForm(context)
        self.imports = ImportPage(context)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._load()
        self._watch = DraftWatch(context, DRAFT, self._unsaved, self)
        self._find_draft()

    def keep_draft(self) -> None:
        """Keep the form that is not saved, for the next start."""
        self._watch.keep()

    def focus_search(self) -> None:
        """Put the caret in the search box."""
        self.side.search.take_caret()

    def _make_actions(self) -> None:
        add, actor = self._context.actions.add, self._context.actor
        self._new = add("estate.new_unit", tr("New unit"), "Ctrl+N", self._on_new, context=TAB)
        self._imports = add("estate.imports", tr("Import a list"), "Ctrl+I", self._on_imports, context=TAB)
        self._restore = add(
            "estate.restore", tr("Bring back the form that was left"), "Ctrl+Z", self._on_restore, context=TAB
        )
        add("estate.back", tr("Back one step"), "Esc", self._on_back, context=TAB)
        if not actor.may(Permission.MANAGE_ESTATE):
            self._new.turn_off(say(NotPermitted(actor.name, Permission.MANAGE_ESTATE)))

    def _lay_out(self) -> None:
        for page in (self.welcome, self.unit, self.unit_form, self.person_form, self.imports):
            self._stack.addWidget(page)
        self._rule = Rule(upright=True)
        self.setLayout(row(self.side, self._rule, self._stack, space=0))
        self._on_room_changed()

    def _connect(self) -> None:
        self.side.chosen.connect(self._on_chosen)
        self.side.entered.connect(self._on_entered)
        self.unit.change_wanted.connect(lambda page: self._begin(self.unit_form, page))
        self.unit.person_wanted.connect(self._on_person_wanted)
        self.unit.changed.connect(lambda: self._on_saved(self.side.current()))
        self.unit_form.saved.connect(self._on_saved)
        self.person_form.saved.connect(self._on_saved)
        self.imports.changed.connect(self._on_imported)
        self._context.changes.changed.connect(self._on_changed)
        self._context.layout.changed.connect(self._on_room_changed)
        self._context.theme.changed.connect(self._on_room_changed)

    def _load(self) -> None:
        self.side.load()
        self.welcome.show_words(is_empty=self.side.is_empty)

    def _page(self) -> SubPage:
        page = self._stack.currentWidget()
        assert isinstance(page, SubPage)
        return page

    def _show(self, page: SubPage, *, focus: bool = False) -> None:
        leaving = self._page()
        if isinstance(leaving, EntryForm) and page is not leaving:
            self._keep(leaving)
        self._stack.setCurrentWidget(page)
        self._fold()
        if focus:
            page.take_focus()

    def _show_unit(self, unit_id: UnitId | None) -> None:
        if unit_id is None:
            self._show(self.welcome)
        else:
            self.unit.show_unit(unit_id)
            self._show(self.unit)

    def _on_chosen(self, unit_id: UnitId) -> None:
        self._show_unit(unit_id)

    def _on_entered(self) -> None:
        unit_id = self.side.current()
        if unit_id is not None:
            self._show_unit(unit_id)
            self.unit.take_focus()

    def _begin(self, form: EntryForm, about: object) -> None:
        form.begin(about)
        self._show(form, focus=True)

    def _on_new(self) -> None:
        self._begin(self.unit_form, None)

    def _on_person_wanted(self, page: UnitPage, person: OccupantRow | None) -> None:
        self._begin(self.person_form, PersonAsked(page, person))

    def _on_imports(self) -> None:
        self.imports.begin()
        self._show(self.imports, focus=True)

    def _on_back(self) -> None:
        page = self._page()
        if page.back():
            return
        if page not in (self.unit, self.welcome):
            self._show_unit(self.side.current())
            self.side.take_focus()
        elif page.isAncestorOf(self.focusWidget()):
            self.side.take_focus()
        else:
            self.side.search.clear()
            self.focus_search()

    def _keep(self, form: EntryForm) -> None:
        left = form.left_over()
        if left is not None:
            self._left = left
            said = tr("Nothing was saved. {key} brings the form back.")
            self._context.messages.hint(said.format(key=self._restore.cap))

    def _unsaved(self) -> Mapping[str, object] | None:
        page = self._page()
        left = (page.left_over() if isinstance(page, EntryForm) else None) or self._left
        return None if left is None else to_facts(left)

    def _find_draft(self) -> None:
        kept = self._watch.found()
        self._left = None if kept is None else from_facts(self._context, kept, self.unit_form, self.person_form)
        if self._left is not None:
            said = tr("A form was left unsaved. {key} brings it back.")
            self._context.messages.hint(said.format(key=self._restore.cap))

    def _on_restore(self) -> None:
        if self._left is None:
            self._context.messages.hint(tr("No form was left."))
            return
        left, self._left = self._left, None
        left.form.take_up(left)
        self._show(left.form, focus=True)

    def _on_saved(self, unit_id: UnitId | None) -> None:
        self._watch.keep()
        self._load()
        if unit_id is not None:
            code = self._context.office.estate.unit_page(unit_id).code
            found = self._context.office.estate.units(UnitFilter(text=code))
            self.side.show_unit(next(one for one in found if one.id == unit_id))
        self._show_unit(unit_id)
        self.side.take_focus()
        self._context.changes.announce("estate", by=self)

    def _on_imported(self) -> None:
        self._load()
        self._context.changes.announce("estate", by=self)

    def _on_changed(self, change: Change) -> None:
        if change.by is self or not change.concerns("estate", "fees", "counter"):
            return
        if change.concerns("estate"):
            self._load()
        unit_id = self.side.current()
        if unit_id is not None and self._page() is self.unit:
            self.unit.show_unit(unit_id)

    def _on_room_changed(self) -> None:
        room = self._context.layout.room
        self.side.setFixedWidth(px(_SIDE_WIDTH[room]))
        self._fold()

    def _fold(self) -> None:
        """Where there is little room, forms and imports have it all."""
        working = self._page() not in (self.unit, self.welcome)
        hidden = working and self._context.layout.room is Room.SMALL
        self.side.setVisible(not hidden)
        self._rule.setVisible(not hidden)
