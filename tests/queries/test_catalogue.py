"""The library and an investigator's own queries."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

import queries
from graph.errors import QueryError
from queries.catalogue import Catalogue
from tests.queries.test_saved import GOOD

NAMES = {
    "colocation/co_detained",
    "command/chain_down",
    "command/chain_up",
    "command/commanders_at_station",
    "command/holders_of_command",
}


def test_the_library_is_whole_and_without_fault() -> None:
    found, faults = Catalogue.of().read()

    assert faults == ()
    assert {query.name for query in found} >= NAMES
    assert not any(query.yours for query in found)


def test_what_a_query_relates_to_exists() -> None:
    catalogue = Catalogue.of()
    for query in catalogue.read()[0]:
        assert set(query.related) <= set(catalogue.names) - {query.name}, query.name


def test_the_hash_is_that_of_the_file() -> None:
    path = Path(queries.__file__).parent / "command" / "chain_up.cypher"
    assert Catalogue.of().get("command/chain_up").hash == hashlib.sha256(path.read_bytes()).hexdigest()


def test_search_finds_by_all_that_the_header_says_names_first() -> None:
    catalogue = Catalogue.of()

    assert next(query.name for query in catalogue.search("CHAIN up")) == "command/chain_up"
    assert "command/chain_up" in {query.name for query in catalogue.search("superiors orders")}
    assert catalogue.search("weather") == ()


def test_a_name_nearly_right_is_answered_with_a_hint() -> None:
    with pytest.raises(QueryError, match="did you mean command/chain_up"):
        Catalogue.of().get("command/chainup")
    with pytest.raises(QueryError, match="did you mean command/chain_up"):
        Catalogue.of().get("chain_up")


def test_an_own_query_runs_under_the_same_rules_and_is_marked(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "good.cypher").write_text(GOOD, "utf-8")
    (tmp_path / "bad.cypher").write_text(GOOD.replace("MATCH (u", "CREATE (u"), "utf-8")
    catalogue = Catalogue.of(tmp_path)
    found, faults = catalogue.read()

    assert catalogue.get("mine/good").yours
    assert "mine/good" in {query.name for query in found}
    assert len(faults) == 1 and faults[0].startswith(f"{tmp_path / 'bad.cypher'}:24: CREATE is not allowed")
    with pytest.raises(QueryError, match="CREATE is not allowed"):
        catalogue.get("bad")


def test_an_own_query_does_not_say_what_no_other_column_reads(tmp_path: Path) -> None:
    (tmp_path / "mine.cypher").write_text(GOOD.replace('"int"', '{ type = "int", reads = ["HELD_AT"] }'), "utf-8")
    with pytest.raises(QueryError, match="reads is for the library alone"):
        Catalogue.of(tmp_path).get("mine")


def test_two_queries_of_one_name_are_an_error(tmp_path: Path) -> None:
    (tmp_path / "command").mkdir()
    (tmp_path / "command" / "chain_up.cypher").write_text(GOOD, "utf-8")
    with pytest.raises(QueryError, match="rename yours"):
        Catalogue.of(tmp_path)


def test_a_name_that_cannot_be_typed_is_an_error_and_no_folder_is_none(tmp_path: Path) -> None:
    assert Catalogue.of(tmp_path / "nowhere").own == {}
    (tmp_path / "My Query.cypher").write_text(GOOD, "utf-8")
    with pytest.raises(QueryError, match="a query's name"):
        Catalogue.of(tmp_path)
