"""From a file to the drafts of its mappings: one for each kind of table in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from graph.errors import SourceError
from loaders.draft.compose import outline_of
from loaders.draft.facts import Facts
from loaders.draft.layout import Place, place_of
from loaders.draft.outline import Outline
from loaders.draft.put_aside import LEFT, put_aside
from loaders.draft.questions import Answers, Ask
from loaders.draft.writing import Head, text_of
from loaders.mapping import parse
from loaders.mapping.pattern import Pattern
from loaders.reading import Original, Table, read_original
from loaders.reading.grid import grids
from loaders.reading.layout import PLAIN, Layout

NO_NAME: Final = "table"


@dataclass(frozen=True, slots=True)
class Draft:
    """One mapping, and what it rests on. `text` is empty where nothing of the table could be drafted."""

    name: str
    sheets: tuple[str, ...]
    text: str
    facts: Facts
    outline: Outline
    answers: Answers
    place: Place | None


@dataclass(frozen=True, slots=True)
class Drafted:
    """What came of one file: its drafts, and the sheets that are none, with the reason."""

    file: str
    drafts: tuple[Draft, ...]
    left_out: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Found:
    sheet: str
    place: Place | None
    table: Table


def drafts_of(original: Original, *, encoding: str | None = None, ask: Ask | None = None) -> Drafted:
    """Every table of the file as a draft. SourceError where the file or one of its sheets cannot be read, or holds no table."""
    found, left = _tables(original, encoding, ask)
    if not found:
        reason = left[0][1] if left else "no table stands in it"
        raise SourceError(reason, file=original.name, remedy="Give the table one row that names its columns, and draft again")
    groups: dict[tuple[object, ...], list[_Found]] = {}
    for each in found:
        header = each.place.header if each.place else ()
        groups.setdefault((each.table.header, header), []).append(each)
    made = [_draft(original, group, len(found) + len(left) > 1, left, ask) for group in groups.values()]
    return Drafted(original.name, tuple(made), tuple(left))


def _tables(original: Original, encoding: str | None, ask: Ask | None) -> tuple[list[_Found], list[tuple[str, str]]]:
    sheets = grids(original, encoding=encoding)
    if not sheets:
        return [_Found(table.sheet, None, table) for table in read_original(original, encoding=encoding).tables], []
    found: list[_Found] = []
    left: list[tuple[str, str]] = []
    for grid in sheets:
        if put_aside(grid.sheet, ask):
            left.append((grid.sheet, LEFT))
            continue
        place = place_of(grid)
        if place is None:
            left.append((grid.sheet, "no row of it looks like the names of columns above records"))
            continue
        reading = read_original(original, encoding=encoding, layout=_layout(grid.sheet, place))
        found += [_Found(grid.sheet, place, table) for table in reading.tables if table.rows]
    return found, left


def _layout(sheet: str, place: Place) -> Layout:
    return replace(
        PLAIN,
        sheets=(sheet,) if sheet else (),
        rows=place.header,
        until=Pattern(place.until).found_in if place.until else None,
        skip=Pattern(place.skip).found_in if place.skip else None,
    )


def _draft(original: Original, group: list[_Found], several: bool, left: list[tuple[str, str]], ask: Ask | None) -> Draft:
    sheets = tuple(each.sheet for each in group if each.sheet)
    stem = _slug(original.name.rsplit(".", 1)[0])
    name = f"{stem}-{_slug(sheets[0])}" if several and sheets else stem
    facts, answers = Facts.of([each.table for each in group]), Answers(ask, sheets[0] if several and sheets else "")
    outline = outline_of(facts, answers, name)
    place = group[0].place
    title = f"{original.name.rsplit('.', 1)[0]}" + (f", {sheets[0]}" if several and sheets else "")
    head = Head(name, title, original.name, place, sheets if several else (), tuple(sheet for sheet, _ in left))
    text = ""
    if outline.things:
        text = text_of(head, outline, facts, answers)
        parse(text, f"{name}.toml")
    return Draft(name, sheets, text, facts, outline, answers, place)


def _slug(text: str) -> str:
    """A name of small letters, figures and dashes, in any script."""
    return re.sub(r"[\W_]+", "-", text.casefold()).strip("-") or NO_NAME


def names(drafts: Iterable[Draft]) -> Iterator[str]:
    """The file that each draft is written to."""
    yield from (f"{draft.name}.toml" for draft in drafts if draft.text)
