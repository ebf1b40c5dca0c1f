"""`verify` names every truth of the books, and says by its exit code whether all of them hold."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from sqlalchemy import text

from app.office import all_truths
from tests.cli.conftest import Command
from tests.office_builder import OfficeBuilder


def test_true_books_end_with_nothing_and_a_line_for_each_truth(
    command: Command, counter: OfficeBuilder, data: Path
) -> None:
    counter.billed_through(2026, 11)
    answer = command("verify", "--data", data)
    assert (answer.code, answer.trouble) == (0, "")
    assert answer.lines[0] == "√ nothing that was confirmed is missing at the end"
    assert answer.lines[1:-1] == [f"√ {truth.name}" for truth in all_truths()]
    assert answer.lines[-1].endswith("nothing was altered, added or removed.")


def test_a_broken_truth_ends_with_one_and_is_named_with_what_breaks_it(
    command: Command, counter: OfficeBuilder, data: Path
) -> None:
    counter.billed_through(2026, 11)
    with counter.office.store.transaction() as connection:
        connection.execute(text("UPDATE posting SET amount = amount + 7 WHERE id = 3"))
    answer = command("verify", "--data", data)
    assert answer.code == 1
    at = answer.lines.index("× every journal entry balances")
    assert answer.lines[at + 1].startswith("    2: ")
    assert sum(line.startswith("×") for line in answer.lines) >= 2
    assert sum(line.startswith(("√", "×")) for line in answer.lines) == len(all_truths()) + 1


def test_a_journal_behind_its_head_file_is_refused_with_the_receipt_that_is_missing(
    command: Command, counter: OfficeBuilder, data: Path
) -> None:
    counter.billed_through(2026, 11)
    counter.open_shift()
    head = data / "counter.head"
    before = {path: path.read_bytes() for path in data.glob("counter.db*")}
    counter.pays(counter.office.find_units.find("3-2-501")[0].unit_id)
    counter.office.close()
    assert head.exists()
    for path in data.glob("counter.db*"):
        path.unlink()
    for path, kept in before.items():
        path.write_bytes(kept)
    answer = command("verify", "--data", data)
    assert (answer.code, answer.said) == (2, "")
    assert "R-000001" in answer.trouble


def test_the_books_are_verified_while_a_window_is_open(command: Command, counter: OfficeBuilder, data: Path) -> None:
    with counter.office.store.reading():
        assert command("verify", "--data", data).code == 0


def test_verifying_changes_nothing(command: Command, counter: OfficeBuilder, data: Path) -> None:
    counter.billed_through(2026, 11)
    counter.office.close()
    before = (data / "counter.db").read_bytes()
    counter.clock.set(datetime(2027, 3, 1, 9))
    command("verify", "--data", data)
    assert (data / "counter.db").read_bytes() == before
