"""A question as a person reads it: both sides, what their rows say, the figure in words and bits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graph import words
from queries.cli.paper import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from loaders.resolve.proposal import Edge
    from queries.desk.review import Question
    from queries.desk.rows import Fact, Quote
    from queries.desk.sides import Field, Sides

MARKS = {"same": "=", "partly": "~", "different": "≠", "one_side": ""}
STYLES = {"same": "green", "partly": "yellow", "different": "bold red", "one_side": "dim"}
MOST, MOST_SOURCES = 6, 3
"""Lines of one field that are shown on either side, and sources of one row."""


def draw(question: Question, left: int) -> None:
    """The whole question. `left`: how many groups wait, this one included."""
    label = plain(question.group.label if question.group else question.sides.left.label)
    click.echo()
    if question.group:
        things, pairs = len(question.group.things), len(question.group.edges)
        rest = f": {things} may be one, asked pair by pair ({words.count(pairs, 'pair')} left)" if things > 2 else ""
        click.secho(f"{label}{rest} · {words.count(left, 'group')} waiting  (internal)", bold=True)
    else:
        click.secho(f"ALERT · {label} · {left:,} waiting  (internal)", bold=True, fg="red")
    click.echo(f"  {plain(question.why)}")
    _fields(question.sides)
    for name, side in (("A", question.sides.left), ("B", question.sides.right)):
        _quote(name, side.quote)
    evidence(question.edge)
    for entry in question.joined_by:
        click.echo(f"  joined by entry {entry.sequence}, rule {plain(entry.body['rule'])}: {plain(entry.body['reason'])}")


def evidence(edge: Edge) -> None:
    """What was compared and what came of it, in words and bits, with the probability they come to."""
    rows = [(part.field, part.says, part.bits) for part in edge.evidence]
    click.echo("\n".join(figures(rows, edge.bits)))


def figures(rows: Iterable[tuple[str, str, float | None]], bits: float | None) -> list[str]:
    """A line for each figure, and their sum where there is one."""
    parts = [
        (plain(f"{field}: {says}" if says else field), f"{weight:+.1f}" if weight is not None else "")
        for field, says, weight in rows
    ]
    width = min(max((len(text) for text, _ in parts), default=0), 90)
    lines = [f"  {text:<{width}}  {weight:>7}".rstrip() for text, weight in parts]
    if bits is not None:
        lines.append(f"  {'together':<{width}}  {bits:>+7.1f} bits = {likely(bits)}")
    return lines


def likely(bits: float) -> str:
    """The probability that so many bits come to, as a percentage; never rounded up to certainty."""
    share = 100 / (1 + 2.0 ** -max(min(bits, 60.0), -60.0))
    if share > 99.9:
        return "over 99.9 %"
    return "under 0.1 %" if share < 0.1 else f"{share:.1f} %"


def _fields(sides: Sides) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False, expand=False)
    table.add_column("")
    table.add_column("")
    for name, side in (("A", sides.left), ("B", sides.right)):
        table.add_column(f"{name}  {side.id} · {words.count(side.mentions, 'row')}", overflow="fold", ratio=1)
    for field in sides.fields:
        style = STYLES[field.agreement]
        mark = Text(MARKS[field.agreement], style=style)
        table.add_row(
            field.name.replace("span", "when").replace("_", " "),
            mark,
            *(Text(text, style=_emphasis(field)) for text in _cells(field)),
        )
    Console(highlight=False).print(table)


def _emphasis(field: Field) -> str:
    """A property that differs; of links, one side may only know fewer."""
    is_link = any(fact.other for fact in (*field.left, *field.right))
    return "bold" if field.agreement == "different" and not is_link else ""


def _cells(field: Field) -> tuple[str, str]:
    return _lines(field.name, field.left), _lines(field.name, field.right)


def _lines(name: str, facts: tuple[Fact, ...]) -> str:
    """A line for each fact; where it holds of several times, those below it."""
    times: dict[str, list[str]] = {}
    for fact in facts:
        when = words.briefly(dict(fact.when))
        times.setdefault(_worded(name, fact), []).extend([when] if when else [])
    lines: list[str] = []
    for text, all_times in times.items():
        once = len(all_times) < 2
        lines += (
            [", ".join(part for part in (text, *all_times) if part)] if once else [text, *(f"  {when}" for when in all_times)]
        )
    more = [f"… {len(lines) - MOST} more"] if len(lines) > MOST else []
    return "\n".join([*map(plain, lines[:MOST]), *more])


def _worded(name: str, fact: Fact) -> str:
    from queries.desk.sides import latin

    spelt = latin(fact.text) if name == "name" or fact.other else None
    details = f" ({', '.join(fact.details)})" if fact.details else ""
    return f"{'denied: ' if fact.denied else ''}{fact.text}{f'  [{spelt}]' if spelt else ''}{details}"


def _quote(name: str, quote: Quote) -> None:
    place = ", ".join(part for part in (quote.file_name, quote.locator) if part)
    sources = [*quote.sources[:MOST_SOURCES], *([f"{more} more"] if (more := len(quote.sources) - MOST_SOURCES) > 0 else [])]
    click.echo(f"  {name}: {plain(place)}; source: {plain('; '.join(sources))}")
    cells = "; ".join(f"{field} “{plain(cell)}”" for field, cell in quote.cells)
    click.echo(f"     {cells}")
    for words_ in quote.quotes:
        click.echo(f"     “{plain(words_)}”")
