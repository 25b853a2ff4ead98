"""Files that cannot be read as they stand: how to make each, and what the one line about it must name."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import openpyxl

from tests.cli import republic

SECRET = "Ilvane Korosz"
"""A name in the files: no message may hold it."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """`make` writes the file (or does not) and returns its path. `names`: what the line must contain, the remedy among it."""

    make: Callable[[Path], Path]
    names: tuple[str, ...]
    options: tuple[str, ...] = ("--mapping", "custody.toml")


def _text(name: str, text: str, encoding: str = "utf-8") -> Callable[[Path], Path]:
    return _bytes(name, text.encode(encoding))


def _bytes(name: str, content: bytes) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        (folder / name).write_bytes(content)
        return folder / name

    return make


def _folder(folder: Path) -> Path:
    (folder / "lists.csv").mkdir()
    return folder / "lists.csv"


def _absent(folder: Path) -> Path:
    return folder / "lists.csv"


def _link(folder: Path) -> Path:
    (folder / "real.csv").write_text(republic.custody(), "utf-8")
    (folder / "lists.csv").symlink_to(folder / "real.csv")
    return folder / "lists.csv"


def _workbook() -> bytes:
    book, out = openpyxl.Workbook(), io.BytesIO()
    sheet = book.worksheets[0]
    for row in (republic.CUSTODY_HEADER, *republic.CUSTODY_ROWS * 40):
        sheet.append(row)
    book.save(out)
    book.close()
    return out.getvalue()


def _bomb(_: object = None) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_workbook())) as good, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bad:
        for part in good.infolist():
            bad.writestr(part.filename, good.read(part))
        bad.writestr("xl/worksheets/sheet9.xml", b"<worksheet>" + b" " * (64 << 20))
    return out.getvalue()


def _locked() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000) + SECRET.encode("utf-16-le")


HEADER = ",".join(republic.CUSTODY_HEADER)
GOOD = republic.custody()
CYRILLIC = GOOD.replace("Sune Orvald", "Суне Орвальд")

WRONG_FILES: dict[str, Wrong] = {
    "no such file": Wrong(_absent, ("lists.csv", "no such file", "Check the path")),
    "a folder": Wrong(_folder, ("lists.csv", "not a regular file", "Name one file")),
    "a symbolic link": Wrong(_link, ("lists.csv", "symbolic link", "Name the file it points to")),
    "an empty file": Wrong(_bytes("lists.csv", b""), ("lists.csv", "empty", "copied completely")),
    "blank lines only": Wrong(_bytes("lists.csv", b"\n\n \n"), ("lists.csv",)),
    "a missing column": Wrong(
        _text("lists.csv", GOOD.replace("arrested by", "taken by")), ("lists.csv", "row 1", "'arrested by'", "--mapping")
    ),
    "a header twice": Wrong(
        _text("lists.csv", GOOD.replace("held in", "person")), ("lists.csv", "row 1", "'person'", "a name of its own")
    ),
    "a column without a name over data": Wrong(
        _text("lists.csv", GOOD.replace("held in", "")), ("lists.csv", "row 1", "column B has no name", "row 2")
    ),
    "data instead of a header": Wrong(_text("lists.csv", "1,2,3\n4,5,6\n"), ("lists.csv", "row 1", "header row")),
    "a header no mapping knows": Wrong(
        _text("lists.csv", GOOD), ("lists.csv", "no known mapping fits", "--mapping"), options=()
    ),
    "a column that the fitting mapping does not account for": Wrong(
        _text("lists.tsv", republic.roster(3).replace("unit:relation_type", "unit:motto").replace("child", SECRET)),
        ("lists.tsv", "sfm-mali-units", "the column 'unit:motto'", "--mapping sfm-mali-units"),
        options=(),
    ),
    "dates that read two ways": Wrong(
        _text("lists.csv", republic.custody(("Ilvane Korosz", "Dom Kastel", "03/04/1987", "05/06/1987", "4th", "", "", ""))),
        ("lists.csv", "column 'from'", "--dates day-first or --dates month-first"),
    ),
    "years of two digits": Wrong(
        _text("lists.csv", republic.custody(("Ilvane Korosz", "Dom Kastel", "23/04/87", "25/06/87", "4th", "", "", ""))),
        ("lists.csv", "row 2", "column 'from'", "--century 1930", "--century none"),
    ),
    "an encoding nobody stated": Wrong(
        _text("lists.csv", CYRILLIC, "cp1251"), ("lists.csv", "line 4 is not UTF-8", "--encoding", "cp1251")
    ),
    "an encoding that is not the file's": Wrong(
        _text("lists.csv", CYRILLIC, "cp1251"),
        ("lists.csv", "line 1 is not utf-16-le", "--encoding NAME"),
        options=("--encoding", "utf-16-le"),
    ),
    "an encoding that is none": Wrong(
        _text("lists.csv", GOOD), ("lists.csv", "names no text encoding", "cp1251"), options=("--encoding", "klingon")
    ),
    "a workbook cut off": Wrong(_bytes("lists.xlsx", _workbook()[:-700]), ("lists.xlsx", "damaged workbook", "repair")),
    "a workbook with a password": Wrong(_bytes("lists.xlsx", _locked()), ("lists.xlsx", "password", "without a password")),
    "a workbook that unfolds": Wrong(_bytes("lists.xlsx", _bomb()), ("lists.xlsx", "unfolds to far more than its size", "save")),
    "an old workbook": Wrong(_bytes("lists.xls", _locked()), ("lists.xls", "damaged workbook", "save it")),
    "a PDF": Wrong(_bytes("lists.pdf", b"%PDF-1.7\n" + SECRET.encode()), ("lists.pdf", "a document, not a table", "spreadsheet")),
    "a PDF called CSV": Wrong(_bytes("lists.csv", b"%PDF-1.7\n" + SECRET.encode()), ("lists.csv", "PDF", "save it again")),
    "a compressed file called CSV": Wrong(_bytes("lists.csv", gzip.compress(GOOD.encode())), ("lists.csv", "compressed")),
    "a web page called CSV": Wrong(_text("lists.csv", f"<!DOCTYPE html><p>{SECRET}"), ("lists.csv", "web page", "CSV in UTF-8")),
    "a picture": Wrong(_bytes("lists.png", b"\x89PNG\r\n\x1a\n"), ("lists.png", "a picture", ".xlsx or CSV")),
    "bytes that are no text": Wrong(_bytes("lists.csv", bytes(range(256)) * 40), ("lists.csv", "--encoding")),
    "NUL bytes all over": Wrong(_bytes("lists.csv", GOOD.encode().replace(b"o", b"\x00")), ("lists.csv",)),
    "one JSON document": Wrong(_text("lists.json", '{"person": "Ilvane Korosz"}'), ("lists.json", "list of objects")),
    "JSON lines that are none": Wrong(_text("lists.jsonl", "Ilvane Korosz\n[1]\n"), ("lists.jsonl",)),
}  # fmt: skip
