"""A new case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.engine.setting import open_engine
from graph.errors import CaseError
from graph.kept.case import Case
from graph.visible import is_visible

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def init(folder: Path, *, zone: str, title: str | None = None, languages: Iterable[str] = (), graph: str = "embedded") -> Case:
    """The case made in this folder, which must be new or empty. Whatever is wrong is said before anything is made."""
    if not is_visible(title or ""):
        raise CaseError("a title holds characters that cannot be printed: write it again")
    open_engine(graph, folder).close()
    name = folder.resolve().name if title is None else title
    try:
        return Case.create(folder, title=name, zone=zone, languages=tuple(languages), graph=graph)
    except OSError as error:
        raise CaseError(f"{folder} cannot be made ({error.strerror}): choose another folder for the case") from None
