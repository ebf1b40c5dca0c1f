"""The audit trail: who did or looked at what, when and from where; searched, and verified in plain words."""

from __future__ import annotations

from app.access.permissions import Permission
from app.access.trail import TrailRow
from app.core.language import tr, tr_n
from app.core.show import show_time
from app.counter.shifts.printed_ends import FoundSum
from app.store.truths import Finding
from ui.admin.audit.found_words import found_words
from ui.admin.audit.printed_sum_panel import PrintedSumPanel
from ui.sentences.trail import action_words, window_words
from ui.sentences.trail_subjects import row_words, subject_words
from ui.shell.context import Context
from ui.widgets.chip import Mood
from ui.widgets.columns import Column
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_button import Kind
from ui.widgets.section import Section
from ui.widgets.table_view import TableView

KEYS = "admin.audit"


class AuditPart(Section[TrailRow]):
    """Nothing is changed here, and that somebody searched is a row of its own."""

    needs = Permission.SEE_AUDIT

    def __init__(self, context: Context) -> None:
        super().__init__(
            context,
            KEYS,
            tr("Audit trail"),
            TableView(tr("Audit trail"), _columns(), key=lambda one: one.id),
            words=tr(
                "Every act with who, when and where, chained so that a change behind the program's back is told. "
                "Who has the key and this program could chain everything anew. That is told by the Z reports on paper: "
                "keep them, and compare their sums here. An older backup tells it too."
            ),
            empty=EmptyState(tr("No act fits"), tr("Search with other words.")),
            filter_hint=tr("Filter by words of a row"),
        )
        self._asked = ""
        self.offer("verify", tr("Verify everything"), "F9", self._on_verify, Kind.PRIMARY, icon="shield-check")
        self.offer("search", tr("Search the whole trail"), "F7", self._on_search, icon="search")
        self.offer("compare", tr("Compare a printed Z report"), "F6", self._on_compare, icon="receipt-text")
        read = self.offer(
            "read", tr("Read the whole row"), "Return", self.on_row(self._on_read), Kind.QUIET, in_rows=True
        )
        self.opens(read)

    def load(self) -> None:
        self.table.show_rows(self.context.office.trail.newest(self.context.actor))

    def _on_search(self) -> None:
        title, label = tr("Search the whole trail"), tr("Name, receipt, act or date")
        asked = self.context.questions.ask_text(title, label, self._asked)
        if asked is None:
            return
        self._asked = asked.strip()
        if not self._asked:
            self.load()
            return
        found = self.context.office.trail.search(self.context.actor, self._asked)
        self.table.show_rows(found)
        self.table.setFocus()
        self.context.messages.done(tr_n("{n} row found", "{n} rows found", len(found)).format(n=len(found)))

    def _on_read(self, row: TrailRow) -> None:
        """A row that is longer than its place, one fact on each line."""
        about = subject_words(row.action, row.subject)
        lines = [
            tr("{when}, {who}").format(when=show_time(row.at), who=row.who or tr("nobody was signed in")),
            *([about] if about else []),
            *([window_words(row.window)] if row.window else []),
            *row_words(row.action, row.subject, row.facts).split(tr("; ")),
        ]
        self.context.questions.tell(action_words(row.action), "\n".join(line for line in lines if line))

    def _on_compare(self) -> None:
        typed = self.context.questions.ask(PrintedSumPanel())
        if typed is None:
            return
        office, by = self.context.office, self.context.actor
        self.context.worker.run(
            tr("Comparing"), lambda _progress: office.printed_ends.compare(by, typed), self._say_found
        )

    def _say_found(self, found: FoundSum | None) -> None:
        words, mood = found_words(found)
        self.load()
        self.strip.say(words, mood)

    def _on_verify(self) -> None:
        office = self.context.office
        self.context.worker.run(tr("Verifying"), lambda _progress: office.verify(), self._say)

    def _say(self, findings: list[Finding]) -> None:
        broken = [finding for finding in findings if finding.breaches]
        if not broken:
            self.strip.say(
                tr("All {n} checks hold: nothing was altered, added or removed.").format(n=len(findings)), Mood.OK
            )
            return
        count = sum(len(finding.breaches) for finding in broken)
        words = tr_n(
            "{n} thing is not as the program wrote it.", "{n} things are not as the program wrote them.", count
        )
        self.strip.say(words.format(n=count), Mood.DANGER)
        lines = [
            line for finding in broken for line in (tr(finding.truth), *(f"    {one}" for one in finding.breaches))
        ]
        self.context.questions.tell(tr("Altered behind the program's back"), "\n".join(lines))


def _columns() -> list[Column[TrailRow]]:
    return [
        Column(tr("When"), lambda one: show_time(one.at)),
        Column(tr("Who"), lambda one: one.who),
        Column(tr("What"), lambda one: action_words(one.action), bold=True),
        Column(tr("About"), lambda one: subject_words(one.action, one.subject)),
        Column(tr("Where"), lambda one: window_words(one.window)),
        Column(tr("Before and after"), lambda one: row_words(one.action, one.subject, one.facts), stretch=True),
    ]
