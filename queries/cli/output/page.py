"""The page an answer was written to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from queries.cli.output import export

if TYPE_CHECKING:
    from graph.answer import Answer
    from queries.desk.release import Outgoing


def on_paper(outgoing: Outgoing, answer: Answer) -> None:
    """Its path; what the answer left out, and what was withheld and why, goes to standard error."""
    export.on_paper(outgoing, answer)
