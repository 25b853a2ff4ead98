"""Units, places and areas of a row, and how they hang together."""

from __future__ import annotations

from loaders.draft.facts import Column, Facts
from loaders.draft.kinds import NAMES
from loaders.draft.meanings import meanings
from loaders.draft.outline import Outline, Part
from loaders.draft.questions import Answers, Question
from loaders.draft.toml import value

MOST_PLACES = 2
"""Columns of places of which is asked whether somebody was held there."""


def _key(column: Column) -> dict[str, object]:
    return {"space": "file", "columns": [column.name]}


def _said(column: Column) -> str:
    return f"its header says {', '.join(column.guess.by_words)}"


def unit(facts: Facts, outline: Outline, name: str = "unit") -> Column | None:
    """The unit that the row names; the column on which its links rest."""
    columns = [column for column in facts.of_kind("unit.name") if not column.says("suspect", "superior")]
    if not columns:
        return None
    column = columns[0]
    part = named_unit(column, outline, name)
    named = bool(facts.of_kind(*NAMES, "rank"))
    for alias in [each for each in facts.of_kind("unit.alias") if each.says("unit") or not named]:
        part.put("aliases", {"column": outline.uses(alias, "other names of the unit"), "split": ";"})
    for kind in facts.of_kind("unit.kind")[:1]:
        part.put("classification", {"column": outline.uses(kind, "kind of the unit"), "split": ";"})
    return column


def named_unit(column: Column, outline: Outline, name: str = "unit") -> Part:
    """The unit that a column names, by its name alone."""
    part = outline.thing(name, "Unit", f"Named in column {column.number}: {column.kind}. Rows that write it alike mean one unit.")
    part.put("key", _key(column))
    part.put("name", outline.uses(column, "name of the unit"))
    return part


def superior(facts: Facts, outline: Outline, answers: Answers) -> None:
    """What the unit answers to, where a header says so."""
    columns = facts.of_kind("unit.superior")
    if not columns or "unit" not in outline.things:
        return
    column = columns[0]
    answer = answers.to(
        Question(
            f"Column {column.number} {column.name!r}: what is it to the unit of the row?",
            column.evidence,
            (
                ("command", "its superior, who gives it orders"),
                ("administrative", "it belongs there on paper; no orders are meant"),
                ("unknown", "its superior; the sheet does not say of which kind"),
                ("operation", "an operation or task force that it joined"),
                ("left", "something else; leave the column out"),
            ),
            "unknown",
            "unknown",
            'relation = { text = "unknown" } under [link.under]: write "command" where orders are meant',
        )
    )
    if answer == "left":
        return
    part = outline.thing(
        "superior", "Unit", f"Named in column {column.number}: its header says {', '.join(column.guess.by_words)}."
    )
    part.put("key", _key(column))
    part.put("name", outline.uses(column, "name of the superior unit"))
    type_ = "JOINED" if answer == "operation" else "SUBORDINATE_TO"
    link = outline.link("under", type_, "unit", "superior", column, "The unit and the one above it, as the header says.")
    if type_ == "SUBORDINATE_TO":
        link.put("relation", {"text": answer})


def station(facts: Facts, outline: Outline, answers: Answers, subject: str) -> Column | None:
    """The place of the row: by its header, or because a person says so."""
    columns = facts.of_kind("station.name")
    column = columns[0] if columns else None
    if column is None and subject == "held":
        column = _asked_place(facts, answers)
    if column is None:
        return None
    part = outline.thing("place", "Station", f"Named in column {column.number}. Rows that write it alike mean one place.")
    part.put("key", _key(column))
    part.put("name", outline.uses(column, "name of the place"))
    for kind in facts.of_kind("place.kind")[:1]:
        part.put("kind", outline.uses(kind, "kind of the place"))
    _point(facts, outline, part)
    _area(facts, outline, column)
    return column


def _asked_place(facts: Facts, answers: Answers) -> Column | None:
    places = [column for column in facts.of_kind("place", "address") if not column.says("birth", "death")]
    for column in places[:MOST_PLACES]:
        choices = (("held", "the person was held there"), ("left", "another place (of the arrest, of living …); leave it out"))
        question = Question(
            f"Column {column.number} {column.name!r}: was the person held there?",
            column.evidence,
            choices,
            "left",
            "left",
            f"take {column.name!r} out of unread, and add [thing.place] with label Station and [link.held] with type HELD_AT",
        )
        if answers.to(question) == "held":
            return column
    return None


def _point(facts: Facts, outline: Outline, part: Part) -> None:
    pair = [facts.of_kind("latitude"), facts.of_kind("longitude")]
    if all(pair):
        for name, columns in zip(("latitude", "longitude"), pair, strict=True):
            part.put(name, outline.uses(columns[0], f"{name} of the place"))
    elif both := facts.of_kind("coordinates"):
        part.put("coordinates", outline.uses(both[0], "coordinates of the place"))


def _area(facts: Facts, outline: Outline, at: Column) -> None:
    columns = [column for column in facts.of_kind("area") if not column.says("birth", "person", "nationality")]
    if len(columns) != 1 or columns[0].number < at.number - 3:
        return
    column = columns[0]
    part = outline.thing("area", "Area", f"Named in column {column.number}.")
    part.put("key", _key(column))
    part.put("name", outline.uses(column, "name of the area"))
    outline.link("within", "WITHIN", "place", "area", column, "The place lies in it.")


def function_of(facts: Facts, outline: Outline, link: Part, answers: Answers) -> None:
    """What an officer was: which words say that somebody commands, a person decides; the post stands as the sheet has it."""
    for column in facts.of_kind("function", "title"):
        known, odd = meanings(column, "function")
        if known and "function" not in link.lines:
            cell: dict[str, object] = {"column": column.name, "values": known}
            if odd or column.nothings:
                cell["otherwise"] = "unknown"
            if answers.to(_says(column, known)) == "yes":
                outline.uses(column, "function and post")
                link.put("function", cell)
            else:
                link.why.append("If these words mean what stands beside them, take the # away:")
                link.why.append(f"function = {value(cell)}")
        if (field := next((name for name in ("post", "title") if name not in link.lines), None)) is not None:
            link.put(field, outline.uses(column, "post, in the words of the sheet"))
    for column in facts.of_kind("rank")[:1]:
        link.put("rank", outline.uses(column, "rank"))


def _says(column: Column, known: dict[str, str]) -> Question:
    listed = ", ".join(f"{word} = {means}" for word, means in list(known.items())[:6])
    choices = (
        ("yes", "yes; of every other word the function is not known"),
        ("left", "no: keep the words, and say nothing of who commands"),
    )
    asks = f"Column {column.number} {column.name!r}: do these words say what the person was in the unit? {listed}"
    change = "take the # away before function above [link.posted], and move the line below it"
    return Question(asks, column.evidence, choices, "yes", "left", change)
