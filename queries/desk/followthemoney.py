"""The whole case as FollowTheMoney, claim by claim, for another house that may have all of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.answer import Answer
from graph.decided.carried import carried
from graph.errors import CaseError
from queries.desk.release import journalled
from viz.export import write
from viz.release import release

if TYPE_CHECKING:
    from pathlib import Path

    from graph.decided.state import State
    from graph.kept.case import Case

FORMAT = "followthemoney"
TITLE = "The whole case"
QUESTION = "What does the case hold, claim by claim?"
CAVEAT = "Shows what sources claim, not that it is so; a denial is a note. Who is who was decided elsewhere."


@dataclass(frozen=True, slots=True)
class Written:
    """The files, and how much they hold."""

    files: tuple[Path, ...]
    mentions: int
    claims: int
    protected: int
    """Mentions of persons whom somebody decided to protect: they are in it under their own names."""


def followthemoney(case: Case, out: Path, *, replace: bool = False) -> Written:
    """Writes it, as *internal* and nothing else, and journals that it did. CaseError where there is nothing, or no room."""
    answer = whole(case.state)
    carried_out = answer.carried
    if not carried_out:
        raise CaseError("there is nothing in the case to write: load a file first")
    released = release(answer, "internal", None, key=case.pseudonym_key, protected=NOBODY)
    with case.writing():
        try:
            announce = journalled(case, answer, "export", "internal", None)
            files = write(released, [FORMAT], out, replace=replace, announce=announce)
        except OSError as error:
            raise CaseError(f"it could not be written into this folder ({error.strerror}): name another one") from None
    claims = sum(len(one.claims) for one in carried_out)
    return Written(files, len(carried_out), claims, sum(one.protected is True for one in carried_out))


def whole(state: State) -> Answer:
    """All that is claimed in a case, as an answer without rows."""
    return Answer(FORMAT, TITLE, QUESTION, CAVEAT, "", "", {}, (), (), "", state.sequence, carried=carried(state))


class _Nobody:
    """Whom `release` holds texts against: under `internal`, nobody."""

    def names(self, text: str) -> bool:
        """Never."""
        return False

    def namesake(self, name: str) -> bool:
        """Never."""
        return False


NOBODY = _Nobody()
