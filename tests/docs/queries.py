"""The page on saved queries: its tables are made from what reads a header, its examples are run.

uv run python -m tests.docs.queries     writes `.github/docs/queries.md` anew
"""

from __future__ import annotations

import importlib
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from graph.errors import QueryError
from graph.words.cells import BESIDE_END, INCLUSIVE
from queries import parameters, saved
from queries.declaration.columns import COUNTED, GRADED
from queries.parameters import RESERVED, WANTED, Parameter
from queries.support import DENIED_BY
from queries.vocabulary import FUNCTIONS, NAMESPACED
from tests.docs.blocks import Maker, fence, fenced
from tests.docs.republic import PAGES, aligned, printed, rewrite
from tests.queries.test_newcomer import FILE

PAGE = PAGES / "queries.md"
ROOT = PAGES.parents[1]
DECLARED = re.compile(r"^ *(?P<key>\w+) += (?P<example>.+?) {2,}(?P<means>\S.*)$", re.MULTILINE)


def file(page: str, given: list[str]) -> str:
    """A file of the repository, as it stands."""
    path, language = given
    return fenced((ROOT / path).read_text("utf-8"), language)


def keys(page: str, given: list[str]) -> str:
    """The keys of a part of the header, as the head of the module that reads it lists them."""
    rows = ["| key | for example | means |", "|---|---|---|"]
    for key, example, means in declared(given[0]):
        rows.append(f"| `{key}` | `{example}` | {means} |")
    return "\n".join(rows)


def declared(module: str) -> list[tuple[str, str, str]]:
    """Key, example and meaning, line by line."""
    head = importlib.import_module(f"queries.declaration.{module}").__doc__ or ""
    return [(found["key"], found["example"], found["means"]) for found in DECLARED.finditer(head)]


def columns(page: str, given: list[str]) -> str:
    """The ways to declare a column, as the head of the module that reads them lists them."""
    rows = ["| declared | means |", "|---|---|"]
    rows += [f"| `{key} = {example}` | {means} |" for key, example, means in declared("columns")]
    return "\n".join(rows)


def types(page: str, given: list[str]) -> str:
    """Every type of a parameter."""
    rows = ["| type | a person gives | by the options | the Cypher gets |", "|---|---|---|---|"]
    for type_ in parameters.TYPES:
        asked = Parameter("on" if type_ == "day" else "unit" if type_ == "id" else "x", type_, "")
        options = ", ".join(f"`--{option}`" for option in asked.options)
        names = ", ".join(f"`${name}`" for name in asked.in_query)
        rows.append(f"| `{type_}` | {WANTED[type_]} | {options} | {names} |")
    return "\n".join(rows)


def reserved(page: str, given: list[str]) -> str:
    """What no parameter may be called."""
    return ", ".join(f"`{name}`" for name in sorted(RESERVED)) + "."


def graded(page: str, given: list[str]) -> str:
    """What `[grade]` adds to a row, and what every answer has besides."""
    rows = ["| column | means |", "|---|---|"]
    rows += [f"| `{column.name}` | {column.means} |" for column in (*COUNTED, *GRADED, DENIED_BY)]
    rows.append(f"| `until{INCLUSIVE}` | {BESIDE_END.format(name='`until`')} |")
    return "\n".join(rows)


def functions(page: str, given: list[str]) -> str:
    """What may stand before a bracket."""
    named = sorted({*map(str.lower, FUNCTIONS), *(f"{space}.{name}".lower() for space, name in NAMESPACED)})
    return ", ".join(f"`{name}`" for name in named) + "."


def faults(page: str, given: list[str]) -> str:
    """How the faults of the query above read."""
    with pytest.raises(QueryError) as wrong:
        saved.parse(fence(page, "cypher wrong").encode(), "deputies", file="queries/deputies.cypher")
    return fenced(f"linkage: {wrong.value}")


def makers(case: Path) -> Mapping[str, Maker]:
    """All of them; `case`: a copy of the demo's."""

    def answer(page: str, given: list[str]) -> str:
        """What the last command of the page prints in the demo's case, with the newcomer's query in its folder."""
        (case / "queries").mkdir(exist_ok=True)
        shutil.copy(FILE, case / "queries")
        return fenced(aligned(printed(fence(page, "sh").splitlines()[-1], case)))

    made = (file, keys, columns, types, reserved, graded, functions, faults, answer)
    return {maker.__name__: maker for maker in made}


if __name__ == "__main__":
    rewrite(PAGE, makers)
