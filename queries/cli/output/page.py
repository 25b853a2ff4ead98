"""The page an answer was written to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from queries.cli.output import export

if TYPE_CHECKING:
    from pathlib import Path

    from graph.answer import Answer


def on_paper(page: Path, answer: Answer) -> None:
    """Its path; what the answer left out goes to standard error."""
    export.on_paper([page], answer)
