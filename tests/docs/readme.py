"""The README: what its commands print in the demo's case is what stands below them.

uv run python -m tests.docs.readme     writes `README.md` anew
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tests.docs.blocks import Maker, fence, fenced
from tests.docs.republic import PAGES, columned, printed, rewrite

PAGE = PAGES.parents[1] / "README.md"
WIDTH = 42
"""What is longer is cut in a cell of a table."""


def makers(case: Path) -> Mapping[str, Maker]:
    """All of them; `case`: a copy of the demo's."""

    def out(page: str) -> list[str]:
        return printed(fence(page, "sh").strip().removeprefix("uv run "), case).splitlines()

    def answer(page: str, given: list[str]) -> str:
        """Some columns and rows of what the command above prints, and all that stands below the rows."""
        lines = out(page)
        first = next(at for at, line in enumerate(lines) if line.startswith("#\t"))
        last = max(at for at, line in enumerate(lines) if "\t" in line)
        header, *rows = [line.split("\t") for line in lines[first : last + 1]]
        columns = [0, *(header.index(name) for name in given[0].split(","))]
        chosen = [int(number) for number in given[1].split(",")]
        table = columned([[_cut(row[at]) for at in columns] for row in (header, *(rows[number - 1] for number in chosen))])
        shown = table[:1]
        for before, number, line in zip([0, *chosen], chosen, table[1:], strict=False):
            shown += ["…"] * (number > before + 1) + [line]
        return fenced("\n".join([*shown, *["…"] * (chosen[-1] < len(rows)), *lines[last + 1 :]]))

    def part(page: str, given: list[str]) -> str:
        """One part of what `--why` prints."""
        lines = out(page)
        begin = lines.index(f"  {given[0]}")
        return fenced("\n".join(["…", *lines[begin : lines.index("", begin)], "…"]))

    return {"answer": answer, "part": part}


def _cut(cell: str) -> str:
    return cell if len(cell) <= WIDTH else f"{cell[: WIDTH - 1]}…"


if __name__ == "__main__":
    rewrite(PAGE, makers)
