"""The load report: what a file brought, what was refused, what is odd. It holds places, never contents."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

import click

from graph.words import columns, count
from graph.words.places import in_sheet
from queries.cli.paper import paper, plain, print_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from loaders.load.load import Load
    from loaders.reading import Note
    from queries.desk.next import Next

FOLLOWS = "not loaded: "
"""How what follows from an odd cell begins: its line stands below that of the cell."""
SHOWN = 6
"""How many rows are named for each oddity; the rest stand in the case's rejects folder."""


def data(load: Load, *, dry_run: bool) -> dict[str, Any]:
    """The report of one file."""
    return {
        "file": load.file,
        "mapping": load.mapping.name,
        "load": load.sequence if not dry_run else None,
        "already": load.already,
        "supersedes": load.supersedes,
        "lines": load.reading.lines,
        "rows": load.rows,
        "mentions": load.counts(),
        "claims": len(load.claims),
        "joins": [{"what": j.what, "space": j.space, "members": len(j.members)} for j in load.joins],
        "left_out": [{"what": j.what, "space": j.space, "members": list(j.members)} for j in load.left_out],
        "rejects": (
            {"sheet": r.sheet, "row": r.row, "line": r.line, "column": r.column, "reason": r.reason} for r in load.rejects
        ),
        "issues": [{"sheet": i.sheet, "row": i.row, "column": i.column, "what": i.what} for i in load.issues],
        "notes": [{"sheet": n.sheet, "row": n.row, "column": n.column, "text": n.text} for n in load.notes],
        "unread": list(load.unread),
    }


def as_json(loads: Iterable[Load], *, dry_run: bool) -> None:
    """The reports, a list."""
    print_json(data(load, dry_run=dry_run) for load in loads)


def on_paper(loads: Iterable[Load], *, dry_run: bool) -> None:
    """The reports for a person, one after the other."""
    for load in loads:
        _on_paper(load, dry_run=dry_run)


def _on_paper(load: Load, *, dry_run: bool) -> None:
    if load.already is not None:
        since = ", and replaced since: --replaces brings it back" if load.counts_no_more else ""
        _say(f"{load.file}: already loaded (load {load.already}{since}); nothing changed")
        return
    head = "would be loaded" if dry_run else f"load {load.sequence}"
    if load.supersedes is not None:
        head += f", in place of load {load.supersedes}"
    _say(f"{load.file}: {head}, read by {load.mapping.name}")
    brought = {"row": load.rows, "mention": len(load.mentions), "claim": len(load.claims), "reject": len(load.rejects)}
    _say(f"  {' · '.join(count(number, what) for what, number in brought.items())}")
    counts = ", ".join(f"{what} {n:,}" for what, n in load.counts().items())
    _say(f"  mentions of {counts}")
    _joins(load)
    _rejects(load)
    _issues(load)
    for note in load.notes:
        _say(f"  note: {noted(note)}")
    if load.unread:
        _say(f"  no part of the mapping reads {columns(load.unread)} ({len(load.unread):,} in all; --json lists them)")


def noted(note: Note) -> str:
    """A note with its place."""
    place = ", ".join(str(part) for part in (in_sheet(note.sheet), note.row and f"row {note.row}", note.column) if part)
    return f"{place + ': ' if place else ''}{note.text}"


def _say(line: str) -> None:
    click.echo(plain(line))


def _joins(load: Load) -> None:
    by_space: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for join in load.joins:
        by_space[join.what, join.space].append(len(join.members))
    for (what, space), sizes in by_space.items():
        name = "a key of this file" if space.startswith("file/") else space
        reason = load.mapping.reasons.get(space, "the mapping says that the key is this file's own id")
        _say(f"  joined by declared key: {count(sum(sizes), 'mention')} into {len(sizes):,} × {what} ({name}: {reason})")
    for join in load.left_out:
        named = ", ".join(join.members[:3])
        _say(f"  not joined, a person's decision stands against it: {len(join.members)} × {join.what}: {named}")


def _sheets(load: Load) -> list[str]:
    """A column for the sheet, where rows of several have the same numbers."""
    sheets = {table.sheet for table in load.reading.tables} | {reject.sheet for reject in load.rejects}
    return ["sheet"] if len(sheets) > 1 else []


def _rejects(load: Load) -> None:
    if not load.rejects:
        return
    sheets = _sheets(load)
    table = paper(*sheets, "row", "line", "column", "reason", title="Refused: nothing of these rows was loaded")
    for reject in load.rejects[:20]:
        table.row(*(reject.sheet for _ in sheets), reject.row, reject.line, reject.column, reject.reason)
    table.print()
    if len(load.rejects) > 20:
        _say(f"  … and {len(load.rejects) - 20:,} more, in rejects/{load.sequence}-rejects.csv")
    if load.unknown:
        _say(f"  which words the mapping does not know: linkage mapping check FILE.toml {load.file}")


def _issues(load: Load) -> None:
    """What is odd, each once: first the cells themselves, then what could not be loaded for them, all its columns in one line."""
    if not load.issues:
        return
    sheets = _sheets(load)
    rows: defaultdict[tuple[str, str, str | None], dict[int, None]] = defaultdict(dict)
    columns: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for issue in load.issues:
        followed = issue.what.startswith(FOLLOWS)
        rows[issue.what, issue.sheet, None if followed else issue.column][issue.row] = None
        if followed and issue.column:
            columns[issue.what, issue.sheet][issue.column] = None
    table = paper("rows", "what", *sheets, "column", "at row", title="Odd, and loaded as it stands: nothing was repaired")
    order = sorted(rows.items(), key=lambda item: (item[0][0].startswith(FOLLOWS), item[0][0], -len(item[1])))
    for (what, sheet, column), at in order:
        shown = ", ".join(map(str, list(at)[:SHOWN])) + (" …" if len(at) > SHOWN else "")
        table.row(len(at), what, *(sheet for _ in sheets), column or ", ".join(columns[what, sheet]), shown)
    table.print()


def next_steps(steps: Next) -> None:
    """What to do now, as commands ready to copy."""
    table = paper("what", "why", title="Next")
    for file in steps.files:
        table.row(file, "look at what was refused, word for word" if "rejects.csv" in file else "look at what is odd, row by row")
    if steps.compare:
        table.row("linkage resolve", "find who is one with whom: what was loaded is not compared yet")
    if steps.waiting:
        table.row("linkage review", f"{count(steps.waiting, 'group')} of things that may be one wait for a person")
    for question in steps.questions:
        table.row(question.command, f"{question.title}: {count(question.rows, 'row')}")
    table.print()
