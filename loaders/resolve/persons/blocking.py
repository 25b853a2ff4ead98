"""Which pairs are looked at at all: those that share enough of a name or a date for a match to be likely.

The records stand once more as numbers, in the table `numbered`, a row a record; `fresh` and `old` part it. Each surname,
given name, patronymic, unit and place is a number, with the bits that two records weigh by sharing it; `near` says which
surnames share a shortened form. Each way to a pair is a join on equal numbers, which DuckDB and Spark hash; of what it
finds only the pairs that may reach the floor are kept (`bound`).
"""

from __future__ import annotations

from math import log2
from typing import TYPE_CHECKING, Final

from loaders.resolve.persons.bound import SLACK, beside, most
from loaders.resolve.persons.comparisons import RARE

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from loaders.resolve.persons.model import Model

_INITIALS_ALLOW: Final = (
    "(l.given_initials = 0 or r.given_initials = 0 or (l.given_initials & r.given_initials) <> 0)"
    " and (l.patronymic_initials = 0 or r.patronymic_initials = 0"
    " or (l.patronymic_initials & r.patronymic_initials) <> 0)"
)
_MORE: Final = (
    "l.patronymic = r.patronymic",
    "l.unit = r.unit",
    "l.place = r.place",
    "l.born_day is not null and r.born_day is not null",
    "l.surname_bits >= {rare}",
)
"""What a pair of one surname must share besides where one given name is unknown."""

RULES: Final = (
    "l.surname = r.surname and l.given = r.given",
    "l.surname = r.surname and l.year = r.year",
    *(
        f"l.surname = r.surname and {more} and {unknown}.given is null and {_INITIALS_ALLOW}"
        for more in _MORE
        for unknown in ("l", "r")
    ),
    "l.born_day = r.born_day and (l.given_initials & r.given_initials) <> 0",
    "l.given = r.given and l.patronymic = r.patronymic and l.year = r.year",
    "l.given = r.given and l.near = r.surname",
)
"""The ways to a pair. `rare`: the bits of a surname that reaches the floor with no more than initials (`bound.beside`).

In the last one `near` is a surname that shares a shortened form with the left one.
"""

SHORTENED_FROM: Final = 5
_READ: Final = 12


def candidates(model: Model, floor: float, left: str, right: str) -> str:
    """The query for the pairs to weigh, as Splink asks for them, each once.

    `left`, `right`: a table each with the columns of `numbered`, the same one or two of which neither holds a pair both
    ways. `floor`: in bits without a prior. Two records of one thing are no pair.
    """
    rare = floor - beside(model) - SLACK
    order = "l.id < r.id" if left == right else "l.id <> r.id"
    kept = f"{order} and l.thing <> r.thing and {most(model)} >= {floor - SLACK}"
    near = f"(select {left}.*, near.other as near from {left} join near on near.one = {left}.surname)"  # noqa: S608  (our own)
    return " union ".join(
        f"select '0' as match_key, l.id as join_key_l, r.id as join_key_r"  # noqa: S608
        f" from {near if 'l.near' in rule else left} l join {right} r on {rule.format(rare=rare)} where {kept}"
        for rule in RULES
    )


def shortened(surname: str) -> list[str]:
    """A surname with each of its letters left out once, and whole (SymSpell's deletes).

    Two surnames of five letters or more that are one edit apart share one of these. None for a shorter one: it would find
    too many.
    """
    if len(surname) < SHORTENED_FROM:
        return []
    head = surname[:_READ]
    return sorted({head, *(head[:at] + head[at + 1 :] for at in range(len(head)))})


_KEPT: Final = (
    "id, thing, fresh, given_known, given_initials, patronymic_known, patronymic_initials, born_day, year, month,"
    " cast(substr(born, 6, 2) as integer) * 100 + cast(substr(born, 9, 2) as integer) as day_of_year, sex, side"
)


def numbered(connection: DuckDBPyConnection, model: Model) -> None:
    """Make the tables `numbered` and `near`, and the views, from `persons` and the tables `share_…`."""
    columns, joins = [_KEPT], []
    for column in RARE:
        share, agreed = f"share_{column}", model.chances[column]["same"].m
        columns.append(f"{share}.rowid as {column}, {log2(agreed)} - log2({share}.tf_{column}) as {column}_bits")
        joins.append(f"left join {share} on {share}.{column} = persons.{column}")
    read = f"select {', '.join(columns)} from persons {' '.join(joins)} order by id"  # noqa: S608  (our own columns)
    connection.execute(f"create table numbered as {read}")
    connection.execute("create view fresh as select * from numbered where fresh")
    connection.execute("create view old as select * from numbered where not fresh")
    _near(connection)


def _near(connection: DuckDBPyConnection) -> None:
    """Which surnames of records with a given name share a shortened form, both ways round."""
    import pyarrow as pa  # type: ignore[import-untyped]  # ships no types

    bearing = "select distinct surname from numbered where surname is not null and given is not null"
    known = connection.execute(
        f"select rowid, surname from share_surname where rowid in ({bearing}) order by rowid"  # noqa: S608  (our own)
    ).fetchall()
    forms = [(number, form) for number, surname in known for form in shortened(surname)]
    numbers, held = zip(*forms, strict=True) if forms else ((), ())
    connection.register("forms", pa.table({"number": pa.array(numbers, pa.int64()), "form": pa.array(held, pa.string())}))
    connection.execute(
        "create table near as select distinct l.number as one, r.number as other"
        " from forms l join forms r on l.form = r.form and l.number <> r.number"
    )
    connection.unregister("forms")
