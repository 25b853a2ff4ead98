"""The one way out: an answer is released under a profile, written, and the journal says what left and for whom."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from graph.decided.carried import carried
from graph.errors import CaseError
from graph.served import served
from queries.desk.protected import protected
from queries.desk.release import Outgoing, check_name, journalled, unchanged
from queries.support import supported
from viz.export import formats, write
from viz.release import release
from viz.withheld import lines

if TYPE_CHECKING:
    from pathlib import Path

    from graph.answer import Answer
    from graph.kept.case import Case

WITH_CLAIMS = frozenset({"followthemoney"})
"""Formats that hold claims whole, where these may leave."""


def kinds() -> dict[str, str]:
    """Every format, with what it is for."""
    return {name: format_.MEANS for name, format_ in formats().items()}


def export(
    case: Case, answer: Answer, *, profile: str, recipient: str | None, chosen: list[str], out: Path, replace: bool = False
) -> Outgoing:
    """Writes the answer as this recipient may have it, and journals that it did."""
    with served(case) as (engine, marker):
        unchanged(answer, marker)
        answer, everybody = supported(engine, answer), protected(engine)
    check_name(out, profile, everybody)
    if profile == "internal" and WITH_CLAIMS.intersection(chosen):
        nodes, links = answer.subgraph()
        answer = dataclasses.replace(
            answer, carried=carried(case.state, {*(node.id for node in nodes), *(link.id for link in links)})
        )
    released = release(answer, profile, recipient, key=case.pseudonym_key, protected=everybody)
    with case.writing():
        try:
            announce = journalled(case, answer, "export", profile, recipient)
            return Outgoing(write(released, chosen, out, replace=replace, announce=announce), tuple(lines(released.withheld)))
        except OSError as error:
            raise CaseError(f"the export could not be written into this folder ({error.strerror}): name another one") from None
