"""A question kept under a name: which saved query it asks, with what. A TOML file in the case's `queries/` folder.

query     = "command/chain_up"
hash      = "…"                      # SHA-256 of the query when the question was kept
certainty = "assumed"                # and `within`, `limit`, where they were given

[parameters]
unit = "u-mbq3kd5sylx2v7ah"
on   = "2014-05-01"
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.answer import CERTAINTIES, Certainty
from graph.errors import QueryError
from graph.kept.private import nothing, put_file
from graph.kept.small import read_small

if TYPE_CHECKING:
    from pathlib import Path

KEYS = frozenset({"query", "hash", "certainty", "within", "limit", "parameters"})
ANY = "any"


@dataclass(frozen=True, slots=True)
class Kept:
    """A question: a query's name and hash, its parameters in plain form (things by id), and how the answer is narrowed.

    `within`: days, None for any.
    """

    query: str
    hash: str
    parameters: Mapping[str, object] = field(default_factory=dict)
    certainty: Certainty = "possible"
    within: int | None = None
    limit: int | None = None

    def text(self) -> str:
        """As its file has it; `read` is the inverse."""
        lines = [f"query = {_toml(self.query)}", f"hash = {_toml(self.hash)}", f"certainty = {_toml(self.certainty)}"]
        lines += [f"within = {_toml(ANY if self.within is None else self.within)}"]
        lines += [f"limit = {self.limit}"] if self.limit is not None else []
        given = {name: value for name, value in self.parameters.items() if value is not None}
        return "\n".join([*lines, "", "[parameters]", *(f"{name} = {_toml(value)}" for name, value in given.items()), ""])


def write(path: Path, kept: Kept) -> None:
    """Keeps a question. QueryError where the name is taken."""
    try:
        put_file(path, kept.text().encode(), over=nothing)
    except FileExistsError:
        raise QueryError("--save: a question of this name is kept already; choose another name, or delete its file") from None
    except OSError as error:
        raise QueryError(f"--save: {path} cannot be written: {error.strerror}") from None


def read(path: Path) -> Kept:
    """The question in a file. QueryError says what is wrong with it."""
    try:
        table = tomllib.loads(read_small(path).decode("utf-8"))
    except OSError as error:
        raise QueryError(f"{path}: cannot be read: {error.strerror}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise QueryError(f"{path}: {str(error).splitlines()[0]}") from None
    except (ValueError, RecursionError):  # a number of thousands of digits, hundreds of brackets in each other
        raise QueryError(f"{path}: something in it is too long or too deep") from None
    if unknown := sorted(table.keys() - KEYS):
        raise QueryError(f"{path}: unknown key {unknown[0]!r}")
    for key in ("query", "hash"):
        if not isinstance(table.get(key), str):
            raise QueryError(f"{path}: {key} is missing, or no text")
    certainty, within, limit = table.get("certainty", "possible"), table.get("within", ANY), table.get("limit")
    if certainty not in CERTAINTIES:
        raise QueryError(f"{path}: certainty is one of {', '.join(CERTAINTIES)}")
    if within != ANY and not _days(within):
        raise QueryError(f'{path}: within is a number of days, or "{ANY}"')
    if limit is not None and not (_days(limit) and limit > 0):
        raise QueryError(f"{path}: limit is a number of rows")
    if not isinstance(table.get("parameters", {}), dict):
        raise QueryError(f"{path}: parameters is a table: [parameters]")
    return Kept(table["query"], table["hash"], table.get("parameters", {}), certainty, None if within == ANY else within, limit)


def _days(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _toml(value: object) -> str:
    """A JSON text is a TOML text, but for DEL; numbers, truth values and lists of texts are alike in both."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
