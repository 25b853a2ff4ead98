"""Statements of FollowTheMoney: a row a value, with the dataset that says it; gathered to the entities they are about."""

from __future__ import annotations

import csv
import io
import json
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

COLUMNS: Final = frozenset({"canonical_id", "entity_id", "prop", "schema", "value", "dataset"})
ID: Final = "id"
"""The property that only says that there is such an entity."""
LONGEST: Final = 10_000_000
GENERAL: Final = ("Thing", "Interest", "Interval", "LegalEntity", "Organization")
"""Schemata of which others are kinds, the most general first."""


class Said(NamedTuple):
    """One value, as the statement has it. `original`: before it was cleaned."""

    text: str
    dataset: str
    original: str
    language: str


@dataclass(slots=True)
class Gathered:
    """An entity in the making. `at`: its first statement. `schemata`: each that a statement names, with how many do."""

    at: str
    canonical: str
    schemata: dict[str, int] = field(default_factory=dict)
    said: defaultdict[str, list[Said]] = field(default_factory=lambda: defaultdict(list))


def are_statements(first: str) -> bool:
    """Whether a first line is a heading of such rows, or one of them as JSON."""
    if first.lstrip().startswith("{"):
        row: Any = json.loads(first) if len(first) <= LONGEST else None
        return isinstance(row, dict) and row.keys() >= COLUMNS
    return len(first) < LONGEST and set(next(csv.reader([first]), [])) >= COLUMNS


def rows(path: Path) -> Iterator[tuple[str, Mapping[str, str] | None, str]]:
    """Where each row stands, the row, and its text; None in place of one that is no statement."""
    text = path.read_text("utf-8-sig", errors="surrogateescape")
    if text.lstrip().startswith("{"):
        for number, line in enumerate(text.split("\n"), start=1):
            if line.strip():
                yield f"line {number}", _of_json(line), line
        return
    csv.field_size_limit(LONGEST)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    heading = next(reader)
    begins = reader.line_num + 1
    for cells in reader:
        if cells:
            whole = len(cells) == len(heading)
            yield f"line {begins}", dict(zip(heading, cells, strict=True)) if whole else None, "\t".join(cells)
        begins = reader.line_num + 1


def _of_json(line: str) -> Mapping[str, str] | None:
    try:
        row = json.loads(line) if len(line) <= LONGEST else None
    except (ValueError, RecursionError):
        return None
    if not isinstance(row, dict) or not row.keys() >= COLUMNS:
        return None
    return {str(name): "" if value is None else str(value) for name, value in row.items()}


def is_external(row: Mapping[str, str]) -> bool:
    """Whether it is only a candidate that some other place offers about the entity."""
    return row.get("external", "").strip().casefold() in ("t", "true", "1", "y", "yes")


def gather(entities: dict[str, Gathered], at: str, row: Mapping[str, str]) -> None:
    """Adds one statement to the entity that it is about."""
    entity = entities.setdefault(row["entity_id"], Gathered(at, row["canonical_id"] or row["entity_id"]))
    entity.schemata[row["schema"]] = entity.schemata.get(row["schema"], 0) + 1
    if row["prop"] != ID and row["value"]:
        said = Said(row["value"], row["dataset"], row.get("original_value", ""), row.get("lang", ""))
        if said not in entity.said[row["prop"]]:
            entity.said[row["prop"]].append(said)


def schema_of(entity: Gathered) -> str | None:
    """The one schema of an entity, where all others that its statements name are only more general; None where none is."""
    named = set(entity.schemata)
    for general in GENERAL:
        if len(named) > 1:
            named.discard(general)
    return named.pop() if len(named) == 1 else None
