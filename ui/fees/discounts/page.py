"""The page of discounts: the rules, what they give, and the form for a new one."""

from __future__ import annotations

from datetime import date, timedelta

from app.access.permissions import Permission
from app.access.refusals import NotPermitted
from app.core.language import tr
from app.fees.adjustments.discount_rule import DiscountRule
from app.fees.adjustments.discount_words import rule_words
from ui.fees.discounts.panel import DiscountPanel, DiscountWanted
from ui.fees.discounts.table import DiscountTable
from ui.fees.end_panel import EndPanel
from ui.sentences import say
from ui.shell.context import Context
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.sub_page import SubPage
from ui.widgets.surface import Rule, column, row
from ui.widgets.table_pane import TablePane
from ui.widgets.text_label import caption, page_title

KEYS = "fees.discounts"


class DiscountPage(SubPage):
    """All rules with their days; a new one is made beside a worked example, a rule is ended, never edited."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, KEYS, tr("Discounts"))
        self.setAccessibleName(tr("Discounts"))
        add = context.actions.add
        self._new = add("fees.new_discount", tr("New discount"), "F8", self._on_new, context=KEYS, commits=True)
        self._end = add("fees.end_discount", tr("End this discount"), "Del", self._on_end, context=KEYS, commits=True)
        if not context.actor.may(Permission.MANAGE_TARIFFS):
            why = say(NotPermitted(context.actor.name, Permission.MANAGE_TARIFFS))
            for action in (self._new, self._end):
                action.turn_off(why)
        self.table = DiscountTable()
        self._lay_out()

    def load(self) -> None:
        """Read and show all rules."""
        office = self.context.office
        items = {item.id: item.name for item in office.fee_items.all()}
        self.table.show_rules(office.discount_rules.all(), items, self._today())
        if self.table.current() is None:
            self.table.choose(0)

    def take_focus(self) -> None:
        self.table.setFocus()

    def _lay_out(self) -> None:
        buttons = (KeyButton(self._end, Kind.QUIET), KeyButton(self._new, Kind.PRIMARY, icon="plus"))
        head = row(page_title(tr("Discounts")), None, *buttons, space=8, margins=(24, 12, 16, 8))
        law = tr("Given at the counter when the chosen months are paid at once; part payment loses it.")
        nothing = EmptyState(
            tr("No discount yet"),
            tr("A rule says how many months paid at once give what. Receipts print its name."),
            KeyButton(self._new, icon="plus"),
        )
        pane = TablePane(self.table, nothing)
        words = row(caption(law).wrap(), margins=(24, 0, 24, 8))
        self.setLayout(column(head, words, Rule(), row(pane, margins=(16, 8, 16, 8)), space=0))

    def _on_new(self) -> None:
        items = [item for item in self.context.office.fee_items.all() if item.active and item.one_off_price is None]
        made = self.context.questions.ask(DiscountPanel(items, self._today, self._save))
        if made is not None:
            self._on_changed(tr("“{name}” is saved: {words}").format(name=made.name, words=rule_words(made)))

    def _save(self, wanted: DiscountWanted) -> DiscountRule:
        return self.context.office.discount_rules.add(
            self.context.actor,
            wanted.name,
            wanted.item_id,
            wanted.months,
            wanted.kind,
            wanted.value,
            wanted.first,
            wanted.until,
            only_without_arrears=wanted.only_without_arrears,
        )

    def _on_end(self) -> None:
        line = self.table.current()
        if line is None:
            return
        rule, office, actor = line.rule, self.context.office, self.context.actor
        panel = EndPanel(
            tr("End “{name}”").format(name=rule.name),
            tr("Payments from that day on do not earn it any more. What was given stays given."),
            max(self._today() + timedelta(days=1), rule.first),
            self._today,
            lambda day: office.discount_rules.end(actor, rule.id, day),
            tr("Not given from"),
            tr("The first day on which it is no longer given"),
        )
        if self.context.questions.ask(panel) is not None:
            self._on_changed(tr("“{name}” is ended").format(name=rule.name))

    def _on_changed(self, words: str) -> None:
        self.load()
        self.table.setFocus()
        self.context.messages.done(words)
        self.context.changes.announce("fees", by=self)

    def _today(self) -> date:
        return self.context.clock.now().date()
