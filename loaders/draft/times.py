"""When it was so: which columns of dates belong to the main link or event of a row, and in which form."""

from __future__ import annotations

from typing import Any, Final

from loaders.draft.facts import Column, Facts
from loaders.draft.outline import Outline
from loaders.draft.questions import Answers, Question
from loaders.reading import How, lacks_century, order_shown

ELSEWHERE: Final = ("outcome", "legal", "published", "source", "birth", "death", "grade")
"""A date beside such a word is the date of something that the main link is not."""
DATES: Final = ("date.begin", "date.end", "date.on", "date.part")


def span_of(facts: Facts, outline: Outline, answers: Answers, what: str) -> dict[str, Any]:
    """The span of what the row is about; empty where no date is known to be its."""
    dates = [column for column in facts.of_kind(*DATES) if not column.says(*ELSEWHERE) and _whole(column)]
    begins = [column for column in dates if column.kind == "date.begin"]
    ends = [column for column in dates if column.kind == "date.end"]
    if begins or ends:
        span = {"begin": begins[:1], "end": ends[:1]}
        return {side: outline.uses(columns[0], f"{side} of {what}") for side, columns in span.items() if columns}
    return _single(dates, outline, answers, what)


def _whole(column: Column) -> bool:
    """Whether it holds dates, and not the number of a month alone."""
    return column.kind != "date.part" or "=year" in column.guess.notions


def _single(dates: list[Column], outline: Outline, answers: Answers, what: str) -> dict[str, Any]:
    for column in dates:
        if column.kind != "date.on":
            continue
        event = column.says("event")
        answer = "on" if event else answers.to(_what_day(column, what))
        if answer != "left":
            return {answer: outline.uses(column, f"{answer}: {what}")}
        outline.leaves(column, f"a date, and nobody said of what: put span = {{ on = {column.name!r} }} where it belongs")
    return {}


def _what_day(column: Column, what: str) -> Question:
    choices = (
        ("on", f"{what} was so on that day, and nothing is said of before and after"),
        ("begin", f"{what} began then"),
        ("end", f"{what} ended then"),
        ("range", f"the cell holds the whole period of {what}"),
        ("left", "something else; leave the column out"),
    )
    asks = f"What is the date in column {column.number} {column.name!r}?"
    return Question(asks, column.evidence, choices, "on", "left", f"take {column.name!r} out of unread and name it in span")


def order_of(facts: Facts, read: set[str], outline: Outline, answers: Answers) -> str:
    """The order of day and month in the columns that are read, or what must be asked; and the century of short years."""
    shown, doubtful = set(), []
    short: list[Column] = []
    for column in facts.of_kind(*DATES, "person.born", "person.died", "date.published"):
        if column.name not in read:
            continue
        evidence = order_shown(list(column.words))
        if evidence.order:
            shown.add(evidence.order)
        elif evidence.must_ask:
            doubtful.append(column)
        if any(lacks_century(word, How()) for word in column.words):
            short.append(column)
    if short:
        century = answers.to(_century(short[0]))
        if century != "ask":
            outline.top["century"] = int(century)
    if len(shown) == 1:
        outline.top["dates"] = shown.pop()
        return f"dates: some can only be read {outline.top['dates']}, and none the other way"
    if doubtful or len(shown) > 1:
        asked = doubtful[0] if doubtful else None
        answer = answers.to(_order(asked)) if asked else "ask"
        if answer != "ask":
            outline.top["dates"] = answer
            return "dates: as you answered"
        return (
            'dates: nothing shows whether the day or the month comes first; a load asks (--dates), or write dates = "day-first"'
        )
    return ""


def _order(column: Column) -> Question:
    choices = (
        ("day-first", "the day: 03.04.2012 is the third of April"),
        ("month-first", "the month: 03.04.2012 is the fourth of March"),
        ("ask", "not known: ask at each load"),
    )
    change = 'add the line dates = "day-first" or dates = "month-first"'
    return Question("Which comes first in a date, the day or the month?", column.evidence, choices, "ask", "ask", change)


def _century(column: Column) -> Question:
    choices = (
        ("1930", "29 is 2029 and 31 is 1931"),
        ("1950", "49 is 2049 and 51 is 1951"),
        ("2000", "all of them are 2000 to 2099"),
        ("1900", "all of them are 1900 to 1999"),
        ("ask", "not known: ask at each load"),
    )
    change = "add the line century = 1930 (29 is 2029, 31 is 1931), or another first year of the hundred"
    return Question("Which century do years of two digits mean?", column.evidence, choices, "ask", "ask", change)
