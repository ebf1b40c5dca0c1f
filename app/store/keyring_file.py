"""Where the keyring lies: two copies, each written as a draft, synced, and only then put in its place."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from app.store.folder import DataFolder, FolderNotWritable


def copies(folder: DataFolder) -> tuple[Path, Path]:
    """The file that counts, and the one that is read where that is not whole."""
    return folder.key, folder.key.with_name(f"{folder.key.name}.copy")


def contents(folder: DataFolder) -> list[bytes]:
    """What the copies hold, as far as they can be read, the one that counts first."""
    found = []
    for path in copies(folder):
        with suppress(OSError):
            found.append(path.read_bytes())
    return found


def keys_lie_in(folder: DataFolder) -> bool:
    """Whether there is any key file, whole or not."""
    return any(path.exists() for path in copies(folder))


def write_first(folder: DataFolder, content: bytes) -> bool:
    """Put the first ring of a folder in its place, never over one that another start has just made."""
    first, second = copies(folder)
    draft = _draft(first, content)
    try:
        os.link(draft, first)
    except FileExistsError:
        return False
    except OSError:
        draft.replace(first)
    finally:
        draft.unlink(missing_ok=True)
    _put(second, content)
    return True


def write_both(folder: DataFolder, content: bytes) -> None:
    """The one that counts first: whatever breaks off, one whole ring stands. Raises FolderNotWritable."""
    try:
        for path in copies(folder):
            _put(path, content)
        _clear_drafts(folder)
    except OSError as error:
        raise FolderNotWritable(folder.path, error.strerror or str(error)) from error


def bring_level(folder: DataFolder, content: bytes) -> None:
    """Make both copies say the same, as far as the folder can be written; the next start tries again."""
    for path in copies(folder):
        with suppress(OSError):  # one whole copy is enough to work
            if not path.exists() or path.read_bytes() != content:
                _put(path, content)


def _put(path: Path, content: bytes) -> None:
    _draft(path, content).replace(path)
    _sync_folder(path.parent)


def _draft(path: Path, content: bytes) -> Path:
    draft = path.with_name(f"{path.name}.{os.getpid()}.new")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    return draft


def _sync_folder(folder: Path) -> None:
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _clear_drafts(folder: DataFolder) -> None:
    for left in folder.path.glob(f"{folder.key.name}*.new"):
        left.unlink(missing_ok=True)
