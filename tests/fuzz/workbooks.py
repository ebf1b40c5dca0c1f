"""Spreadsheets as bytes: whole ones, odd ones that other programs write, and ones that are broken on purpose."""

from __future__ import annotations

import io
import math
import re
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from xml.sax.saxutils import escape

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from tests.fuzz.spellings import slipped

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DOCUMENT = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_NEVER_IN_A_FILE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SHEET = "xl/worksheets/sheet1.xml"

_FRAME = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_DOCUMENT}.sheet.main+xml"/>'
        f'<Override PartName="/{_SHEET}" ContentType="{_DOCUMENT}.worksheet+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" Type="{_RELATIONS}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><workbookPr date1904="0"/><sheets>'
        '<sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" Type="{_RELATIONS}/worksheet" '
        'Target="worksheets/sheet1.xml"/></Relationships>'
    ),
}

ODD_CELLS: tuple[str, ...] = (
    *("<c><v>1e308</v></c>", "<c><v>-1e999</v></c>", "<c><v></v></c>", "<c/>", '<c t="b"><v>2</v></c>'),
    *(
        '<c t="e"><v>#REF!</v></c>',
        '<c t="e"><v>#其他</v></c>',
        '<c t="d"><v>2026-11-22</v></c>',
        '<c t="d"><v>x</v></c>',
    ),
    *('<c t="zz"><v>1</v></c>', '<c s="4000"><v>46000</v></c>', '<c r="ZZZ1"><v>1</v></c>'),
    *(
        "<c><f>1+1</f></c>",
        "<c><f>WEBSERVICE(1)</f><v>3</v></c>",
        '<c><f t="shared" si="9"/><v>3</v></c>',
        '<c r="C2"><f/></c>',
    ),
    *(
        '<c t="inlineStr"><is><r><t>1</t></r></is></c>',
        '<c t="inlineStr"/>',
        '<c t="inlineStr"><is><t>_x0000_</t></is></c>',
    ),
    *('<c t="inlineStr"><is><t>_xD800_&#x202E;倒</t></is></c>', "<c><v>99999999999999999999999999</v></c>"),
    *("<c><v>-0.0</v></c>", "<c><v>1</v><v>2</v></c>"),
)
"""Cells that some program writes."""

BROKEN_CELLS = (
    *("<c><v>&#0;</v></c>", "<c><v>&boom;</v></c>", "<c><v>1</c></v>", "<c><v>NaN</v></c>", "<c><v>4,5</v></c>"),
    *(
        "<c><v>0x10</v></c>",
        '<c t="s"><v>999999</v></c>',
        '<c t="b"><v>x</v></c>',
        '<c r="!"><v>1</v></c>',
        "\x00",
        "\ud800",
    ),
)
"""Cells that make the whole file unreadable."""

ODD_PARTS: tuple[str, ...] = (
    *(
        "",
        '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
        '<mergeCells><mergeCell ref="B3:A2"/></mergeCells>',
    ),
    *(
        '<mergeCells><mergeCell ref="A2:C4"/><mergeCell ref="B3:D6"/></mergeCells>',
        '<mergeCells><mergeCell ref="x"/></mergeCells>',
    ),
    *(
        '<mergeCells><mergeCell ref="ZZZZ2:ZZZZ9"/></mergeCells>',
        "<autoFilter/>",
        "<sheetProtection password='0'/>",
        "<oddPart>",
    ),
)
ODD_SIZES = ("", '<dimension ref="A1"/>', '<dimension ref="A1:XFD1048576"/>', '<dimension ref="x:y"/>', "<dimension/>")
ODD_HEADS = ("", "<!DOCTYPE x [<!ENTITY boom 'b'>]>", "<?xml version='1.0' encoding='utf-16'?>", "\ufeff", "  ")


def cell_xml(value: object) -> str:
    """One cell of the sheet's text; what begins with `<c` is taken as it stands."""
    if isinstance(value, str) and value.startswith("<c"):
        return value
    if value is None:
        return "<c/>"
    if isinstance(value, int | float | Decimal):
        return f"<c><v>{value}</v></c>"
    said = value.isoformat() if isinstance(value, date | datetime) else str(value)
    return f'<c t="inlineStr"><is><t>{escape(said)}</t></is></c>'


def workbook(rows: Sequence[Sequence[object]], *, head: str = "", size: str = "", behind: str = "") -> bytes:
    """A spreadsheet of one sheet with these rows."""
    lines = (f'<row r="{number}">{"".join(map(cell_xml, row))}</row>' for number, row in enumerate(rows, 1))
    return packed(f'{head}<worksheet xmlns="{_MAIN}">{size}<sheetData>{"".join(lines)}</sheetData>{behind}</worksheet>')


def packed(sheet: str | bytes, *left_out: str) -> bytes:
    """A spreadsheet with this text as its sheet; parts of the frame may be missing."""
    content = sheet.encode("utf-8", "surrogatepass") if isinstance(sheet, str) else sheet
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in _FRAME.items():
            if name not in left_out:
                archive.writestr(name, text)
        if _SHEET not in left_out:
            archive.writestr(_SHEET, content)
    return target.getvalue()


def _broken(content: bytes, cuts: list[tuple[int, int, bytes]]) -> bytes:
    for place, gone, put in cuts:
        at = place % (len(content) + 1)
        content = content[:at] + put + content[at + gone :]
    return content


def mostly(usual: SearchStrategy[Any], times: int, *seldom: SearchStrategy[Any]) -> SearchStrategy[Any]:
    """The usual so many times as often as each of the others."""
    return st.sampled_from([usual] * times + list(seldom)).flatmap(lambda chosen: chosen)


def broken_bytes(whole: SearchStrategy[bytes]) -> SearchStrategy[bytes]:
    """A file of which a part is gone, cut off, doubled or other than it was."""
    cut = st.tuples(st.integers(0, 4_000), st.sampled_from([0, 1, 16, 400, 10**6]), st.binary(max_size=12))
    return st.builds(_broken, whole, st.lists(cut, min_size=1, max_size=3))


def workbooks(
    heads: Sequence[str], good: Sequence[Sequence[object]], cells: SearchStrategy[object]
) -> SearchStrategy[bytes]:
    """Sheets with these heads: rows of right values, of slips and of anything, in files whole and broken."""
    nothing, right = st.just(""), st.sampled_from(good).map(list)
    of_the_office = slipped(*(str(value) for row in good for value in row if value is not None)).map(_clean)
    slip = st.one_of(of_the_office, cells.map(_clean), st.sampled_from(ODD_CELLS))
    spoilt = st.builds(_with, right, st.lists(st.tuples(st.integers(0, len(heads)), slip), min_size=1, max_size=3))
    broken = st.builds(_with, right, st.lists(st.tuples(st.just(1), st.sampled_from(BROKEN_CELLS)), min_size=1))
    rows = st.lists(st.one_of(right, spoilt, spoilt, st.lists(slip, max_size=len(heads) + 2)), max_size=5)
    spoilt_rows = st.lists(st.one_of(right, broken), min_size=1, max_size=3)
    tops = st.sampled_from(
        [list(heads), list(heads), list(heads), list(heads[::-1]), list(heads[:2]), ["", *heads], []]
    )
    whole = st.builds(
        lambda top, below, head, size, behind: workbook([top, *below], head=head, size=size, behind=behind),
        tops,
        mostly(rows, 5, spoilt_rows),
        mostly(nothing, 8, st.sampled_from(ODD_HEADS)),
        mostly(nothing, 3, st.sampled_from(ODD_SIZES)),
        mostly(nothing, 4, st.sampled_from(ODD_PARTS)),
    )
    frameless = st.sampled_from(sorted(_FRAME)).map(lambda name: packed("<worksheet/>", name))
    return mostly(whole, 8, broken_bytes(whole), frameless, st.binary(max_size=200))


def _clean(value: object) -> object:
    """Without what no file of this kind may hold."""
    if isinstance(value, str):
        return _NEVER_IN_A_FILE.sub("", value)
    return str(value) if isinstance(value, float) and not math.isfinite(value) else value


def _with(row: list[object], slips: list[tuple[int, object]]) -> list[object]:
    for place, value in slips:
        row[place % len(row) : place % len(row) + 1] = [value]
    return row
