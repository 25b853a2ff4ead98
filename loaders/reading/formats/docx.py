"""The tables of a Word document (.docx), numbered from above as a reader counts them.

Text is what the document says once its changes are accepted: deleted words are none of it. What stands in a cell without being
its text (a comment, a footnote, an address) is told beside it; what cannot be read (numbers that Word counts itself, a table in a
cell) is told, too.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final
from xml.etree import ElementTree

from loaders.reading.formats import Stop
from loaders.reading.formats.sheet import MOST_COLUMNS, Cell, Sheet, send_sheet

DAMAGED = "damaged"
W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OFFICE: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
COMPATIBILITY: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
RELATION: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
THROUGH: Final = tuple(W + tag for tag in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))
"""Elements that stand around others, and are nothing themselves."""
DELETED: Final = (W + "del", W + "moveFrom")
SIGNS: Final = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-", W + "softHyphen": ""}
LINK: Final = re.compile(r'\s*HYPERLINK\s+"([^"]+)"')
OFF: Final = ("0", "false", "off")

Element = ElementTree.Element


@dataclass
class Beside:
    """What other parts of the document hold, by id: author and text of comments, footnotes; addresses."""

    comments: dict[str, tuple[str, str]] = field(default_factory=dict)
    footnotes: dict[str, tuple[str, str]] = field(default_factory=dict)
    addresses: dict[str, str] = field(default_factory=dict)


@dataclass
class Reading:
    """A cell while it is read."""

    beside: Beside
    said: Any
    lines: list[str] = field(default_factory=list)
    cell: Cell = field(default_factory=Cell)
    unstruck: bool = False

    def paragraphs(self, parent: Element) -> None:
        """All paragraphs of a cell; a table in it is no value."""
        for child in parent:
            if child.tag in THROUGH:
                self.paragraphs(child)
            elif child.tag == W + "tbl":
                self.cell.fault = "nested"
            elif child.tag == W + "p":
                self.lines.append("")
                if child.find(f"{W}pPr/{W}numPr") is not None:
                    self.said["numbers"] += 1
                self.content(child, struck=False)

    def content(self, parent: Element, *, struck: bool) -> None:
        """Text and what hangs on it, down to the last run."""
        for child in parent:
            if child.tag in DELETED:
                self.said["deleted"] += 1
            elif child.tag == W + "t":
                self.write(child.text or "", struck=struck)
            elif child.tag in SIGNS:
                self.write(SIGNS[child.tag], struck=struck)
            elif child.tag == W + "sym":
                self.write("\ufffd", struck=struck)
            elif child.tag in (W + "commentRangeStart", W + "commentReference"):
                self.aside("comment", self.beside.comments, child)
            elif child.tag in (W + "footnoteReference", W + "endnoteReference"):
                self.aside("footnote", self.beside.footnotes, child)
            elif child.tag == W + "instrText":
                if match := LINK.match(child.text or ""):
                    self.cell.asides.append(("link", match[1], ""))
            elif child.tag in (W + "drawing", W + "pict", W + "object", COMPATIBILITY + "AlternateContent"):
                self.said["pictures"] += 1
            elif child.tag == W + "hyperlink":
                address = self.beside.addresses.get(child.get(OFFICE + "id", ""), "")
                address += f"#{anchor}" if (anchor := child.get(W + "anchor")) else ""
                if address:
                    self.cell.asides.append(("link", address, ""))
                self.content(child, struck=struck)
            elif child.tag == W + "r":
                if is_on(child, "vanish"):
                    self.said["hidden_text"] += 1
                self.content(child, struck=is_on(child, "strike") or is_on(child, "dstrike"))
            elif child.tag not in (W + "pPr", W + "rPr"):
                self.content(child, struck=struck)

    def write(self, text: str, *, struck: bool) -> None:
        """Text of the cell."""
        self.lines[-1] += text
        self.unstruck = self.unstruck or (bool(text.strip()) and not struck)

    def aside(self, kind: str, known: dict[str, tuple[str, str]], element: Element) -> None:
        """A comment or note, once, however often the cell refers to it."""
        if found := known.get(element.get(W + "id", "")):
            aside = (kind, found[1], found[0])
            if aside not in self.cell.asides:
                self.cell.asides.append(aside)

    def whole(self) -> Cell:
        """The cell."""
        text = "\n".join(self.lines)
        self.cell.text = "" if self.cell.fault else text if text.strip() else ""
        self.cell.asides = [aside for aside in self.cell.asides if aside[0] != "link" or aside[1] != text.strip()]
        if self.cell.text and not self.unstruck:
            self.cell.asides.append(("struck", "", ""))
        return self.cell


def is_on(run: Element, name: str) -> bool:
    """Whether a run has this property, and it is not switched off."""
    found = run.find(f"{W}rPr/{W}{name}")
    return found is not None and found.get(W + "val", "1") not in OFF


def within(parent: Element, tag: str) -> Iterator[Element]:
    """Elements of this tag below this one, but none within another of the kind."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in THROUGH:
            yield from within(child, tag)


def number_of(element: Element, path: str) -> int:
    """A number that a property says; 0 where there is none."""
    found = element.find(path)
    value = found.get(W + "val", "0") if found is not None else "0"
    if not value.isdecimal() or int(value) > MOST_COLUMNS:
        raise Stop("disorder")
    return int(value)


def table_of(element: Element, title: str, beside: Beside) -> Sheet:
    """One table, whole. Cells that go on from the row above are one with the cell in which they begin."""
    sheet = Sheet(title)
    going_on: dict[int, tuple[int, int, int]] = {}
    blocks: dict[tuple[int, int], tuple[int, int]] = {}
    for number, row in enumerate(within(element, W + "tr"), start=1):
        if row.find(f"{W}trPr/{W}del") is not None:
            sheet.said["deleted_rows"] += 1
        cells: dict[int, Cell] = {}
        column = 1 + number_of(row, f"{W}trPr/{W}gridBefore")
        begun: dict[int, tuple[int, int, int]] = {}
        for box in within(row, W + "tc"):
            span = max(number_of(box, f"{W}tcPr/{W}gridSpan"), 1)
            reading = Reading(beside, sheet.said)
            reading.paragraphs(box)
            if cell := reading.whole():
                cells[column] = cell
            down = box.find(f"{W}tcPr/{W}vMerge")
            if down is not None and down.get(W + "val") != "restart" and column in going_on:
                begun[column] = going_on[column]
            else:
                begun[column] = (number, column, column + span - 1)
            first, left, right = begun[column]
            blocks[first, left] = (number, right)
            if down is None:
                del begun[column]
            column += span
            if column > MOST_COLUMNS:
                raise Stop("disorder")
        going_on = begun
        sheet.last = number
        if cells:
            sheet.rows.append((number, cells))
    for (top, left), (bottom, right) in blocks.items():
        sheet.merge(top, left, bottom, right)
    return sheet


def notes_of(archive: zipfile.ZipFile, part: str, tag: str) -> dict[str, tuple[str, str]]:
    """Author and text of each note in a part, by id."""
    if part not in archive.namelist():
        return {}
    notes = ElementTree.fromstring(archive.read(part)).iter(W + tag)  # noqa: S314 - no entities
    return {
        note.get(W + "id", ""): (
            note.get(W + "author", ""),
            "\n".join(plain(paragraph) for paragraph in note.iter(W + "p")).strip(),
        )
        for note in notes
    }


def plain(paragraph: Element) -> str:
    """The text of a paragraph."""
    return "".join(piece.text or "" for piece in paragraph.iter(W + "t"))


def say(data: bytes, limits: dict[str, Any], send: Callable[..., None]) -> None:
    """Every table with its rows."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        beside = Beside(
            notes_of(archive, "word/comments.xml", "comment"),
            notes_of(archive, "word/footnotes.xml", "footnote"),
        )
        if "word/_rels/document.xml.rels" in archive.namelist():
            relations = ElementTree.fromstring(archive.read("word/_rels/document.xml.rels"))  # noqa: S314 - no entities
            beside.addresses = {one.get("Id", ""): one.get("Target", "") for one in relations.iter(RELATION)}
        root = ElementTree.fromstring(archive.read("word/document.xml"))  # noqa: S314 - no entities
    body = root.find(W + "body")
    if body is None:
        raise Stop("strict" if root.tag.endswith("}document") else "damaged")
    budget = limits["text"]
    tables = list(within(body, W + "tbl"))
    for number, element in enumerate(tables, start=1):
        sheet = table_of(element, f"table {number}", beside)
        if number == 1:
            sheet.said["frames"] += sum(len(list(box.iter(W + "tbl"))) for box in root.iter(W + "txbxContent"))
        budget = send_sheet(sheet, budget, send)
