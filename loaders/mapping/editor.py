"""The format of a mapping as a JSON Schema, made from the declaration: editors complete by it, and check while one writes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from graph import schema
from loaders.mapping.cell import Cell
from loaders.mapping.date import AsOf, DateCell, Flag, SpanPart
from loaders.mapping.entry import EntryPart
from loaders.mapping.form import SOURCE, Citations, FileSource, KeySpace, Mapping, Remark
from loaders.mapping.layout import TablePart
from loaders.mapping.meaning import meanings
from loaders.mapping.part import LABELS, TYPES, Key, LinkPart, ThingPart
from loaders.mapping.point import PointCell
from loaders.mapping.split import Split
from loaders.mapping.when import When

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.schema import Property
    from loaders.mapping.table import TomlTable

TABLES: Final[tuple[type[TomlTable], ...]] = (
    Mapping, TablePart, FileSource, KeySpace, ThingPart, LinkPart, Key, When, Cell, Split, PointCell, SpanPart, DateCell, Flag,
    Citations, EntryPart, Remark,
)  # fmt: skip
"""Every table of a mapping file, in the order in which one writes them."""
SHORT: Final = (Cell, PointCell, DateCell, AsOf, Flag)
"""Tables for which the name of a column, or of the last but one a date, may stand."""
KINDS: Final = {"int": "number", "float": "number", "bool": "boolean"}


def text() -> str:
    """The schema as the file that editors read."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=1) + "\n"


def json_schema() -> dict[str, Any]:
    """The schema, with the meaning of every key."""
    document: dict[str, Any] = _plain(Mapping.model_json_schema())
    tables = document.pop("$defs")
    tables["Mapping"] = document
    for table in TABLES:
        tables[table.__name__]["description"] = (table.__doc__ or "").strip()
        for name, means in meanings(table).items():
            tables[table.__name__]["properties"][name]["description"] = means
    tables["FileSource"] |= {"properties": {name: _value(declared) for name, declared in SOURCE.items()}, **CLOSED}
    _by_kind(tables["ThingPart"], "label", {label: _of_label(label) for label in LABELS})
    _by_kind(tables["LinkPart"], "type", {type_: schema.LINK[type_].own for type_ in TYPES})
    for table in SHORT:
        tables[table.__name__] = {"anyOf": [{"type": "string", "minLength": 1}, tables[table.__name__]]}
    tables["Split"] = {"anyOf": [*tables["Split"]["properties"]["by"]["anyOf"], tables["Split"]]}
    whole = tables.pop("Mapping")
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "A mapping of Linkage",
        **whole,
        "definitions": tables,
    }


CLOSED: Final = {"additionalProperties": False}


def _of_label(label: str) -> tuple[Property, ...]:
    return tuple(ThingPart.declared(label).values())


def _by_kind(table: dict[str, Any], key: str, kinds: dict[str, Iterable[Property]]) -> None:
    """Properties of every kind are known by name; each kind may have its own alone, with its own words."""
    fixed = list(table["properties"])
    one_or_many = table.pop("additionalProperties")
    table["properties"] |= {
        declared.name: {**one_or_many, "description": _offered(declared.name, kinds)}
        for own in kinds.values()
        for declared in own
    }
    table |= CLOSED
    table["allOf"] = [
        {
            "if": {"properties": {key: {"const": kind}}, "required": [key]},
            "then": {"propertyNames": {"enum": [*fixed, *(declared.name for declared in own)]}},
        }
        for kind, own in kinds.items()
    ]


def _offered(name: str, kinds: dict[str, Iterable[Property]]) -> str:
    """What a property says, of which kinds, and which words it may have."""
    by_meaning: dict[str, list[str]] = {}
    for kind, own in kinds.items():
        for declared in own:
            if declared.name == name:
                words = f" One of {', '.join(declared.choices)}." if declared.choices else ""
                by_meaning.setdefault(f"{declared.means}.{words}", []).append(kind)
    return " ".join(f"{', '.join(of)}: {means}" for means, of in by_meaning.items())


def _value(declared: Property) -> dict[str, Any]:
    words = {"enum": list(declared.choices)} if declared.choices else {"type": KINDS.get(declared.type, "string")}
    return {**words, "description": declared.means}


def _plain(node: Any) -> Any:
    """Without what only pydantic says: titles, defaults, and that a key may be left out; draft 7 is what editors know."""
    if isinstance(node, list):
        return [_plain(item) for item in node]
    if not isinstance(node, dict):
        return node.replace("#/$defs/", "#/definitions/") if isinstance(node, str) else node
    kept = {
        name: _plain(value) for name, value in node.items() if not (name in ("title", "default") and not isinstance(value, dict))
    }
    match kept.get("anyOf"):
        case [first, {"type": "null"}] if isinstance(first, dict):
            return first
    return kept
