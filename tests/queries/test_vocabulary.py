"""What a query speaks of exists in the schema; what runs it never writes query text."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import queries
from graph import schema
from queries.catalogue import Catalogue
from queries.elements import elements
from queries.reads import named
from queries.tokens import Token, read

PACKAGE = Path(queries.__file__).parent
LIBRARY = Catalogue.of()
BEFORE_A_MAP = {"(", "[", ",", "|", "=", "+", "THEN", "ELSE", "DISTINCT", "RETURN"}
"""What stands before the bracket of a map; before that of a pattern or subquery stands a word or a closing bracket."""
CUT = {"colocation/co_detained_everywhere", "evidence/hygiene"}
"""Pairs over all stations are more than anyone can read: this one is cut to its `top`, and its caveat says so. Of gaps that are
counted and not listed, hygiene names a few examples: no row is cut."""


def _own_keys(tokens: tuple[Token, ...]) -> set[str]:
    """Keys of maps that a query builds itself, and the units of a duration."""
    keys, brackets = {"days", "seconds", "year", "month", "day"}, [False]
    for before, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if token.text == "{":
            brackets.append(before.upper in BEFORE_A_MAP)
        elif token.text == "}":
            brackets.pop()
        elif token.kind == "word" and after.text == ":" and before.text in ("{", ",") and brackets[-1]:
            keys.add(token.text)
    return keys


@pytest.mark.parametrize("name", LIBRARY.names)
def test_labels_types_and_properties_exist_in_the_schema(name: str) -> None:
    tokens, faults = read(LIBRARY.get(name).cypher)
    kinds = {*schema.NODE, *schema.LINK}
    properties = {p.name for kind in kinds for p in schema.kind_of(kind).properties}
    known = {"type": kinds, "property": properties | _own_keys(tokens)}
    unknown = {word for what, word in named(tokens) if word not in known[what]}

    assert not faults
    assert unknown == set()


@pytest.mark.parametrize("name", LIBRARY.names)
def test_an_answer_is_ordered_and_not_limited(name: str) -> None:
    words = {token.upper for token in read(LIBRARY.get(name).cypher)[0]}

    assert "ORDER" in words
    assert not ({"LIMIT", "SKIP"} - ({"LIMIT"} if name in CUT else set())) & words


def test_every_element_names_an_instrument_and_an_article() -> None:
    assert all(element.title and element.instrument and element.article for element in elements().values())
    groups = {name.split("/")[0] for name in elements()}
    assert groups >= {"command-responsibility", "torture", "crimes-against-humanity", "enforced-disappearance"}


def test_no_code_writes_query_text_while_it_runs() -> None:
    """In a function, an f-string, format or sum that looks like Cypher would be a way from data into a query."""
    looks = re.compile(r"\b(MATCH|CREATE|MERGE)\s*\(|\bUNWIND \$|\bRETURN \w+\.")
    for path in PACKAGE.rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
        for node in (inner for function in functions for inner in ast.walk(function)):
            formats = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format"
            if formats or isinstance(node, ast.JoinedStr | ast.BinOp):
                texts = [part.value for part in ast.walk(node) if isinstance(part, ast.Constant) and isinstance(part.value, str)]
                assert not any(looks.search(text) for text in texts), f"{path}: {texts}"
