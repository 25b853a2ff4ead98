"""What the rule makes, taken from what is there by then: of each column that no query returns, and of the order of rows.

Columns are made one after another, as they stand in the header. Each may use what the query returns and what was made
before it; of pairs, whose columns are called after their side, `event.thing`, nothing has a name of its own at first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph import schema
from queries.columns import TYPES
from queries.declaration.columns import GROUPS
from queries.declaration.grading import ONE_THING
from queries.declaration.table import Table
from queries.grade import Grade
from queries.tokens import Fault

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from queries.declaration.columns import ColumnDeclaration
    from queries.declaration.grading import Grading
    from queries.declaration.pairs import Pairs
    from queries.header import Header

NUMBERS = ("int", "float", "bool")


def _types_by_property() -> dict[str, set[str]]:
    types: dict[str, set[str]] = {}
    for declared in [kind.properties for kind in schema.NODES] + [kind.properties for kind in schema.LINKS]:
        for one in declared:
            types.setdefault(one.name, set()).add(one.type)
    return types


PROPERTIES = _types_by_property()
"""Every property of the schema, with the types it has."""


def faults(
    head: Header,
    columns: Sequence[ColumnDeclaration],
    gradings: Sequence[Grading],
    pairs: Pairs | None,
    order: Sequence[str],
    numbers: Collection[str] = (),
) -> Iterator[Fault]:
    """All that is named and not there, or of another kind. Columns, gradings and pairs are right by themselves.

    `numbers`: the parameters that are whole numbers.
    """
    known = {column.name: str(column.type) for column in columns if column.returned}
    parts = {grading.groups: grading.parts for grading in gradings if grading.groups}
    if pairs:
        known = pairs.columns(known)
    later = {column.name for column in columns if not column.returned}
    for column in columns:
        table = Table(head, ("columns", column.name), f"column {column.name}", {})
        if not column.returned:
            _taken(table, column, known, parts, later)
            if column.least and column.least not in numbers:
                table.fault("least", "least names a whole number among the parameters")
            known[column.name] = str(column.type)
            later.discard(column.name)
        elif pairs and column.shown:
            table.fault("", 'of pairs a column is shown that is taken from a side: of = "event.thing"')
        yield from table.faults
    table = Table(head, ("grade",), "grade", {})
    _order(table, order, known)
    yield from table.faults


def _taken(
    table: Table,
    column: ColumnDeclaration,
    known: Mapping[str, str],
    parts: Mapping[str, Sequence[str]],
    later: Collection[str],
) -> None:
    def missing(key: str, name: str) -> None:
        why = f"{name} stands after it: put it before" if name in later else f"there is no column {name}"
        table.fault(key, f"{key}: {why}")

    def columns(key: str, names: Sequence[str], types: Collection[str]) -> None:
        for name in names:
            if name in known:
                table.refer(key, (name,), known, types)
            else:
                missing(key, name)

    key = "of" if column.of else "count"
    if column.of or "." in column.count:
        name, rest = _split(column.of or column.count, known)
        if not name:
            missing(key, ".".join(rest[: 2 if any("." in other for other in known) else 1]))
        elif known[name] == GROUPS:
            _part(table, key, name, rest, parts.get(name.rpartition(".")[2], ()))
        elif column.count:
            table.fault("count", f"count: {name} has no parts to be counted")
        else:
            _value(table, column, known[name], rest)
    elif column.count:
        columns("count", (column.count,), (*TYPES, "things"))
    if column.once:
        name, rest = _split(column.once, known)
        if known.get(name) == GROUPS:
            _part(table, "once", name, rest, parts.get(name.rpartition(".")[2], ()))
        elif name:
            table.refer("once", (column.once,), known, ONE_THING)
        else:
            missing("once", column.once)
    columns("apart", [column.apart] if column.apart else [], ("things",))
    columns("by", column.by, TYPES)
    columns("open", [column.open] if column.open else [], ("texts",))
    columns("least_days", column.least_days, ONE_THING)
    columns("most_days", column.most_days, ONE_THING)


def _split(reference: str, known: Mapping[str, str]) -> tuple[str, list[str]]:
    """The longest beginning that is a column, and the rest."""
    names = reference.split(".")
    for length in range(len(names), 0, -1):
        if ".".join(names[:length]) in known:
            return ".".join(names[:length]), names[length:]
    return "", names


def _part(table: Table, key: str, name: str, rest: Sequence[str], parts: Sequence[str]) -> None:
    """A part of a combination, or a property of it."""
    if not rest or rest[0] not in parts:
        table.fault(key, f"{key}: {name} has no part {'.'.join(rest) or 'without a name'}; it has {', '.join(parts) or 'none'}")
    elif key == "count" and rest[1:]:
        table.fault(key, f"{key}: a part is counted, and no property of it")
    else:
        _property(table, rest[1:])


def _value(table: Table, column: ColumnDeclaration, type_: str, rest: Sequence[str]) -> None:
    """A column of a side, or a property of a node or link."""
    if rest and type_ not in ONE_THING:
        table.fault("of", f"of: a {type_} has no parts")
        return
    _property(table, rest)
    types = PROPERTIES.get(rest[0], {column.type}) if rest else {type_}
    if column.type not in types:
        table.fault("type", f"{column.of} is of type {' or '.join(sorted(types))}")


def _property(table: Table, rest: Sequence[str]) -> None:
    if rest and (len(rest) > 1 or rest[0] not in PROPERTIES):
        table.fault("of", f"of: no kind of node or link has a property {'.'.join(rest)}")


def _order(table: Table, order: Sequence[str], known: Mapping[str, str]) -> None:
    """Rows are put in order by what can be compared; from the greatest down by numbers alone."""
    graded = dict.fromkeys(Grade.__dataclass_fields__, "time") | dict.fromkeys(("covers", "certainty", "gap_days"), "int")
    for name in order:
        column = name.removeprefix("-")
        table.refer("order", (column,), {**known, **graded}, NUMBERS if name.startswith("-") else TYPES)
