"""06: a member of a joint operation is not its subordinate, whichever mapping of the compiler's reads the file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cases.conftest import Desk


def test_the_newer_mapping_takes_the_file_by_itself(desk: Desk, wrong: Callable[[str], Path]) -> None:
    loaded = desk("load", wrong("06") / "in.csv")
    assert "read by sfm-units" in loaded.out and "no part of the mapping reads" not in loaded.out, loaded
    assert "mentions of BASED_AT 1, JOINED 1, SUBORDINATE_TO 1," in loaded.out
    company = desk("show", "Quay Company").out
    assert "operated jointly with\tJoint Operation Lantern\t2 February 2018 – at least 29 June 2018" in company
    assert "answered to\tQuay Battalion\t2 January 2018 – at least 29 June 2019" in company
    assert "answered to\tJoint Operation Lantern" not in company
    battalion = desk("show", "Quay Battalion").out
    assert "also called: Lighthouse Bn" in battalion and "was based at\tQuay Fort" in battalion


def test_an_operation_stands_in_no_chain(desk: Desk, wrong: Callable[[str], Path]) -> None:
    desk("load", wrong("06") / "in.csv")
    chain = desk("query", "command/chain_up", "--unit", "Quay Company", "--on", "2018-03-01", "--csv").out
    assert "Quay Battalion" in chain and "Lantern" not in chain


def test_so_does_the_older_mapping_where_it_is_named(desk: Desk, wrong: Callable[[str], Path]) -> None:
    loaded = desk("load", wrong("06") / "in.csv", "--mapping", "sfm-mali-units")
    assert "no part of the mapping reads the columns 'unit:name:source', 'unit:other_names', 'unit:base_name'" in loaded.out
    assert "operated jointly with\tJoint Operation Lantern" in desk("show", "Quay Company").out


@pytest.mark.parametrize("word", ["attached", ""])
def test_another_word_leaves_open_what_it_is(word: str, desk: Desk, tmp_path: Path) -> None:
    """Neither a command nor an operation: a gap in the chain, and the load report names the row."""
    header = "unit:id:admin,unit:name,unit:relation_type,unit:related_unit_id:admin,unit:related_unit,unit:related_unit_class"
    dates = ",".join(f"unit:related_unit_{name}" for name in ("first_cited_date", "first_cited_date_start", "last_cited_date"))
    (tmp_path / "mill.csv").write_text(
        f"{header},{dates},unit:related_unit_open,unit:location_type,unit:base_name\n"
        f"1,Mill Company,{word},2,Mill Battalion,Command,2018-01-02,Y,2019-06-29,N,,\n"
    )
    loaded = desk("load", tmp_path / "mill.csv")
    assert (
        "neither child nor member: kept as a relation of an unknown kind, which carries no chain\tunit:relation_type\t2"
        in loaded.out
    )
    chain = desk("query", "command/chain_up", "--unit", "Mill Company", "--on", "2018-03-01", "--csv").out
    assert "gap,Mill Battalion (unknown)" in chain and len(chain.splitlines()) == 2
