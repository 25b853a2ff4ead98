"""Old workbooks (.xls), by xlrd, which reads what other readers leave out: comments, links, merged cells, what is hidden.

What it does not tell is looked for in the records themselves: a formula whose result is an empty text may be one that nobody
worked out, and sheets of macros are passed over by xlrd without a word.
"""

from __future__ import annotations

import datetime as dt
import io
import struct
from collections.abc import Callable, Iterator
from typing import Any, Final

from loaders.reading.formats import Stop
from loaders.reading.formats.sheet import Cell, Sheet, send_sheet
from loaders.reading.formats.shown import clock, elapsed, number, truth, when

DAMAGED = "damaged"
FORMULA, SHEET, PASSWORD, END, BEGIN = 0x06, 0x85, 0x2F, 0x0A, 0x809
EMPTY_TEXT: Final = b"\x03\x00\x00\x00\x00\x00\xff\xff"
"""As a formula's result; only the first and the last two bytes count."""
MACROS: Final = (1, 6)
"""Kinds of sheets that hold macros: of Excel 4, and of Visual Basic."""
STATES: Final = {0: "visible", 1: "hidden", 2: "veryHidden"}
OLDEST_WITH_UNICODE: Final = 80
EPOCH: Final = dt.datetime(1899, 12, 30)
FIRST_SURE_DAY: Final = 61
"""1 March 1900. Before it the calendar of Excel has a day that never was."""


def records(data: Any, at: int) -> Iterator[tuple[int, bytes]]:
    """The records of a sheet, or of the book itself, to their end; those of charts within it are passed over."""
    depth = 0
    while at + 4 <= len(data):
        kind, length = struct.unpack_from("<HH", data, at)
        if kind == BEGIN:
            depth += 1
        elif kind == END:
            depth -= 1
            if depth <= 0:
                return
        elif depth == 1:
            yield kind, bytes(data[at + 4 : at + 4 + length])
        at += 4 + length


def unanswered(book: Any, index: int) -> set[tuple[int, int]]:
    """Cells, counted from 0, with formulas whose result is an empty text."""
    return {
        struct.unpack_from("<HH", body)
        for kind, body in records(book.mem, book._sh_abs_posn[index])
        if kind == FORMULA and len(body) >= 14 and body[6] == EMPTY_TEXT[0] and body[12:14] == EMPTY_TEXT[6:]
    }


def value_of(book: Any, cell: Any, shown_as: str) -> tuple[str, str]:
    """The text of a cell and, if it has none that can be relied on, the word that says why."""
    import xlrd

    if cell.ctype == xlrd.XL_CELL_TEXT:
        return cell.value, ""
    if cell.ctype == xlrd.XL_CELL_NUMBER:
        return number(cell.value), ""
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return truth(cell.value), ""
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return "", "error"
    if cell.ctype != xlrd.XL_CELL_DATE:
        return "", ""
    lasts = any(part in shown_as.lower() for part in ("[h", "[m]", "[mm]", "[s]", "[ss]"))
    if not lasts and cell.value < 1:
        return clock((EPOCH + dt.timedelta(seconds=round(cell.value * 86_400) % 86_400)).time()), ""
    if lasts:
        return elapsed(dt.timedelta(days=cell.value)), ""
    if not book.datemode and cell.value < FIRST_SURE_DAY:
        return "", "calendar"
    first = dt.datetime(1904, 1, 1) if book.datemode else dt.datetime(1899, 12, 30)
    return when(first + dt.timedelta(days=cell.value), shown_as, epoch_1900=not book.datemode)


def sheet_of(book: Any, index: int) -> Sheet:
    """One sheet, whole."""
    found = book.sheet_by_index(index)
    sheet = Sheet(found.name, STATES.get(found.visibility, "hidden"))
    sheet.hidden_columns = sum(1 for at, column in found.colinfo_map.items() if column.hidden and at < min(found.ncols, 1_000))
    empty = unanswered(book, index)
    struck: dict[int, bool] = {}
    rows: dict[int, dict[int, Cell]] = {}
    for at in range(found.nrows):
        for column, cell in enumerate(found.row(at)):
            if cell.ctype in (0, 6):
                continue
            style = book.xf_list[cell.xf_index]
            text, word = value_of(book, cell, book.format_map[style.format_key].format_str or "")
            made = Cell(text, word)
            if struck.setdefault(cell.xf_index, bool(book.font_list[style.font_index].struck_out)) and text:
                made.asides.append(("struck", "", ""))
            if (at, column) in empty and not text:
                sheet.said["empty_results"] += 1
            if made:
                rows.setdefault(at, {})[column + 1] = made
    sheet.hidden_rows = sum(1 for at, row in found.rowinfo_map.items() if row.hidden and at in rows)
    for (at, column), note in found.cell_note_map.items():
        rows.setdefault(at, {}).setdefault(column + 1, Cell()).asides.append(("comment", note.text, note.author or ""))
    for link in found.hyperlink_list:
        address = (link.url_or_path if isinstance(link.url_or_path, str) else "") or ""
        address += f"#{link.textmark}" if link.textmark else ""
        cell = rows.setdefault(link.frowx, {}).setdefault(link.fcolx + 1, Cell())
        if address and address != cell.text:
            cell.asides.append(("link", address, ""))
    for top, bottom, left, right in found.merged_cells:
        sheet.merge(top + 1, left + 1, bottom, right)
    sheet.rows = [(at + 1, rows[at]) for at in sorted(rows)]
    sheet.last = max(rows, default=-1) + 1
    return sheet


def check(data: bytes) -> None:
    """Stop where the container shows that it is no workbook that may be read."""
    if named(data, "EncryptedPackage"):
        raise Stop("password")
    if named(data, "_VBA_PROJECT_CUR") or named(data, "_VBA_PROJECT"):
        raise Stop("macros")
    if named(data, "WordDocument"):
        raise Stop("word")


def named(data: bytes, name: str) -> bool:
    """Whether a part of the container is called so."""
    return name.encode("utf-16-le") + b"\0\0" in data


def say(data: bytes, limits: dict[str, Any], send: Callable[..., None]) -> None:
    """Every sheet with its rows."""
    import xlrd

    check(data)
    try:
        book = xlrd.open_workbook(file_contents=data, formatting_info=True, on_demand=True, logfile=io.StringIO())
    except xlrd.XLRDError as error:
        raise Stop("password" if "encrypted" in str(error) else "damaged") from None
    if book.biff_version < OLDEST_WITH_UNICODE and not book.codepage:
        raise Stop("letters")
    kinds = [body[5] for kind, body in records(book.mem, book.base) if kind == SHEET and len(body) > 5]
    if any(kind in MACROS for kind in kinds):
        raise Stop("macros")
    budget = limits["text"]
    for index in range(book.nsheets):
        budget = send_sheet(sheet_of(book, index), budget, send)
        book.unload_sheet(index)
