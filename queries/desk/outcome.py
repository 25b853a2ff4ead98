"""How far something got that went wrong: what the journal holds is what stands."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from graph.errors import LinkageError, UnfinishedError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.kept.case import Case

AS_IT_WAS = "the case is as it was"


@contextmanager
def recorded(case: Case, *, mistakes: bool = False) -> Iterator[None]:
    """Notes on whatever is raised inside how far it got. `mistakes`: also where Linkage itself says what is wrong.

    An UnfinishedError says it already.
    """
    before = _head(case)
    try:
        yield
    except BaseException as error:
        named = isinstance(error, LinkageError)
        if (mistakes or not named) and not isinstance(error, UnfinishedError) and not hasattr(error, "__notes__"):
            error.add_note(_stands(before, _head(case)))
        raise


def _head(case: Case) -> int | None:
    try:
        return case.journal.head[0]
    except Exception:  # what cannot be read says nothing; whatever it was, the error that is raised is the first one
        return None


def _stands(before: int | None, after: int | None) -> str:
    if before is None or after is None:
        return "`linkage verify` says what stands"
    if before == after:
        return AS_IT_WAS
    entries = f"entry {after} stands" if after == before + 1 else f"entries {before + 1} to {after} stand"
    return f"{entries} in the journal, and `linkage status` says what is in the case"
