"""The same backup with another label: as another version, another office or another clock would have written it."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

from app.store.backup_file import LABEL


def relabelled(file: Path, change: Callable[[dict[str, object]], None], name: str = "") -> Path:
    """A copy beside the file, its label changed; called `name`, or `other-` and the name of the file."""
    other = file.with_name(f"{name}{file.suffix}" if name else f"other-{file.name}")
    with zipfile.ZipFile(file) as whole, zipfile.ZipFile(other, "w") as changed:
        for part in whole.namelist():
            content = whole.read(part)
            if part == LABEL:
                said = json.loads(content)
                change(said)
                content = json.dumps(said).encode()
            changed.writestr(part, content)
    return other
