"""A row that tells what happened: which rows tell of one incident, to whom it was done, and who is said to have done it."""

from __future__ import annotations

from loaders.draft import alleged, bodies, people
from loaders.draft.facts import Column, Facts
from loaders.draft.outline import Outline
from loaders.draft.questions import Answers, Question
from loaders.draft.subject import main_person, role_of
from loaders.draft.times import span_of


def event(facts: Facts, outline: Outline, answers: Answers) -> None:
    """The event of the row, and all whom the row names in it."""
    texts, victims = facts.of_kind("event.kind", "event.text"), main_person(facts)
    key = _key(facts, outline, answers)
    named = texts[:1] or ([key] if key else []) or victims[:1]
    if not named:
        return
    part = outline.thing("event", "Event", f"Named in column {named[0].number}.")
    _identified(facts, outline, answers, key)
    if texts or key:
        part.put("name", outline.uses(named[0], "name of the event"))
    else:
        part.put("rests_on", [named[0].name])
    for column in facts.of_kind("method")[:1]:
        part.put("methods", {"column": outline.uses(column, "how it was done"), "split": ";"})
    for column in facts.of_kind("place", "address")[:1]:
        part.put("place", outline.uses(column, "where, in the words of the sheet"))
    if span := span_of(facts, outline, answers, "the event"):
        part.put("span", span)
    place = bodies.station(facts, outline, answers, "event")
    if place is not None:
        outline.link("there", "OCCURRED_AT", "event", "place", place, "It happened there.")
    if victims and role_of(victims[0]) == "victim":
        people.main(facts, outline, "person", answers)
        outline.link("suffered", "SUFFERED", "person", "event", victims[0], "It was done to this person: the header says victim.")
    alleged.units(facts, outline, answers)


def _key(facts: Facts, outline: Outline, answers: Answers) -> Column | None:
    """The column that numbers the incidents: its header says so, or a person does where rows share a number."""
    if keys := facts.of_kind("event.key"):
        return keys[0]
    for column in facts.of_kind("row.id")[:1]:
        if column.filled < facts.rows or len(column.words) == column.filled:
            continue
        choices = (
            ("key", "yes: rows with the same number tell of one incident"),
            ("left", "no: each row is an incident of its own"),
        )
        asks = f"Column {column.number} {column.name!r}: does it number the incidents?"
        change = f'add key = {{ space = "file", columns = [{column.name!r}] }} under [thing.event], and take it out of unread'
        question = Question(asks, column.evidence, choices, "left", "left", change)
        return column if answers.to(question) == "key" else None
    return None


def _identified(facts: Facts, outline: Outline, answers: Answers, key: Column | None) -> None:
    """What makes two rows tell of one incident: its number; or the day and the place, where a person says so."""
    part = outline.things["event"]
    if key is not None:
        part.put("key", {"space": "file", "columns": [outline.uses(key, "key of the event")]})
        part.why.append(f"Rows with the same {key.name!r} tell of one incident.")
        return
    places = facts.of_kind("station.name", "place", "address")[:1]
    dates = [column for column in facts.of_kind("date.begin", "date.on") if not column.says("birth", "death")][:1]
    if not places or not dates:
        return
    pairs = list(zip(*([cell.strip() for cell in column.values] for column in (dates[0], places[0])), strict=True))
    known = [pair for pair in pairs if pair[0] in dates[0].words and pair[1] in places[0].words]
    again = len(known) - len(set(known))
    if not again or len(known) < len(pairs):  # a key of an empty or unknown cell is none, and would join what nobody knows
        return
    choices = (("one", "they tell of one incident"), ("rows", "each row is an incident of its own, or it is not known"))
    asks = f"{again:,} rows have the same day and place as a row before. What do such rows tell of?"
    columns = [dates[0].name, places[0].name]
    change = f'add key = {{ space = "file", columns = {columns} }} under [thing.event]'
    evidence = f"by columns {dates[0].number} {dates[0].name!r} and {places[0].number} {places[0].name!r}"
    if answers.to(Question(asks, evidence, choices, "rows", "rows", change)) == "one":
        names = [outline.uses(dates[0], "key of the event"), outline.uses(places[0], "key of the event")]
        part.put("key", {"space": "file", "columns": names})
        part.why.append("As you answered: rows of the same day and place tell of one incident.")
