"""What a query's header declares, checked key by key: nothing unknown, nothing missing, everything of its type."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from graph import schema
from graph.errors import QueryError
from queries import parameters
from queries.declaration import columns as declared_columns
from queries.declaration import references
from queries.declaration.empty import Empty, empty_of
from queries.declaration.grading import Grading, gradings
from queries.declaration.nearest import Nearest, nearest_of
from queries.declaration.pairs import Pairs, pairs_of
from queries.declaration.table import TIMED, Table
from queries.elements import Element, elements
from queries.parameters import ALIKE, REQUIRED, RESERVED, Parameter, ParameterType
from queries.tokens import Fault

if TYPE_CHECKING:
    from collections.abc import Mapping

    from queries.declaration.columns import ColumnDeclaration
    from queries.header import Header

TEXTS = ("title", "question", "element", "caveat")
KEYS = frozenset({*TEXTS, "related", "params", "columns", "empty", "grade", "nearest", "pairs", "asks", "evidence"})
PARAMETER_KEYS = frozenset({"type", "of", "help", "default", "choices", "least"})
NAME = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)
QUERY_NAME = re.compile(r"[a-z][a-z0-9_]*(/[a-z][a-z0-9_]*)*", re.ASCII)
_NO_ELEMENT = Element("", "", "", "")


@dataclass(frozen=True, slots=True)
class Content:
    """What a header declares."""

    title: str
    question: str
    element: Element
    caveat: str
    related: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    columns: tuple[ColumnDeclaration, ...]
    gradings: tuple[Grading, ...] = ()
    order: tuple[str, ...] = ()
    nearest: Nearest | None = None
    pairs: Pairs | None = None
    asks: str = ""
    """Another query, whose text this one asks and reads otherwise; then it has none of its own."""
    evidence: tuple[str, ...] = ()
    """Of a query without `[grade]`: the columns whose claims a row rests on."""
    empty: Empty | None = None


def content(head: Header) -> tuple[Content, tuple[Fault, ...]]:
    """The content and all faults in it. With faults the content is good only for looking for more of them."""
    faults = [Fault(head.line(key), f"unknown key {key!r}") for key in head.values if key not in KEYS]
    texts = {key: _text(head, faults, key) for key in TEXTS}
    element = elements().get(texts["element"], _NO_ELEMENT)
    if texts["element"] and element is _NO_ELEMENT:
        faults.append(Fault(head.line("element"), f"element {texts['element']!r} is not in elements.toml"))
    related = head.values.get("related", [])
    if not isinstance(related, list) or not all(isinstance(name, str) and QUERY_NAME.fullmatch(name) for name in related):
        faults.append(Fault(head.line("related"), "related is a list of names of queries"))
        related = []
    own_parameters = tuple(
        parameter
        for name, body in _table(head, faults, "params")
        if (parameter := _parameter(head, faults, name, body)) is not None
    )
    if sum(parameter.type == "period" for parameter in own_parameters) > 1:
        faults.append(Fault(head.line("params"), "one period at most: its options are --from and --to"))
    wanted = [option for parameter in own_parameters for option in parameter.in_query]
    faults += [
        Fault(head.line("params"), f"${name} would mean two things") for name in sorted(set(wanted)) if wanted.count(name) > 1
    ]
    table = _table(head, faults, "columns")
    columns, wrong = declared_columns.read(head, table, graded="grade" in head.values)
    types = {column.name: column.type for column in columns if column.returned}
    graded, order, more = gradings(head, own_parameters, types)
    closest, unfit = nearest_of(head, types, own_parameters)
    paired, unpaired = pairs_of(head, types)
    empty, unsaid = empty_of(head, types)
    faults += [*wrong, *more, *unfit, *unpaired, *unsaid]
    if not (wrong or more or unpaired):
        numbers = [parameter.name for parameter in own_parameters if parameter.type == "int"]
        faults += references.faults(head, columns, graded, paired, order, numbers)
    asks = head.values.get("asks", "")
    if not isinstance(asks, str) or ("asks" in head.values and not QUERY_NAME.fullmatch(asks)):
        faults.append(Fault(head.line("asks"), "asks is the name of a query"))
        asks = ""
    evidence, unheld = _evidence(head, types)
    faults += [*unheld, *_compulsory(head, columns, about_time=any(parameter.about_time for parameter in own_parameters))]
    return Content(
        texts["title"],
        texts["question"],
        element,
        texts["caveat"],
        tuple(related),
        own_parameters,
        columns,
        graded,
        order,
        closest,
        paired,
        asks,
        evidence,
        empty,
    ), tuple(faults)


def _text(head: Header, faults: list[Fault], key: str) -> str:
    value = head.values.get(key)
    if isinstance(value, str) and value.strip():
        return value
    faults.append(Fault(head.line(key), f"{key} is missing" if value is None else f"{key} is a text"))
    return ""


def _table(head: Header, faults: list[Fault], key: str) -> list[tuple[str, object]]:
    value = head.values.get(key, {})
    if not isinstance(value, dict):
        faults.append(Fault(head.line(key), f"{key} is a table"))
        return []
    for name in value:
        if not NAME.fullmatch(name):
            faults.append(Fault(head.line(key, name), f"{name!r} in {key}: lower-case letters, digits and _"))
    return list(value.items())


def _parameter(head: Header, faults: list[Fault], name: str, body: object) -> Parameter | None:
    line = head.line("params", name)
    if not isinstance(body, dict):
        faults.append(Fault(line, f"parameter {name} is a table [params.{name}]"))
        return None
    faults += [
        Fault(head.line("params", name, key), f"parameter {name}: unknown key {key!r}")
        for key in body
        if key not in PARAMETER_KEYS
    ]
    kind = body.get("type")
    if kind not in parameters.TYPES:
        faults.append(Fault(head.line("params", name, "type"), f"parameter {name}: type is one of {', '.join(parameters.TYPES)}"))
        return None
    reasons = [*_naming(name, kind), *_label(kind, body), *_choices(kind, body), *_least(kind, body)]
    explanation = body.get("help")
    if not isinstance(explanation, str) or not explanation.strip():
        reasons.append("help is missing")
    parameter = Parameter(
        name=name,
        type=cast("ParameterType", kind),
        help=str(explanation),
        of=body.get("of") if isinstance(body.get("of"), str) else None,
        choices=tuple(body["choices"]) if isinstance(body.get("choices"), list) else (),
        default=body.get("default", REQUIRED),
        least=cast("float | None", body.get("least")) if not _least(kind, body) else None,
    )
    if not parameter.required and not reasons:
        reasons += _default(parameter)
    faults += [Fault(line, f"parameter {name}: {reason}") for reason in reasons]
    return parameter


def _naming(name: str, kind: str) -> list[str]:
    if name in RESERVED or (name in ("from", "to") and kind != "period"):
        return [f"--{name} is an option of every query"]
    return [f"${name} is given to every query: what waits in the review"] if name == ALIKE else []


def _label(kind: str, body: dict[str, object]) -> list[str]:
    if kind not in ("id", "ids"):
        return ["of belongs to an id"] if "of" in body else []
    return [] if str(body.get("of")) in schema.NODE else [f"of is a label: {', '.join(schema.NODE)}"]


def _choices(kind: str, body: dict[str, object]) -> list[str]:
    choices = body.get("choices")
    if kind != "choice":
        return ["choices belong to a choice"] if "choices" in body else []
    fine = isinstance(choices, list) and choices and all(isinstance(item, str) and item for item in choices)
    return [] if fine else ["choices is a list of texts"]


def _least(kind: str, body: dict[str, object]) -> list[str]:
    least = body.get("least", 0)
    if kind not in ("int", "float"):
        return ["least belongs to an int or a float"] if "least" in body else []
    fine = isinstance(least, int if kind == "int" else int | float) and not isinstance(least, bool) and abs(least) < 2**63
    return [] if fine else ["least is a number of the type of the parameter"]


def _default(parameter: Parameter) -> list[str]:
    try:
        parameter.bound(parameter.given({}))
    except QueryError:
        least = "" if parameter.least is None else f", {parameter.least} or more"
        return [f"the default is no {parameter.type}{least}"]
    return []


def _evidence(head: Header, types: Mapping[str, str]) -> tuple[tuple[str, ...], list[Fault]]:
    table = Table(head, (), "evidence", head.values)
    columns_named = table.names("evidence")
    table.refer("evidence", columns_named, types, TIMED)
    if table.has("evidence") and "grade" in head.values:
        table.fault("evidence", "it belongs to a query without [grade]; there others and beside say what a row rests on")
    return columns_named, table.faults


def _compulsory(head: Header, columns: tuple[ColumnDeclaration, ...], *, about_time: bool) -> list[Fault]:
    """Where time matters a row is graded; where it does not, it says what its evidence is."""
    if not head.values.get("columns"):
        return [Fault(head.line("columns"), "columns is missing: what the query returns, each with its type")]
    if "grade" in head.values or "evidence" in head.values:
        return []
    declared = {(column.name, column.type) for column in columns}
    wanted = {("claims", "claims")} | ({("certainty", "text"), ("gap_days", "int")} if about_time else set())
    missing = [
        Fault(head.line("columns"), f'a column {name} = "{kind}" is compulsory: a row carries its evidence')
        for name, kind in sorted(wanted - declared)
    ]
    return missing + [
        Fault(head.line("columns", column.name), f"column {column.name}: made or hidden only with [grade] or evidence")
        for column in columns
        if not (column.returned and column.shown)
    ]
