"""People, losses, photos and tickets are put to an incident by a digit behind Alt+O."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage

from app.core.money import Money
from app.incidents.attached.people import PersonTold, mask_name
from app.incidents.running.entry import EntryKind
from app.tickets.files.picture_limits import MOST_BYTES
from tests.incidents_screen.night import OpenNight
from tests.incidents_screen.night_desk import NightDesk
from tests.office_builder import OfficeBuilder
from tests.tickets_screen.working.in_turn import in_turn
from ui.incidents.asked.loss_panel import LossPanel
from ui.incidents.asked.mistake_panel import MistakePanel
from ui.incidents.asked.person_panel import PersonPanel
from ui.incidents.asked.photo_panel import PhotoPanel
from ui.incidents.asked.ways import WaysPanel
from ui.widgets.photo_source import read_file


def test_a_person_is_taken_down_and_hidden_at_once(desk: NightDesk) -> None:
    with desk.keys.when_asked(*"zhou", "Return", *"13800005678", "Return", *"2-1-701", "Return", *"dizzy", "F9"):
        desk.page.beside.desk.person()
    (person,) = desk.office.office.incident_people.of(1)
    assert (person.name, person.phone, person.unit, person.condition) == ("z***", "138****5678", "2-1-701", "dizzy")
    assert not person.consents
    (line,) = desk.lines(EntryKind.PERSON)
    assert "zhou" not in str(line)
    assert "13800005678" not in str(line)


def test_names_are_shown_only_by_a_key_that_is_kept_in_the_audit_trail(office: OfficeBuilder) -> None:
    people = office.office.incident_people
    people.add(office.cashier, 1, PersonTold("周敏", "13800005678", condition="没有受伤", consents=True))
    assert people.of(1)[0].name == "周*"
    assert people.unmasked(office.cashier, 1)[0].name == "周敏"


def test_nobody_without_name_and_condition_is_taken_down(desk: NightDesk) -> None:
    with desk.keys.when_asked("F9", "Escape"):
        desk.page.beside.desk.person()
    assert desk.lines(EntryKind.PERSON) == []


def test_a_room_that_is_none_is_said_beside_the_field(desk: NightDesk) -> None:
    with desk.keys.when_asked(*"zhou", "Return", "Return", *"9-9-999", "F9", "Escape"):
        desk.page.beside.desk.person()
    assert desk.lines(EntryKind.PERSON) == []


@pytest.mark.parametrize(("name", "hidden"), [("周敏", "周*"), ("欧阳小明", "欧***"), ("李", "李*"), ("", "")])
def test_a_hidden_name_keeps_its_first_sign(name: str, hidden: str) -> None:
    assert mask_name(name) == hidden


def test_a_loss_stands_with_room_and_amount(desk: NightDesk) -> None:
    with desk.keys.when_asked(*"door", "Return", *"2-1-701", "Return", *"350", "Return"):
        desk.page.beside.desk.loss()
    (loss,) = desk.office.office.incident_losses.of(1)
    assert (loss.what, loss.unit, loss.amount) == ("door", "2-1-701", Money(35000))
    assert desk.told()[0].endswith("Loss: door · about ¥350.00")


def test_a_person_taken_down_by_mistake_is_taken_off_and_the_log_corrected(desk: NightDesk) -> None:
    people = desk.office.office.incident_people
    for name in ("周敏", "李强"):
        people.add(desk.office.cashier, 1, PersonTold(name, "13800005678"))
    with in_turn(
        desk.keys,
        (PersonPanel, ("F8",)),
        (MistakePanel, ("Up", "Tab", *"wrong", "F9")),
        (PersonPanel, ("Esc",)),
    ):
        desk.page.beside.desk.person()
    assert [one.name for one in people.of(1)] == ["李*"]
    number = desk.lines(EntryKind.PERSON)[0].no
    assert desk.told()[0].endswith(f"Corrected: line {number} was taken down by mistake, and is taken off: wrong")


def test_a_loss_taken_down_by_mistake_is_counted_no_more(desk: NightDesk) -> None:
    losses = desk.office.office.incident_losses
    losses.add(desk.office.cashier, 1, "轿厢门", Money(35000))
    with in_turn(desk.keys, (LossPanel, ("F8",)), (MistakePanel, ("F9",)), (LossPanel, ("Esc",))):
        desk.page.beside.desk.loss()
    assert losses.of(1) == ()
    assert desk.said[-1] == "It is taken off; a line of the log says so"


def test_where_nothing_was_taken_down_nothing_is_asked(desk: NightDesk) -> None:
    with in_turn(desk.keys, (LossPanel, ("F8", "Esc"))):
        desk.page.beside.desk.loss()
    assert desk.said[-1] == "Nothing was taken down that could be a mistake."


def test_a_ticket_is_prefilled_and_says_its_number_and_owner(desk: NightDesk) -> None:
    with desk.keys.when_asked("End", *"door runs hard", "F9"):
        desk.page.beside.desk.ticket()
    (ticket,) = desk.office.office.incidents.tickets(1)
    assert ticket.text.startswith("People trapped in a lift")
    (row,) = desk.office.office.ticket_lists.rows([ticket.ticket_id])
    assert row.where == "2 栋 1 单元 东梯"
    assert desk.said[-1] == f"Ticket {ticket.number} is raised; 王敏 answers for it"
    assert desk.told()[0].startswith(f"19:53 Ticket: {ticket.number}")


def test_i24_a_pasted_picture_is_seen_before_it_is_kept(desk: NightDesk) -> None:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    QGuiApplication.clipboard().setImage(image)
    with desk.keys.when_asked("Ctrl+V", "F9"):
        desk.page.beside.desk.photos()
    (photo,) = desk.office.office.incident_photos.of(1)
    assert photo.name == "from the clipboard"
    (line,) = desk.lines(EntryKind.PHOTO)
    assert photo.entry_no == line.no


def test_a_picture_that_is_dragged_to_the_record_is_asked_about(desk: NightDesk) -> None:
    mime = QMimeData()
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(0x996633)
    mime.setImageData(image)
    dropped = QDropEvent(
        QPointF(20, 300), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    with desk.keys.when_asked("F9"):
        desk.page.beside.pane.dropEvent(dropped)
    assert len(desk.office.office.incident_photos.of(1)) == 1


def test_a_photo_of_sixty_megabytes_is_refused_in_words_and_the_limit_is_said_before(
    office: OfficeBuilder, desks: OpenNight, tmp_path: Path
) -> None:
    large = tmp_path / "large.jpg"
    with large.open("wb") as file:
        file.truncate(60 * 1024 * 1024)
    small = tmp_path / "small.png"
    Image.new("RGB", (20, 20), "red").save(small)
    desk = desks(office)
    panel = PhotoPanel(desk.page.context, desk.view())
    said = panel.findChildren(type(panel.problem._words))
    assert any(f"{MOST_BYTES // 1024 // 1024} MB" in label.text() for label in said)
    panel._add([read_file(office.office.photos, path) for path in (large, small)])
    assert "large.jpg" in panel.problem.text()
    assert [one.name for one in panel.strip.pictures] == ["small.png"]


def test_the_same_photo_is_kept_once(office: OfficeBuilder, tmp_path: Path) -> None:
    file = tmp_path / "one.png"
    Image.new("RGB", (20, 20), "red").save(file)
    picture = office.office.photos.read_file(file)
    photos = office.office.incident_photos
    assert photos.add(office.cashier, 1, picture) == photos.add(office.cashier, 1, picture)
    assert len(photos.of(1)) == 1


def test_severity_takes_one_key_and_tells_what_it_was(desk: NightDesk) -> None:
    with desk.keys.when_asked("2"):
        desk.page.beside.desk.severity()
    assert desk.told()[0] == "19:53 Severity: High → Normal"


def test_who_reported_it_can_follow(desk: NightDesk) -> None:
    with desk.keys.when_asked(*"li from 701", "Return"):
        desk.page.beside.desk.reporter()
    assert desk.view().reporter == "li from 701"


@pytest.mark.parametrize(
    ("digit", "head"),
    [
        ("1", "Roles"),
        ("2", "A person of this incident"),
        ("3", "Damage or loss"),
        ("4", "Photos"),
        ("5", "Raise a ticket"),
        ("6", "How grave is it?"),
        ("7", "Who reported it"),
        ("8", "Where it is"),
    ],
)
def test_a_digit_behind_alt_o_leads_to_each_question(desk: NightDesk, digit: str, head: str) -> None:
    way = desk.page.beside.desk.ways()[int(digit) - 1]
    with desk.keys.when_asked("Escape"):
        way.run()
    assert desk.keys.asked == [head]


def test_alt_o_offers_them_by_digits(desk: NightDesk) -> None:
    with in_turn(desk.keys, (WaysPanel, ("3",)), (LossPanel, (*"door", "F9"))):
        desk.keys.press("Alt+O")
    assert [loss.what for loss in desk.office.office.incident_losses.of(1)] == ["door"]


def test_i3_a_step_done_earlier_is_ticked_with_its_time_and_the_true_one_beside(desk: NightDesk) -> None:
    step = desk.view().plan.step("latest")
    with desk.keys.when_asked(*"19:48", "Return"):
        desk.page.beside.desk.tick_earlier(step, {"latest-time": "20:18"})
    line = desk.lines(EntryKind.TICKED)[-1]
    assert f"{line.happened_at:%H:%M}" == "19:48"
    assert f"{line.at:%H:%M}" == "19:53"
