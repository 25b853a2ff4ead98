"""A mapping's text, read and checked against the schema. All its faults are told at once."""

from __future__ import annotations

import hashlib
import re
import tomllib
from typing import Any, cast

from graph import schema
from graph.decided.entry import Kind
from graph.errors import MappingError
from loaders.mapping import shape
from loaders.mapping.form import (
    FILE,
    Cell,
    DateCell,
    EntryPart,
    Key,
    LinkPart,
    Mapping,
    Remark,
    SpanPart,
    ThingPart,
    When,
)

TOP = {
    "name", "title", "recognised_by", "missing", "dates", "source", "key_space", "citations", "thing", "link", "remark",
    "unread", "entry", "checked_date",
}  # fmt: skip
CELL = {
    "column", "columns", "join", "text", "split", "values", "matches", "otherwise", "source", "grade", "quote", "basis",
    "language",
}  # fmt: skip
THING = {"label", "key", "when", "each", "span", "own_id", "attached", "rests_on"}
ENTRIES: dict[Kind, tuple[set[str], set[str]]] = {
    Kind.CONSENT: ({"purpose"}, {"recipient", "given", "withdrawn", "reason"}),
    Kind.CUSTODY: ({"action"}, {"by", "on", "place", "reason"}),
    Kind.GRADE: (set(), {"reliability", "credibility", "reason"}),
}
"""Of each kind of entry, the fields it must have and those it may have."""
LINK = {"type", "begin", "end", "rests_on", "when", "each", "span", "denies"}
ENTRY = {"kind", "about", "when"}
DATE = {"column", "parts", "precision", "source", "grade"}
FORMS: dict[str, tuple[str, str]] = {
    "first": ("cited", "first"),
    "last": ("cited", "last"),
    "begin": ("stated", "first"),
    "end": ("stated", "last"),
    "on": ("on", "first"),
    "not_before": ("limits", "first"),
    "not_after": ("limits", "last"),
}
FLAGS = {"first_is_start", "last_is_end", "last_is_open"}
SOURCE = {p.name for p in schema.NODE["Source"].own} | {"title"}


class _Faults(list[str]):
    def unknown(self, where: str, given: Any, allowed: set[str]) -> None:
        self.extend(f"{where}: unknown key {name!r}" for name in sorted(set(given) - allowed))


def parse(text: str, label: str) -> Mapping:
    """The mapping in this text; `label` names it in errors. MappingError lists every fault."""
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise MappingError(f"{label}: not TOML: {str(error).splitlines()[0]}") from None
    if misshapen := shape.faults(told):
        raise MappingError(f"{label}: {'; '.join(misshapen)}")
    faults = _Faults()
    faults.unknown("the mapping", told, TOP)
    for name in ("name", "title", "recognised_by"):
        if not told.get(name):
            faults.append(f"{name} is required")
    faults.unknown("[source]", told.get("source", {}), SOURCE)
    if told.get("dates") not in (None, "month-first", "day-first", "year-first"):
        faults.append('dates is "month-first", "day-first" or "year-first"')
    spaces = {name: space.get("reason", "") for name, space in told.get("key_space", {}).items()}
    for name, space in told.get("key_space", {}).items():
        faults.unknown(f"[key_space.{name!r}]", space, {"reason", "distinct"})
    faults.extend(f"[key_space.{name!r}]: a reason is required" for name, reason in spaces.items() if not reason)
    things = tuple(_thing(part, table, spaces, faults) for part, table in told.get("thing", {}).items())
    labels = {thing.part: thing for thing in things}
    links = tuple(_link(part, table, labels, faults) for part, table in told.get("link", {}).items())
    entries = tuple(_entry(part, table, labels, faults) for part, table in told.get("entry", {}).items())
    if not things:
        faults.append("at least one [thing.…] is required")
    cites = told.get("citations", {})
    faults.unknown("[citations]", cites, {"space", "separator"})
    remarks = tuple(_remark(table, faults) for table in told.get("remark", []))
    checked = _dates("[[checked_date]]", told.get("checked_date", []), faults)
    if faults:
        raise MappingError(f"{label}: {'; '.join(faults)}")
    return Mapping(
        name=told["name"],
        title=told["title"],
        recognised_by=tuple(told["recognised_by"]),
        things=things,
        links=links,
        entries=entries,
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        missing=frozenset(told.get("missing", ())),
        dates=told.get("dates"),
        source=told.get("source", {}),
        spaces=spaces,
        distinct=frozenset(name for name, space in told.get("key_space", {}).items() if space.get("distinct")),
        cites_space=cites.get("space"),
        cites_separator=cites.get("separator", ";"),
        remarks=remarks,
        checked=checked,
        unread=frozenset(told.get("unread", ())),
    )


def _thing(part: str, table: dict[str, Any], spaces: dict[str, str], faults: _Faults) -> ThingPart:
    where = f"[thing.{part}]"
    kind = schema.NODE.get(table.get("label", ""))
    if kind is None:
        faults.append(f"{where}: label is one of {', '.join(schema.NODE)}")
    declared = {p.name for p in kind.properties} - {"id", "claims", "conflicts", "protected"} if kind else set()
    key = None
    if told := table.get("key"):
        faults.unknown(f"{where}.key", told, {"space", "columns", "never", "partial", "distinct"})
        columns, flags = tuple(told.get("columns", ())), (bool(told.get("partial")), bool(told.get("distinct")))
        key = Key(told.get("space", ""), columns, told.get("never"), *flags)
        if key.space != FILE and key.space not in spaces:
            faults.append(f'{where}.key: space is "file" or one of [key_space.…], with its reason')
        if key.distinct and key.space != FILE:
            faults.append(f"{where}.key: distinct is said of a named key space where its reason is given: [key_space.…]")
        if not key.columns:
            faults.append(f"{where}.key: columns are required")
        if key.never is not None:
            _regex(f"{where}.key.never", key.never, faults)
    return ThingPart(
        part,
        table.get("label", ""),
        _properties(where, table, THING, declared, table.get("label", ""), faults),
        key,
        _when(where, table, faults),
        tuple(str(value) for value in table.get("each", ())),
        _span(where, table, bool(kind and kind.timing), faults),
        table.get("attached"),
        table.get("own_id"),
        tuple(_cell(f"{where}.rests_on", cell, faults) for cell in table.get("rests_on", ())),
    )


def _link(part: str, table: dict[str, Any], things: dict[str, ThingPart], faults: _Faults) -> LinkPart:
    where = f"[link.{part}]"
    kind = schema.LINK.get(table.get("type", ""))
    if kind is None or kind.type in schema.BARE:
        faults.append(f"{where}: type is one of {', '.join(t for t in schema.LINK if t not in schema.BARE)}")
    ends: dict[str, tuple[str, ...]] = {}
    for side, allowed in (("begin", kind.begins if kind else ()), ("end", kind.ends if kind else ())):
        given = table.get(side, ())
        ends[side] = (given,) if isinstance(given, str) else tuple(given)
        if not ends[side]:
            faults.append(f"{where}: {side} is required")
        for name in ends[side]:
            if name not in things:
                faults.append(f"{where}: {side} names [thing.{name}], which is not there")
            elif kind and things[name].label not in allowed:
                faults.append(f"{where}: {side} of {kind.type} is a {' or '.join(allowed)}, not a {things[name].label}")
    if "rests_on" not in table:
        faults.append(f"{where}: rests_on is required: the cell that says there is such a link")
    declared = {p.name for p in kind.own} if kind else set()
    return LinkPart(
        part,
        table.get("type", ""),
        ends["begin"],
        ends["end"],
        _cell(f"{where}.rests_on", table.get("rests_on", {"text": ""}), faults),
        _properties(where, table, LINK, declared, table.get("type", ""), faults),
        _when(where, table, faults),
        tuple(str(value) for value in table.get("each", ())),
        _span(where, table, bool(kind and kind.timing), faults),
        bool(table.get("denies")),
    )


def _entry(part: str, table: dict[str, Any], things: dict[str, ThingPart], faults: _Faults) -> EntryPart:
    where = f"[entry.{part}]"
    kinds = {str(kind): kind for kind in ENTRIES}
    kind = kinds.get(table.get("kind", ""))
    if kind is None:
        faults.append(f"{where}: kind is one of {', '.join(kinds)}")
    if table.get("about") not in things:
        faults.append(f"{where}: about names a [thing.…] of this mapping")
    needed, allowed = ENTRIES.get(kind or Kind.CONSENT, (set(), set()))
    fields = {name: _cell(f"{where}.{name}", cell, faults) for name, cell in table.items() if name not in ENTRY}
    faults.unknown(where, fields, needed | allowed)
    faults.extend(f"{where}: {name} is required" for name in sorted(needed - fields.keys()))
    if kind is Kind.GRADE and len({"reliability", "credibility"} & fields.keys()) != 1:
        faults.append(f"{where}: give reliability, of a source, or credibility, of what the row says")
    return EntryPart(part, kind or Kind.CONSENT, table.get("about", ""), fields, _when(where, table, faults))


def _properties(
    where: str, table: dict[str, Any], general: set[str], declared: set[str], kind: str, faults: _Faults
) -> dict[str, tuple[Cell, ...]]:
    found: dict[str, tuple[Cell, ...]] = {}
    for name, told in table.items():
        if name in general:
            continue
        if name not in declared:
            faults.append(f"{where}: {kind or 'this'} has no property {name!r}")
            continue
        cells = told if isinstance(told, list) else [told]
        found[name] = tuple(_cell(f"{where}.{name}", cell, faults) for cell in cells)
        choices = schema.property_of(kind, name).choices
        for cell in found[name]:
            given = [*cell.values.values(), *cell.matches.values(), *([cell.otherwise] if cell.otherwise is not None else [])]
            for value in given if choices else ():
                if value not in choices:
                    faults.append(f"{where}.{name}: {value!r} is none of {', '.join(choices)}")
    return found


def _cell(where: str, told: Any, faults: _Faults) -> Cell:
    if isinstance(told, str):
        return Cell(columns=(told,))
    faults.unknown(where, told, CELL)
    columns = (told["column"],) if "column" in told else tuple(told.get("columns", ()))
    if bool(columns) == ("text" in told):
        faults.append(f"{where}: give column, columns or text")
    for pattern in told.get("matches", {}):
        _regex(f"{where}.matches", pattern, faults)
    rest = {k: v for k, v in told.items() if k in CELL - {"column", "columns"}}
    return Cell(columns=columns, **rest)


def _when(where: str, table: dict[str, Any], faults: _Faults) -> tuple[When, ...]:
    given = table.get("when", [])
    found = []
    for told in given if isinstance(given, list) else [given]:
        faults.unknown(f"{where}.when", told, {"column", "is", "filled"})
        if "column" not in told or ("is" in told) == ("filled" in told):
            faults.append(f"{where}.when: give column, and is = [values] or filled = true or false")
        found.append(When(told.get("column", ""), tuple(told.get("is", ())), told.get("filled") is False))
    return tuple(found)


def _span(where: str, table: dict[str, Any], timed: bool, faults: _Faults) -> SpanPart | None:
    told = table.get("span")
    if told is None:
        return None
    where = f"{where}.span"
    if not timed:
        faults.append(f"{where}: this kind has no span")
    faults.unknown(where, told, set(FORMS) | FLAGS)
    forms = {FORMS[name][0] for name in told if name in FORMS}
    if len(forms) != 1:
        faults.append(f"{where}: give first and last, or begin and end, or on, or not_before and not_after")
        return None
    form = forms.pop()
    sides = {FORMS[name][1]: _dates(f"{where}.{name}", told[name], faults) for name in told if name in FORMS}
    flags = FLAGS & told.keys()
    if form == "cited" and ("first_is_start" not in flags or len(flags) != 2):
        faults.append(f"{where}: first and last need first_is_start and exactly one of last_is_open, last_is_end")
    if form != "cited" and flags:
        faults.append(f"{where}: {', '.join(sorted(flags))} goes with first and last")
    return SpanPart(
        cast("Any", form),
        sides.get("first", ()),
        sides.get("last", ()),
        told.get("first_is_start"),
        told.get("last_is_end"),
        told.get("last_is_open"),
    )


def _dates(where: str, told: Any, faults: _Faults) -> tuple[DateCell, ...]:
    found = []
    for cell in told if isinstance(told, list) else [told]:
        table = {"column": cell} if isinstance(cell, str) else cell
        faults.unknown(where, table, DATE)
        if "column" not in table:
            faults.append(f"{where}: column is required")
        if len(table.get("parts", ())) not in (0, 3):
            faults.append(f"{where}: parts are the columns of month, day and year")
        found.append(
            DateCell(
                table.get("column", ""),
                tuple(table.get("parts", ())),
                cast("Any", table.get("precision")),
                table.get("source"),
                table.get("grade"),
            )
        )
    return tuple(found)


def _remark(table: dict[str, Any], faults: _Faults) -> Remark:
    faults.unknown("[[remark]]", table, {"column", "matches", "says"})
    if missing := {"column", "matches", "says"} - table.keys():
        faults.append(f"[[remark]]: {', '.join(sorted(missing))} is required")
        return Remark("", "", "")
    _regex("[[remark]].matches", table["matches"], faults)
    return Remark(table["column"], table["matches"], table["says"])


def _regex(where: str, pattern: str, faults: _Faults) -> None:
    try:
        re.compile(pattern)
    except re.error as error:
        faults.append(f"{where}: {error}")
