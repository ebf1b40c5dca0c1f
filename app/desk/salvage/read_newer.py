"""Comparing what damaged data still gives with a backup: everything with a key above the backup's last is newer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Table, func, select

from app.access.tables import user
from app.core.language import mark
from app.core.money import Money
from app.core.show import show_shift
from app.counter.books.kinds import BookKind
from app.counter.tables import cash_move, payment, receipt, receipt_book, shift, tender, z_report
from app.desk.salvage.newer import LineKind, Newer, NewerLine, missing_labels, number_in
from app.duty.tables import duty_entry, hazard
from app.estate.tables import occupancy, person, unit
from app.fees.tables import adjustment, charge
from app.incidents.number import incident_number
from app.incidents.tables import incident, incident_entry
from app.ledger.head import Head
from app.ledger.tables import journal_entry
from app.meters.tables import reading
from app.notices.tables import notice
from app.store.salvage import Row, Salvage
from app.tickets.number import ticket_number
from app.tickets.tables import ticket, ticket_entry

OTHERS: tuple[tuple[Table, str], ...] = (
    (charge, mark("charges")),
    (adjustment, mark("adjustments")),
    (reading, mark("meter readings")),
    (unit, mark("units")),
    (person, mark("people")),
    (occupancy, mark("roles on units")),
    (ticket_entry, mark("lines of tickets")),
    (notice, mark("notices")),
    (duty_entry, mark("lines of the duty log")),
    (hazard, mark("hazards")),
)
"""Other tables of which only how many rows are newer is told, with the words for them."""
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
    others = tuple((words, len(rows)) for table, words in OTHERS if (rows := reader.newer(table)))
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
            what = " ".join(text for text in (row["kind"], row["reason"], row["person"]) if text)
            number = show_shift(row["shift_id"])
            yield NewerLine(LineKind.CASH, number, "", row["amount"], row["at"], names.get(row["by"], ""), what)

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
        numbers = {row["id"]: _number_of(row) for row in rows}
        numbers |= self._incident_numbers({row["incident_id"] for row in entries} - set(numbers))
        for row in rows:
            yield NewerLine(
                LineKind.INCIDENT, numbers[row["id"]], row["place"], None, row["started_at"], names.get(row["by"], "")
            )
        for row in entries:
            yield NewerLine(
                LineKind.INCIDENT_LINE,
                f"{numbers.get(row['incident_id'], '')} {row['no']}".strip(),
                "",
                None,
                row["happened_at"],
                row["name"],
                " ".join(text for text in (row["kind"], row["step"], row["text"]) if text),
            )

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

    def _incident_numbers(self, keys: set[int]) -> dict[int, str]:
        asked = select(incident).where(incident.c.id.in_(keys))
        return {row.id: _number_of(row._asdict()) for row in self.backup.execute(asked)}


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
