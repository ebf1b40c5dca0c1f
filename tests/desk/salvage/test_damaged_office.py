"""Damaged data gives what is newer than the backup, and the backup comes back with the list of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pypdfium2
import pytest

from app.core.clock import SetClock
from app.core.money import Money
from app.core.show import show_money
from app.counter.books.refusals import NumberNotNext
from app.counter.methods import Method
from app.counter.outages.back_entries import Written
from app.desk.salvage.newer import LineKind, Newer
from app.desk.salvage.standing import later_than
from app.desk.salvage.to_enter_paper import LINES_ON_PAPER, missing_on_list, to_enter_pdf
from app.ledger.head import JournalBehindHead
from app.office import Office
from app.store.engine import connect_raw
from app.store.keyring_file import copies
from app.store.log_file import LogDamaged
from tests.backup_labels import relabelled
from tests.desk.salvage.conftest import EVENING, LATER, Damaged
from tests.office_builder import OfficeBuilder


def _restored(damaged: Damaged) -> Newer:
    helped = damaged.helped()
    backup = helped.backups()[0]
    newer = helped.read(backup)
    helped.put_back(backup, newer)
    return newer


def test_the_last_backup_and_what_was_confirmed_after_it_are_known_without_the_database(damaged: Damaged) -> None:
    damaged.folder.database.unlink()
    helped = damaged.helped()
    backup, confirmed = helped.backups()[0], helped.confirmed()
    assert confirmed is not None
    assert backup.label.made_at < EVENING
    assert confirmed.head.subject == "R-000005"
    assert later_than(confirmed, backup) > 3


def test_a_label_of_a_clock_that_ran_ahead_hides_no_newer_backup(damaged: Damaged) -> None:
    noon = damaged.helped().backups()[0]
    ahead = datetime(2030, 1, 1, 9)
    relabelled(noon.file, lambda said: said.update(made_at=ahead.isoformat(), journal_no=1), "ahead")
    same = relabelled(noon.file, lambda said: said.update(made_at=ahead.isoformat()), "same-books")
    given_up = relabelled(noon.file, lambda said: said.update(journal_no=10**6), "given-up")
    found = [one.file.stem for one in damaged.helped().backups()]
    assert found == [noon.file.stem, same.stem, "ahead", given_up.stem]


def test_a_backup_of_a_newer_version_is_named_and_not_taken(damaged: Damaged) -> None:
    noon = damaged.helped().backups()[0]
    newer = relabelled(noon.file, lambda said: said.update(schema="9999"), "newer")
    assert [one.file for one in damaged.helped().backups()] == [noon.file]
    assert [(one.file, one.schema) for one in damaged.helped().too_new()] == [(newer, "9999")]


def test_steps_behind_a_damaged_place_of_the_log_are_read(damaged: Damaged) -> None:
    damaged.strike_log()
    with pytest.raises(LogDamaged):
        Office.open(damaged.folder.path, SetClock(LATER))
    helped = damaged.helped()
    newer = helped.read(helped.backups()[0])
    receipts = newer.of(LineKind.RECEIPT)
    assert [(line.number, line.amount) for line in receipts] == list(damaged.night.taken)
    assert [line.room for line in receipts] == ["1-1-301", "1-1-401", "1-1-501"]
    assert {line.by for line in receipts} == {"王敏"}
    assert {line.at for line in receipts} == {EVENING}
    assert [line.number for line in newer.of(LineKind.VOID)] == ["R-000001"]
    assert (newer.missing, newer.lost) == ((), 0)


def test_numbers_that_cannot_be_read_any_more_are_named(damaged: Damaged) -> None:
    damaged.cut_log(900_000)
    with pytest.raises(JournalBehindHead):
        Office.open(damaged.folder.path, SetClock(LATER))
    helped = damaged.helped()
    newer = helped.read(helped.backups()[0])
    read = {line.number for line in newer.of(LineKind.RECEIPT)}
    assert newer.lost > 0
    assert newer.missing
    assert read | set(newer.missing) <= {label for label, _ in damaged.night.taken}


def test_what_stands_behind_a_damaged_last_step_is_read_though_the_opening_was_tried(damaged: Damaged) -> None:
    damaged.strike_last_step()
    for _ in range(2):
        with pytest.raises(JournalBehindHead):
            Office.open(damaged.folder.path, SetClock(LATER))
    helped = damaged.helped()
    newer = helped.read(helped.backups()[0])
    assert [line.number for line in newer.of(LineKind.RECEIPT)] == [label for label, _ in damaged.night.taken]
    assert newer.lost == 0


def test_the_backup_comes_back_with_the_list_inside_and_the_damaged_folder_is_kept(damaged: Damaged) -> None:
    before = damaged.folder.log.read_bytes()
    damaged.strike_log()
    struck = damaged.folder.log.read_bytes()
    assert struck != before
    newer = _restored(damaged)
    aside = next((damaged.folder.path / "kept-aside").iterdir())
    assert (aside / damaged.folder.log.name).read_bytes() == struck
    office = Office.open(damaged.folder.path, SetClock(LATER))
    kept = office.to_enter.read()
    assert kept is not None
    assert kept.newer == newer
    assert kept.open_lines == newer.lines
    assert not [one for one in office.verify() if one.breaches]
    office.close()


def test_receipts_are_entered_again_under_their_own_numbers_and_no_number_is_given_twice(damaged: Damaged) -> None:
    damaged.strike_log()
    newer = _restored(damaged)
    story = OfficeBuilder(damaged.folder.path, SetClock(LATER))
    office, who = story.office, story.cashier
    assert office.to_enter.begin(who) == ("R2-",)
    assert office.to_enter.begin(who) == ()
    (book,) = office.back_entries.books()
    assert [(run.first, run.last) for run in office.back_entries.open_runs(book.id)] == [(3, 5)]
    rooms = dict(zip(("1-1-301", "1-1-401", "1-1-501"), damaged.night.homes[2:5], strict=True))
    for number, line in enumerate(newer.of(LineKind.RECEIPT), start=3):
        assert line.amount is not None
        paper = Written(
            f"again {number}", book.id, number, rooms[line.room], line.amount, Method(line.method), "", line.at, line.by
        )
        if number < 5:
            with pytest.raises(NumberNotNext):
                office.back_entries.enter(who, replace(paper, number=number + 1))
        assert office.back_entries.enter(who, paper).label == line.number
    assert office.back_entries.books() == ()
    kept = office.to_enter.read()
    assert kept is not None
    assert [line.kind for line in kept.open_lines] == [LineKind.VOID]
    assert story.pays(damaged.night.homes[5]).label == "R2-000001"
    assert story.breaches() == []
    office.close()


def test_a_key_file_that_is_gone_comes_back_out_of_the_backup(damaged: Damaged) -> None:
    for file in copies(damaged.folder):
        file.unlink()
    helped = damaged.helped()
    assert helped.ring_is_missing()
    helped.take_ring(helped.backups()[0].file)
    office = Office.open(damaged.folder.path, SetClock(LATER))
    assert not [one for one in office.verify() if one.breaches]
    office.close()


def test_a_folder_without_a_backup_gives_everything(damaged: Damaged) -> None:
    for one in damaged.helped().backups():
        one.file.unlink()
    damaged.strike_log()
    newer = damaged.helped().read(None)
    assert [line.number for line in newer.of(LineKind.RECEIPT)] == [f"R-00000{number}" for number in range(1, 6)]


def test_a_line_is_ticked_and_the_list_put_away(damaged: Damaged) -> None:
    damaged.strike_log()
    _restored(damaged)
    story = OfficeBuilder(damaged.folder.path, SetClock(LATER))
    to_enter = story.office.to_enter
    kept = to_enter.read()
    assert kept is not None
    line = kept.open_lines[-1]
    to_enter.tick(story.cashier, line.name, done=True)
    after = to_enter.read()
    assert after is not None
    assert line not in after.open_lines
    to_enter.tick(story.cashier, line.name, done=False)
    assert to_enter.read() == kept
    to_enter.finish(story.cashier)
    assert to_enter.read() is None
    assert story.breaches() == []
    story.office.close()


@pytest.mark.parametrize("place", ["file", "log"])
def test_a_file_whose_first_page_is_broken_is_read_by_the_tables_of_the_backup(damaged: Damaged, place: str) -> None:
    if place == "file":  # all of the log moved into it, as a close does
        connection = connect_raw(damaged.folder.database, damaged.helped().key or "")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
    damaged.strike_first_page()
    helped = damaged.helped()
    newer = helped.read(helped.backups()[0])
    assert [(line.number, line.amount) for line in newer.of(LineKind.RECEIPT)] == list(damaged.night.taken)


def test_the_list_is_a_paper_of_every_line_in_the_words_of_the_office(damaged: Damaged) -> None:
    damaged.strike_log()
    helped = damaged.helped()
    backup = helped.backups()[0]
    newer = helped.read(backup)
    facts = helped.for_paper(backup, newer)
    with pypdfium2.PdfDocument(to_enter_pdf(facts)) as document:
        text = "".join(page.get_textpage().get_text_range() for page in document)
    assert facts.office.company in text
    for line in newer.lines:
        assert LINES_ON_PAPER[line.kind] in text
        assert line.number in text
    taken = sum(amount.fen for _, amount in damaged.night.taken)
    assert f"收据 3 张，合计 {show_money(Money(taken))} 元" in text
    assert (text.count("□"), text.count("√")) == (4, 0)
    assert to_enter_pdf(facts) == to_enter_pdf(facts)
    assert missing_on_list(facts) == ()
