"""The case of the demo, for pages that show what commands print in it: a copy, so that what a page runs changes nothing."""

from __future__ import annotations

import shlex
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path

from graph.engine.arcadedb.engine import ArcadeEngine
from tests.cli.program import inside
from tests.demo.made import whole
from tests.docs.blocks import Maker, renewed

PAGES = Path(__file__).parents[2] / ".github" / "docs"


@contextmanager
def copied(case: Path) -> Iterator[Path]:
    """A copy of this case, without its graph, which is rebuilt; its server is ended afterwards."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "case"
        shutil.copytree(case, folder, ignore=lambda at, names: ["graph"] if Path(at) == case else [])
        try:
            yield folder
        finally:
            ArcadeEngine(folder / "graph").stop()


def printed(command: str, case: Path) -> str:
    """What `linkage …` prints in this case. It must succeed."""
    ran = inside(*shlex.split(command)[1:], case=case, cwd=case)
    assert (ran.code, ran.err) == (0, ""), f"{command}: {ran}"
    return ran.out


def aligned(out: str) -> str:
    """What a command prints into a pipe, as a terminal shows it: columns one below the other, nothing else changed."""
    lines: list[str] = []
    for is_table, group in groupby(out.splitlines(), key=lambda line: "\t" in line):
        same = list(group)
        lines += columned([line.split("\t") for line in same]) if is_table else same
    return "\n".join(lines)


def columned(rows: Sequence[Sequence[str]]) -> list[str]:
    """Each row with its cells below those of the row above."""
    widths = [max(map(len, cells)) for cells in zip(*rows, strict=True)]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]


def rewrite(page: Path, makers: Callable[[Path], Mapping[str, Maker]]) -> None:
    """Writes a page anew, with a demo made for it."""
    with tempfile.TemporaryDirectory() as folder, whole(Path(folder)) as made, copied(made.folder / "case") as case:
        page.write_text(renewed(page.read_text("utf-8"), makers(case)), "utf-8")
