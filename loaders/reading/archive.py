"""What a workbook's ZIP says about itself, looked at before anything is unpacked.

A workbook of two kilobytes can unfold into gigabytes, fetch other files or define entities that multiply. All of this can
be seen in the directory of the archive and the first bytes of its parts.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from graph.errors import SourceError

_MOST_PARTS: Final = 5_000
_LARGEST: Final = 1024**3
_SMALL: Final = 4 * 1024**2
_STEEPEST: Final = 200
_PROLOG: Final = 64 * 1024
_NESTED: Final = {
    ".zip", ".xlsx", ".xlsm", ".xlsb", ".xls", ".docx", ".doc", ".pptx", ".ppt", ".ods", ".odt",
    ".7z", ".rar", ".gz", ".jar", ".exe", ".dll", ".pdf",
}  # fmt: skip
_RESAVE: Final = "Open it, copy the sheets into a new workbook and save that as .xlsx"
_ELEMENT: Final = re.compile(rb"<[A-Za-z_]")
_DECLARED: Final = re.compile(rb"""^<\?xml[^>]*encoding\s*=\s*["']([^"']*)["']""")


@dataclass(frozen=True, slots=True)
class Size:
    """How large the parts of a workbook become: what its reading may cost follows from it."""

    parts: int
    unpacked: int


def inspect(data: bytes, file: str) -> Size:
    """SourceError for a workbook that is damaged, locked, hostile or holds more than tables."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = _directory(archive.infolist(), len(data), file)
            for part in archive.infolist():
                name = part.filename.casefold()
                if name.endswith((".xml", ".rels", ".vml")) and not name.startswith("customxml/"):  # never read
                    _prolog(archive, part, file)
            return size
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError, RuntimeError, OverflowError):
        raise SourceError(
            "a damaged workbook", file=file, remedy="Copy it again, or open it in Excel, repair and save it"
        ) from None


def _directory(parts: list[zipfile.ZipInfo], length: int, file: str) -> Size:
    names = [part.filename.casefold() for part in parts]
    if len(parts) > _MOST_PARTS:
        raise SourceError(f"a workbook of more than {_MOST_PARTS:,} parts", file=file, remedy=_RESAVE)
    if any(part.flag_bits & 1 for part in parts):
        raise SourceError("a workbook with a password", file=file, remedy="Save it without a password")
    if len(set(names)) != len(names) or any(name.startswith(("/", "\\")) or ".." in name.split("/") for name in names):
        raise SourceError("a workbook whose parts are not named as parts are", file=file, remedy=_RESAVE)
    if any(part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for part in parts):
        raise SourceError("a workbook packed in an unusual way", file=file, remedy=_RESAVE)
    unpacked = sum(part.file_size for part in parts)
    steep = any(part.file_size > _SMALL and part.file_size > _STEEPEST * max(part.compress_size, 1) for part in parts)
    if unpacked > _LARGEST or steep or sum(part.compress_size for part in parts) > length:
        raise SourceError("a workbook that unfolds to far more than its size", file=file, remedy=_RESAVE)
    if any("vbaproject" in name or "/macrosheets/" in name for name in names):
        raise SourceError("a workbook with macros", file=file, remedy="Save it as .xlsx without macros")
    if any("/externallinks/" in name or name.endswith("/connections.xml") for name in names):
        remedy = "Break the links to other files and data sources (Data > Edit Links), then save it"
        raise SourceError("a workbook that draws on other files", file=file, remedy=remedy)
    if any("/embeddings/" in name or PurePosixPath(name).suffix in _NESTED for name in names):
        raise SourceError("a workbook with files inside it", file=file, remedy=_RESAVE)
    if "[content_types].xml" not in names or not any(name.endswith("workbook.xml") for name in names):
        raise SourceError("a ZIP archive, but no workbook", file=file, remedy="Save the table as .xlsx or CSV in UTF-8")
    return Size(len(parts), unpacked)


def _prolog(archive: zipfile.ZipFile, part: zipfile.ZipInfo, file: str) -> None:
    """Refuse a document type or entities: they stand before the first element, and no spreadsheet program writes them."""
    with archive.open(part) as stream:
        start = stream.read(_PROLOG).removeprefix(b"\xef\xbb\xbf").lstrip()
    if not part.file_size:
        return
    declared = _DECLARED.match(start)
    root = _ELEMENT.search(start)
    if not root or b"\x00" in start or (declared and declared[1].lower() not in (b"utf-8", b"us-ascii", b"ascii")):
        raise SourceError("a workbook whose XML is not written as spreadsheet programs write it", file=file, remedy=_RESAVE)
    if b"<!DOCTYPE" in start or b"<!ENTITY" in start:
        raise SourceError("a workbook that declares a document type or entities", file=file, remedy=_RESAVE)
