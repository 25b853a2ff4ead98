"""Persons of a row: the one whom it is about, and those whom other columns name."""

from __future__ import annotations

from typing import Any, Final

from loaders.draft.content import is_person
from loaders.draft.facts import Column, Facts
from loaders.draft.meanings import meanings
from loaders.draft.outline import Outline, Part
from loaders.draft.questions import Answers, Question
from loaders.draft.subject import NAMES, main_person, role_of
from loaders.mapping import ThingPart

ORDER: Final = ("person.surname", "person.given", "person.middle", "person.patronymic", "person.name")
PLAIN: Final[dict[str, str]] = {
    "person.born": "born",
    "person.died": "died",
    "person.description": "description",
    "person.nationality": "nationality",
    "person.birthplace": "birthplace",
    "person.father": "father",
    "person.mother": "mother",
}
"""Kinds of columns and the property of a Person that each fills, where a Person has it."""
SIGNS: Final = (";", "\n", " / ")
"""What stands between several persons in one cell, beyond doubt where each piece is a name. A comma is not: Vade, Orsolin."""


def name_of(columns: list[Column], outline: Outline, as_what: str) -> Any:
    """The cell of a name that stands in one column or in several, surname first as papers write it."""
    ordered = sorted(columns, key=lambda column: ORDER.index(column.kind))
    names = [outline.uses(column, as_what) for column in ordered]
    return names[0] if len(names) == 1 else {"columns": names}


def main(facts: Facts, outline: Outline, name: str, answers: Answers) -> Part | None:
    """The person whom the row is about, with all that the row says of nobody else."""
    columns = main_person(facts)
    if not columns:
        return None
    numbers = ", ".join(str(column.number) for column in columns)
    part = outline.thing(name, "Person", f"Named in column {numbers}: {columns[0].guess.kind}")
    keys = facts.of_kind("person.key")
    if keys and len(keys[0].words) > 1:
        part.put("key", {"space": "file", "columns": [outline.uses(keys[0], "key of the person")]})
        part.why.append(f"Rows with the same {keys[0].name!r} are about one person: its header says that it is the person's key.")
    part.put("name", name_of(columns, outline, "name of the person"))
    if len(columns) == 1 and (sign := several(columns[0])) and answers.to(_several(columns[0], sign)) == "several":
        part.put("split", sign)
    else:
        _add_properties(facts, outline, part)
    part.put("identified", {"text": "named"})
    return part


def several(column: Column) -> str:
    """The sign between persons of one cell, where each piece has the form of a name; empty where cells name one."""
    for sign in SIGNS:
        cut = [pieces for word in column.words if len(pieces := [piece.strip() for piece in word.split(sign)]) > 1]
        if cut and all(is_person(piece) for pieces in cut for piece in pieces):
            return sign
    return ""


def _several(column: Column, sign: str) -> Question:
    cells = sum(sign in word for word in column.words)
    shown = {chr(10): "a new line", ";": "a semicolon", ",": "a comma"}.get(sign, sign)
    choices = (
        ("several", "several persons; what other columns say of a person (birth, sex …) is then left out"),
        ("one", "one person, as it stands"),
    )
    asks = f"Column {column.number} {column.name!r}: {shown} stands between names ({cells:,} cells). Whom does such a cell name?"
    change = f"take the line split out of the part that is named by {column.name!r}"
    return Question(asks, column.evidence, choices, "several", "several", change)


def _add_properties(facts: Facts, outline: Outline, part: Part) -> None:
    declared = ThingPart.declared("Person")
    for column in facts.of_kind("person.alias"):
        split = next((sign for sign in (";", "|", "\n", ",") if any(sign in word for word in column.words)), None)
        name = outline.uses(column, "other names")
        part.put("aliases", {"column": name, "split": split} if split else name)
    taken = set()
    for column in facts.of_kind(*PLAIN):
        name = PLAIN[column.kind]
        if name in declared and name not in taken and not role_of(column).replace("victim", ""):
            part.put(name, outline.uses(column, f"{name} of the person"))
            taken.add(name)
        else:
            outline.leaves(column, f"it seems to be {column.kind}, and a mapping has no place for it yet")
    for column in facts.of_kind("person.sex")[:1]:
        known, odd = meanings(column, "sex")
        if known and not odd:
            outline.missing += sorted(column.nothings)
            part.put("sex", {"column": outline.uses(column, "sex of the person"), "values": known})
        else:
            outline.leaves(column, f"sex, with words that are not known: {', '.join(odd[:5])}. Say what they mean with values")
    _numbers(facts, outline, part)


def _numbers(facts: Facts, outline: Outline, part: Part) -> None:
    """Numbers of documents: they join nobody by themselves. Whose and of which kind they are, the header is quoted for."""
    if "identifiers" not in ThingPart.declared("Person"):
        return
    for column in facts.of_kind("person.id"):
        if not role_of(column).replace("victim", ""):
            part.put("identifiers", {"column": outline.uses(column, "number of a document"), "space": column.name.strip()})


def others(facts: Facts) -> dict[str, list[Column]]:
    """Columns that name persons in a role, by role."""
    main = main_person(facts)
    found: dict[str, list[Column]] = {}
    for column in facts.of_kind(*NAMES):
        if column not in main:
            found.setdefault(role_of(column), []).append(column)
    return found
