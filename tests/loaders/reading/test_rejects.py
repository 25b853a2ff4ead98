"""Rejects kept small are the rejects that came, in their order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from loaders.reading import Reject, Rejects

TEXT = st.text(max_size=5)
COUNTED = st.none() | st.integers(1, 2**40)
REJECTS = st.lists(st.builds(Reject, TEXT, TEXT, COUNTED, COUNTED, st.none() | TEXT, TEXT, TEXT, st.integers(1, 9)), max_size=6)


@given(REJECTS, REJECTS)
def test_what_came_is_given_back(before: list[Reject], after: list[Reject]) -> None:
    kept = Rejects(after, before=Rejects(before))
    whole = before + after
    assert list(kept) == whole == [kept[at] for at in range(len(kept))]
    assert (kept[-3:], kept[1:4:2], bool(kept)) == (whole[-3:], whole[1:4:2], bool(whole))
    assert kept == tuple(whole) and kept != [*whole, Reject("", "", None, None, None, "", "")]
    assert kept.lines == sum(reject.lines for reject in after)


def test_a_column_without_a_name_is_not_none() -> None:
    rejects = [Reject("a.csv", "", 2, 2, column, "why", "\ud800x") for column in (None, "", "b")]
    assert list(Rejects(rejects)) == rejects
