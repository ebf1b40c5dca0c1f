"""The keyring: the random key of the database, wrapped once per person and once for the recovery code.

Nobody's name stands in it. A demo, or a folder that was opened without a set-up, has the open slot: the key as it is.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import re
import secrets
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any, Self

from app.core.stretching import stretched
from app.store.folder import DataFolder
from app.store.key_refusals import CodeOfAnotherSheet, KeyMissing, KeyNotOpened
from app.store.key_slots import Slot, slot_from, wrap
from app.store.keyring_file import contents, write_both
from app.store.recovery_code import groups_of, new_code

_FORMAT = 1
_PLAIN = re.compile(rb"[0-9a-f]{64}")
_RECOVERY = "recovery"


@dataclass
class Keyring:
    """What a key file holds; changes stay in memory until `write`."""

    salt: bytes
    fingerprint: str
    slots: list[Slot] = field(default_factory=list)
    recovery: Slot | None = None
    sheet_is_proven: bool = False
    open_key: str | None = None
    is_plain_file: bool = False

    @classmethod
    def new(cls, key: str | None = None) -> Self:
        """A ring for a key (a random one without), in its open slot until that is closed."""
        key = key or secrets.token_hex(32)
        return cls(secrets.token_bytes(16), _fingerprint(key), open_key=key)

    @classmethod
    def read(cls, folder: DataFolder) -> Self:
        """The ring beside the database; where the first copy is not whole, the second. Raises KeyMissing."""
        for content in contents(folder):
            ring = cls.from_bytes(content)
            if ring is not None:
                return ring
        raise KeyMissing(folder.key)

    @classmethod
    def from_bytes(cls, content: bytes) -> Self | None:
        """The ring that a file holds, None where it is not whole. A plain key of an older version counts as a ring."""
        if _PLAIN.fullmatch(content.strip()):
            ring = cls.new(content.strip().decode())
            ring.is_plain_file = True
            return ring
        try:
            facts: dict[str, Any] = json.loads(content)
            if facts.pop("seal") != _seal(facts) or facts["format"] != _FORMAT:
                return None
            return cls._from_facts(facts)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return None

    @property
    def is_open(self) -> bool:
        """Whether the key lies there for anybody who has the folder."""
        return self.open_key is not None

    @property
    def has_recovery(self) -> bool:
        """Whether a recovery sheet was made."""
        return self.recovery is not None

    @property
    def keeps_people(self) -> bool:
        """Whether anybody's password opens it; a demo's never does."""
        return bool(self.slots)

    def has(self, name: str) -> bool:
        """Whether the password of this person opens the ring."""
        return any(self._slots_of(name))

    def unlock(self, name: str, password: str) -> str:
        """The key (64 hex digits). Raises KeyNotOpened, after the same work for a name that is not known."""
        found = self._slots_of(name)
        for slot in found:
            key = slot.opened_by(password)
            if key is not None:
                return key
        if not found:
            stretched(password, self.salt)
        raise KeyNotOpened(name)

    def unlock_by_code(self, code: str) -> str:
        """The key. Raises CodeOfWrongLength, CodeMistyped (which group), CodeOfAnotherSheet."""
        plain = "".join(groups_of(code))
        key = self.recovery.opened_by(plain) if self.recovery is not None else None
        if key is None:
            raise CodeOfAnotherSheet
        return key

    def put(self, name: str, password: str, key: str, *, beside: bool = False) -> Slot:
        """Let this password open the ring, in place of the person's older ones or `beside` them."""
        self._must_be_its_key(key)
        slot = wrap(self.id_of(name), password, key)
        self.slots = [*(self.slots if beside else self._slots_of_others(name)), slot]
        return slot

    def keep_only(self, slot: Slot) -> None:
        """Forget the other slots of the person whose slot this is."""
        self.slots = [one for one in self.slots if one.id != slot.id or one == slot]

    def keep_only_opened_by(self, name: str, password: str) -> None:
        """Forget the person's older passwords, which a broken change may have left; the one given must open it."""
        found = self._slots_of(name)
        if len(found) > 1:
            fitting = [slot for slot in found if slot.opened_by(password) is not None]
            self.slots = [*self._slots_of_others(name), *fitting[-1:]]

    def keep_people(self, names: Collection[str]) -> None:
        """Forget whoever is not among these people, and nobody if that would leave none."""
        ids = {self.id_of(name) for name in names}
        self.slots = [slot for slot in self.slots if slot.id in ids] or self.slots

    def name_as_well(self, old: str, new: str) -> None:
        """The person's password opens the ring under a second name too."""
        self.slots = [*self.slots, *(slot.of(self.id_of(new)) for slot in self._slots_of(old))]

    def rename(self, old: str, new: str) -> None:
        """The person has another name and the same password."""
        known_as, becomes = self.id_of(old), self.id_of(new)
        self.slots = [slot.of(becomes) if slot.id == known_as else slot for slot in self.slots]

    def drop(self, name: str) -> None:
        """The person's password opens the ring no longer."""
        self.slots = self._slots_of_others(name)

    def new_recovery(self, key: str) -> str:
        """A new recovery code; an older sheet opens nothing any longer."""
        self._must_be_its_key(key)
        code = new_code()
        self.recovery, self.sheet_is_proven = wrap(_RECOVERY, "".join(groups_of(code)), key), False
        return code

    def close_open_slot(self) -> None:
        """From now on a password or the recovery code is needed; there must be one."""
        assert self.slots or self.recovery, "nobody could open it again"
        self.open_key = None

    def write(self, folder: DataFolder) -> None:
        """Keep both copies durably, one after the other. Raises FolderNotWritable."""
        self.is_plain_file = False
        write_both(folder, self.to_bytes())

    def id_of(self, name: str) -> str:
        """Tells one name from another in this office's file without saying it."""
        return hmac.new(self.salt, name.strip().encode(), hashlib.sha256).hexdigest()[:32]

    def to_bytes(self) -> bytes:
        """As it stands in the file, with its seal."""
        facts: dict[str, Any] = {
            "format": _FORMAT,
            "salt": self.salt.hex(),
            "fingerprint": self.fingerprint,
            "slots": [slot.stored() for slot in self.slots],
            "recovery": None if self.recovery is None else self.recovery.stored(),
            "sheet_is_proven": self.sheet_is_proven,
            "open": self.open_key,
        }
        return json.dumps(facts | {"seal": _seal(facts)}, indent=1).encode() + b"\n"

    @classmethod
    def _from_facts(cls, facts: dict[str, Any]) -> Self:
        return cls(
            salt=bytes.fromhex(facts["salt"]),
            fingerprint=facts["fingerprint"],
            slots=[slot_from(slot) for slot in facts["slots"]],
            recovery=None if facts["recovery"] is None else slot_from(facts["recovery"]),
            sheet_is_proven=facts["sheet_is_proven"],
            open_key=facts["open"],
        )

    def _slots_of(self, name: str) -> list[Slot]:
        id_ = self.id_of(name)
        return [slot for slot in self.slots if slot.id == id_]

    def _slots_of_others(self, name: str) -> list[Slot]:
        id_ = self.id_of(name)
        return [slot for slot in self.slots if slot.id != id_]

    def _must_be_its_key(self, key: str) -> None:
        if _fingerprint(key) != self.fingerprint:
            raise ValueError("another key than the one of this ring")


def _fingerprint(key: str) -> str:
    return hashlib.sha256(b"property counter: fingerprint of a key" + bytes.fromhex(key)).hexdigest()[:32]


def _seal(facts: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()
