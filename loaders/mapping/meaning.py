"""What the keys of a mapping mean: the words below each field of the declaration, read from the declaration itself."""

from __future__ import annotations

import ast
import inspect
import textwrap
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from loaders.mapping.table import TomlTable


@cache
def meanings(table: type[TomlTable]) -> dict[str, str]:
    """The meaning of each key of a table, by its name in the file."""
    words: dict[str, str] = {}
    for owner in reversed(table.__mro__):
        if owner.__module__.startswith(__package__ or ""):
            words |= _below(owner)
    return {field.alias or name: words[name] for name, field in table.model_fields.items()}


def lowered(sentence: str) -> str:
    """A sentence as it goes on after a colon."""
    return sentence[:1].lower() + sentence[1:].rstrip(".")


def _below(owner: type) -> dict[str, str]:
    """The text that stands below each field of one class."""
    (definition,) = ast.parse(textwrap.dedent(inspect.getsource(owner))).body
    words: dict[str, str] = {}
    body = definition.body if isinstance(definition, ast.ClassDef) else []
    for field, below in pairwise(body):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(below, ast.Expr):
            text = ast.literal_eval(below.value)
            words[field.target.id] = " ".join(str(text).split())
    return words
