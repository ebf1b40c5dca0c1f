"""The places that backups go to, and what speaks against one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path, PurePath

from app.desk.backups.settings import FOLDERS, ON_STICK
from app.store.settings import Chosen

FORMER = "counter.backup_folder"
"""Where an older program kept the one folder."""

ON_STICKS = "property-counter-backup"

_CLIENTS = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "icloud": "iCloud",
    "mobile documents": "iCloud",
    "nutstore": "坚果云",
    "坚果云": "坚果云",
    "baidu": "百度网盘",
    "百度": "百度网盘",
    "google drive": "Google Drive",
    "wps云盘": "WPS 云盘",
    "微云": "微云",
}


def folders_in(chosen: str) -> tuple[Path, ...]:
    """The folders that a setting names, each once."""
    for between in ("；", "\n", "|"):
        chosen = chosen.replace(between, ";")
    return tuple(dict.fromkeys(Path(name.strip()) for name in chosen.split(";") if name.strip()))


def chosen_places(chosen: Chosen, sticks: Callable[[], Iterable[Path]]) -> tuple[Path, ...]:
    """Where copies go besides the data folder."""
    former = chosen.stored.get(FORMER)
    named = folders_in(chosen[FOLDERS]) or folders_in(former if isinstance(former, str) else "")
    on_sticks = [stick.joinpath(ON_STICKS) for stick in sticks()] if chosen[ON_STICK] else []
    return tuple(dict.fromkeys((*named, *on_sticks)))


def cloud_client_of(folder: PurePath) -> str:
    """The program that carries this folder to a cloud, as far as its name says; empty if none.

    Copies of a folder that is being synchronised are cut off or doubled, and lie on somebody else's computer.
    """
    names = [part.casefold() for part in folder.parts]
    return next((client for sign, client in _CLIENTS.items() if any(sign in name for name in names)), "")
