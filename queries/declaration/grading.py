"""The `[grade]` of a header: which columns of a row must hold together, and at what time (QUERIES §1).

    [grade]
    members = ["chain", "posting"]   links, paths and things with a time; a null one is left out
    others  = ["alleged"]            what else the row rests on: its claims count, and a denial of it makes the row possible
    asked   = "on"                   the time: a parameter (day, period), or a column that holds what has a time, or "always"
    beside  = ["suffered"]           what adds its claims to the row, and no more
    near    = ["posting"]            the members whose citations count for gap_days; left out: all
    slack   = "days"                 a whole number, parameter: so many days apart still counts as together
    covers  = "event"                what must be covered, where that is not the time asked about
    doubted = "derived"              a bool column: where true, the row is no more than possible
    every   = "counted"              a bool column: where true, the row is certain only if every core is stated
    before  = ["complaint", "charge"]  columns: the first surely came before the second, or possibly
    between = ["from", "to"]         time columns: the members lie before and after that time, of which nothing is known
    groups  = "ways"                 a column of combinations, each a list of parts; the row is as sure as the surest
    surest  = true                   the row rests on the surest combination alone; left out: on all of them
    parts   = ["chain", "event"]     what stands in each combination; members, others, near and asked then name parts

A row that rests on several gradings has several tables, `[grade.NAME]`: it is as sure as the least sure of them.
`order = ["since", "-places", "unit"]` beside them: how graded rows are put in order, else they stay as they came.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, cast

from queries.declaration.table import TIMED, Table, opened

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from queries.header import Header
    from queries.parameters import Parameter
    from queries.tokens import Fault

LISTS = frozenset({"members", "others", "near", "beside", "before", "between", "parts"})
TEXTS = frozenset({"asked", "slack", "covers", "doubted", "every", "groups"})
SUREST = "surest"
ALWAYS: Final = "always"
"""Asked of any time: whether members ever held together."""
ORDER = "order"
PART = "part"
"""The type of what stands in a combination: known when it is found."""
ONE_THING = ("node", "rel")


@dataclass(frozen=True, slots=True)
class Grading:
    """One grading of a row; see the head of this file."""

    members: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    asked: str = ""
    asked_of: Literal["day", "period", "always", "column"] = "column"
    """What `asked` names."""
    near: tuple[str, ...] | None = None
    beside: tuple[str, ...] = ()
    slack: str | None = None
    covers: str | None = None
    doubted: str | None = None
    every: str | None = None
    before: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    groups: str | None = None
    surest: bool = False
    parts: tuple[str, ...] = ()


def gradings(
    head: Header, parameters: Collection[Parameter], columns: Mapping[str, str]
) -> tuple[tuple[Grading, ...], tuple[str, ...], tuple[Fault, ...]]:
    """All gradings, the order of rows, and the faults. `columns`: the type of each that the query returns, by name."""
    if "grade" not in head.values:
        return (), (), ()
    whole = opened(head, "grade")
    if whole.faults:
        return (), (), tuple(whole.faults)
    values = cast("dict[str, object]", head.values["grade"])
    own = {key: value for key, value in values.items() if key != ORDER}
    several = bool(own) and all(isinstance(value, dict) for value in own.values())
    bodies = cast("dict[tuple[str, ...], dict[str, object]]", {(key,): own[key] for key in own} if several else {(): own})
    tables = [Table(head, ("grade", *path), "grade", body) for path, body in bodies.items()]
    made = [_grading(table, parameters, columns) for table in tables]
    for at, (table, grading) in enumerate(zip(tables, made, strict=True)):
        if grading.groups and any(grading.groups == other.groups for other in made[:at]):
            table.fault("groups", f"groups: {grading.groups} is graded already")
    return tuple(made), whole.names(ORDER), tuple(fault for table in (whole, *tables) for fault in table.faults)


def _grading(table: Table, parameters: Collection[Parameter], columns: Mapping[str, str]) -> Grading:
    table.only(LISTS | TEXTS | {SUREST})
    lists = {key: table.names(key, none_too=key == "near") for key in LISTS}
    texts = {key: table.name(key) for key in TEXTS}
    grading = Grading(
        members=lists["members"],
        others=lists["others"],
        asked=texts["asked"],
        asked_of=_asked_of(texts["asked"], parameters),
        near=lists["near"] if table.has("near") else None,
        beside=lists["beside"],
        between=lists["between"],
        slack=texts["slack"] or None,
        covers=texts["covers"] or None,
        doubted=texts["doubted"] or None,
        every=texts["every"] or None,
        before=lists["before"],
        groups=texts["groups"] or None,
        surest=table.flag(SUREST),
        parts=lists["parts"],
    )
    _columns(table, grading, columns)
    _belong_together(table, grading)
    _time(table, grading, parameters, columns)
    return grading


def _asked_of(name: str, parameters: Collection[Parameter]) -> Literal["day", "period", "always", "column"]:
    if name == ALWAYS:
        return ALWAYS
    kind = next((parameter.type for parameter in parameters if parameter.name == name), "column")
    return "day" if kind == "day" else "period" if kind == "period" else "column"


def _columns(table: Table, grading: Grading, columns: Mapping[str, str]) -> None:
    """Whatever is named is a column or a part of a combination, and of a kind that can be graded."""
    known = _known(grading, columns)
    for key, names in (("members", grading.members), ("others", grading.others), ("covers", (grading.covers or "",))):
        table.refer(key, names, known, (*TIMED, PART))
    table.refer("beside", grading.beside, known, (*TIMED, "text", "texts", PART))
    table.refer("before", grading.before, known, (*ONE_THING, PART))
    table.refer("between", grading.between, columns, ("time",))
    table.refer("groups", (grading.groups or "",), columns, ("groups",))
    for key, name in (("doubted", grading.doubted), ("every", grading.every)):
        table.refer(key, (name or "",), columns, ("bool",))
    for name in grading.near or ():
        if name not in grading.members:
            table.fault("near", f"near: {name} is no member")


def _belong_together(table: Table, grading: Grading) -> None:
    """Keys that need each other, or exclude each other."""
    if table.has("parts") != table.has("groups"):
        table.fault("parts" if grading.parts else "groups", "groups and parts belong together")
    if grading.surest and not table.has("groups"):
        table.fault(SUREST, "surest belongs to groups")
    for key, names in (("before", grading.before), ("between", grading.between)):
        if names and len(names) != 2:
            table.fault(key, f"{key} names two columns, the earlier one first")
    if grading.before and (grading.members or grading.between):
        table.fault("before", "before excludes members and between")
    if not table.has("members") and not table.has("before"):
        table.fault("members", "members is missing")


def _time(table: Table, grading: Grading, parameters: Collection[Parameter], columns: Mapping[str, str]) -> None:
    """The time asked about is a parameter, or that of one thing."""
    known, kinds = _known(grading, columns), {parameter.name: parameter.type for parameter in parameters}
    if not any(table.has(key) for key in ("asked", "before", "between")):
        table.fault("asked", f'asked is missing: a day or period parameter, a column of what has a time, or "{ALWAYS}"')
    if grading.asked_of == "column" and grading.asked:
        if grading.asked in known:
            table.refer("asked", (grading.asked,), known, (*ONE_THING, "things", PART))
        else:
            table.fault("asked", f"asked: {grading.asked} is neither a day or period parameter nor a column")
    if grading.slack and kinds.get(grading.slack) != "int":
        table.fault("slack", "slack names a whole number among the parameters")


def _known(grading: Grading, columns: Mapping[str, str]) -> dict[str, str]:
    return {**columns, **dict.fromkeys(grading.parts, PART)}
