"""What would go with a person; and what went, and what is out of reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graph.words import count
from queries.cli.paper import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from queries.desk.erase import Erased, Plan

SHORT, LISTED = 12, 10
BEYOND = (
    "Out of reach, and for you to see to:",
    "- backups and copies of the case, and the files it was loaded from;",
    "- pages, exports, proofs and dossiers that were handed out;",
    "- logs of a Neo4j server; and what a disk that is not encrypted keeps of deleted files.",
)


def planned(plan: Plan) -> None:
    """What goes, what stays although it may name them, and what only a person can look into."""
    took = plan.removal
    kinds = ", ".join(f"{n:,} × {what}" for what, n in sorted(took.mentions.items()))
    click.echo(f"goes: {count(took.claims, 'claim')} and {count(took.mentions.total(), 'mention')} ({kinds})")
    click.echo(f"  {count(took.entries, 'decision')} about them")
    click.echo(f"  what names them in {count(took.changed, 'row')} about others, which stay without it")
    _files("goes whole, since it names them or they gave it", plan.originals)
    click.echo(f"  {count(len(plan.derived), 'file')} or folders made from the case: exports, questions, refused rows")
    _files("stays, for the reason given", plan.kept)
    if plan.blind:
        names = sorted(plain(name) or f"{sha256[:SHORT]}…" for sha256, name in plan.blind.items())
        more = f" and {len(names) - LISTED:,} more" if len(names) > LISTED else ""
        click.echo(f"stays: {count(len(names), 'original')} that Linkage cannot look into, such as photographs: look yourself")
        click.echo(f"  {', '.join(names[:LISTED])}{more}")
    if took.hints:
        click.echo(
            f"stays: {count(took.hints, 'claim')} about others with a single word of their name (--also WORD takes it out)"
        )
    if took.namesakes:
        click.echo(
            f"stays: {count(took.namesakes, 'row')} about somebody else of the same name; is it the same person, join them first"
        )


def on_paper(erased: Erased | None) -> None:
    """The tombstone, what still names them, and what Linkage cannot reach."""
    if erased is None:
        click.echo("nothing was erased")
        return
    click.echo(f"erased; entry {erased.entry:,} says so, without a name")
    if not erased.still:
        click.echo("  every file of the case folder was looked through: none names them")
    for path in erased.still:
        click.echo(f"  still names them: {plain(path)}")
    for line in BEYOND:
        click.echo(f"  {line}")


def _files(what: str, files: Mapping[str, str]) -> None:
    for sha256, name in sorted(files.items(), key=lambda file: file[1]):
        click.echo(f"  {what}: {plain(name) or 'a file'} ({sha256[:SHORT]}…)")
