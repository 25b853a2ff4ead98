"""What commands share: the case that is meant, and progress that shows on a terminal and is quiet in a pipe."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from queries.cli.paper import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.kept.case import Case
    from graph.progress import Progress


@contextmanager
def opened(ctx: click.Context) -> Iterator[Case]:
    """The case named by --case, LINKAGE_CASE, or the nearest case.toml."""
    from graph.kept.case import Case
    from queries.desk.outcome import recorded

    with Case.find(ctx.find_root().obj) as case, recorded(case):
        say_closed(case)
        yield case


@contextmanager
def maybe_case(ctx: click.Context) -> Iterator[Case | None]:
    """The case if there is one here: the library can be read without."""
    from graph.errors import CaseError
    from graph.kept.case import Case

    named = ctx.find_root().obj
    try:
        case = Case.find(named)
    except CaseError:
        if named:
            raise
        yield None
        return
    with case:
        say_closed(case)
        yield case


def say_closed(case: Case) -> None:
    """On standard error, where others could read the case until now."""
    if case.closed:
        click.echo(f"linkage: {case.closed}", err=True)


@contextmanager
def progress() -> Iterator[Progress]:
    """Reports what is being done, one line that is rewritten, on a terminal only."""
    if not sys.stderr.isatty():
        yield _quiet
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, object] = {}

        def report(what: str, done: int, whole: int) -> None:
            what = plain(what)
            for other, task in list(tasks.items()):
                if other != what:
                    bar.remove_task(task)  # type: ignore[arg-type]  # a rich task id
                    del tasks[other]
            if what not in tasks:
                tasks[what] = bar.add_task(what, total=whole)
            bar.update(tasks[what], completed=done, total=whole)  # type: ignore[arg-type]  # a rich task id

        yield report


def _quiet(what: str, done: int, whole: int) -> None:
    pass
