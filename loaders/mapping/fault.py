"""A fault of a mapping file, in words: line, place, what is wrong, what is allowed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin

from loaders.mapping.cell import Cell
from loaders.mapping.form import Mapping
from loaders.mapping.meaning import lowered, meanings
from loaders.mapping.table import OneOf, TomlTable, Wrong

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

    from loaders.mapping.table import Path

NAMED = ("thing", "link", "entry", "key_space")
"""Tables that are written as `[thing.NAME]`."""
SHORT = {
    **dict.fromkeys(("Cell", "PointCell", "DateCell", "Flag"), "the name of a column, or a table"),
    "Split": "a sign, a list of signs, or a table",
}
CHOICE = re.compile(r"'([^']*)'")
KINDS = {
    "string_type": "a text",
    "bool_type": "true or false",
    "int_type": "a whole number",
    "dict_type": "a table",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault. `at` leads to it; `lacks`: something is not there."""

    at: Path
    text: str
    lacks: bool = False

    def on(self, line: int | None, file: str) -> str:
        """As it is shown."""
        where = place(self.at)
        text = f"{where}: {self.text}" if where and not self.text.startswith(f"{where} ") else self.text
        return f"{file}{f', line {line}' if line else ''}: {text}"


def place(at: Path) -> str:
    """Where it stands, as a reader of the file would say: `[thing.person].born`."""
    if not at:
        return ""
    names = [str(step) for step in at if not isinstance(step, int)]
    if at[0] in NAMED and len(names) > 1:
        head, rest = f"[{names[0]}.{names[1]}]", names[2:]
    elif len(at) > 1 and isinstance(at[1], int) and at[0] in ("remark", "checked_date"):
        head, rest = f"[[{names[0]}]]", names[1:]
    elif len(names) > 1:
        head, rest = f"[{names[0]}]", names[1:]
    else:
        head, rest = names[0], []
    return ".".join([head, *rest])


def faults(error: ValidationError) -> Iterator[Fault]:
    """All that pydantic finds, in words."""
    for detail in error.errors(include_url=False):
        yield from _faults(detail)


def _faults(detail: ErrorDetails) -> Iterator[Fault]:
    at: Path = tuple(step for step in detail["loc"] if step != "[key]")
    context: dict[str, Any] = detail.get("ctx", {})
    error, name = context.get("error"), at[-1] if at else ""
    match detail["type"]:
        case "value_error" if isinstance(error, Wrong):
            for flaw in error.flaws:
                yield Fault((*at, *flaw.at), flaw.text, flaw.lacks)
        case "value_error":
            yield Fault(at, str(error))
        case "missing":
            yield Fault(at[:-1], _required(at), lacks=True)
        case "extra_forbidden":
            yield Fault(at, f"unknown key {name!r}{_near(str(name), table_at(at[:-1]))}")
        case "literal_error":
            yield Fault(at, f"{_named(at)} is one of {', '.join(CHOICE.findall(str(context['expected'])))}")
        case "too_short" | "string_too_short":
            yield Fault(at, f"{_named(at)} is empty: it needs something in it", lacks=True)
        case "model_type":
            yield Fault(at, f"{_named(at)} is {SHORT.get(str(context['class_name']), 'a table')}")
        case "dict_type" if len(at) == 1 and name in NAMED:
            yield Fault(at, f"{name} is written as [{name}.NAME]")
        case "tuple_type":
            given = detail["input"]
            plain = isinstance(given, str | int | float)
            yield Fault(at, "a list is needed" + (f": {_named(at)} = {json.dumps([given], ensure_ascii=False)}" if plain else ""))
        case kind:
            yield Fault(at, f"{_named(at)} is {KINDS[kind]}")


def table_at(at: Path) -> type[TomlTable]:
    """The declaration of the table there."""
    declared: type[TomlTable] = Mapping
    for step in at:
        if isinstance(step, str):
            declared = _inside(declared, step)
    return declared


def _inside(declared: Any, step: str) -> Any:
    """What is declared for a key of a table, without its lists and alternatives; a dict stands for tables by name."""
    if get_origin(declared) is dict:
        inner = get_args(declared)[1]
    else:
        fields = {field.alias or name: field for name, field in declared.model_fields.items()}
        inner = fields[step].annotation if step in fields else Cell
    while get_origin(inner) in (tuple, Annotated, UnionType, Union):
        inner = get_args(inner)[0]
    return inner


def _required(at: Path) -> str:
    """That a key is not there, and what it would say."""
    table, name = table_at(at[:-1]), str(at[-1])
    message = f"{name} is required: {lowered(meanings(table)[name].split('. ')[0])}"
    choices = next((rule.choices for rule in table.model_fields[name].metadata if isinstance(rule, OneOf)), ())
    return f"{message}; {name} is one of {', '.join(choices)}" if choices else message


def _near(name: str, table: type[TomlTable]) -> str:
    known = [field.alias or key for key, field in table.model_fields.items()]
    near = get_close_matches(name, known, 1)
    return f"; did you mean {near[0]!r}?" if near else f"; it may have {', '.join(known)}"


def _named(at: Path) -> str:
    """The last name on the way there."""
    name = next((step for step in reversed(at) if isinstance(step, str)), "it")
    return f"each of {name}" if isinstance(at[-1], int) else name
