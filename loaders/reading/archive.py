"""What the ZIP of a workbook or document says about itself, looked at before anything is unpacked.

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
from loaders.reading.forms import FORMS, Form

_MOST_PARTS: Final = 5_000
_LARGEST: Final = 1024**3
_SMALL: Final = 4 * 1024**2
_STEEPEST: Final = 200
_PROLOG: Final = 64 * 1024
_NESTED: Final = {
    ".zip", ".xlsx", ".xlsm", ".xlsb", ".xls", ".docx", ".doc", ".pptx", ".ppt", ".ods", ".odt",
    ".7z", ".rar", ".gz", ".jar", ".exe", ".dll", ".pdf",
}  # fmt: skip
_RENAME: Final = "Name it what it is, or save it again"
_LONGEST_MANIFEST: Final = 1024**2
_ELEMENT: Final = re.compile(rb"<[A-Za-z_]")
_DECLARED: Final = re.compile(rb"""^<\?xml[^>]*encoding\s*=\s*["']([^"']*)["']""")


@dataclass(frozen=True, slots=True)
class Size:
    """How large the parts of a workbook become: what its reading may cost follows from it."""

    parts: int
    unpacked: int


def inspect(data: bytes, file: str, form: Form) -> Size:
    """SourceError for a workbook or document that is damaged, locked, hostile or holds more than tables."""
    if not form.is_zip:  # an old one: its reader looks into it
        return Size(1, len(data))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = _directory(archive.infolist(), len(data), file, form)
            if form.mimetype:
                _open_document(archive, file, form)
            for part in archive.infolist():
                name = part.filename.casefold()
                if name.endswith((".xml", ".rels", ".vml")) and not name.startswith("customxml/"):  # never read
                    _prolog(archive, part, file, form)
            return size
    except (
        zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError, RuntimeError, OverflowError, KeyError
    ):  # fmt: skip
        raise SourceError(
            f"a damaged {form.what[2:]}", file=file, remedy="Copy it again, or open it in its program, repair and save it"
        ) from None


def _directory(parts: list[zipfile.ZipInfo], length: int, file: str, form: Form) -> Size:
    names = [part.filename.casefold() for part in parts]

    def refused(why: str, remedy: str = form.resave) -> SourceError:
        return SourceError(f"{form.what} {why}", file=file, remedy=remedy)

    if len(parts) > _MOST_PARTS:
        raise refused(f"of more than {_MOST_PARTS:,} parts")
    if any(part.flag_bits & 1 for part in parts) or "encrypted-package" in names:
        raise refused("with a password", "Save it without a password")
    if len(set(names)) != len(names) or any(name.startswith(("/", "\\")) or ".." in name.split("/") for name in names):
        raise refused("whose parts are not named as parts are")
    if any(part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for part in parts):
        raise refused("packed in an unusual way")
    unpacked = sum(part.file_size for part in parts)
    steep = any(part.file_size > _SMALL and part.file_size > _STEEPEST * max(part.compress_size, 1) for part in parts)
    if unpacked > _LARGEST or steep or sum(part.compress_size for part in parts) > length:
        raise refused("that unfolds to far more than its size")
    if not all(any(name.endswith(held) for name in names) for held in form.holds):
        other = next((one for one in FORMS.values() if one.is_zip and _is_one(names, one)), None)
        if other:
            raise SourceError(f"named .{form.name} but is {other.what} ({other.saved_as})", file=file, remedy=_RENAME)
        raise SourceError(
            f"a ZIP archive, but no {form.what[2:]}", file=file, remedy=f"Save the table as {form.saved_as} or CSV in UTF-8"
        )
    if any("vbaproject" in name or "/macrosheets/" in name or name.startswith(("basic/", "scripts/")) for name in names):
        raise refused("with macros", f"Save it as {form.saved_as} without macros")
    if any("/externallinks/" in name or name.endswith("/connections.xml") for name in names):
        raise refused(
            "that draws on other files", "Break the links to other files and data sources (Data > Edit Links), then save it"
        )
    if any("/embeddings/" in name or PurePosixPath(name).suffix in _NESTED for name in names):
        raise refused("with files inside it")
    return Size(len(parts), unpacked)


def _is_one(names: list[str], form: Form) -> bool:
    return not form.mimetype and all(any(name.endswith(held) for name in names) for held in form.holds)


def _open_document(archive: zipfile.ZipFile, file: str, form: Form) -> None:
    """Refuse what says itself that it is another kind of document, or locked."""
    with archive.open("mimetype") as stream:
        said = stream.read(200).decode("ascii", "replace").strip()
    if said != form.mimetype:
        other = next((one for one in FORMS.values() if one.mimetype == said), None)
        reason = f"named .{form.name} but is {other.what if other else 'another document'}"
        raise SourceError(reason + (f" ({other.saved_as})" if other else ""), file=file, remedy=_RENAME if other else form.resave)
    with archive.open("META-INF/manifest.xml") as stream:
        if b"encryption-data" in stream.read(_LONGEST_MANIFEST):
            raise SourceError(f"{form.what} with a password", file=file, remedy="Save it without a password")


def _prolog(archive: zipfile.ZipFile, part: zipfile.ZipInfo, file: str, form: Form) -> None:
    """Refuse a document type or entities: they stand before the first element, and no office program writes them."""
    with archive.open(part) as stream:
        start = stream.read(_PROLOG).removeprefix(b"\xef\xbb\xbf").lstrip()
    if not part.file_size:
        return
    declared = _DECLARED.match(start)
    root = _ELEMENT.search(start)
    if not root or b"\x00" in start or (declared and declared[1].lower() not in (b"utf-8", b"us-ascii", b"ascii")):
        reason = f"{form.what} whose XML is not written as office programs write it"
        raise SourceError(reason, file=file, remedy=form.resave)
    if b"<!DOCTYPE" in start or b"<!ENTITY" in start:
        raise SourceError(f"{form.what} that declares a document type or entities", file=file, remedy=form.resave)
