"""`linkage review`: groups that may be one thing, decided by a person."""

from __future__ import annotations

import sys

import click

from queries.cli.case import opened


@click.command(short_help="Decide what no rule may: who is who, one pair at a time.")
@click.option("--label", metavar="LABEL", help="Only groups of this label: Person, Unit, Station, Event …")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Stop after so many groups.")
@click.pass_context
def command(ctx: click.Context, label: str | None, limit: int | None) -> None:
    """Go through what `linkage resolve` left for a person, strongest first, by single keys.

    Every answer is recorded at once, under the name of the person who works. Leave at any time; the next review goes on
    from there. `z` takes back the last decision.

    \b
    linkage review
    linkage review --label Unit --limit 20
    """
    from graph import schema
    from graph.errors import CaseError
    from queries.desk.review import Review

    if label is not None and label not in schema.NODE:
        raise click.UsageError(f"--label: one of {', '.join(schema.NODE)}", ctx)
    with opened(ctx) as case:
        if not (sys.stdin.isatty() and sys.stdout.isatty()):
            raise CaseError("a review reads single keys and so needs a terminal; without one, `linkage judge` records a decision")
        from queries.cli.output.review.session import hold, nothing_waits

        review = Review(case, label=label)
        if review.waiting.sequence is None:
            nothing_waits()
            return
        hold(review, limit=limit)
