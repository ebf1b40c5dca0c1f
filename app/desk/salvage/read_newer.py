"""Comparing what damaged data still gives with a backup: everything with a key above the backup's last is newer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Table, func, select

from app.access.tables import user
from app.core.money import Money
from app.core.show import show_shift
from app.counter.books.kinds import BookKind
from app.counter.tables import cash_move, payment, receipt, receipt_book, shift, tender, z_report
from app.desk.salvage.line_words import TABLES, cash_words, entry_words
from app.desk.salvage.newer import LineKind, Newer, NewerLine, missing_labels, number_in
from app.duty.tables import duty_entry, hazard
from app.estate.tables import occupancy, person, unit
from app.fees.tables import adjustment, charge
from app.incidents.kept_plans.plan_rows import plan_of
from app.incidents.number import incident_number
from app.incidents.plans.plan import Plan
from app.incidents.tables import incident, incident_entry, incident_plan
from app.ledger.head import Head
from app.ledger.tables import journal_entry
from app.meters.tables import reading
from app.notices.tables import notice
from app.store.salvage import Row, Salvage
from app.tickets.number import ticket_number
from app.tickets.tables import ticket, ticket_entry

OTHERS: tuple[Table, ...] = (
    *(charge, adjustment, reading, unit, person, occupancy),
    *(ticket_entry, notice, duty_entry, hazard),
)
"""Other tables of which only how many rows are newer is told."""
_BACK = {"refund": LineKind.REFUND}


def read_newer(salvage: Salvage, backup: Connection, known: Head | None) -> Newer:
    """Every line that the backup lacks, the oldest first; numbers that were issued and cannot be read are named."""
    reader = _Reader(salvage, backup)
    papers = reader.newer(receipt)
    lines = [
        *reader.payments(papers),
        *reader.shifts(),
        *reader.cash(),
        *reader.tickets(),
        *reader.incidents(),
    ]
    others = tuple((TABLES[table.name], len(rows)) for table in OTHERS if (rows := reader.newer(table)))
    return Newer(
        tuple(sorted(lines, key=lambda line: line.at)),
        _missing(backup, papers, known),
        others,
        tuple(sorted(reader.unread)),
        reader.entries_lost(known),
    )


@dataclass
class _Reader:
    salvage: Salvage
    backup: Connection
    unread: set[str] = field(default_factory=set)
    read: dict[str, tuple[Row, ...]] = field(default_factory=dict)

    def newer(self, table: Table) -> tuple[Row, ...]:
        """The rows above the backup's last."""
        if table.name not in self.read:
            found = self.salvage.rows(table, self._last(table))
            self.read[table.name] = found.rows
            if not found.whole:
                self.unread.add(table.name)
        return self.read[table.name]

    def payments(self, papers: Iterable[Row]) -> Iterable[NewerLine]:
        """Receipts, refunds, and what was taken back."""
        rows = self.newer(payment)
        label_by_payment = {row["payment_id"]: row["label"] for row in papers}
        known = {row["id"]: row for row in rows}
        tenders: dict[int, list[Row]] = {}
        for one in self.newer(tender):
            tenders.setdefault(one["payment_id"], []).append(one)
        backs = {row["reverses"] or row["refunds"] for row in rows} - {None}
        earlier = self._labels(backs - set(label_by_payment))
        units, names = self._units(rows), self._names(rows)
        for row in rows:
            label = label_by_payment.get(row["id"], "")
            if row["kind"] == "payment":
                yield self._paper(row, label, tenders.get(row["id"], ()), units, names)
            elif row["shift_id"] is not None:
                of = row["reverses"] or row["refunds"]
                original = label_by_payment.get(of) or earlier.get(of, "")
                amount = known[of]["received"] - known[of]["change"] if of in known else row["received"]
                yield NewerLine(
                    _BACK.get(row["kind"], LineKind.VOID),
                    label or original,
                    units.get(row["unit_id"], ""),
                    amount,
                    row["at"],
                    names.get(row["by"], ""),
                    row["reason"] if not label else f"{original} {row['reason']}".strip(),
                )
        for one in papers:
            if one["payment_id"] not in known:
                yield self._paper_alone(one, names)

    def shifts(self) -> Iterable[NewerLine]:
        """Shifts that began, and those that were closed with their report."""
        rows, reports = self.newer(shift), self.newer(z_report)
        names = self._names([*rows, *reports], "user_id", "by")
        for row in rows:
            number = show_shift(row["id"])
            yield NewerLine(
                LineKind.SHIFT_OPENED, number, "", row["opening_float"], row["opened_at"], names.get(row["user_id"], "")
            )
        for row in reports:
            label = str(row["facts"].get("label", row["no"]))
            yield NewerLine(LineKind.SHIFT_CLOSED, label, "", None, row["at"], names.get(row["by"], ""))

    def cash(self) -> Iterable[NewerLine]:
        """Cash that came or went without a receipt."""
        rows = self.newer(cash_move)
        names = self._names(rows)
        for row in rows:
            number, what = show_shift(row["shift_id"]), cash_words(row)
            line = NewerLine(LineKind.CASH, number, "", row["amount"], row["at"], names.get(row["by"], ""))
            yield line.telling(what.zh, what.en)

    def tickets(self) -> Iterable[NewerLine]:
        """Tickets that were taken down."""
        rows = self.newer(ticket)
        units, names = self._units(rows), self._names(rows)
        for row in rows:
            place = units.get(row["unit_id"], "") or row["place"]
            number = ticket_number(row["day"], row["serial"])
            yield NewerLine(
                LineKind.TICKET, number, place, None, row["reported_at"], names.get(row["by"], ""), row["text"]
            )

    def incidents(self) -> Iterable[NewerLine]:
        """Incidents that began, and every line of their logs."""
        rows, entries = self.newer(incident), self.newer(incident_entry)
        names = self._names(rows)
        known = {row["id"]: row for row in rows}
        known |= self._incidents({row["incident_id"] for row in entries} - set(known))
        plans = self._plans({row["plan_id"] for row in known.values()})
        for row in rows:
            by, plan = names.get(row["by"], ""), plans.get(row["plan_id"])
            line = NewerLine(LineKind.INCIDENT, _number_of(row), row["place"], None, row["started_at"], by)
            yield line if plan is None else line.telling(plan.name.zh, plan.name.en)
        for row in entries:
            of = known.get(row["incident_id"])
            number = f"{'' if of is None else _number_of(of)} {row['no']}".strip()
            what = entry_words(row, None if of is None else plans.get(of["plan_id"]))
            line = NewerLine(LineKind.INCIDENT_LINE, number, "", None, row["happened_at"], row["name"])
            yield line.telling(what.zh, what.en)

    def entries_lost(self, known: Head | None) -> int:
        """Entries of the journal that were confirmed and can be read nowhere."""
        if known is None:
            return 0
        last = self._last(journal_entry)
        read = len([row for row in self.newer(journal_entry) if row["no"] <= known.no])
        return max(0, known.no - last - read)

    def _paper(
        self,
        row: Row,
        label: str,
        tenders: Iterable[Row],
        units: Mapping[int, str],
        names: Mapping[int, str],
    ) -> NewerLine:
        own = [one for one in tenders if one["change_id"] is None]
        references = " ".join(one["reference"] for one in own if one["reference"])
        return NewerLine(
            LineKind.RECEIPT,
            label,
            units.get(row["unit_id"], ""),
            row["received"] - row["change"],
            row["written_at"] or row["at"],
            row["collector"] or names.get(row["by"], ""),
            " ".join(text for text in (row["payer_name"], references) if text),
            "+".join(dict.fromkeys(one["method"] for one in own)),
        )

    def _paper_alone(self, row: Row, names: Mapping[int, str]) -> NewerLine:
        """Its payment cannot be read: the copy of what was printed says the same."""
        facts = row["facts"]
        total = facts.get("total")
        amount = Money(total) if isinstance(total, int) else None
        kind = LineKind.REFUND if row["kind"] == "refund" else LineKind.RECEIPT
        by = names.get(row["by"], "") or str(facts.get("cashier", ""))
        return NewerLine(kind, row["label"], str(facts.get("unit", "")), amount, row["at"], by, facts.get("payer", ""))

    def _last(self, table: Table) -> int:
        key = next(iter(table.primary_key))
        return int(self.backup.execute(select(func.max(key))).scalar() or 0)

    def _units(self, rows: Iterable[Row]) -> dict[int, str]:
        return self._texts(unit, "code", {row["unit_id"] for row in rows})

    def _names(self, rows: Iterable[Row], *columns: str) -> dict[int, str]:
        keys = {row.get(column) for row in rows for column in columns or ("by",)}
        return self._texts(user, "name", keys)

    def _texts(self, table: Table, column: str, keys: set[Any]) -> dict[int, str]:
        """By key what a row is called: as the backup says it, else as the damaged file does."""
        wanted = keys - {None}
        known = select(table.c.id, table.c[column]).where(table.c.id.in_(wanted))
        found = {row[0]: str(row[1]) for row in self.backup.execute(known)}
        if wanted - set(found):
            found |= {row["id"]: str(row[column]) for row in self.newer(table) if row["id"] in wanted}
        return found

    def _labels(self, payment_ids: set[int]) -> dict[int, str]:
        asked = select(receipt.c.payment_id, receipt.c.label).where(receipt.c.payment_id.in_(payment_ids))
        return {row[0]: str(row[1]) for row in self.backup.execute(asked)}

    def _incidents(self, keys: set[int]) -> dict[int, Row]:
        asked = select(incident).where(incident.c.id.in_(keys))
        return {row.id: row._asdict() for row in self.backup.execute(asked)}

    def _plans(self, keys: set[int]) -> dict[int, Plan]:
        asked = select(incident_plan).where(incident_plan.c.id.in_(keys))
        rows: list[Row] = [row._asdict() for row in self.backup.execute(asked)]
        if keys - {row["id"] for row in rows}:
            rows += self.newer(incident_plan)
        return {row["id"]: plan_of(row["code"], row["text"]) for row in rows if row["id"] in keys}


def _number_of(row: Mapping[str, Any]) -> str:
    return incident_number(row["day"], row["serial"], is_drill=row["is_drill"])


def _missing(backup: Connection, papers: Iterable[Row], known: Head | None) -> tuple[str, ...]:
    """By every book that the program counts: numbers up to the highest known that nothing was read of."""
    missing: list[str] = []
    rows = list(papers)
    subject = "" if known is None else known.subject
    for book in backup.execute(select(receipt_book).order_by(receipt_book.c.id)):
        if BookKind(book.kind).is_counted:
            numbers = {row["number"] for row in rows if row["book_id"] == book.id}
            missing += missing_labels(book.prefix, book.next, numbers, number_in(subject, book.prefix))
    return tuple(missing)
