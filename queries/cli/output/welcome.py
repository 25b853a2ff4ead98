"""The first screen: what somebody who typed `linkage` and nothing else may want next."""

from __future__ import annotations

import click

from graph.errors import CaseError
from queries.cli.case import say_closed
from queries.cli.paper import plain

NEW = """\
Linkage links victims of torture and enforced disappearance to those who did it and those who commanded them.

There is no case here yet.

  linkage demo                                 a whole case of a fictional republic: files, answers, a page
  linkage init my-case --zone Africa/Lagos     a case of your own
  linkage --help                               everything else"""

NEXT = """\
  linkage load FILE …          files into it
  linkage resolve              who is who, as far as rules can tell
  linkage review               who is who where only a person can
  linkage search NAME          what a name may mean, in any script
  linkage query                what can be asked
  linkage show NAME            one person, unit or station with everything linked to it
  linkage why NAME             every claim, source and decision behind it
  linkage status               what is in it, and what waits for you
  linkage --help               everything else"""


def welcome(named: str | None) -> None:
    """The case that is meant, and what to do with it; or how to get one. Nothing is started, nothing projected."""
    from graph.kept.case import Case

    try:
        case = Case.find(named)
    except CaseError:
        if named:
            raise
        click.echo(NEW)
        return
    with case:
        say_closed(case)
        entries, _ = case.journal.head
        click.echo(f"{plain(case.settings.title)}, in {plain(case.folder)}: {entries:,} entries in its journal.\n")
    click.echo(NEXT)
