"""Questions that only a person can answer, asked once per file."""

from __future__ import annotations

from typing import Literal, Self

from graph.errors import SourceError

What = Literal["encoding", "dates", "century"]


class OpenQuestion(SourceError):
    """The file can be read in several ways and does not say which. Answer once; the answer is journalled."""

    def __init__(
        self,
        what: What,
        choices: tuple[str, ...],
        reason: str,
        *,
        file: str | None = None,
        row: int | None = None,
        column: str | None = None,
        remedy: str,
    ) -> None:
        self.what: What = what
        self.choices = choices
        super().__init__(reason, file=file, row=row, column=column, remedy=remedy)

    @classmethod
    def encoding(cls, reason: str, choices: tuple[str, ...], *, file: str) -> Self:
        """In which encoding is this file? `choices` all decode it without an error, which proves nothing."""
        named = f", for example one of {', '.join(choices)}" if choices else ""
        remedy = f"Ask whoever made the file and say so with --encoding NAME{named}"
        return cls("encoding", choices, reason, file=file, remedy=remedy)

    @classmethod
    def dates(cls, *, file: str, column: str | None = None, row: int | None = None) -> Self:
        """Is the third of April meant, or the fourth of March?"""
        return cls(
            "dates",
            ("day-first", "month-first"),
            "dates read two ways, day first or month first, and nothing in the column shows which",
            file=file,
            column=column,
            row=row,
            remedy="Say which with --dates day-first or --dates month-first",
        )

    @classmethod
    def century(cls, *, file: str, column: str | None = None, row: int | None = None) -> Self:
        """Is 1921 meant by "21", or 2021?"""
        return cls(
            "century",
            ("1900", "1930", "none"),
            "years of two digits, and nothing says of which century",
            file=file,
            column=column,
            row=row,
            remedy="Say with --century YEAR in which year the hundred begins that they mean (--century 1930: 1930 to 2029), "
            "or with --century none that it is not known",
        )
