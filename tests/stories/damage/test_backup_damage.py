"""Damage of any kind to a backup is refused with a sentence, or does no harm: nothing wrong is ever put back.

The blows follow from a seed, today's date unless PROPERTY_COUNTER_DAMAGE_SEED says otherwise; what failed names it.
"""

from __future__ import annotations

import io
import json
import random
import shutil
import zipfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.cli_backup import restore
from app.core.clock import SetClock
from app.core.errors import Refusal, Trouble
from app.desk.backups.looking import laid_out, look
from app.desk.backups.proof import books_are_whole
from app.office import Office
from app.store.all_tables import whole_schema
from app.store.backup_file import LABEL, NoBackupFile, Why, read_label, read_ring
from app.store.folder import DataFolder
from app.store.keyring import Keyring
from app.store.restoring import finish_restore, prepare_restore
from app.store.store import Store
from tests.conftest import MORNING
from tests.office_builder import OfficeBuilder, another_office
from tests.stories.damage.blows import BLOWS
from tests.stories.damage.conftest import SEED, Facts
from ui.sentences import say

BLOWS_EACH = 25
GROUP_SEEDS = [
    pytest.param(f"{SEED}-{number}", marks=[pytest.mark.endurance] if number >= 3 else []) for number in range(40)
]
Members = dict[str, bytes]


@dataclass(frozen=True, slots=True)
class Backed:
    """A backup, the rows in it, the key of the office, and the backups of an hour later and of another office."""

    file: Path
    facts: Facts
    key: str
    later: Path
    foreign: Path


def rows_in(store: Store) -> Facts:
    with store.reading() as connection:
        return {
            name: [tuple(row) for row in connection.exec_driver_sql(f'SELECT * FROM "{name}"')]
            for name in sorted(whole_schema().tables)
        }


def made_by(story: OfficeBuilder, place: Path) -> Path:
    file = story.office.backups.make(Why.ASKED)[0].file
    assert file is not None
    return Path(shutil.copy(file, place))


@pytest.fixture(scope="module")
def backed(tmp_path_factory: pytest.TempPathFactory, set_up_office: Path) -> Backed:
    place = tmp_path_factory.mktemp("backups")
    shutil.copytree(set_up_office, place / "live")
    clock = SetClock(MORNING)
    story = OfficeBuilder(place / "live", clock)
    home = story.unit("1-1-101")
    story.property_fee(home)
    story.billed_through(2026, 11)
    story.open_shift()
    file = made_by(story, place)
    key = story.office.store.key
    clock.advance(hours=1)
    story.pays(home)
    later = made_by(story, place)
    story.office.close()
    other = another_office(place / "another", SetClock(MORNING))
    foreign = made_by(other, place / "another")
    other.office.close()
    with laid_out(file, key) as (_, store):
        return Backed(file, rows_in(store), key, later, foreign)


def what_comes_of_it(file: Path, backed: Backed) -> str:
    """`refused` with what the person reads, `harmless`, or `wrong`."""
    try:
        ring = read_ring(file)
        look(file, ring.open_key or backed.key, ())
        with laid_out(file, ring.open_key or backed.key) as (_, store):
            return "harmless" if rows_in(store) == backed.facts else "wrong"
    except (Refusal, Trouble) as told:
        return f"refused: {say(told)}"


def members_of(file: Path) -> Members:
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(members: Members) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return target.getvalue()


@pytest.mark.parametrize("seed", GROUP_SEEDS)
def test_every_damage_to_a_backup_is_refused_or_does_no_harm(seed: str, backed: Backed, tmp_path: Path) -> None:
    came: Counter[str] = Counter()
    whole, other = backed.file.read_bytes(), backed.later.read_bytes()
    for number in range(BLOWS_EACH):
        rng = random.Random(f"{seed}-{number}")
        blow, content = rng.choice(BLOWS), bytearray(whole)
        blow(rng, content, other)
        file = tmp_path / backed.file.name
        file.write_bytes(content)
        outcome = what_comes_of_it(file, backed)
        assert outcome != "wrong", f"blow {number} of {seed}: {blow.__name__}"
        came[outcome.split(":")[0]] += 1
    assert came["refused"]


def parts_damaged(rng: random.Random, members: Members, backed: Backed) -> str:
    """One part struck inside a sound archive, exchanged with another backup's, doubled in length, or gone."""
    name = rng.choice(sorted(members))
    match rng.randrange(5):
        case 0:
            del members[name]
            return f"{name} is gone"
        case 1:
            members[name] = members_of(backed.later)[name]
            return f"{name} of an hour later"
        case 2:
            members[name] = members_of(backed.foreign)[name]
            return f"{name} of another office"
        case 3:
            members[name] *= 2
            return f"{name} twice"
        case _:
            blow, content = rng.choice(BLOWS), bytearray(members[name])
            blow(rng, content, members_of(backed.later)[name])
            members[name] = bytes(content)
            return f"{blow.__name__} in {name}"


@pytest.mark.parametrize("seed", GROUP_SEEDS)
def test_parts_that_do_not_belong_together_are_refused_or_do_no_harm(seed: str, backed: Backed, tmp_path: Path) -> None:
    came: Counter[str] = Counter()
    for number in range(BLOWS_EACH):
        rng = random.Random(f"parts-{seed}-{number}")
        members = members_of(backed.file)
        struck = parts_damaged(rng, members, backed)
        file = tmp_path / backed.file.name
        file.write_bytes(packed(members))
        outcome = what_comes_of_it(file, backed)
        assert outcome != "wrong", f"blow {number} of {seed}: {struck}"
        came[outcome.split(":")[0]] += 1
    assert came["refused"]


LABELS = (
    *("[]", '"about"', "null", "7", "{}", "[" * 5_000, '{"format": 1}', "", "\x00", '{"format": 1, "schema": {}}'),
    *(f'{{"format": 1, "schema": "0001", "made_at": {said}}}' for said in ("null", '"yesterday"', "1e308", "[]")),
)


@pytest.mark.parametrize("label", LABELS)
def test_a_label_that_is_none_is_refused(label: str, backed: Backed, tmp_path: Path) -> None:
    file = tmp_path / backed.file.name
    file.write_bytes(packed(members_of(backed.file) | {LABEL: label.encode()}))
    assert what_comes_of_it(file, backed).startswith("refused")


WRONG: tuple[tuple[str, object], ...] = (
    *(("office", "0" * 32), ("office", None), ("office", 7), ("made_at", "2026"), ("why", "whim"), ("schema", "9999")),
    *(
        ("schema", None),
        ("journal_no", 0),
        ("journal_no", "x"),
        ("journal_no", 10**30),
        ("journal_hash", ""),
        ("format", 2),
    ),
    *(("database", ""), ("database", None), ("more", 1), ("made_at", "2026-11-20T09:00:00+08:00")),
)


@pytest.mark.parametrize(("name", "value"), WRONG)
def test_a_wrong_word_in_the_label_is_refused_or_does_no_harm(
    name: str, value: object, backed: Backed, tmp_path: Path
) -> None:
    said = json.loads(members_of(backed.file)[LABEL]) | {name: value}
    file = tmp_path / backed.file.name
    file.write_bytes(packed(members_of(backed.file) | {LABEL: json.dumps(said).encode()}))
    outcome = what_comes_of_it(file, backed)
    assert outcome.startswith("refused") or (name == "made_at" and outcome == "harmless")


def test_the_ring_of_another_office_is_never_put_beside_the_data(backed: Backed, tmp_path: Path) -> None:
    """Nobody could open the data afterwards."""
    file, key_name = tmp_path / backed.file.name, DataFolder(tmp_path).key.name
    foreign = members_of(backed.foreign)[key_name]
    file.write_bytes(packed(members_of(backed.file) | {key_name: foreign}))
    with pytest.raises(NoBackupFile):
        prepare_restore(file, DataFolder(tmp_path / "new"), backed.key, books_are_whole, lambda _done, _whole: None)


def test_parts_that_unpack_to_very_much_are_not_unpacked(backed: Backed, tmp_path: Path) -> None:
    for name in (LABEL, DataFolder(tmp_path).key.name):
        file = tmp_path / backed.file.name
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for member, content in members_of(backed.file).items():
                archive.writestr(member, b" " * 50_000_000 if member == name else content)
        with pytest.raises(NoBackupFile):
            read_label(file) if name == LABEL else read_ring(file)


def test_a_sound_backup_does_no_harm_and_another_one_is_told_from_it(backed: Backed) -> None:
    assert what_comes_of_it(backed.file, backed) == "harmless"
    assert what_comes_of_it(backed.later, backed) == "wrong"


class Cut(BaseException):
    """The power went."""


STEPS: tuple[tuple[object, str], ...] = (
    *((Path, name) for name in ("replace", "mkdir", "unlink", "write_bytes", "open")),
    (shutil, "rmtree"),
)


class PowerGoes:
    """Counts the steps that change files, and cuts before the one that was chosen."""

    def __init__(self, at: int) -> None:
        self.at, self.done = at, 0

    def before(self, step: Callable[..., object]) -> Callable[..., object]:
        def stepping(*given: object, **named: object) -> object:
            if self.done == self.at:
                raise Cut
            self.done += 1
            return step(*given, **named)

        return stepping


def restored_until_cut(data: DataFolder, file: Path, at: int, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether the restore was through before the cut."""
    power = PowerGoes(at)
    with monkeypatch.context() as patch:
        for owner, name in STEPS:
            patch.setattr(owner, name, power.before(getattr(owner, name)))
        try:
            restore(data, file, lambda _line: None, lambda _done, _whole: None)
        except Cut:
            return False
    return True


def test_a_restore_that_is_cut_off_before_any_step_leaves_the_old_office_or_the_new_one(
    backed: Backed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: Counter[int] = Counter()
    at, through = 0, False
    prepare_now(backed, tmp_path / "now")
    while not through:
        data = DataFolder(tmp_path / f"{at}")
        shutil.copytree(tmp_path / "now", data.path)
        through = restored_until_cut(data, backed.file, at, monkeypatch)
        office = Office.open(data.path, SetClock(MORNING))
        ended[len(office.receipts.find("000001"))] += 1
        assert at % 8 or not any(finding.breaches for finding in office.verify()), f"cut before step {at}"
        office.close()
        assert not data.restoring.exists()
        shutil.rmtree(data.path)
        at += 1
    assert set(ended) == {0, 1}
    assert at > 15


def prepare_now(backed: Backed, place: Path) -> None:
    """The office as the later backup has it: with a receipt that the earlier one has not."""
    folder = DataFolder(place)
    restore(folder, backed.later, lambda _line: None, lambda _done, _whole: None)


@pytest.mark.parametrize("marker", [b"", b"{", b"\x00" * 80, b"[]", b'{"file": 1}', b'{"aside": "/"}'])
@pytest.mark.parametrize("moved_in", [False, True])
def test_a_marker_that_was_damaged_keeps_nobody_out(
    marker: bytes, moved_in: bool, backed: Backed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = DataFolder(tmp_path / "data")
    prepare_now(backed, data.path)
    replace, cut_at = Path.replace, "counter.head" if moved_in else "counter.db"

    def cut(self: Path, target: Path) -> Path:
        if target.name == cut_at and target.parent == data.path:
            raise Cut
        return replace(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", cut)
        with pytest.raises(Cut):
            restore(data, backed.file, lambda _line: None, lambda _done, _whole: None)
    data.restoring.write_bytes(marker)
    finish_restore(data)
    office = Office.open(data.path, SetClock(MORNING))
    assert office.receipts.find("000001") == ()
    assert not any(finding.breaches for finding in office.verify())
    office.close()
    assert Keyring.read(data).open_key == backed.key
