"""`linkage diff`: what the case says now and did not say before."""

from __future__ import annotations

import click

from queries.cli.case import opened, progress


@click.command(short_help="What changed since an entry of the journal.")
@click.argument("sequence", type=click.IntRange(min=0), metavar="ENTRY")
@click.option("--json", "as_json", is_flag=True, help="Everything, as JSON.")
@click.pass_context
def command(ctx: click.Context, sequence: int, as_json: bool) -> None:
    """Say what came, went or reads differently since ENTRY of the journal, and which entries did that.

    A dossier names the entry it rests on: this says what has changed since. `linkage status` names the last entry.

    \b
    linkage diff 12
    linkage diff 0 --json
    """
    from queries.cli.output import diff as output
    from queries.desk.diff import diff

    with opened(ctx) as case, progress() as report:
        changes = diff(case, sequence, progress=report)
    (output.as_json if as_json else output.on_paper)(changes)
