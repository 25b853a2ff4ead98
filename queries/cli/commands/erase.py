"""`linkage erase`: a person, out of the case for good."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from queries.cli.case import opened, progress

if TYPE_CHECKING:
    from queries.desk.erase import Plan


@click.command(short_help="Take a person out of the case for good.")
@click.argument("person", metavar="PERSON")
@click.option("--reason", required=True, metavar="TEXT", help="Why, without a name: it stays in the journal.")
@click.option(
    "--also", multiple=True, metavar="TEXT", help="Another way they are written, such as a surname alone; may be repeated."
)
@click.option(
    "--keep",
    multiple=True,
    metavar="FILE",
    help="An original that names them and stays, by its name or SHA-256; may be repeated.",
)
@click.option("--because", metavar="TEXT", help="With --keep: why it stays, without a name.")
@click.option("--yes", is_flag=True, help="Do not ask. For scripts.")
@click.pass_context
def command(
    ctx: click.Context, person: str, reason: str, also: tuple[str, ...], keep: tuple[str, ...], because: str | None, yes: bool
) -> None:
    """Erase PERSON, by name or id: claims, decisions, and whole the files that name them. It cannot be taken back.

    It first shows what would go, and asks. An entry stays that says what kind went, how many, and why.

    \b
    linkage erase "Ilvane Korosz" --reason "consent withdrawn on 3 May" --yes
    """
    from queries.cli.output import erase as output
    from queries.desk.erase import erase

    if bool(keep) != bool(because):
        raise click.UsageError("--keep and --because go together")
    if not yes and not sys.stdin.isatty():
        raise click.UsageError("nobody can be asked here: give --yes")

    def agreed(plan: Plan) -> bool:
        output.planned(plan)
        return yes or click.confirm("Erase all this for good?", err=True)

    with opened(ctx) as case, progress() as report:
        erased = erase(case, person, reason=reason, also=also, keep=keep, because=because, agreed=agreed, progress=report)
    output.on_paper(erased)
