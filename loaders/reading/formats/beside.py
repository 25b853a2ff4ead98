"""What lies beside a sheet in a workbook (.xlsx): comments on its cells, in threads or alone, and the addresses they link to."""

from __future__ import annotations

import posixpath
import zipfile
from collections import defaultdict
from xml.etree import ElementTree

from loaders.reading.formats.survey import MAIN, Survey, position

PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
THREADS = "{http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments}"
IN_THREAD = "tc={"
"""What the author of a comment begins with that only says, for older programs, that there is a thread."""

Asides = defaultdict[int, list[tuple[int, tuple[str, str, str]]]]
"""By row: the column, and kind, text and author of each."""


def beside(archive: zipfile.ZipFile, sheet: str, survey: Survey) -> Asides:
    """All comments and links of one sheet. The parts were looked into before: they declare no document type."""
    found: Asides = defaultdict(list)
    folder, name = posixpath.split(sheet)
    relations = f"{folder}/_rels/{name}.rels"
    if relations not in archive.namelist():
        return found
    addresses: dict[str, str] = {}
    parts: list[tuple[str, str]] = []
    for relation in ElementTree.fromstring(archive.read(relations)).iter(f"{PACKAGE}Relationship"):  # noqa: S314 - no entities
        target, kind = relation.get("Target", ""), relation.get("Type", "").rpartition("/")[2]
        addresses[relation.get("Id", "")] = target
        if kind in ("comments", "threadedComment") and target:
            parts.append((kind, target[1:] if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")))
    for kind, part in parts:
        root = ElementTree.fromstring(archive.read(part))  # noqa: S314 - no entities
        (_threads if kind == "threadedComment" else _comments)(root, archive, found)
    for (row, column), relation_id, place in survey.links:
        if address := addresses.get(relation_id, "") + (f"#{place}" if place else ""):
            found[row].append((column, ("link", address, "")))
    return found


def _comments(root: ElementTree.Element, archive: zipfile.ZipFile, found: Asides) -> None:
    main = f"{{{MAIN}}}"
    authors = [author.text or "" for author in root.iter(f"{main}author")]
    for comment in root.iter(f"{main}comment"):
        author = authors[int(comment.get("authorId", 0))] if authors else ""
        if author.startswith(IN_THREAD):
            continue
        text = "".join(piece.text or "" for piece in comment.iter(f"{main}t"))
        row, column = position(comment.get("ref", ""))
        found[row].append((column, ("comment", text, author)))


def _threads(root: ElementTree.Element, archive: zipfile.ZipFile, found: Asides) -> None:
    persons = {
        person.get("id"): person.get("displayName", "")
        for part in archive.namelist()
        if part.startswith("xl/persons/")
        for person in ElementTree.fromstring(archive.read(part)).iter(f"{THREADS}person")  # noqa: S314 - no entities
    }
    for comment in root.iter(f"{THREADS}threadedComment"):
        row, column = position(comment.get("ref", ""))
        text = "".join(piece.text or "" for piece in comment.iter(f"{THREADS}text"))
        found[row].append((column, ("comment", text, persons.get(comment.get("personId"), "") or "")))
