"""What was looked at, a line each, and under it what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from queries.cli.paper import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from queries.desk.doctor import Finding

SIGNS = {"good": "good", "do": "TO DO", "unknown": "unknown"}


def on_paper(findings: Iterable[Finding]) -> None:
    """Each finding; then what no program can look at."""
    for finding in findings:
        click.echo(f"{SIGNS[finding.state]:<8} {finding.what}: {plain(finding.says)}")
        if finding.do:
            click.echo(f"         → {plain(finding.do)}")
    click.echo("Nobody can look from here for a program that spies on this computer, or for copies of the case elsewhere.")
