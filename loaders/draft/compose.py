"""From the columns of a table to the parts of its mapping."""

from __future__ import annotations

from loaders.draft import alleged, bodies, people
from loaders.draft.apart import beside
from loaders.draft.blanks import fill
from loaders.draft.facts import Column, Facts
from loaders.draft.happening import event
from loaders.draft.kinds import NAMES
from loaders.draft.outline import Outline
from loaders.draft.questions import Answers, Question
from loaders.draft.subject import subject_of
from loaders.draft.times import DATES, order_of, span_of

WHY_LEFT = {
    "": "nobody knows yet what it holds",
    "row.id": "the number of the row",
    "note": "a remark",
    "count": "a number of something",
    "others": "others whom it does not name: how many they are is no person",
    "grade": "a grade: name it as grade beside the value that it grades",
    "person.contact": "how to reach somebody: better kept out of a case",
    "person.id": "the number of a document",
    "legal": "an article or a charge: a Proceeding would hold it",
    "outcome": "how it ended: a Proceeding would hold it",
    "locator": "a page or an address",
    "address": "an address",
}


def outline_of(facts: Facts, answers: Answers, name: str) -> Outline:
    """Things, links, and what is left out. `name`: that of the mapping."""
    outline = Outline()
    whole, facts = facts, beside(facts, outline, answers)
    subject = subject_of(facts, answers)
    _BY_SUBJECT.get(subject, _nothing)(facts, outline, answers)
    people.alike(facts, outline)
    _other_persons(facts, outline, answers)
    if outline.things:
        _sources(facts, outline, name)
        fill(facts, outline, answers)
        outline.top["_dates"] = order_of(facts, set(outline.read), outline, answers)
    for column in whole.columns:
        seems = f"it seems to be {column.kind}: " if column.kind else ""
        why = WHY_LEFT.get(column.kind, "no part of the draft reads it")
        if column.name not in outline.left:
            outline.leaves(column, f"empty in this file; {seems}{why}" if not column.filled else f"{seems}{why}")
    return outline


def _held(facts: Facts, outline: Outline, answers: Answers) -> None:
    people.main(facts, outline, "person", answers)
    place = bodies.station(facts, outline, answers, "held")
    if place is not None:
        link = outline.link("held", "HELD_AT", "person", "place", place, "The person was held at the place.")
        if span := span_of(facts, outline, answers, "the stay"):
            link.put("span", span)
    _unit_beside(facts, outline, answers)


def _unit_beside(facts: Facts, outline: Outline, answers: Answers) -> None:
    """A unit in a row about somebody held: what it has to do with it, only a person can say."""
    columns = facts.of_kind("unit.name")
    if not columns or "place" not in outline.things:
        return
    column = columns[0]
    choices = (("based", "it was based at the place"), ("left", "something else, or not said; leave it out"))
    asks = f"Column {column.number} {column.name!r}: what has the unit to do with the place?"
    change = f"take {column.name!r} out of unread, and add [thing.unit] and the link that is meant"
    if answers.to(Question(asks, column.evidence, choices, "left", "left", change)) == "based":
        bodies.unit(facts, outline)
        link = outline.link("based", "BASED_AT", "unit", "place", column, "As you answered: the unit was based at the place.")
        if span := outline.links["held"].lines.get("span"):
            link.put("span", {"on": next(iter(span.values()))})


def _posting(facts: Facts, outline: Outline, answers: Answers) -> None:
    people.main(facts, outline, "officer", answers)
    rests = bodies.unit(facts, outline)
    if rests is not None:
        link = outline.link("posted", "POSTED_TO", "officer", "unit", rests, "The person's post in the unit.")
        bodies.function_of(facts, outline, link, answers)
        if span := span_of(facts, outline, answers, "the posting"):
            link.put("span", span)
    bodies.superior(facts, outline, answers)


def _person(facts: Facts, outline: Outline, answers: Answers) -> None:
    people.main(facts, outline, "person", answers)


def _unit(facts: Facts, outline: Outline, answers: Answers) -> None:
    rests = bodies.unit(facts, outline)
    if rests is None:
        return
    bodies.superior(facts, outline, answers)
    place = bodies.station(facts, outline, answers, "unit")
    if place is not None:
        outline.link("based", "BASED_AT", "unit", "place", place, "The unit was based at the place.")
    if facts.of_kind(*NAMES, "rank", "person.alias"):
        for column in facts.of_kind(*DATES):
            outline.leaves(column, "a date in a row that names a person: nobody said that it is the unit's")
    elif (under := outline.links.get("under")) and (span := span_of(facts, outline, answers, "the relation to the superior")):
        under.put("span", span)
    elif place is not None and (span := span_of(facts, outline, answers, "the stay at the place")):
        outline.links["based"].put("span", span)


def _station(facts: Facts, outline: Outline, answers: Answers) -> None:
    bodies.station(facts, outline, answers, "station")


def _source(facts: Facts, outline: Outline, answers: Answers) -> None:
    columns = facts.of_kind("source", "event.text")
    if not columns:
        return
    part = outline.thing("source", "Source", f"Named in column {columns[0].number}.")
    part.put("name", outline.uses(columns[0], "title of the source"))
    for kind, name in (("date.published", "published"), ("locator", "url"), ("source.kind", "kind")):
        for column in facts.of_kind(kind)[:1]:
            part.put(name, outline.uses(column, f"{name} of the source"))


def _nothing(facts: Facts, outline: Outline, answers: Answers) -> None:
    """Nothing is known of such a row."""


_BY_SUBJECT = {
    "held": _held,
    "posting": _posting,
    "person": _person,
    "unit": _unit,
    "event": event,
    "station": _station,
    "source": _source,
}


def _other_persons(facts: Facts, outline: Outline, answers: Answers) -> None:
    """Commanders where the header says so, or a person; everybody else is left out with the reason."""
    for role, columns in people.others(facts).items():
        column, rest = columns[0], columns
        may = role in ("commander", "head") and "unit" in outline.things and "commander" not in outline.things
        if may and (role == "commander" or answers.to(_commands(column)) == "yes"):
            _commander(column, outline, asked=role != "commander")
            continue
        may_accuse = "event" in outline.things and role in ("", "head", "suspect", "officer")
        if may_accuse and all(each.kind == "person.name" for each in columns):  # a surname alone would accuse all who bear it
            rest = [each for each in columns if not alleged.persons(each, outline, answers)]
        why = {
            "commander": "a commander, and no unit of the row is in the draft",
            "head": "a head of something, and nobody said that he commands the unit of the row",
            "suspect": "somebody who is accused: nothing is said of it until a person maps it (ALLEGED_IN)",
            "witness": "a witness: no event in this draft could have been witnessed",
        }.get(role, "another person of the row, and nobody said in which role")
        for left in rest:
            outline.leaves(left, why)


def _commands(column: Column) -> Question:
    choices = (("yes", "yes, he or she commands the unit in this row"), ("left", "no, or not said; leave the column out"))
    asks = f"Column {column.number} {column.name!r}: does this person command the unit of the row?"
    return Question(
        asks, column.evidence, choices, "left", "left", f"take {column.name!r} out of unread, and add [thing.commander]"
    )


def _commander(column: Column, outline: Outline, *, asked: bool) -> None:
    why = "As you answered" if asked else f"The header says {', '.join(column.guess.by_words)}"
    part = outline.thing("commander", "Person", f"Named in column {column.number}. {why}.")
    part.put("name", outline.uses(column, "name of the commander"))
    link = outline.link("commands", "POSTED_TO", "commander", "unit", column, f"{why}: this person commands the unit of the row.")
    link.put("function", {"text": "commander"})


def _sources(facts: Facts, outline: Outline, name: str) -> None:
    """One column for the sources of the whole row; beside a value only a person can place them."""
    columns = [column for column in facts.of_kind("source") if column.name not in outline.read]
    if len(columns) != 1:
        for column in columns:
            outline.leaves(column, "one of several columns of sources: name each beside its value, as source = …")
        return
    space = f"{name}/source"
    outline.citations = {"column": outline.uses(columns[0], "sources of the row"), "space": space}
    outline.spaces[space] = f"the words of the column {columns[0].name!r}: the same words are the same source in this file"
