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

from queries.tokens import Fault

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from queries.header import Header
    from queries.parameters import Parameter

LISTS = frozenset({"members", "others", "near", "beside", "before", "between", "parts"})
TEXTS = frozenset({"asked", "slack", "covers", "doubted", "every", "groups"})
SUREST = "surest"
ALWAYS: Final = "always"
"""Asked of any time: whether members ever held together."""
ORDER = "order"


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
    table = head.values.get("grade")
    if table is None:
        return (), (), ()
    faults: list[Fault] = []
    if not isinstance(table, dict):
        return (), (), (Fault(head.line("grade"), "grade is a table"),)
    order = _texts(table.get(ORDER, []))
    if order is None:
        faults.append(Fault(head.line("grade", ORDER), "order is a list of names of columns"))
    own = {key: value for key, value in table.items() if key != ORDER}
    several = bool(own) and all(isinstance(value, dict) for value in own.values())
    made = []
    for path, body in [((name,), body) for name, body in own.items()] if several else [((), own)]:
        reasons, grading = _grading(cast("dict[str, object]", body), parameters, columns)
        faults += [Fault(head.line("grade", *path, key), f"grade: {reason}") for key, reason in reasons]
        made.append(grading)
    return tuple(made), order or (), tuple(faults)


def _grading(
    body: Mapping[str, object], parameters: Collection[Parameter], columns: Mapping[str, str]
) -> tuple[list[tuple[str, str]], Grading]:
    allowed = sorted(LISTS | TEXTS | {SUREST})
    reasons = [(key, f"unknown key {key!r}; allowed: {', '.join(allowed)}") for key in body.keys() - set(allowed)]
    lists = {key: _texts(body.get(key, [])) for key in LISTS}
    reasons += [(key, f"{key} is a list of names") for key, value in lists.items() if value is None]
    texts = {key: value if isinstance(value := body.get(key), str) else None for key in TEXTS}
    reasons += [(key, f"{key} is one name") for key in TEXTS & body.keys() if texts[key] is None]
    grading = Grading(
        members=lists["members"] or (),
        others=lists["others"] or (),
        asked=texts["asked"] or "",
        asked_of=_asked_of(texts["asked"], parameters),
        near=(lists["near"] or ()) if "near" in body else None,
        beside=lists["beside"] or (),
        between=lists["between"] or (),
        slack=texts["slack"],
        covers=texts["covers"],
        doubted=texts["doubted"],
        every=texts["every"],
        before=lists["before"] or (),
        groups=texts["groups"],
        surest=body.get(SUREST) is True,
        parts=lists["parts"] or (),
    )
    return reasons + _references(grading, parameters, columns), grading


def _asked_of(name: str | None, parameters: Collection[Parameter]) -> Literal["day", "period", "always", "column"]:
    if name == ALWAYS:
        return ALWAYS
    kind = next((parameter.type for parameter in parameters if parameter.name == name), "column")
    return "day" if kind == "day" else "period" if kind == "period" else "column"


def _references(grading: Grading, parameters: Collection[Parameter], columns: Mapping[str, str]) -> list[tuple[str, str]]:
    """Whatever is named exists, and is of a kind that can be graded."""
    kinds = {parameter.name: parameter.type for parameter in parameters}
    reasons: list[tuple[str, str]] = []
    if grading.groups is not None and columns.get(grading.groups) != "groups":
        reasons.append(("groups", f'groups names a column of type "groups", and {grading.groups} is none'))
    if bool(grading.parts) != (grading.groups is not None):
        reasons.append(("parts", "groups and parts belong together"))
    within = dict.fromkeys(grading.parts, "part") if grading.groups else dict(columns)
    named = {"members": grading.members, "others": grading.others, "beside": grading.beside, "near": grading.near or ()}
    for key, names in (*named.items(), ("before", grading.before), ("between", grading.between)):
        reasons += [(key, f"{key}: there is no {name}") for name in names if name not in within and name not in columns]
    reasons += [("near", f"near: {name} is no member") for name in grading.near or () if name not in grading.members]
    if grading.before and len(grading.before) != 2:
        reasons.append(("before", "before names two columns, the earlier one first"))
    if grading.between and [columns.get(name) for name in grading.between] != ["time", "time"]:
        reasons.append(("between", "between names two columns of times"))
    if not grading.members and not grading.before:
        reasons.append(("members", "members is missing"))
    asked = grading.asked
    if not (asked or grading.before or grading.between):
        reasons.append(("asked", f'asked is missing: a day or period parameter, a column of what has a time, or "{ALWAYS}"'))
    if asked not in ("", ALWAYS) and kinds.get(asked) not in ("day", "period") and asked not in within and asked not in columns:
        reasons.append(("asked", f"asked: {asked} is neither a day or period parameter nor a column"))
    if grading.covers is not None and grading.covers not in within:
        reasons.append(("covers", f"covers: there is no {grading.covers}"))
    if grading.slack is not None and kinds.get(grading.slack) != "int":
        reasons.append(("slack", "slack names a whole number among the parameters"))
    flags = {"doubted": grading.doubted, "every": grading.every}
    reasons += [
        (key, f'{key} names a column of type "bool"') for key, name in flags.items() if name and columns.get(name) != "bool"
    ]
    return reasons


def _texts(value: object) -> tuple[str, ...] | None:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    return None
