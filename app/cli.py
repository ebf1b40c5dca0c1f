"""The commands for whoever keeps the machine: build a demo, verify the books, import a sheet, bill a month."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path

from app.core.clock import SystemClock
from app.core.errors import Refusal, Trouble
from app.core.language import LANGUAGES, choose_language, tr
from app.core.show import show_money
from app.store.folder import default_folder

COMMANDS = ("demo", "verify", "import", "bill")
REFUSED, BROKEN = 2, 1

Say = Callable[[Refusal | Trouble], str]


def run(argv: Sequence[str], say: Say) -> int:
    """Carry out one command; 0 done, 1 a truth is broken, 2 refused or in trouble (said on standard error)."""
    choose_language(_language(argv))
    asked = _parser().parse_args(argv)
    asked.say = say
    try:
        return int(asked.do(asked))
    except (Refusal, Trouble) as error:
        print(say(error), file=sys.stderr)  # noqa: T201 - a command speaks on the terminal
        return REFUSED


def _language(argv: Sequence[str]) -> str:
    early = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    early.add_argument("--lang", choices=LANGUAGES, default="zh_CN")
    return str(early.parse_known_args(argv)[0].lang)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="property-counter", description=tr("The counter of a property office."))
    _common(parser)
    commands = parser.add_subparsers(dest="command", required=True, metavar=tr("COMMAND"))
    _demo_options(_command(commands, "demo", tr("build an invented estate to look around in"), _demo))
    _command(commands, "verify", tr("check every book-keeping truth"), _verify)
    sheet = _command(commands, "import", tr("read a sheet of units and owners"), _import)
    sheet.add_argument("kind", choices=["units"], help=tr("what the sheet holds"))
    sheet.add_argument("file", type=Path, help=tr("an .xlsx file"))
    sheet.add_argument(
        "--duplicates",
        choices=["skip", "replace", "add-people"],
        default="skip",
        help=tr("what to do with units that are known"),
    )
    sheet.add_argument("--dry-run", action="store_true", help=tr("only say what would happen"))
    bill = _command(commands, "bill", tr("write the charges through a month"), _bill)
    bill.add_argument("--through", required=True, type=_month, metavar="YYYY-MM", help=tr("the last month to bill"))
    bill.add_argument("--dry-run", action="store_true", help=tr("only say what would happen"))
    return parser


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    what: str,
    do: Callable[[argparse.Namespace], int],
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=what, description=what)
    _common(parser)
    parser.set_defaults(do=do)
    return parser


def _common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--data", type=Path, default=argparse.SUPPRESS, metavar=tr("FOLDER"), help=tr("the data folder")
    )
    parser.add_argument("--lang", choices=LANGUAGES, default=argparse.SUPPRESS, help=tr("language of all words"))


def _demo_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--units", type=_count, default=300, help=tr("how many units (12 to 20000)"))
    parser.add_argument(
        "--months", type=int, default=12, choices=range(1, 37), metavar="1-36", help=tr("months of history")
    )
    parser.add_argument("--seed", type=int, default=1, help=tr("the same seed invents the same estate"))


def _count(text: str) -> int:
    count = int(text)
    if not 12 <= count <= 20_000:
        raise argparse.ArgumentTypeError(tr("between 12 and 20000"))
    return count


def _month(text: str) -> tuple[int, int]:
    try:
        day = date.fromisoformat(f"{text}-01")
    except ValueError as error:
        raise argparse.ArgumentTypeError(tr("a month like 2026-11")) from error
    return day.year, day.month


def _folder(asked: argparse.Namespace) -> Path:
    chosen: Path = getattr(asked, "data", default_folder().path)
    return chosen


def _print(line: str) -> None:
    print(line, flush=True)  # noqa: T201 - a command speaks on the terminal


class _Bar:
    """A bar on one line of the terminal; silent where output goes to a file."""

    def __call__(self, done: int, whole: int) -> None:
        if sys.stderr.isatty() and whole:
            filled = 40 * done // whole
            end = "\n" if done >= whole else ""
            print(f"\r[{'#' * filled}{'.' * (40 - filled)}] {done}/{whole}", end=end, file=sys.stderr, flush=True)  # noqa: T201


def _demo(asked: argparse.Namespace) -> int:
    from app.demo.build import build_demo  # noqa: PLC0415 - commands load only what they need
    from app.demo.plan import DemoPlan  # noqa: PLC0415

    now = SystemClock().now()
    plan = DemoPlan(units=asked.units, months=asked.months, seed=asked.seed, now=now)
    build_demo(_folder(asked), plan, _Bar())
    _print(tr("The demo estate stands in {folder}.").format(folder=_folder(asked)))
    return 0


def _verify(asked: argparse.Namespace) -> int:
    from app.office import Office  # noqa: PLC0415

    with closing(Office.open(_folder(asked), SystemClock())) as office:
        findings = office.verify()
    for finding in findings:
        _print(f"{'✓' if not finding.breaches else '✗'} {tr(finding.truth)}")
        for breach in finding.breaches:
            _print(f"    {breach}")
    return BROKEN if any(finding.breaches for finding in findings) else 0


def _import(asked: argparse.Namespace) -> int:
    from app.estate.import_plan import DuplicatePolicy  # noqa: PLC0415
    from app.office import Office  # noqa: PLC0415

    policy = DuplicatePolicy(asked.duplicates)
    with closing(Office.open(_folder(asked), SystemClock())) as office:
        preview = office.unit_import.preview(asked.file)
        sums = tr("{new} new units, {known} known, {bad} rows that cannot come in")
        _print(sums.format(new=preview.new, known=preview.known, bad=len(preview.bad)))
        if asked.dry_run:
            return 0
        result = office.unit_import.run(office.people.first_supervisor(), asked.file, policy, _Bar())
        if result.bad:
            rest = asked.file.with_name(f"{asked.file.stem}-errors.xlsx")
            result.write_bad_rows(rest, asked.say)
            _print(tr("The rows that stayed out are in {file}, each with its reason.").format(file=rest))
    return 0


def _bill(asked: argparse.Namespace) -> int:
    from app.fees.billing import RunRequest  # noqa: PLC0415
    from app.office import Office  # noqa: PLC0415

    with closing(Office.open(_folder(asked), SystemClock())) as office:
        preview = office.billing.preview(RunRequest.through(*asked.through))
        _print(
            tr("{charges} charges on {units} units, {amount} in all").format(
                charges=len(preview.rows), units=preview.units, amount=show_money(preview.amount, sign=True)
            )
        )
        if not asked.dry_run and preview.rows:
            office.billing.run(office.people.first_supervisor(), preview.request, preview)
    return 0
