"""A mapping drafted from a file, as a new file beside nothing: what is there is never written over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.errors import CaseError
from graph.kept.private import nothing, put_file
from loaders.draft.draft import drafts_of
from loaders.draft.questions import Question
from loaders.reading import OpenQuestion, fetch

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from loaders.draft.draft import Drafted
    from loaders.draft.questions import Ask

__all__ = ["Question", "Written", "draft"]


@dataclass(frozen=True, slots=True)
class Written:
    """What came of one file: its drafts, each with the file it was written to; None where nothing could be drafted."""

    file: Path
    drafted: Drafted
    paths: tuple[Path | None, ...]
    encoding: str | None


def draft(
    files: Sequence[Path], *, out: Path | None = None, encoding: str | None = None, ask: Ask | None = None
) -> list[Written]:
    """Writes the drafts of each file into the folder `out`, or where we are.

    SourceError where a file holds no table; CaseError where a file of that name is there already.
    """
    from pathlib import Path

    folder = out or Path()
    return [_one(file, folder, encoding, ask) for file in files]


def _one(file: Path, folder: Path, encoding: str | None, ask: Ask | None) -> Written:
    original = fetch(file)
    try:
        drafted = drafts_of(original, encoding=encoding, ask=ask)
    except OpenQuestion as question:
        if ask is None or not question.choices:
            raise
        encoding = ask(_encoding(question))
        drafted = drafts_of(original, encoding=encoding, ask=ask)
    paths = tuple(_put(folder / f"{each.name}.toml", each.text) if each.text else None for each in drafted.drafts)
    return Written(file, drafted, paths, encoding)


def _encoding(question: OpenQuestion) -> Question:
    choices = tuple((name, "") for name in question.choices)
    asks = "In which encoding was this file saved? The bytes do not say."
    return Question(asks, str(question.reason), choices, question.choices[0], question.choices[0])


def _put(path: Path, text: str) -> Path:
    try:
        return put_file(path, text.encode(), over=nothing)
    except FileExistsError:
        raise CaseError(f"{path} is there already: move it away, or name another folder by --out") from None
    except OSError as error:
        raise CaseError(f"{path} cannot be written ({error.strerror}): name another folder by --out") from None
