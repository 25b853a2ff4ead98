"""`linkage sample`: casefiles drawn at random, recorded, repeatable."""

from __future__ import annotations

from datetime import date

import click

from queries.cli.case import opened, progress
from queries.cli.options import Day


@click.command(short_help="Draw casefiles at random, on the record.")
@click.argument("size", type=click.IntRange(min=1), metavar="N")
@click.option("--seed", required=True, metavar="TEXT", help="Any text; the same seed draws the same casefiles again.")
@click.option("--from", "since", type=Day(), metavar="DAY", help="Only people held, or harmed, on that day or later.")
@click.option("--to", "until", type=Day(), metavar="DAY", help="… on that day or earlier.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.pass_context
def command(ctx: click.Context, size: int, seed: str, since: date | None, until: date | None, as_json: bool) -> None:
    """Draw N casefiles at random and record the draw in the journal, so that nobody can say they were chosen.

    \b
    linkage sample 50 --seed 2021-03-08
    linkage sample 50 --seed 2021-03-08 --from 2020-08-09 --to 2020-08-12
    """
    from queries.cli.output import sample as output
    from queries.desk.sample import sample

    with opened(ctx) as case, progress() as report:
        draw = sample(case, size, seed=seed, since=since, until=until, progress=report)
    (output.as_json if as_json else output.on_paper)(draw)
