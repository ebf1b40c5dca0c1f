"""Before anybody has signed in, and while the screen is locked: the same rules, a file of its own, joined at sign-in."""

from __future__ import annotations

import errno
import json
import os
from datetime import timedelta
from pathlib import Path

import pytest

from app.incidents.plans.plan import PlanRole
from app.incidents.plans.shipped_plans import shipped_plans
from app.incidents.refusals import IncidentUnknown, PlanUnknown, StartInFuture
from app.incidents.running.asked import Call, NewIncident, Where
from app.incidents.running.entry import EntryKind
from app.incidents.running.refusals import AnswerMissing, MomentInFuture, StepHidden, StepSettled, WordsMissing
from app.incidents.running.timers import running_timers
from app.incidents.running.view import CallResult
from app.incidents.tables import incident_plan, plan_contact
from app.incidents.unsigned.files import log_file, plans_file
from app.incidents.unsigned.settings import PRIVATE_NUMBERS
from app.incidents.unsigned.unsigned_incidents import UnsignedIncidents
from app.incidents.unsigned.unsigned_log import UnsignedAct, append_act, read_acts
from app.incidents.words.lines import line_text
from app.store.backup_file import Why
from app.store.faults import DiskFailed, DiskFull
from app.store.rows import insert_row
from app.store.settings import write_choice
from tests.incidents.working.incident_office import IncidentOffice

LIFT = {"lift": "东梯", "floor": "7"}


@pytest.fixture
def outside(desk: IncidentOffice) -> UnsignedIncidents:
    """The screen before sign-in, the office's file kept."""
    desk.incidents.keep_folder_file()
    return desk.office.unsigned_incidents


def backed_up(desk: IncidentOffice) -> Path:
    """A proven backup of the office as it is."""
    (made,) = desk.office.backups.make(Why.ASKED)
    assert made.file is not None
    return made.file


def begun(outside: UnsignedIncidents, code: str = "lift-entrapment", key: str = "a key") -> int:
    return outside.start(NewIncident(key, code, "3 栋东梯"))


def numbers(desk: IncidentOffice) -> None:
    with desk.office.store.transaction() as connection:
        for at, (key, private) in enumerate((("lift-maintainer", False), ("manager", True))):
            facts = {"key": key, "name": key, "number": f"1390000000{at}", "deputy": "", "deputy_number": ""}
            stamp = {"at": desk.clock.now(), "by": desk.supervisor.id}
            insert_row(connection, plan_contact, **facts, private=private, position=at, **stamp)


def test_i1_an_empty_folder_has_the_shipped_plans_and_the_numbers_of_the_country(tmp_path: Path) -> None:
    from app.core.clock import SystemClock
    from app.store.folder import DataFolder

    nobody = UnsignedIncidents(DataFolder(tmp_path), SystemClock())
    assert [plan.code for plan in nobody.plans()][:2] == ["lift-entrapment", "fire"]
    assert len(nobody.plans()) == len(shipped_plans())
    assert [(one.key, one.to_call) for one in nobody.contacts(nobody.plans()[1])][-3:]
    number = nobody.start(NewIncident("first", "fire"))
    assert (number, nobody.view(number).plan.code) == (-1, "fire")


def test_i1_the_folder_file_holds_plans_and_duty_numbers_and_no_resident(
    desk: IncidentOffice, outside: UnsignedIncidents
) -> None:
    desk.builder.unit("3-2-501", "张建国", phone="13800005678")
    numbers(desk)
    desk.incidents.keep_folder_file()
    outside.read_again()
    content = plans_file(desk.folder).read_text(encoding="utf-8")
    assert "13900000000" in content
    for secret in ("张建国", "13800005678", "13900000001"):
        assert secret not in content
    assert [one.number for one in outside.contacts(outside.plans()[0]) if one.key == "lift-maintainer"] == [
        "13900000000"
    ]
    with desk.office.store.transaction() as connection:
        write_choice(connection, PRIVATE_NUMBERS, True, desk.clock.now(), desk.supervisor.id)
    desk.incidents.keep_folder_file()
    assert "13900000001" in plans_file(desk.folder).read_text(encoding="utf-8"), "only by choice"


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"seal": 1}', b'{"plans": [], "contacts": []}'])
def test_i1_a_spoilt_folder_file_leaves_the_shipped_plans(desk: IncidentOffice, content: bytes) -> None:
    plans_file(desk.folder).write_bytes(content)
    assert len(desk.office.unsigned_incidents.plans()) == len(shipped_plans())


def test_i1_before_sign_in_the_same_rules_hold(desk: IncidentOffice, outside: UnsignedIncidents) -> None:
    number = begun(outside)
    assert begun(outside) == number, "once for each key"
    assert (number, outside.running()[0].number) == (-1, "")
    with pytest.raises(AnswerMissing):
        outside.tick(number, "which-lift", {"lift": "东梯"})
    outside.tick(number, "which-lift", LIFT)
    with pytest.raises(StepSettled):
        outside.tick(number, "which-lift", LIFT)
    with pytest.raises(StepHidden):
        outside.tick(number, "call-119")
    written = outside.tick(number, "how-many", {"people": "2", "condition": "unwell", "shaft": "clear"})
    assert [entry.kind for entry in written.entries] == [EntryKind.TICKED, EntryKind.OPENED_BY_RULE]
    assert written.progress.current is not None
    assert written.progress.current.step.id == "call-119"
    with pytest.raises(WordsMissing):
        outside.deviate(number, "calm", " ")
    with pytest.raises(MomentInFuture):
        outside.note(number, "将来", at=desk.clock.now() + timedelta(minutes=1))
    with pytest.raises(PlanUnknown):
        begun(outside, "no-such-plan", "other")
    with pytest.raises(StartInFuture):
        outside.start(NewIncident("later", "fire", began_at=desk.clock.now() + timedelta(minutes=1)))
    with pytest.raises(IncidentUnknown):
        outside.view(-7)


def test_i1_every_act_is_there_after_a_restart(desk: IncidentOffice, outside: UnsignedIncidents) -> None:
    number = begun(outside)
    outside.tick(number, "which-lift", LIFT)
    outside.undo(number, "which-lift")
    outside.put_off(number, "calm")
    outside.deviate(number, "guard", "保洁先去")
    outside.leave_out(number, "sign", "没有牌")
    outside.note(number, "手电在柜台")
    outside.answer_timer(number, "talk")
    outside.call(number, Call("lift-maintainer", CallResult.NO_ANSWER))
    begun(outside, "fire", "second")
    again = UnsignedIncidents(desk.folder, desk.clock)
    for one in (number, -2):
        assert again.view(one).entries == outside.view(one).entries
        assert again.view(one).progress == outside.view(one).progress
    view = again.view(number)
    assert {one.timer.id for one in running_timers(view.progress, view.entries, desk.clock.now())} >= {"talk"}
    assert view.roles == {}


def test_i1_a_line_that_broke_off_or_was_spoilt_is_passed_over_and_the_next_is_whole(
    desk: IncidentOffice, outside: UnsignedIncidents
) -> None:
    number = begun(outside)
    outside.tick(number, "which-lift", LIFT)
    path = log_file(desk.folder)
    whole = path.read_bytes()
    torn = whole[: whole.index(b"\n") + 60]
    path.write_bytes(torn)
    again = UnsignedIncidents(desk.folder, desk.clock)
    assert [entry.kind for entry in again.view(-1).entries] == [EntryKind.STARTED]
    again.tick(-1, "which-lift", LIFT)
    assert [act.kind for act in read_acts(path)] == [EntryKind.STARTED, EntryKind.TICKED]
    path.write_bytes(path.read_bytes().replace("东梯".encode(), "西梯".encode()))
    assert [act.kind for act in read_acts(path)] == [], "a changed line is no line"


def test_i1_two_windows_before_sign_in_see_each_other(desk: IncidentOffice, outside: UnsignedIncidents) -> None:
    other = UnsignedIncidents(desk.folder, desk.clock, desk.incidents)
    number = begun(outside)
    other.tick(number, "which-lift", LIFT)
    with pytest.raises(StepSettled):
        outside.tick(number, "which-lift", LIFT)


@pytest.mark.parametrize(("code", "trouble"), [(errno.ENOSPC, DiskFull), (errno.EIO, DiskFailed)])
def test_i1_what_cannot_be_written_is_not_shown(
    outside: UnsignedIncidents, monkeypatch: pytest.MonkeyPatch, code: int, trouble: type[Exception]
) -> None:
    number = begun(outside)

    def fail(_file: int) -> None:
        raise OSError(code, "no")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(trouble):
        outside.tick(number, "which-lift", LIFT)


def test_i1_at_the_next_sign_in_it_joins_the_log_marked(desk: IncidentOffice, outside: UnsignedIncidents) -> None:
    began = desk.clock.now()
    number = begun(outside)
    desk.clock.advance(minutes=1)
    outside.tick(number, "which-lift", LIFT)
    desk.clock.advance(minutes=2)
    (joined,) = desk.incidents.join_unsigned(desk.cashier)
    assert (joined.count, joined.started) == (2, True)
    log = desk.log(joined.incident_id)
    assert [entry.kind for entry in log] == [EntryKind.STARTED, EntryKind.TICKED, EntryKind.JOINED]
    assert [entry.by for entry in log] == ["", "", "王敏"]
    assert [entry.at - began for entry in log] == [timedelta(minutes=minutes) for minutes in (0, 1, 3)]
    assert log[1].facts == {"answers": LIFT, "unsigned": True}
    roles = desk.incidents.view(joined.incident_id).roles
    assert roles == dict.fromkeys((PlanRole.LEAD, PlanRole.RECORDER), "王敏"), "whoever signed in goes on with it"
    assert not log_file(desk.folder).exists()
    assert desk.incidents.join_unsigned(desk.cashier) == ()
    assert [line.id for line in outside.running()] == [joined.incident_id]
    assert desk.breaches() == []


def test_i1_a_kill_between_joining_and_clearing_joins_nothing_twice(
    desk: IncidentOffice, outside: UnsignedIncidents
) -> None:
    number = begun(outside)
    outside.tick(number, "which-lift", LIFT)
    left = log_file(desk.folder).read_bytes()
    (joined,) = desk.incidents.join_unsigned(desk.cashier)
    log_file(desk.folder).write_bytes(left)
    outside.tick(joined.incident_id, "calm")
    (again,) = desk.incidents.join_unsigned(desk.cashier)
    assert (again.incident_id, again.count, again.started) == (joined.incident_id, 1, False)
    assert [entry.step for entry in desk.log(joined.incident_id) if entry.step] == ["which-lift", "calm"]


def test_i1_the_version_with_which_it_began_is_kept(desk: IncidentOffice, outside: UnsignedIncidents) -> None:
    begun(outside)
    with desk.office.store.transaction() as connection:
        row = connection.execute(incident_plan.select().where(incident_plan.c.code == "lift-entrapment")).one()
        text = row.text.replace("version = 1", "version = 2")
        facts = {"source": "shipped", "note": "", "review_due": row.review_due}
        stamp = {"at": desk.clock.now(), "by": None}
        insert_row(connection, incident_plan, code=row.code, version=2, text=text, **facts, **stamp)
    (joined,) = desk.incidents.join_unsigned(desk.cashier)
    assert desk.incidents.view(joined.incident_id).plan.version == 1
    assert desk.breaches() == []


def test_g14_what_runs_in_the_office_is_ticked_while_it_is_locked(
    desk: IncidentOffice, outside: UnsignedIncidents
) -> None:
    number = desk.started(reporter="张建国 13800005678")
    desk.incidents.tick(desk.cashier, number, "which-lift", LIFT)
    desk.incidents.note(desk.cashier, number, "被困的是张建国")
    desk.incidents.assign(desk.cashier, number, PlanRole.SITE, "陈队长")
    desk.incidents.name_place(desk.cashier, number, Where("3 栋 2 单元东梯"))
    locked = outside.view(number)
    assert locked.place == "3 栋 2 单元东梯"
    assert (locked.number, locked.reporter) == ("突261120-01", "")
    assert "张建国" not in json.dumps([[entry.text, dict(entry.facts)] for entry in locked.entries], ensure_ascii=False)
    assert locked.progress.step("which-lift").answers == LIFT, "where the lift stands must be seen"
    assert running_timers(locked.progress, locked.entries, desk.clock.now()) != ()
    outside.tick(number, "calm")
    assert outside.view(number).progress.step("calm").settled_at is not None
    desk.ticks(number, "how-many")
    assert outside.view(number).progress.step("how-many").settled_at is not None, "what another window did is seen"
    (joined,) = desk.incidents.join_unsigned(desk.cashier)
    assert (joined.incident_id, joined.started) == (number, False)
    told = next(entry for entry in desk.log(number) if entry.step == "calm")
    assert (told.by, told.facts["unsigned"]) == ("", True)


def test_i20_the_program_was_off_only_until_somebody_ticked_before_sign_in(desk: IncidentOffice) -> None:
    number = desk.started()
    began = desk.clock.now()
    desk.clock.advance(minutes=10)
    desk = desk.again()
    desk.office.unsigned_incidents.tick(number, "calm")
    desk.clock.advance(minutes=5)
    desk.incidents.take_up()
    told = desk.last(number).facts
    assert told == {"from": began.isoformat(), "until": (began + timedelta(minutes=10)).isoformat()}


def test_g14_what_was_ticked_by_somebody_else_meanwhile_joins_as_a_note(
    desk: IncidentOffice, outside: UnsignedIncidents
) -> None:
    number, closed = desk.started(), desk.started("fire")
    outside.tick(number, "which-lift", LIFT)
    outside.note(closed, "看到烟")
    outside.undo(number, "which-lift")
    desk.clock.advance(minutes=1)
    desk.incidents.tick(desk.cashier, number, "which-lift", {"lift": "西梯", "floor": "9"})
    desk.closes(closed)
    desk.incidents.join_unsigned(desk.cashier)
    noted = [entry for entry in desk.log(number) if entry.kind is EntryKind.NOTED]
    assert [entry.facts["as"] for entry in noted] == ["ticked"]
    assert desk.incidents.standing(number).progress.step("which-lift").corrections == 1
    added = [entry for entry in desk.log(closed) if entry.kind is EntryKind.ADDED]
    assert [(entry.text, entry.facts["as"]) for entry in added] == [("看到烟", "written"), ("", "joined")]
    assert desk.breaches() == []


def test_i19_what_an_answer_starts_before_sign_in_stays_its_child(
    desk: IncidentOffice, outside: UnsignedIncidents
) -> None:
    parent = begun(outside, "power-cut", "parent")
    outside.start(NewIncident("child", "lift-entrapment", "3 栋", parent_id=parent))
    assert outside.view(parent).entries[-1].facts["plan"] == "lift-entrapment"
    first, second = desk.incidents.join_unsigned(desk.cashier)
    assert desk.incidents.view(second.incident_id).parent_id == first.incident_id
    assert desk.kinds(first.incident_id).count(EntryKind.LINKED) == 1
    assert desk.breaches() == []


def test_i19_a_child_joins_though_its_parent_was_closed_meanwhile(
    desk: IncidentOffice, outside: UnsignedIncidents
) -> None:
    parent = desk.started("power-cut")
    child = outside.start(NewIncident("child", "lift-entrapment", "3 栋", parent_id=parent))
    outside.tick(child, "which-lift", LIFT)
    desk.closes(parent)
    joined = desk.incidents.join_unsigned(desk.cashier)
    started = next(one.incident_id for one in joined if one.started)
    assert desk.incidents.view(started).parent_id is None
    assert desk.state(started, "which-lift").is_settled
    assert desk.breaches() == []


def test_i1_what_was_done_on_an_incident_that_a_restored_backup_does_not_know_begins_anew_and_nothing_is_lost(
    desk: IncidentOffice, outside: UnsignedIncidents
) -> None:
    backup = backed_up(desk)
    number = desk.started(place="3 栋东梯", is_drill=True)
    began = desk.clock.now()
    desk.clock.advance(minutes=2)
    outside.tick(number, "which-lift", LIFT)
    outside.note(number, "手电在柜台")
    desk.office.backup_looks.put_back(desk.supervisor, backup)
    desk.again()
    locked = UnsignedIncidents(desk.folder, desk.clock)
    (shown,) = locked.running()
    assert (shown.id, shown.code, shown.place, shown.started_at) == (-1, "lift-entrapment", "3 栋东梯", began)
    assert locked.view(-1).progress.step("which-lift").answers == LIFT
    locked.tick(-1, "calm")
    (joined,) = desk.incidents.join_unsigned(desk.cashier)
    assert (joined.count, joined.started) == (3, True)
    view = desk.incidents.view(joined.incident_id)
    assert (view.plan.code, view.place, view.is_drill, view.started_at) == ("lift-entrapment", "3 栋东梯", True, began)
    kinds = [entry.kind for entry in view.entries]
    assert kinds[:2] == [EntryKind.STARTED, EntryKind.LOST]
    assert "练261120-01" in line_text(view.entries[1], view.plan).zh
    assert view.progress.step("which-lift").answers == LIFT
    assert view.progress.step("calm").state.is_settled
    assert "手电在柜台" in {entry.text for entry in view.entries}
    assert desk.breaches() == []
    assert not log_file(desk.folder).exists()


def test_i1_acts_that_say_of_no_plan_join_a_log_for_trouble_of_the_computer(
    desk: IncidentOffice, outside: UnsignedIncidents
) -> None:
    now = desk.clock.now()
    append_act(log_file(desk.folder), UnsignedAct("gone", EntryKind.TICKED, now, now, step="call-119"))
    (joined,) = desk.incidents.join_unsigned(desk.cashier)
    view = desk.incidents.view(joined.incident_id)
    assert view.plan.code == "data-leak"
    assert "call-119" in {entry.text for entry in view.entries}
    assert desk.breaches() == []


def test_what_joins_as_a_note_says_what_was_seen(desk: IncidentOffice, outside: UnsignedIncidents) -> None:
    number = desk.started()
    outside.tick(number, "which-lift", LIFT)
    desk.incidents.tick(desk.cashier, number, "which-lift", {"lift": "西梯", "floor": "9"})
    desk.incidents.join_unsigned(desk.cashier)
    view = desk.incidents.view(number)
    (noted,) = (entry for entry in view.entries if entry.kind is EntryKind.NOTED)
    assert "东梯" in line_text(noted, view.plan).zh
