"""The keyring: only the right name with the right password opens it, and whatever breaks off, one ring stands."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.store.folder import DataFolder, FolderNotWritable
from app.store.key_file import mend
from app.store.key_refusals import CodeOfAnotherSheet, KeyNotOpened
from app.store.keyring import Keyring
from app.store.keyring_file import copies

NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12).filter(lambda name: name.strip())
PASSWORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
QUICK = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


class PulledPlug(BaseException):
    """The power went."""


def test_each_person_opens_the_same_key_with_their_own_password() -> None:
    ring = Keyring.new()
    key = ring.open_key
    assert key is not None
    ring.put("王敏", "green-lantern", key)
    ring.put("沈若兰", "smooth-river", key)
    ring.close_open_slot()
    kept = Keyring.from_bytes(ring.to_bytes())
    assert kept is not None
    assert not kept.is_open
    assert {kept.unlock("王敏", "green-lantern"), kept.unlock(" 沈若兰 ", "smooth-river")} == {key}
    for name, password in (("王敏", "smooth-river"), ("王明", "green-lantern"), ("王敏", "")):
        with pytest.raises(KeyNotOpened):
            kept.unlock(name, password)


def test_no_name_and_no_password_stands_in_the_file() -> None:
    ring = Keyring.new()
    assert ring.open_key is not None
    ring.put("Wang Min", "green-lantern", ring.open_key)
    code = ring.new_recovery(ring.open_key)
    ring.close_open_slot()
    content = ring.to_bytes()
    assert [
        secret for secret in ("Wang Min", "green-lantern", code, code.replace(" ", "")) if secret.encode() in content
    ] == []


def test_the_recovery_code_opens_the_key_until_there_is_a_new_one() -> None:
    ring = Keyring.new()
    key = ring.open_key
    assert key is not None
    old = ring.new_recovery(key)
    assert ring.unlock_by_code(old) == key
    new = ring.new_recovery(key)
    assert ring.unlock_by_code(new.replace(" ", "-")) == key
    with pytest.raises(CodeOfAnotherSheet):
        ring.unlock_by_code(old)


@QUICK
@given(people=st.dictionaries(NAMES.map(str.strip), PASSWORDS, min_size=1, max_size=5), data=st.data())
def test_only_the_right_password_of_any_set_of_people_opens(people: dict[str, str], data: st.DataObject) -> None:
    ring = Keyring.new()
    key = ring.open_key
    assert key is not None
    for name, password in people.items():
        ring.put(name, password, key)
    ring.close_open_slot()
    name, password = (
        data.draw(st.sampled_from(sorted(people)) | NAMES),
        data.draw(st.sampled_from(sorted(people.values())) | PASSWORDS),
    )
    if people.get(name.strip()) == password:
        assert ring.unlock(name, password) == key
    else:
        with pytest.raises(KeyNotOpened):
            ring.unlock(name, password)


STEPS = st.lists(st.tuples(st.sampled_from(["put", "beside", "drop", "rename", "code"]), NAMES, PASSWORDS), max_size=12)


@QUICK
@given(steps=STEPS)
def test_wrapping_anew_never_changes_the_key(steps: list[tuple[str, str, str]]) -> None:
    ring, right = Keyring.new(), dict[str, str]()
    key = ring.open_key
    assert key is not None
    for step, typed, password in steps:
        name = typed.strip()
        if step in ("put", "beside"):
            slot = ring.put(name, password, key, beside=step == "beside")
            ring.keep_only(slot)
            right[name] = password
        elif step == "drop":
            ring.drop(name)
            right.pop(name, None)
        elif step == "rename" and f"{name}2" not in right:
            ring.rename(name, f"{name}2")
            if name in right:
                right[f"{name}2"] = right.pop(name)
        else:
            assert ring.unlock_by_code(ring.new_recovery(key)) == key
        kept = Keyring.from_bytes(ring.to_bytes())
        assert kept is not None
        ring = kept
    assert len(ring.slots) == len(right)
    assert {ring.unlock(*one) for one in right.items()} <= {key}


def test_another_key_is_never_put_on_the_ring() -> None:
    ring = Keyring.new()
    with pytest.raises(ValueError, match="another key"):
        ring.put("王敏", "green-lantern", "ab" * 32)
    with pytest.raises(ValueError, match="another key"):
        ring.new_recovery("ab" * 32)


def _ring_of(password: str, key: str) -> Keyring:
    ring = Keyring.new(key)
    ring.put("王敏", password, key)
    ring.close_open_slot()
    return ring


def _opens(folder: DataFolder, key: str) -> bool:
    ring = Keyring.read(folder)
    passwords = []
    for password in ("old one", "new one"):
        try:
            passwords.append(ring.unlock("王敏", password))
        except KeyNotOpened:
            continue
    return passwords == [key]


def _breaking_calls(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Every step that reaches the disk may be the last one."""
    left = [0]
    real: dict[str, Any] = {"fsync": os.fsync, "open": os.open, "replace": Path.replace, "unlink": Path.unlink}

    def counted(name: str) -> Callable[..., Any]:
        def step(*given: Any, **named: Any) -> Any:
            if left[0] == 0:
                raise PulledPlug
            left[0] -= 1
            return real[name](*given, **named)

        return step

    for name in ("fsync", "open"):
        monkeypatch.setattr(os, name, counted(name))
    for name in ("replace", "unlink"):
        monkeypatch.setattr(Path, name, counted(name))

    def break_at(step: int) -> None:
        left[0] = step

    return break_at


def test_a_write_that_breaks_off_at_any_step_leaves_the_old_ring_or_the_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, folder = "ab" * 32, DataFolder(tmp_path)
    old, new = _ring_of("old one", key), _ring_of("new one", key)
    break_at, whole = _breaking_calls(monkeypatch), 0
    for step in range(40):
        break_at(99)
        old.write(folder)
        break_at(step)
        try:
            new.write(folder)
            whole += 1
        except PulledPlug:
            pass
        break_at(99)
        assert _opens(folder, key), step
        mend(folder)
        first, second = (path.read_bytes() for path in copies(folder))
        assert first == second
    assert 0 < whole < 40


def _torn(new: bytes, old: bytes) -> Iterator[bytes]:
    for length in range(len(new)):
        yield new[:length]
        yield new[:length] + old[length:]
        yield new[:length] + b"\0" * (len(new) - length)


def test_a_file_torn_at_any_byte_is_never_taken_for_whole(tmp_path: Path) -> None:
    key, folder = "ab" * 32, DataFolder(tmp_path)
    old, new = _ring_of("old one", key), _ring_of("new one", key)
    old.write(folder)
    first, _ = copies(folder)
    for content in _torn(new.to_bytes(), old.to_bytes()):
        found = Keyring.from_bytes(content)
        assert found is None or found.to_bytes() in (old.to_bytes(), new.to_bytes())
    for content in list(_torn(new.to_bytes(), old.to_bytes()))[::37]:
        first.write_bytes(content)
        assert _opens(folder, key)


def test_a_flipped_bit_anywhere_is_found() -> None:
    content = _ring_of("old one", "ab" * 32).to_bytes()
    for at in range(len(content)):
        hurt = bytearray(content)
        hurt[at] ^= 1 << at % 7
        found = Keyring.from_bytes(bytes(hurt))
        assert found is None or found.to_bytes() == content  # blanks between the facts say nothing


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_given: object) -> None:
        raise OSError(28, "No space left on device")

    ring, folder = _ring_of("old one", "ab" * 32), DataFolder(tmp_path)
    ring.write(folder)
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FolderNotWritable):
        _ring_of("new one", "ab" * 32).write(folder)
    assert _opens(folder, "ab" * 32)
