"""`linkage resolve`: who is who, as far as rules can tell."""

from __future__ import annotations

import click

from queries.cli.case import opened, progress


@click.command(short_help="Join what rules know to be one, and collect what a person must decide.")
@click.option("--dry-run", is_flag=True, help="Report, and change nothing.")
@click.option("--all", "everything", is_flag=True, help="Compare everything again, not only what came since the last time.")
@click.option("--json", "as_json", is_flag=True, help="The report as JSON.")
@click.pass_context
def command(ctx: click.Context, dry_run: bool, everything: bool, as_json: bool) -> None:
    """Compare areas, units, stations, persons and events, and join those of which a named rule says that they are one.

    Whatever no rule decides waits for `linkage review`. A rule never undoes what a person decided, and `linkage judge
    --retract` undoes what a rule decided, for good.

    \b
    linkage resolve
    linkage resolve --dry-run
    """
    from graph.errors import UnfinishedError
    from queries.cli.output import resolve as output
    from queries.desk.resolve import resolve

    try:
        with opened(ctx) as case, progress() as report:
            resolved = resolve(case, everything=everything, dry_run=dry_run, progress=report)
    except UnfinishedError as error:
        (output.as_json if as_json else output.on_paper)(error.done, dry_run=dry_run)  # type: ignore[arg-type]  # as resolved
        raise
    (output.as_json if as_json else output.on_paper)(resolved, dry_run=dry_run)
