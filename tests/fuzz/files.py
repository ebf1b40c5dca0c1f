"""Every file that the program reads: those that an office brings, and its own that a disk may have damaged."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from importlib import resources
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from PIL import Image

from app.core.language import LANGUAGES
from app.counter.papers.layouts import Layouts
from app.incidents.kept_plans.assessing import assessed, decoded
from app.incidents.plans.read_plan import read_plan
from app.incidents.running.head_of_logs import lost_lines
from app.incidents.running.sign_of_life import read_sign
from app.incidents.unsigned.folder_plans import file_content, read_folder_plans
from app.incidents.unsigned.folder_runs import read_runs
from app.incidents.unsigned.unsigned_log import read_acts
from app.ledger.head import compare_head
from app.notices.kept_templates.templates import checked
from app.notices.templates.read_template import read_document
from app.paper.profiles import PROFILES
from app.store.backup_file import read_label, read_ring
from app.store.early_tries import tries_file, waiting_tries
from app.store.folder import DataFolder
from app.store.keyring import Keyring
from app.store.log_file import check_log
from app.store.restoring import finish_restore
from app.store.sealed_places import PLACE
from app.store.store import Store
from app.tickets.deadlines.holiday_file import read_holiday_file
from app.tickets.files.picture import prepare_picture
from tests.fuzz.documents import documents, json_values, sealed_again, spoilt, toml_documents
from tests.fuzz.way_in import Way
from ui.shell.command_line import read_options
from ui.shell.window_settings import WindowSettings
from ui.widgets.colours import Light
from ui.widgets.sizes import LARGEST, SMALLEST

NAME = "brought.file"
RUN_LINE: Mapping[str, Any] = {
    "of": "k",
    "no": 1,
    "kind": "started",
    "happened_at": "2026-11-20T09:00:00",
    "at": "2026-11-20T09:00:00",
    "by": "",
    "by_id": None,
    "step": "",
    "text": "",
    "facts": {"place": "3 栋"},
}
ACT: Mapping[str, Any] = {
    "id": "a1",
    "incident": "i1",
    "kind": "note",
    "at": "2026-11-20T09:00:00",
    "happened_at": "2026-11-20T09:00:00",
    "step": None,
    "text": "19:42 消防到场",
    "facts": {"a": 1},
    "of": {},
}
HEAD: Mapping[str, Any] = {"no": 3, "hash": "0" * 64, "subject": "R-000001", "audit_no": 2, "audit_hash": "1" * 64}
LOGS: Mapping[str, Any] = {"turn": 3, "logs": [[1, 5, "ab" * 16, "I-20261120-01"]]}
TRY: Mapping[str, Any] = {"said": "abc 2026-11-20T09:00:00", "seal": 1}
WINDOW: Mapping[str, Any] = {"language": "zh_CN", "theme": "dark", "percent": 150, "geometry": "AdnQ", "person": "王敏"}
YEAR: Mapping[str, Any] = {
    "year": 2026,
    "papers": ["https://example.org/"],
    "days": [
        {"name": "元旦", "date": "2026-01-01", "isOffDay": True},
        {"name": "春节", "date": "2026-02-14", "isOffDay": False},
    ],
}


@dataclass(frozen=True)
class Desk:
    """Where files are laid for a reader, and a database beside which its own lie."""

    place: Path
    store: Store

    def lay(self, content: bytes, name: str = NAME) -> Path:
        path = self.place / name
        path.write_bytes(content)
        return path


def _shipped(*names: str) -> str:
    return resources.files("resources").joinpath(*names).read_text(encoding="utf-8")


def _plan(content: bytes) -> None:
    plan = read_plan(NAME, decoded(NAME, content))
    assessed(plan, [])


def _template(content: bytes) -> None:
    checked("water-cut", read_document("water-cut", content.decode("utf-8", "replace")))


def _ring(content: bytes) -> None:
    ring = Keyring.from_bytes(content)
    if ring is not None:
        ring.to_bytes()
        ring.has("王敏")


def _picture(form: str, colour: str) -> bytes:
    target = io.BytesIO()
    Image.new(colour, (40, 30)).save(target, form)
    return target.getvalue()


def _at_places(facts: Mapping[str, Any]) -> bytes:
    """The head file with these facts at every place."""
    return _fitting(facts) * 6


def _fitting(facts: Mapping[str, Any]) -> bytes:
    return sealed_again(facts)[:PLACE].ljust(PLACE)


def _window(place: Path) -> None:
    """As the start reads it."""
    settings = WindowSettings.read(place)
    assert Light(settings.theme)
    assert settings.language in LANGUAGES
    assert SMALLEST <= settings.percent <= LARGEST


def _words_of_a_command(words: list[str]) -> None:
    try:
        read_options(words)
    except SystemExit:
        return


def files(desk: Desk) -> tuple[Way, ...]:
    """The ways for files, each laid on this desk."""
    folder = DataFolder(desk.place)

    def by_path(name: str, comes: SearchStrategy[bytes], read: Callable[[Path], object], file: str = NAME) -> Way:
        return Way(name, comes, lambda content: read(desk.lay(content, file)))

    def heads(content: bytes) -> None:
        path = desk.lay(content, "counter.head")
        with desk.store.reading() as connection:
            list(lost_lines(connection, path))
            compare_head(connection, path)

    def layout(name: str, kind: str) -> Way:
        (desk.place / "papers").mkdir(exist_ok=True)
        layouts = Layouts(desk.place / "papers")
        read = layouts.roll if kind == "roll" else layouts.sheet
        comes = toml_documents(_shipped("papers", f"{name}.toml"))
        return by_path(f"layout {name}", comes, lambda _path: read(PROFILES[name]), f"papers/{name}.toml")

    plans = file_content([("lift-entrapment", _shipped("incidents", "lift-entrapment.toml"))], [], with_private=False)
    ring = Keyring.new("ab" * 32)
    ring.new_recovery("ab" * 32)
    run = {
        "id": 1,
        "number": "I-1",
        "key": "k",
        "plan": {"code": "fire", "text": _shipped("incidents", "fire.toml")},
    }

    def after_its_head(line: Mapping[str, Any]) -> bytes:
        return sealed_again(run) + b"\n" + sealed_again(line) + b"\n"

    pictures = st.sampled_from(
        [
            _picture(form, colour)
            for form, colour in (("PNG", "RGB"), ("JPEG", "RGB"), ("GIF", "P"), ("PNG", "RGBA"), ("BMP", "1"))
        ]
    )
    return (
        *(
            Way(f"plan {name}", toml_documents(_shipped("incidents", f"{name}.toml")), _plan)
            for name in ("lift-entrapment", "fire")
        ),
        *(
            Way(f"template {name}", toml_documents(_shipped("notices", f"{name}.toml")), _template)
            for name in ("water-cut", "general")
        ),
        *(layout(name, "sheet") for name in ("241x93", "A4")),
        layout("80mm", "roll"),
        by_path("holidays", documents(json.dumps(YEAR).encode(), spoilt(YEAR), json_values), read_holiday_file),
        Way("photo", pictures.flatmap(documents), lambda content: prepare_picture(content, NAME)),
        Way("key ring", documents(ring.to_bytes(), spoilt(json.loads(ring.to_bytes())), json_values), _ring),
        Way("head", documents(_at_places(HEAD), spoilt(HEAD), spoilt(LOGS), write=_at_places), heads),
        by_path("log", documents(bytes(32 + 2 * (24 + 4096))), check_log),
        by_path(
            "what ran",
            documents(after_its_head(RUN_LINE), spoilt(run), spoilt(RUN_LINE), write=after_its_head),
            read_runs,
        ),
        by_path(
            "plans beside the data", documents(plans, spoilt(json.loads(plans)), write=sealed_again), read_folder_plans
        ),
        by_path("ticks before sign-in", documents(sealed_again(ACT), spoilt(ACT), write=sealed_again), read_acts),
        by_path("sign of life", documents(datetime(2026, 11, 20, 9).isoformat().encode()), read_sign),
        by_path(
            "tries",
            documents(json.dumps(TRY).encode(), spoilt(TRY)),
            lambda _p: waiting_tries(folder),
            tries_file(folder).name,
        ),
        by_path(
            "window",
            documents(json.dumps(WINDOW).encode(), spoilt(WINDOW), json_values),
            lambda _p: _window(desk.place),
            "window.json",
        ),
        by_path("backup's label", documents(b"PK\x03\x04" + bytes(60)), read_label),
        by_path("backup's ring", documents(b"PK\x05\x06" + bytes(18)), read_ring),
        by_path(
            "restore's marker",
            documents(b'{"aside": "kept-aside/1"}', json_values),
            lambda _p: finish_restore(_begun(folder)),
            "restoring.json",
        ),
        Way(
            "words of a command",
            st.lists(
                st.sampled_from(
                    [
                        "--data",
                        "--lang",
                        "--theme",
                        "--scale",
                        "--",
                        "-x",
                        "150",
                        "9" * 5_000,
                        "zh_CN",
                        "dark",
                        "\x00",
                        "²",
                    ]
                ),
                max_size=4,
            ),
            _words_of_a_command,
        ),
    )


def _begun(folder: DataFolder) -> DataFolder:
    (folder.path / "restoring").mkdir(exist_ok=True)
    return folder
