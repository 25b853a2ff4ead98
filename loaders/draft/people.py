"""Persons of a row: the one whom it is about, and those whom other columns name."""

from __future__ import annotations

from typing import Any, Final

from loaders.draft.content import is_person
from loaders.draft.facts import Column, Facts
from loaders.draft.kinds import NAMES
from loaders.draft.meanings import meanings
from loaders.draft.outline import Outline, Part
from loaders.draft.questions import Answers, Question
from loaders.draft.several import Several, pieces, several
from loaders.draft.subject import main_person, numbered, role_of
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
    _cut(part, columns, answers)
    if "split" not in part.lines and not numbered(facts):
        _add_properties(facts, outline, part)
    _identified(part, columns)
    return part


def alike(facts: Facts, outline: Outline) -> None:
    """A part for each further column of the main person: columns numbered alike name different persons."""
    main_columns = main_person(facts)
    name = next((each for each in ("person", "officer") if each in outline.things), "")
    if not name:
        return
    for number, column in enumerate(numbered(facts), start=2):
        part = outline.thing(
            f"{name}_{number}", "Person", f"Named in column {column.number}: numbered like {main_columns[0].name!r}."
        )
        part.put("name", outline.uses(column, "name of a further person"))
        _cut(part, [column], Answers())
        _identified(part, [column])
        for link_name, link in [each for each in outline.links.items() if each[1].lines["begin"] == name]:
            lines = link.lines | {"begin": f"{name}_{number}", "when": {"column": column.name, "filled": True}}
            if lines["rests_on"] == main_columns[0].name:
                lines["rests_on"] = column.name
            outline.links[f"{link_name}_{number}"] = Part(lines, [f"The same of the person in column {column.number}."])


def _identified(part: Part, columns: list[Column]) -> None:
    """Known by name, where every cell has the form of one: "a girl (name withheld)" is only described."""
    whole = len(columns) > 1 or columns[0].kind != "person.name"
    if whole or all(is_person(piece) for word in columns[0].counts for piece in pieces(word)):
        part.put("identified", {"text": "named"})


def _cut(part: Part, columns: list[Column], answers: Answers) -> None:
    """Several persons of one cell are several, where what stands between them is plain; else a remark says so."""
    if len(columns) > 1:
        return
    found = several(columns[0])
    if found.by and not found.unclear:
        if answers.to(_several(columns[0], found)) == "several":
            part.put("split", found.by)
    elif found.unclear:
        part.why.append(
            f"{found.unclear:,} cells may name several persons, or somebody whom they only describe, and are read as one."
        )
        part.why.append("Look at them: say what stands between them with split, or write them out in rows of their own.")


def _several(column: Column, found: Several) -> Question:
    shown = {"\n": "a new line", ";": "a semicolon"}
    signs = ", ".join(shown.get(sign, sign) for sign in found.signs)
    choices = (
        ("several", "several persons; what other columns say of a person (birth, sex …) is then left out"),
        ("one", "one person, as it stands"),
    )
    asks = f"Column {column.number} {column.name!r}: whom does a cell name with {signs} between names ({found.cells:,} cells)?"
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
    main = [*main_person(facts), *numbered(facts)]
    found: dict[str, list[Column]] = {}
    for column in facts.of_kind(*NAMES):
        if column not in main:
            found.setdefault(role_of(column), []).append(column)
    return found
