"""What leaves was asked of the case as it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.answer import Answer
from graph.errors import QueryError
from graph.kept.case import Case
from queries.desk.export import export
from queries.desk.page import page
from queries.desk.query import ask
from queries.desk.release import Outgoing
from tests.cli.program import inside


def test_nothing_leaves_that_was_asked_before_the_case_changed(fresh: Path, sheets: Path, tmp_path: Path) -> None:
    """Somebody may be protected since then."""
    assert inside("load", sheets / "roster.tsv", case=fresh).code == 0
    with Case(fresh) as case:
        answer = ask(case, "evidence/hygiene", {})
        assert exported(case, answer, tmp_path / "before")  # the control
    assert inside("load", sheets / "custody.csv", "--mapping", sheets / "custody.toml", case=fresh).code == 0

    with Case(fresh) as case:
        with pytest.raises(QueryError, match="the case has changed since this was asked"):
            exported(case, answer, tmp_path / "after")
        with pytest.raises(QueryError, match="the case has changed since this was asked"):
            page(case, answer, profile="prosecutor", recipient="GBA", out=tmp_path / "after.html")
    assert not list(tmp_path.glob("after*"))


def exported(case: Case, answer: Answer, out: Path) -> Outgoing:
    return export(case, answer, profile="prosecutor", recipient="GBA", chosen=["csv"], out=out)
