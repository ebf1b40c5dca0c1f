"""The translator's desk: what the source says, what the catalogue says, and where the two differ.

`python packaging/catalogue.py check` names what is missing, unused or fuzzy; `update [FRAGMENT …]` rewrites the
catalogue from the source: what is translated is kept, and a fragment's text replaces it.
"""

from __future__ import annotations

import argparse
import io
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po

PROJECT = Path(__file__).resolve().parent.parent
CATALOGUE = Path("resources/locale/zh_CN/LC_MESSAGES/property-counter.po")
KEYWORDS = {"tr": None, "tr_n": (1, 2), "mark": None}
HEADER = """\
# Simplified Chinese texts of the counter, in the words of the trade.
msgid ""
msgstr ""
"Project-Id-Version: property-counter\\n"
"Language: zh_CN\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""
_PLACEHOLDER = re.compile(r"\{[a-z_0-9]*\}")

MessageId = str | tuple[str, str]


@dataclass
class Findings:
    """What keeps the catalogue from being complete, each as one line."""

    missing: list[str] = field(default_factory=list)
    unused: list[str] = field(default_factory=list)
    fuzzy: list[str] = field(default_factory=list)
    placeholders: list[str] = field(default_factory=list)

    def lines(self) -> list[str]:
        """All findings in words."""
        return [f"{kind}: {text}" for kind, texts in vars(self).items() for text in texts]


def source_messages(project: Path = PROJECT) -> dict[MessageId, set[str]]:
    """Every message of `app` and `ui`, with the files that say it."""
    messages: dict[MessageId, set[str]] = {}
    for path in _sources(project):
        name = path.relative_to(project).as_posix()
        with path.open("rb") as source:
            for _line, message, _comments, _context in extract("python", source, keywords=KEYWORDS):
                key = (message[0], message[1]) if isinstance(message, tuple) else message
                messages.setdefault(key, set()).add(name)
    return messages


def read_catalogue(path: Path) -> Catalog:
    """The catalogue or fragment at `path`; an empty one if there is none."""
    if not path.exists():
        return Catalog(locale="zh_CN")
    text = path.read_text(encoding="utf-8")
    return read_po(io.BytesIO(text.encode()), locale="zh_CN", abort_invalid=True)


def compare(messages: Iterable[MessageId], catalogue: Catalog) -> Findings:
    """Where source and catalogue differ."""
    findings = Findings()
    wanted = set(messages)
    for message in _entries(catalogue):
        if _key(message) not in wanted:
            findings.unused.append(repr(_key(message)))
        if message.fuzzy:
            findings.fuzzy.append(repr(_key(message)))
    for key in sorted(wanted, key=str):
        found = catalogue.get(_singular(key))
        if found is None or not all(_texts(found)):
            findings.missing.append(repr(key))
        elif not _same_placeholders(key, found):
            findings.placeholders.append(repr(key))
    return findings


def update(catalogue_file: Path, messages: dict[MessageId, set[str]], fragments: Iterable[Path]) -> Catalog:
    """Rewrite the catalogue: the source's messages with the texts of the catalogue and the fragments."""
    known: dict[str, tuple[str, ...]] = {}
    for path in (catalogue_file, *fragments):
        known.update(_translated(read_catalogue(path)))
    fresh = Catalog(locale="zh_CN")
    for key in sorted(messages, key=_singular):
        texts = known.get(_singular(key), ("",))
        locations = [(name, 0) for name in sorted(messages[key])]
        fresh.add(key, texts if isinstance(key, tuple) else texts[0], locations=locations)
    catalogue_file.parent.mkdir(parents=True, exist_ok=True)
    _write(catalogue_file, fresh)
    return fresh


def _write(path: Path, catalogue: Catalog) -> None:
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=120, include_lineno=False, omit_header=True)
    path.write_text(HEADER + buffer.getvalue().decode().strip() + "\n", encoding="utf-8", newline="\n")


def _sources(project: Path) -> Iterator[Path]:
    for room in ("app", "ui"):
        yield from sorted((project / room).rglob("*.py"))


def _entries(catalogue: Catalog) -> Iterator[Message]:
    return (message for message in catalogue if message.id)


def _translated(catalogue: Catalog) -> dict[str, tuple[str, ...]]:
    done = (entry for entry in _entries(catalogue) if all(_texts(entry)) and not entry.fuzzy)
    return {_singular(_key(entry)): _texts(entry) for entry in done}


def _key(message: Message) -> MessageId:
    return (message.id[0], message.id[1]) if isinstance(message.id, list | tuple) else message.id


def _singular(key: MessageId) -> str:
    return key if isinstance(key, str) else key[0]


def _texts(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ("",))


def _same_placeholders(key: MessageId, message: Message) -> bool:
    asked = set(_PLACEHOLDER.findall(key if isinstance(key, str) else key[1]))
    return all(set(_PLACEHOLDER.findall(text)) == asked for text in _texts(message))


def main(arguments: list[str] | None = None) -> int:
    """Check or update the catalogue of this project; 1 if something is left to do."""
    parser = argparse.ArgumentParser(description="Check or update the Chinese catalogue.")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check", help="name what is missing, unused or fuzzy")
    updating = commands.add_parser("update", help="rewrite the catalogue from the source")
    updating.add_argument("fragments", nargs="*", type=Path, help="further .po files to take translations from")
    chosen = parser.parse_args(arguments)
    messages = source_messages()
    if chosen.command == "update":
        update(PROJECT / CATALOGUE, messages, chosen.fragments)
    findings = compare(messages, read_catalogue(PROJECT / CATALOGUE)).lines()
    print("\n".join(findings) if findings else f"{len(messages)} messages, all translated")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
